import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** S18 二(二)7: 特困人员 are looked at once a year, whatever a county has laid down for 低保. */
const TEKUN_MONTHS = 12;

/**
 * After how many months somebody looks again (DB-31a, TK-28). The shorter period where somebody can work or the
 * income is not steady; either of the two is enough (doubt D-08). What is not known counts as not steady.
 */
export function reviewMonths(
  scheme: Scheme,
  facts: HouseholdFacts | null,
  procedure: Procedure,
): number {
  const { reviewMonthsStable, reviewMonthsUnstable } = procedure;
  if (scheme === 'tekun') return Math.min(TEKUN_MONTHS, reviewMonthsStable.value);
  return isUnsteady(facts) ? reviewMonthsUnstable.value : reviewMonthsStable.value;
}

function isUnsteady(facts: HouseholdFacts | null): boolean {
  if (!facts) return true;
  return facts.members.some(
    ({ labourCapacity, employment }) => labourCapacity === 'full' || employment === 'flexible',
  );
}

/** The last day for the next check: the day of the last one and the period (I-19). */
export function nextReviewDue(
  scheme: Scheme,
  facts: HouseholdFacts | null,
  procedure: Procedure,
  checkedOn: LocalDate,
): LocalDate {
  return addMonths(checkedOn, reviewMonths(scheme, facts, procedure));
}
