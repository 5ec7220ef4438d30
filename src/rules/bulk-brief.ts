import { type Fen, fen } from '../kernel/fen.ts';
import { assessScheme, type Assessed } from './assess.ts';
import { type Brief, briefHead, type SchemeBrief, schemeBrief } from './brief.ts';
import { type Area, type Caseload, placeOf } from './bulk/caseload.ts';
import { AREA_PART, columnPart, startPart, type Values, viewsOf } from './bulk/chunk.ts';
import { isUnknown } from './bulk/column.ts';
import { type Result, resultAt } from './bulk/result.ts';
import { prepare, type Run, runCalls } from './bulk/run.ts';
import { unpacker } from './bulk/unpack.ts';
import type { HouseholdFacts } from './facts.ts';
import { nearestFen } from './language/explain.ts';
import { isWhole, toNumber } from './language/rational.ts';
import { packedCaseload } from './packed-facts.ts';
import { parameterSource } from './parameter-source.ts';
import type { AsOf, Region } from './region.ts';
import { currentRelease } from './release.ts';
import { type Scheme, schemes, type Target } from './scheme.ts';
import { knownFen } from './settled.ts';

/** What is read of each target. Rules of one group are decided together, or left to the exact evaluator. */
const WANTED: Readonly<Record<Target, readonly (readonly string[])[]>> = {
  dibao: [
    ['householdSize', 'eligible', 'monthlyAmount', 'amountWithinStandard'],
    ['perCapitaIncome'],
  ],
  margin: [['householdSize', 'inMargin'], ['perCapitaIncome']],
  rigid: [['householdSize', 'inRigid'], ['perCapitaIncome']],
  tekun: [['householdSize', 'tekunEligible', 'tekunAmount'], ['perCapitaIncome']],
  temporary: [
    ['householdSize', 'temporaryEligible', 'temporaryAmount'],
    ['withinTownship', 'needsCoordination', 'payInStages'],
    ['perCapitaIncome'],
  ],
  alone: [['aloneEligible', 'aloneAmount']],
  exit: [['inGradualExit', 'gradualExitAmount']],
};

/** Which way one scheme of one household was decided. */
export type Lane = 'kernel' | 'exact';

/**
 * The same as `briefOf(assessHousehold(…))` of every household, by the bulk kernel. What it cannot decide (a fact
 * it needs is unknown, a figure too large, a place without the parameters) is decided one by one. `heard` is
 * told which way each was decided, scheme by scheme in the order of the households.
 */
export function bulkBriefs(
  households: readonly HouseholdFacts[],
  regionOf: RegionOf,
  asOf: AsOf,
  heard: (scheme: Scheme, lane: Lane) => void = () => {},
): Brief[] {
  const factsAt = (position: number) => {
    const facts = households[position];
    if (!facts) throw new RangeError(`no household ${position}`);
    return facts;
  };
  return briefsOf({ caseload: packedCaseload(households), factsAt }, regionOf, asOf, heard);
}

/** The same of households already in columns. Persons are named by their order there ("member2"). */
export function caseloadBriefs(caseload: Caseload, regionOf: RegionOf, asOf: AsOf): Brief[] {
  return briefsOf({ caseload, factsAt: unpacker(caseload) }, regionOf, asOf);
}

/** One scheme alone of households already in columns; the other schemes are not computed. */
export function caseloadSchemeBriefs(
  caseload: Caseload,
  scheme: Scheme,
  regionOf: RegionOf,
  asOf: AsOf,
): SchemeBrief[] {
  const answers = answersOfAll(caseload, regionOf, asOf);
  return householdsOf({ caseload, factsAt: unpacker(caseload) }).map((household) => {
    const fast = fastBrief(scheme, household, answers);
    if (fast) return fast;
    const facts = household.facts();
    return schemeBrief(scheme, assessScheme(scheme, facts, regionOf(facts), asOf));
  });
}

type RegionOf = (facts: Pick<HouseholdFacts, 'place'>) => Region;
type Households = {
  readonly caseload: Caseload;
  /** Costs time where they have to be unpacked: only asked for what the kernel could not decide. */
  readonly factsAt: (position: number) => HouseholdFacts;
};

function briefsOf(
  { caseload, factsAt }: Households,
  regionOf: RegionOf,
  asOf: AsOf,
  heard: (scheme: Scheme, lane: Lane) => void = () => {},
): Brief[] {
  const answers = answersOfAll(caseload, regionOf, asOf);
  return householdsOf({ caseload, factsAt }).map((household) =>
    briefAt({ household, regionOf, asOf }, answers, heard),
  );
}

function householdsOf({ caseload, factsAt }: Households): Household[] {
  const hasExit = exitReader(caseload);
  return Array.from({ length: caseload.size }, (_, position) => {
    let facts: HouseholdFacts | null = null;
    return {
      position,
      facts: () => (facts ??= factsAt(position)),
      hasExit: () => hasExit(position),
    };
  });
}

