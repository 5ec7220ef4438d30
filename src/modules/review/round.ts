import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { BenefitState } from './benefit-state.ts';
import { whyNotInForce } from './decide.ts';
import { finalStanding } from './entitlement.ts';
import { type KnownReconfirmation, reconfirmers } from './reconfirmation.ts';
import type { Demands, Task } from './task.ts';

/** The last day of the year's round; null where the place asks for none (the month is 0). */
export function roundEnds({ procedure, today }: Demands): LocalDate | null {
  const month = procedure.reconfirmationMonth.value;
  if (month === 0) return null;
  const begins = localDate(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
  return addDays(addMonths(begins, 1), -1);
}

/** The first day of the year: whoever was granted since is not asked again in it. */
export function yearBegins(today: LocalDate): LocalDate {
  return localDate(`${today.slice(0, 4)}-01-01`);
}

/**
 * Whether this year's round concerns a household: it goes on, it was granted before the year began, and it is no
 * recognition that ends by itself, which is applied for anew (GX-05, BY-01).
 */
export function isAsked(state: BenefitState, today: LocalDate): boolean {
  const { enrolment, entries } = state;
  const grantedOn = entries[0]?.decidedOn;
  if (!enrolment || enrolment.validUntil !== null || !grantedOn) return false;
  if (whyNotInForce(state, today) || finalStanding(entries) === 'stopped') return false;
  return grantedOn < yearBegins(today);
}

export function reconfirmedIn(
  { reconfirmations = [] }: BenefitState,
  today: LocalDate,
): KnownReconfirmation | null {
  const year = Number(today.slice(0, 4));
  return reconfirmations.find((each) => each.year === year) ?? null;
}

/** This year's task of a household; the day passing changes nothing (DB-31b). */
export function reconfirmationTasks(state: BenefitState, demands: Demands): readonly Task[] {
  const dueOn = roundEnds(demands);
  const { today } = demands;
  if (!dueOn || !isAsked(state, today) || reconfirmedIn(state, today)) return [];
  return [{ kind: 'reconfirm', dueOn, roles: reconfirmers, what: reconfirmationWords(today) }];
}

export function reconfirmationWords(today: LocalDate): string {
  return `${today.slice(0, 4)} 年度重新确认：家庭声明情况有无变化`;
}
