import type { Refusal } from '../kernel/outcome.ts';
import type { Assessment } from './assessment.ts';
import type { HouseholdFacts } from './facts.ts';
import type { Finding, Subject } from './language/evaluate.ts';
import { explain, type Step } from './language/explain.ts';
import { joined, type Missing, NOTHING, ofFamily, ofPlace } from './language/value.ts';
import { exitOf } from './dibao/exit-result.ts';
import { aloneOf } from './dibao/alone-result.ts';
import { membersOf, outcomeOf, supplementsOf, tierOf } from './household-result.ts';
import type { ParameterRefusal } from './parameter-side.ts';
import type { ParameterSource } from './parameter-source.ts';
import { plainWords } from './plain-words.ts';
import { reasonsOf, wouldChange } from './reason.ts';
import type { Region } from './region.ts';
import { type Given, openRun, type Run } from './run.ts';
import type { Scheme } from './scheme.ts';
import { exactFen, knownFen, knownNumber } from './settled.ts';
import { personsOf } from './tekun/person-result.ts';
import { reliefOf } from './temporary/relief-result.ts';

export type { Given };

export type AssessRefusal =
  | ParameterRefusal
  | Refusal<'no-member-counted' | 'amount-above-standard'>;
export type Assessed =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly refusal: AssessRefusal };

/** The rules each scheme's answer and amount come from. */
const ANSWER = {
  dibao: { eligible: 'eligible', amount: 'monthlyAmount', basic: 'basicBenefit' },
  margin: { eligible: 'inMargin', amount: null, basic: null },
  rigid: { eligible: 'inRigid', amount: null, basic: null },
  temporary: { eligible: 'temporaryEligible', amount: 'temporaryAmount', basic: null },
} as const;

/**
 * Whether a household is eligible for one scheme in a region on a day and what it would get, each result with
 * its reasons. Undecided while a missing fact can still change it. Refuses when the result rests on what the
 * place has not laid down for that day (`parameter-missing`), when town and country differ in a choice of method
 * and the residence is unknown (`residence-needed`), when nobody counts as a member (`no-member-counted`), and
 * when the place's amounts exceed its own standard (`amount-above-standard`). Where facts of the family are
 * missing too they are asked for first: the answers may make the place's figure irrelevant.
 */
export function assessScheme(
  scheme: Scheme,
  facts: HouseholdFacts,
  region: Region,
  given: Given,
): Assessed {
  const opened = openRun(facts, region, given, scheme);
  if (!opened.ok) return opened;
  const { run } = opened;
  const { find } = run;
  if (knownNumber(find('householdSize').value) === 0) {
    return { ok: false, refusal: nobodyCounted(find('householdSize')) };
  }
  if (scheme === 'dibao') {
    const above = find('amountWithinStandard');
    const eligible = find('eligible').value;
    const pays = eligible.kind === 'yes/no' && eligible.value === true;
    if (pays && above.value.kind === 'yes/no' && above.value.value === false) {
      return { ok: false, refusal: aboveStandard(above) };
    }
  }
  const core = scheme === 'tekun' ? personalCore(run) : householdCore(scheme, run);
  const refusal = ofFamily(core.open).length > 0 ? null : run.source.refusalFor(core.open);
  if (refusal) return { ok: false, refusal };
  return { ok: true, assessment: assessmentOf(scheme, facts, region, given, { run, core }) };
}

function assessmentOf(
  scheme: Scheme,
  facts: HouseholdFacts,
  region: Region,
  given: Given,
  { run, core: { open, ...core } }: { readonly run: Run; readonly core: Core },
): Assessment {
  const { find, source, release } = run;
  const result = {
    scheme,
    householdSize: knownNumber(find('householdSize').value),
    standard: knownFen(source.valueOf('standard')),
    perCapitaMonthly: exactFen(find('perCapitaIncome').value),
    relief: scheme === 'temporary' ? reliefOf(run, core.outcome, core.monthlyAmount) : null,
    ...core,
  };
  const { shownRules, ...kept } = result;
  const trace = traceOf(run, shownRules);
  return {
    ruleSetVersion: release.frame.version,
    on: given.on,
    knownOn: given.knownOn ?? given.on,
    place: facts.place,
    regionName: region.name,
    ...kept,
    plainWords: plainWords(kept),
    wouldChange: wouldChange(find, source, release.conditions[scheme], result.reasons),
    members: membersOf(run),
    basicAmount: scheme === 'dibao' ? knownFen(find('basicBenefit').value) : null,
    tier: scheme === 'dibao' && core.outcome === 'eligible' ? tierOf(run) : null,
    supplements: scheme === 'dibao' && core.outcome === 'eligible' ? supplementsOf(run) : [],
    persons:
      scheme === 'dibao' && core.outcome === 'not-eligible'
        ? aloneOf(facts, region, given)
        : core.persons,
    exit:
      scheme === 'dibao' && core.outcome === 'not-eligible' && facts.exit
        ? exitOf(facts, region, given)
        : null,
    trace,
    parameters: source.used,
    doubts: [...doubtsOf(trace, source), ...ofPlace(open).map(stillToLayDown)],
  };
}