/** What the kernel finds of each target, computed when it is first asked for. */
function answersOfAll(caseload: Caseload, regionOf: RegionOf, asOf: AsOf): AllAnswers {
  const found = new Map<Target, Answers>();
  return (target) => {
    const known = found.get(target) ?? answersOf(caseload, regionOf, asOf, target);
    found.set(target, known);
    return known;
  };
}

/** One household, its facts read only when something asks for them. */
type Household = {
  readonly position: number;
  readonly facts: () => HouseholdFacts;
  readonly hasExit: () => boolean;
};

/** Whether anything is recorded of a household's leaving 低保 (渐退). */
function exitReader(caseload: Caseload): (position: number) => boolean {
  const { schema, chunks } = caseload;
  const columns = schema.columns.filter(({ path }) => path[0] === 'exit');
  const views = new Map(chunks.map((chunk) => [chunk, viewsOf(chunk.buffer, chunk.parts)]));
  return (position) => {
    const { chunk, index } = placeOf(caseload, position);
    return columns.some((column) => {
      const stored = views.get(chunk)?.[columnPart(schema, column.number)]?.[index];
      const isBeside = chunk.beside.get(column.number)?.has(index) === true;
      return isBeside || (stored !== undefined && !isUnknown(column, stored));
    });
  };
}

type AllAnswers = (target: Target) => Answers;

/** What the kernel found for one target: by household, and by member in the order of the household's members. */
type Answers = {
  readonly ofHousehold: (position: number, rule: string) => Result;
  readonly ofMembers: (position: number, rule: string) => readonly Result[];
  /** The standard where the household lives; null where the place has none for this target. */
  readonly standardOf: (position: number) => Fen | null;
};

function answersOf(caseload: Caseload, regionOf: RegionOf, asOf: AsOf, target: Target): Answers {
  const { frame, targets: reached } = currentRelease;
  const policyOf = ({ place, residence }: Area) => {
    if (residence === null) return null;
    const region = regionOf({ place: place as HouseholdFacts['place'] });
    const read = parameterSource(frame, region, asOf, residence, reached[target]);
    return read.ok ? read.source : null;
  };
  const wanted = WANTED[target];
  const run = prepare(caseload, { text: frame, wanted, governingDay: asOf.on, policyOf });
  runCalls(run);
  return reading(run);
}

function reading({ caseload, results, policies }: Run): Answers {
  const views = caseload.chunks.map(({ buffer, parts }) => viewsOf(buffer, parts));
  const size = results.chunks[0]?.households ?? 1;
  const at = (position: number) => {
    const number = Math.floor(position / size);
    const chunk = results.chunks[number];
    if (!chunk) throw new RangeError(`no household ${position}`);
    return { chunk, views: views[number] ?? [], index: position - chunk.first };
  };
  return {
    ofHousehold: (position, rule) => {
      const { chunk, index } = at(position);
      return resultAt(results, chunk, index, rule);
    },
    ofMembers: (position, rule) => {
      const { chunk, views: of, index } = at(position);
      const starts: Values | undefined = of[startPart(caseload.schema, 'member')];
      const [first, end] = [starts?.[index] ?? 0, starts?.[index + 1] ?? 0];
      return Array.from({ length: end - first }, (_, offset) =>
        resultAt(results, chunk, first + offset, rule),
      );
    },
    standardOf: (position) => {
      const { views: of, index } = at(position);
      const policy = policies[of[AREA_PART]?.[index] ?? -1];
      return policy ? knownFen(policy.valueOf('standard')) : null;
    },
  };
}

type Asked = { readonly household: Household; readonly regionOf: RegionOf; readonly asOf: AsOf };

function briefAt(
  { household, regionOf, asOf }: Asked,
  answers: AllAnswers,
  heard: (scheme: Scheme, lane: Lane) => void,
): Brief {
  const exact = new Map<Scheme, Assessed>();
  const exactly = (scheme: Scheme): Assessed => {
    const facts = household.facts();
    const result = exact.get(scheme) ?? assessScheme(scheme, facts, regionOf(facts), asOf);
    exact.set(scheme, result);
    return result;
  };
  const found = schemes.map((scheme): [Scheme, SchemeBrief] => {
    const fast = fastBrief(scheme, household, answers);
    heard(scheme, fast ? 'kernel' : 'exact');
    return [scheme, fast ?? schemeBrief(scheme, exactly(scheme))];
  });
  const [first] = found.find(([, brief]) => !('refused' in brief)) ?? [];
  const head = first && (fastHead(first, answers, household.position) ?? exactHead(exactly(first)));
  return {
    on: asOf.on,
    householdSize: head?.householdSize ?? null,
    perCapita: head?.perCapita ?? null,
    standard: head?.standard ?? null,
    schemes: Object.fromEntries(found) as Record<Scheme, SchemeBrief>,
  };
}

type Head = Pick<Brief, 'householdSize' | 'perCapita' | 'standard'>;

