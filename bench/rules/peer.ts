import { type Almanac, Engine, type TopLevelCondition } from 'json-rules-engine';
import { ageOn, type LocalDate } from '../../src/kernel/local-date.ts';
import { EXEMPT_INCOME_KIND } from '../../src/rules/code-list.ts';
import type { HouseholdFacts, MemberFacts } from '../../src/rules/facts.ts';
import { counties, DAY } from './county.ts';

/**
 * The same 低保 with json-rules-engine, as one would use it: what is a condition is declared (who counts, what makes
 * a family eligible), what is arithmetic is a fact computed once. It says yes or no and the amount, without reasons.
 */
export type PeerResult = { readonly eligible: boolean; readonly amount: number };

export function peerDecider(): (facts: HouseholdFacts) => Promise<PeerResult> {
  const memberEngine = new Engine([{ conditions: COUNTED, event: { type: 'counted' } }]);
  const householdEngine = engineOfHousehold();
  return async (facts) => {
    const members: MemberFacts[] = [];
    for (const member of facts.members) {
      const age = ageOn(member.birth as LocalDate, DAY);
      const apart = member.clergyApartSince === null ? 0 : ageOn(member.clergyApartSince, DAY);
      const { events } = await memberEngine.run({ ...member, age, apart });
      if (events.length > 0) members.push(member);
    }
    const { events, almanac } = await householdEngine.run({ facts, members });
    const eligible = events.length > 0;
    return { eligible, amount: eligible ? await almanac.factValue<number>('amount') : 0 };
  };
}

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });
const isNot = (fact: string, value: unknown) => ({ fact, operator: 'notEqual', value });
const among = (fact: string, ...value: string[]) => ({ fact, operator: 'in', value });
const SHUT_OUT = ['serving-sentence', 'drug-treatment', 'declared-missing', 'conscript'];
const STUDENT = ['preschool', 'compulsory', 'senior', 'college', 'undergraduate'];

const COUNTED: TopLevelCondition = {
  all: [
    { fact: 'specialStatus', operator: 'notIn', value: SHUT_OUT },
    {
      any: [isNot('specialStatus', 'clergy'), { fact: 'apart', operator: 'lessThan', value: 3 }],
    },
    {
      any: [
        among('relation', 'self', 'spouse'),
        {
          all: [
            is('relation', 'child'),
            {
              any: [
                { fact: 'age', operator: 'lessThan', value: 18 },
                { all: [among('studentLevel', ...STUDENT), is('studentFullTime', true)] },
                is('canLiveIndependently', false),
              ],
            },
          ],
        },
        {
          all: [
            {
              any: [
                among('relation', 'child', 'parent', 'other-supported'),
                { all: [isNot('relation', 'not-supported'), is('statutorySupport', true)] },
              ],
            },
            is('livesTogether', true),
            { fact: 'livesTogetherMonths', operator: 'greaterThanInclusive', value: 12 },
          ],
        },
      ],
    },
  ],
};

const ELIGIBLE: TopLevelCondition = {
  all: [
    { fact: 'size', operator: 'greaterThan', value: 0 },
    { fact: 'income', operator: 'lessThan', value: { fact: 'yearOfStandard' } },
    { fact: 'money', operator: 'lessThanInclusive', value: { fact: 'mostMoney' } },
    { fact: 'vehicles', operator: 'lessThanInclusive', value: 0 },
    { fact: 'homes', operator: 'lessThanInclusive', value: 1 },
    { fact: 'premises', operator: 'lessThanInclusive', value: 0 },
    { fact: 'capital', operator: 'lessThanInclusive', value: 10_000_000 },
  ],
};

type Given = { readonly facts: HouseholdFacts; readonly members: readonly MemberFacts[] };

function engineOfHousehold(): Engine {
  const engine = new Engine([{ conditions: ELIGIBLE, event: { type: 'eligible' } }]);
  const fact = (name: string, of: (given: Given, almanac: Almanac) => unknown) =>
    engine.addFact(name, async (_: unknown, almanac: Almanac) => {
      const facts = await almanac.factValue<HouseholdFacts>('facts');
      return of({ facts, members: await almanac.factValue('members') }, almanac);
    });
  const full = async (almanac: Almanac) =>
    (await almanac.factValue<number>('size')) * (await almanac.factValue<number>('standard'));
  fact('size', ({ members }) => members.length);
  fact('standard', ({ facts }) => countyOf(facts)[facts.residence ?? 'rural']);
  fact('yearOfStandard', async (_, almanac) => 12 * (await full(almanac)));
  fact('mostMoney', async (_, almanac) => 24 * (await full(almanac)));
  fact('income', async (given, almanac) => incomeOf(given, await almanac.factValue('standard')));
  fact('money', (given) => sumOf(assetsOf(given, ...FINANCIAL), ({ value }) => value ?? 0));
  fact(
    'vehicles',
    (given) =>
      assetsOf(given, 'vehicle', 'machine').filter(
        ({ necessary, vehicleUse }) => !necessary && vehicleUse !== 'disability-mobility',
      ).length,
  );
  fact(
    'homes',
    (given) => assetsOf(given, 'house').filter((each) => each.houseKind !== 'public-rental').length,
  );
  fact(
    'premises',
    (given) => assetsOf(given, 'non-residential').filter((each) => !each.necessary).length,
  );
  fact('capital', (given) =>
    sumOf(assetsOf(given, 'market-entity'), ({ registeredCapital }) => registeredCapital ?? 0),
  );
  fact('amount', async ({ members }, almanac) => {
    const [income, most] = [await almanac.factValue<number>('income'), await full(almanac)];
    const standard = await almanac.factValue<number>('standard');
    const owed = Math.max(12 * Math.round(most / 10), 12 * most - income);
    const supplements = sumOf(members, (member) => supplementOf(member, standard));
    return Math.min(most, Math.ceil(owed / 1200) * 100) + supplements;
  });
  return engine;
}

