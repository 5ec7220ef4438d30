import type { Run } from './run.ts';
import type { Assessment, MemberResult, Outcome } from './assessment.ts';
import type { MEMBER_GROUND } from './household/member-rule.ts';
import type { Subject } from './language/evaluate.ts';
import { isPoint } from './language/range.ts';
import { compare } from './language/rational.ts';
import type { Value } from './language/value.ts';
import { codeWords, knownCode, knownFen, knownNumber, knownTruth } from './settled.ts';

/** "Eligible" says that the family, its members and its amount are settled; before that it is undecided. */
export function outcomeOf(eligible: Value, amount: Value | null, size: number | null): Outcome {
  const is = knownTruth(eligible);
  if (is === null) return 'undecided';
  if (!is) return 'not-eligible';
  const settled = amount === null || knownNumber(amount) !== null;
  return settled && size !== null ? 'eligible' : 'undecided';
}

export function membersOf(run: Run): MemberResult[] {
  return (run.household.below.member ?? []).map((member) => memberResult(run, member));
}

function memberResult({ find, source }: Run, member: Subject): MemberResult {
  const finding = find('memberGround', member);
  const only = knownCode(finding.value) as keyof typeof MEMBER_GROUND | null;
  const missing = finding.value.missing.map((each) => each.text).join('、');
  return {
    id: member.id,
    name: member.title,
    counted: knownTruth(find('counted', member).value),
    ground: only,
    reason: codeWords(source.set, 'MEMBER_GROUND', finding.value) ?? `待查清：${missing}`,
    citation: finding.rule.citation,
  };
}

export function supplementsOf({ find, household }: Run): Assessment['supplements'] {
  return (household.below.member ?? []).flatMap((subject) => {
    const amount = knownFen(find('memberSupplement', subject).value);
    if (!knownTruth(find('counted', subject).value) || !amount) return [];
    return [{ member: subject.id, name: subject.title, amount }];
  });
}

/** The tier as the place's table names it. */
export function tierOf({ find, source }: Run): string | null {
  const table = source.valueOf('tierTable');
  const perCapita = find('perCapitaIncome').value;
  if (table.kind !== 'bands' || perCapita.kind !== 'number' || !isPoint(perCapita.range))
    return null;
  const income = perCapita.range.low;
  return table.bands.find((band) => compare(income, band.upTo) <= 0)?.title ?? null;
}