function exactHead(result: Assessed): Head | null {
  return result.ok ? briefHead(result.assessment) : null;
}

function fastHead(scheme: Scheme, answers: AllAnswers, position: number): Head | null {
  const { ofHousehold, standardOf } = answers(scheme);
  const [size, income] = [
    ofHousehold(position, 'householdSize'),
    ofHousehold(position, 'perCapitaIncome'),
  ];
  const standard = standardOf(position);
  if (standard === null || !isFigure(size) || !isFigure(income)) return null;
  return { householdSize: toNumber(size), perCapita: nearestFen(income), standard };
}

const NONE = { persons: [], exit: null, missing: [] } as const;

/** Null where the kernel left something open that the result rests on. */
function fastBrief(scheme: Scheme, household: Household, answers: AllAnswers): SchemeBrief | null {
  const { position } = household;
  const { ofHousehold } = answers(scheme);
  const size = ofHousehold(position, 'householdSize');
  // A family nobody counts in is refused, with its reason.
  if (!isFigure(size) || toNumber(size) === 0) return null;
  switch (scheme) {
    case 'dibao':
      return dibaoBrief(household, answers);
    case 'tekun':
      return tekunBrief(household, answers('tekun'));
    case 'temporary':
      return temporaryBrief(answers('temporary'), position);
    default: {
      const met = ofHousehold(position, scheme === 'margin' ? 'inMargin' : 'inRigid');
      if (typeof met !== 'boolean') return null;
      return { outcome: met ? 'eligible' : 'not-eligible', amount: null, ...NONE };
    }
  }
}

function paidBrief(met: Result, amount: Result): Extract<SchemeBrief, { outcome: unknown }> | null {
  const paid = fenOf(amount);
  if (typeof met !== 'boolean' || paid === null) return null;
  return { outcome: met ? 'eligible' : 'not-eligible', amount: paid, ...NONE };
}

/** Granted only where it is settled who may grant it and how it is paid. */
function temporaryBrief({ ofHousehold }: Answers, position: number): SchemeBrief | null {
  const brief = paidBrief(
    ofHousehold(position, 'temporaryEligible'),
    ofHousehold(position, 'temporaryAmount'),
  );
  const ways = ['withinTownship', 'needsCoordination', 'payInStages'];
  const isOpen = ways.some((rule) => ofHousehold(position, rule) === null);
  return brief?.outcome === 'eligible' && isOpen ? null : brief;
}

function dibaoBrief(household: Household, answers: AllAnswers): SchemeBrief | null {
  const { position } = household;
  const { ofHousehold } = answers('dibao');
  const brief = paidBrief(
    ofHousehold(position, 'eligible'),
    ofHousehold(position, 'monthlyAmount'),
  );
  if (!brief) return null;
  if (brief.outcome === 'eligible') {
    // More than the standard is refused.
    return ofHousehold(position, 'amountWithinStandard') === true ? brief : null;
  }
  const persons = personsOf(household, answers('alone'), ['aloneEligible', 'aloneAmount']);
  const exit = household.hasExit() ? exitOf(answers('exit'), position) : null;
  return persons && exit !== 'open' ? { ...brief, persons, exit } : null;
}

function exitOf({ ofHousehold }: Answers, position: number): Fen | null | 'open' {
  const applies = ofHousehold(position, 'inGradualExit');
  const amount = fenOf(ofHousehold(position, 'gradualExitAmount'));
  if (typeof applies !== 'boolean' || amount === null) return 'open';
  return applies ? amount : null;
}

function tekunBrief(household: Household, answers: Answers): SchemeBrief | null {
  const persons = personsOf(household, answers, ['tekunEligible', 'tekunAmount']);
  if (!persons) return null;
  const sum = persons.reduce((total, { amount }) => total + amount, 0);
  const outcome = persons.length > 0 ? 'eligible' : 'not-eligible';
  return { outcome, amount: fen(sum), ...NONE, persons };
}

/** Who gets something alone; null while somebody's case is open. */
function personsOf(
  { position, facts }: Household,
  { ofMembers }: Answers,
  [rule, amountRule]: readonly [string, string],
): { readonly member: string; readonly amount: Fen }[] | null {
  const met = ofMembers(position, rule);
  const amounts = ofMembers(position, amountRule).map(fenOf);
  if (met.some((each) => typeof each !== 'boolean')) return null;
  if (amounts.some((each) => each === null)) return null;
  if (!met.includes(true)) return [];
  return facts().members.flatMap(({ id }, index) => {
    const amount = amounts[index];
    return met[index] === true && typeof amount === 'number' ? [{ member: id, amount }] : [];
  });
}

type Figure = Exclude<Result, boolean | string | null>;

function isFigure(result: Result): result is Figure {
  return result !== null && typeof result !== 'boolean' && typeof result !== 'string';
}

function fenOf(result: Result): Fen | null {
  return isFigure(result) && isWhole(result) ? fen(toNumber(result)) : null;
}