const FINANCIAL = ['deposit', 'securities', 'fund', 'insurance', 'claim', 'internet-finance'];

function countyOf({ place }: HouseholdFacts) {
  const county = counties.find((each) => place.startsWith(each.place));
  if (!county) throw new Error(`no county for ${place}`);
  return county;
}

function sumOf<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((sum, each) => sum + of(each), 0);
}

function assetsOf({ facts, members }: Given, ...kinds: string[]) {
  const isOwned = (owner: string) => members.some(({ id }) => id === owner);
  return (facts.assets ?? []).filter((each) => kinds.includes(each.kind) && isOwned(each.owner));
}

/** Twelve months of the family, less what is deducted. */
function incomeOf({ facts, members }: Given, standard: number): number {
  const ids = new Set(members.map(({ id }) => id));
  const earned = sumOf(members, (member) => earnedBy(facts, member, standard));
  const support = sumOf(
    (facts.supporters ?? []).filter((each) => ids.has(each.supports)),
    (each) => supportOf(each, standard),
  );
  const deducted = (facts.spendings ?? []).filter(
    ({ kind, member }) =>
      ids.has(member) && ['medical', 'education', 'rehabilitation'].includes(kind),
  );
  const spent = sumOf(deducted, ({ ownShare, aidReceived }) =>
    Math.max(0, (ownShare ?? 0) - (aidReceived ?? 0)),
  );
  return Math.max(0, earned - Math.min(2_000_000, spent) + 12 * support);
}

type Income = NonNullable<HouseholdFacts['incomes']>[number];

const LABOUR = ['wage', 'farming', 'breeding', 'business'];
const LESS_COSTS = [
  ...['farming', 'breeding', 'business', 'rent', 'interest', 'dividend', 'insurance-return'],
  ...['asset-sale', 'land-transfer', 'collective-dividend'],
];

function earnedBy(facts: HouseholdFacts, member: MemberFacts, standard: number): number {
  const own = (facts.incomes ?? []).filter((each) => each.member === member.id);
  const counted = own.filter(({ kind }) => !(kind in EXEMPT_INCOME_KIND));
  const [wages, others] = [
    counted.filter(({ kind }) => kind === 'wage'),
    counted.filter(({ kind }) => kind !== 'wage'),
  ];
  const wage = sumOf(wages, gross);
  const cap = Math.round((standard * 12 * 30) / 100);
  const paid = (facts.transfersPaid ?? []).filter((each) => each.member === member.id);
  const isAble = !own.some(({ kind }) => LABOUR.includes(kind)) && !member.cannotFindWork;
  return (
    wage -
    Math.min(wage, sumOf(wages, costsOf), cap) +
    sumOf(others, (each) => gross(each) - (LESS_COSTS.includes(each.kind) ? costsOf(each) : 0)) +
    (isAble ? imputedFor(member, countyOf(facts).minimumWage) : 0) -
    sumOf(paid, ({ amount, period }) => (amount ?? 0) * timesOf(period))
  );
}

function timesOf(period: string): number {
  return period === 'per-month' ? 12 : 1;
}

function gross({ amount, period }: Income): number {
  return (amount ?? 0) * timesOf(period);
}

function costsOf(income: Income): number {
  if (income.kind === 'farming') return Math.round((gross(income) * 30) / 100);
  if (income.kind === 'breeding') return Math.round((gross(income) * 50) / 100);
  return (income.costs ?? 0) * timesOf(income.period);
}

function imputedFor({ birth, studentLevel, labourCapacity }: MemberFacts, wage: number): number {
  const age = ageOn(birth as LocalDate, DAY);
  if (age < 16 || age >= 60 || studentLevel !== 'none') return 0;
  if (labourCapacity === 'full') return Math.round((wage * 12 * 80) / 100);
  return labourCapacity === 'partial' ? Math.round((wage * 12 * 40) / 100) : 0;
}

function supportOf(
  each: NonNullable<HouseholdFacts['supporters']>[number],
  standard: number,
): number {
  if (each.exemption !== 'none') return 0;
  const [agreed, actual] = [each.agreedMonthly ?? 0, each.actualMonthly ?? 0];
  if (agreed > 0) return Math.max(agreed, actual);
  const size = each.familySize ?? 1;
  const above = Math.max(0, (each.familyMonthlyIncome ?? 0) - 2 * standard * size);
  const parts = 4 * size * (each.supportedPersons ?? 1);
  return Math.max(Math.floor((2 * above + parts) / (2 * parts)), actual);
}

function supplementOf(
  { birth, disabilityKind, disabilityGrade }: MemberFacts,
  standard: number,
): number {
  const age = ageOn(birth as LocalDate, DAY);
  const isSevere = disabilityKind !== 'none' && (disabilityGrade ?? 4) <= 2;
  const percent = isSevere ? 30 : age < 18 ? 15 : age >= 70 ? 10 : 0;
  return Math.ceil((standard * percent) / 10_000) * 100;
}