type Shown = { readonly rule: string; readonly subject?: Subject };
type Core = Pick<Assessment, 'outcome' | 'monthlyAmount' | 'missing' | 'reasons' | 'persons'> & {
  readonly shownRules: readonly Shown[];
  /** Everything that keeps some part of the result open, of the family and of the place. */
  readonly open: Missing;
};

function householdCore(scheme: Exclude<Scheme, 'tekun'>, { find, source, release }: Run): Core {
  const { eligible: rule, amount: amountRule } = ANSWER[scheme];
  const eligible = find(rule).value;
  const amount = amountRule === null ? null : find(amountRule).value;
  const size = find('householdSize').value;
  const outcome = outcomeOf(eligible, amount, knownNumber(size));
  const missing = joined(eligible.missing, amount ? amount.missing : NOTHING, size.missing);
  const shown = amountRule === null ? [rule] : [rule, amountRule];
  return {
    outcome,
    monthlyAmount: amount ? knownFen(amount) : null,
    missing: outcome === 'not-eligible' ? [] : ofFamily(missing),
    reasons: reasonsOf(find, source, release.conditions[scheme]),
    persons: [],
    shownRules: shown.map((each) => ({ rule: each })),
    open: {
      undecided: missing,
      eligible: joined(...(GRANTED_WITH[scheme] ?? []).map((each) => find(each).value.missing)),
      'not-eligible': NOTHING,
    }[outcome],
  };
}

/** What has to be settled besides answer and amount before anything is granted. */
const GRANTED_WITH: Partial<Readonly<Record<Scheme, readonly string[]>>> = {
  dibao: ['amountWithinStandard'],
  temporary: ['withinTownship', 'needsCoordination', 'payInStages'],
};

function personalCore(run: Run): Core {
  const { persons, reasons, open: missing } = personsOf(run);
  const members = run.household.below.member ?? [];
  const eligible = persons.filter((each) => each.outcome === 'eligible');
  const open = persons.filter((each) => each.outcome === 'undecided');
  // Whether anybody counts at all decides whether the rules apply to this household (no-member-counted).
  const size = run.find('householdSize').value;
  const isNobodysYet = eligible.length > 0 && knownNumber(size) === null;
  const outcome =
    open.length > 0 || isNobodysYet
      ? 'undecided'
      : eligible.length > 0
        ? 'eligible'
        : 'not-eligible';
  const sum = eligible.reduce((total, each) => total + (each.amount ?? 0), 0);
  return {
    outcome,
    monthlyAmount: outcome === 'undecided' ? null : (sum as Assessment['monthlyAmount']),
    missing: ofFamily(isNobodysYet ? joined(missing, size.missing) : missing),
    reasons,
    persons,
    shownRules: members.map((subject) => ({ rule: 'tekunAmount', subject })),
    open: missing,
  };
}

function traceOf({ find, source }: Run, shown: readonly Shown[]): Step[] {
  const met = new Set<Finding>();
  return shown.map(({ rule, subject }) => explain(source.set, find(rule, subject), met));
}

function nobodyCounted(finding: Finding): Refusal<'no-member-counted'> {
  return {
    code: 'no-member-counted',
    message:
      '没有可以计入的共同生活家庭成员，不能按户核算。请核对各成员的特定情形，改由其他家庭成员申请。',
    citation: finding.rule.citation,
  };
}

function aboveStandard(finding: Finding): Refusal<'amount-above-standard'> {
  return {
    code: 'amount-above-standard',
    message:
      '按当地规定算出的补助额超过了低保标准，多为分档表或者定额录入有误，不能据此发放。请县级民政部门核对文件和数值。',
    citation: finding.rule.citation,
  };
}

function stillToLayDown({ text }: Missing[number]): string {
  return `还没有${text}：家庭的情况查清以后仍要用到的，请县级民政部门在地方参数中补录文件和数值。`;
}

function doubtsOf(trace: readonly Step[], source: ParameterSource): string[] {
  const doubts = new Set<string>();
  const add = ({ title, citation }: Pick<Step, 'title' | 'citation'>) => {
    if (citation.doubt) doubts.add(`${title}：${citation.doubt}`);
  };
  const addAll = (steps: readonly Step[]): void => {
    for (const step of steps) {
      add(step);
      addAll(step.steps);
    }
  };
  addAll(trace);
  for (const each of source.used) add(each);
  return [...doubts];
}
