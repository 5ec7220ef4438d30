import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { type Refusal } from '../../kernel/outcome.ts';
import {
  endOfPublicity,
  leastPublicityDays,
  type WorkingCalendar,
} from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type AssessmentState, opinionIsCurrent } from '../assessment/index.ts';
import type { HouseholdState } from '../household/index.ts';
import { type Notice, openObjections, type PublicityState } from './publicity.ts';
import { refusals, type StandingRefusal } from './refusal.ts';

/** What the publicity is judged by: the day, the legal calendar, the county's procedure. */
export type PublicityGiven = {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly procedure: Procedure;
};

/** What the answer follows from: three slots of the case, which itself stands on this file. */
type StandingState = {
  readonly assessment: AssessmentState;
  readonly household: HouseholdState;
  readonly publicity: PublicityState;
};

export type PublicityStanding =
  | { readonly ok: true; readonly proposalHash: string; readonly endedOn: LocalDate }
  | { readonly ok: false; readonly refusal: Refusal<StandingRefusal> };

/**
 * Whether the publicity before the decision carries it today (I-4): the opinion in force hung at every place
 * the county names, each period is over on the legal calendar, each was taken down with a photo, and no
 * objection waits. `endedOn` is the last day of the last period.
 */
export function publicityStands(state: StandingState, given: PublicityGiven): PublicityStanding {
  const no = (code: StandingRefusal): PublicityStanding => ({ ok: false, refusal: refusals[code] });
  if (openObjections(state.publicity).length > 0) return no('objection-open');
  const { opinion } = state.assessment;
  if (!opinion) return no('opinion-missing');
  if (!opinionIsCurrent(state.assessment, state.household.revision)) {
    return no('opinion-out-of-date');
  }
  const posted = state.publicity.notices.filter(
    (each) =>
      each.kind === 'before' && each.proposalHash === opinion.hash && !cameDownEarly(each, given),
  );
  const needed = [...opinion.places, ...given.procedure.publicityPlaces.value];
  if (needed.some((level) => !posted.some((each) => each.level === level))) {
    return no('notice-missing');
  }
  if (posted.some((each) => !isOver(each, given))) return no('notice-period-not-over');
  if (posted.some((each) => each.takenDown === null)) return no('notice-still-hanging');
  const endedOn = posted
    .map((each) => lastDayOf(each, given))
    .toSorted()
    .at(-1);
  return endedOn ? { ok: true, proposalHash: opinion.hash, endedOn } : no('notice-missing');
}

/**
 * Whether it came down before its time, as something void does: should the same proposal be made again, that
 * posting counts for nothing and another must follow (PB-02, PB-09).
 */
export function cameDownEarly(notice: Notice, given: PublicityGiven): boolean {
  return notice.takenDown !== null && !isOver(notice, given);
}

/**
 * The last day a notice must hang. A holiday notice that came out after the posting may have moved the end
 * (WD-08); an earlier promise on the wall is kept too.
 */
export function lastDayOf(notice: Pick<Notice, 'postedOn' | 'endsOn'>, given: PublicityGiven) {
  const { date } = endFrom(notice.postedOn, given);
  return date > notice.endsOn ? date : notice.endsOn;
}

/** The last day of a notice that hangs from a day, by the procedure of its scheme. */
export function endFrom(posted: LocalDate, { calendar, procedure }: PublicityGiven) {
  const { publicityDays: days, publicityDayUnit: unit } = procedure;
  return endOfPublicity(calendar, posted, days.value, unit.value, leastDays(procedure));
}

/** Seven; fewer only by a procedure that may set fewer, which that of 低保 may not (PB-02, LS-06). */
function leastDays({ publicityDays }: Procedure): number {
  return Math.min(leastPublicityDays, publicityDays.value);
}

// The day after the last one: on the last day itself somebody may still object.
function isOver(notice: Notice, given: PublicityGiven): boolean {
  const last = lastDayOf(notice, given);
  const end = notice.takenDown?.on ?? given.today;
  const { procedure } = given;
  const least =
    procedure.publicityDayUnit.value === 'calendar' ? leastDays(procedure) : leastPublicityDays;
  return end > last && daysBetween(notice.postedOn, last) >= least;
}
