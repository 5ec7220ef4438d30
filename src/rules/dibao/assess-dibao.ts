import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { HouseholdFacts, MemberFacts } from '../facts.ts';
import { subjectOf } from '../household-field.ts';
import { evaluation, type Find, type Finding, type Subject } from '../language/evaluate.ts';
import { explain, nearestFen, type Step } from '../language/explain.ts';
import { isPoint } from '../language/range.ts';
import { compare, fractionOf, type Rational, toNumber } from '../language/rational.ts';
import { joined, type Value } from '../language/value.ts';
import {
  type ParameterRefusal,
  type ParameterSource,
  parameterSource,
} from '../parameter-source.ts';
import type { Region } from '../region.ts';
import type { Assessment, ExactFen, MemberResult } from './assessment.ts';
import { dibaoRuleSet } from './dibao-rule-set.ts';
import { MEMBER_GROUND } from './member-rule.ts';
import { plainWords } from './plain-words.ts';
import { reasonsOf } from './reason.ts';

/** Time is given, never taken. `knownOn` later than `on` computes an old month by what was published since. */
export type Given = {
  readonly on: LocalDate;
  readonly knownOn?: LocalDate;
  /** Names for messages; left out, members are called by their relation to the applicant. */
  readonly nameOf?: (member: MemberFacts) => string;
};

export type AssessRefusal = ParameterRefusal | Refusal<'no-member-counted'>;

/**
 * Whether a household is eligible for 低保 in a region on a day and what it would get, each result with its
 * reasons. Undecided while a missing fact can still change it. Refuses when the place has not settled a
 * parameter for that day (`parameter-missing`), when town and country differ in a choice of method and the
 * residence is unknown (`residence-needed`), and when nobody counts as a member (`no-member-counted`).
 */
export function assessDibao(
  facts: HouseholdFacts,
  region: Region,
  given: Given,
): { ok: true; assessment: Assessment } | { ok: false; refusal: AssessRefusal } {
  const asOf = { on: given.on, knownOn: given.knownOn ?? given.on };
  const read = parameterSource(dibaoRuleSet, region, asOf, facts.residence);
  if (!read.ok) return read;
  const household = subjectOf(facts, given.on, given.nameOf);
  const found = evaluation(dibaoRuleSet, read.source.valueOf);
  const find = (rule: string, subject = household) => found.find(rule, subject);
  const size = knownNumber(find('householdSize').value);
  if (size === 0) return { ok: false, refusal: nobodyCounted(find('householdSize')) };

  const members = (household.below.member ?? []).map((member) => memberResult(find, member));
  const eligible = find('eligible').value;
  const amount = find('monthlyAmount').value;
  const perCapita = exactFen(find('perCapitaIncome').value);
  const standard = knownFen(read.source.valueOf('standard'));
  const reasons = reasonsOf(find, read.source);
  const outcome = outcomeOf(eligible, amount, size);
  const shown = new Set<Finding>();
  const trace: Step[] = ['eligible', 'monthlyAmount'].map((rule) =>
    explain(dibaoRuleSet, find(rule), shown),
  );
  const result = {
    outcome,
    householdSize: size,
    standard,
    perCapitaMonthly: perCapita,
    monthlyAmount: knownFen(amount),
    missing: outcome === 'not-eligible' ? [] : joined(eligible.missing, amount.missing),
    reasons,
  };
  return {
    ok: true,
    assessment: {
      scheme: 'dibao',
      ruleSetVersion: dibaoRuleSet.text.version,
      ...asOf,
      place: facts.place,
      regionName: region.name,
      ...result,
      plainWords: plainWords(result),
      members,
      basicAmount: knownFen(find('basicBenefit').value),
      tier: outcome === 'eligible' ? tierOf(read.source, find('perCapitaIncome').value) : null,
      supplements: outcome === 'eligible' ? supplementsOf(find, household, members) : [],
      trace,
      parameters: read.source.used,
      doubts: doubtsOf(trace, read.source),
    },
  };
}

/** The same input again must give the same result; the stored one is compared as plain JSON. */
export function replayDibao(
  stored: Assessment,
  facts: HouseholdFacts,
  region: Region,
  nameOf?: Given['nameOf'],
): { same: boolean; now: Assessment | null } {
  const { on, knownOn } = stored;
  const again = assessDibao(facts, region, { on, knownOn, ...(nameOf ? { nameOf } : {}) });
  if (!again.ok) return { same: false, now: null };
  return {
    same: ordered(again.assessment) === ordered(stored),
    now: again.assessment,
  };
}

/** As text whatever the order of the keys: a database that keeps JSON does not keep that. */
function ordered(assessment: Assessment): string {
  return JSON.stringify(assessment, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** "Eligible" says that the family, its members and its amount are settled; before that it is undecided. */
function outcomeOf(eligible: Value, amount: Value, size: number | null): Assessment['outcome'] {
  if (eligible.kind !== 'yes/no' || eligible.value === null) return 'undecided';
  if (!eligible.value) return 'not-eligible';
  return knownNumber(amount) === null || size === null ? 'undecided' : 'eligible';
}

function memberResult(find: Find, member: Subject): MemberResult {
  const finding = find('memberGround', member);
  const counted = find('counted', member).value;
  const possible = finding.value.kind === 'code' ? finding.value.possible : [];
  const [only] = possible.length === 1 ? (possible as (keyof typeof MEMBER_GROUND)[]) : [];
  const missing = finding.value.missing.map((each) => each.text).join('、');
  return {
    id: member.id,
    name: member.title,
    counted: counted.kind === 'yes/no' ? counted.value : null,
    ground: only ?? null,
    reason: only ? MEMBER_GROUND[only] : `待查清：${missing}`,
    citation: finding.rule.citation,
  };
}

function nobodyCounted(finding: Finding): Refusal<'no-member-counted'> {
  return {
    code: 'no-member-counted',
    message:
      '没有可以计入的共同生活家庭成员，不能按户核算。请核对各成员的特定情形，改由其他家庭成员申请。',
    citation: finding.rule.citation,
  };
}

function supplementsOf(find: Find, household: Subject, members: readonly MemberResult[]) {
  return (household.below.member ?? []).flatMap((subject, index) => {
    const amount = knownFen(find('memberSupplement', subject).value);
    if (!members[index]?.counted || !amount) return [];
    return [{ member: subject.id, name: subject.title, amount }];
  });
}

function tierOf(source: ParameterSource, perCapita: Value): string | null {
  const table = source.valueOf('tierTable');
  if (table.kind !== 'bands' || perCapita.kind !== 'number' || !isPoint(perCapita.range))
    return null;
  const income: Rational = perCapita.range.low;
  return table.bands.find((band) => compare(income, band.upTo) <= 0)?.title ?? null;
}

function doubtsOf(trace: readonly Step[], source: ParameterSource): string[] {
  const inRules = (steps: readonly Step[]): string[] =>
    steps.flatMap((step) => [
      ...(step.citation.doubt ? [`${step.title}：${step.citation.doubt}`] : []),
      ...inRules(step.steps),
    ]);
  const inParameters = source.used.flatMap((each) =>
    each.citation.doubt ? [`${each.title}：${each.citation.doubt}`] : [],
  );
  return [...new Set([...inRules(trace), ...inParameters])];
}

function knownNumber(value: Value): number | null {
  if (value.kind !== 'number' || !isPoint(value.range)) return null;
  return toNumber(value.range.low);
}

/** Whole fen; the rules round amounts before they get here, so a fraction is a bug and throws. */
function knownFen(value: Value): Fen | null {
  const known = knownNumber(value);
  return known === null ? null : fen(known);
}

function exactFen(value: Value): ExactFen | null {
  if (value.kind !== 'number' || !isPoint(value.range)) return null;
  const { low } = value.range;
  const { top, bottom } = fractionOf(low);
  return { fen: Number(top), over: Number(bottom), shown: nearestFen(low) };
}
