import type { WorkingCalendar } from '../../kernel/working-day.ts';
import { workingDaysBetween } from '../../kernel/working-day.ts';
import { daysBetween } from '../../kernel/local-date.ts';
import type { CaseState } from '../case/index.ts';

/** What is counted of one accepted application: written with its events, read by the county's figures. */
export type CaseMeasure = {
  readonly scheme: string;
  /** Who decided; while it is open, whose route it is on. */
  readonly route: 'township' | 'county';
  readonly accepted_on: string;
  /** '' while it is undecided. */
  readonly decided_on: string;
  readonly outcome: 'grant' | 'refuse' | '';
  /** '' unless it ended without a decision. */
  readonly closed_on: string;
  /** The legal limit of the whole, with its extension. */
  readonly due_on: string;
  /** From acceptance to decision; 0 while undecided. */
  readonly working_days: number;
  readonly calendar_days: number;
  /** How often the family had to come: to apply, to bring what was missing, to fetch the decision. */
  readonly trips: number;
  readonly returned: boolean;
  readonly objections: number;
  readonly upheld: number;
  readonly open_objections: number;
  readonly visits: number;
  readonly visits_by_two: number;
  /** Notices before the decision, and those of them taken down with a photo. */
  readonly notices: number;
  readonly notices_down: number;
  readonly help_first: boolean;
};

/** Null until the application is accepted: before that no clock runs and nothing is counted. */
export function measureOf(
  state: CaseState,
  dueOn: string,
  calendar: WorkingCalendar,
): CaseMeasure | null {
  const { course, intake, publicity, investigation } = state;
  const { accepted } = intake;
  if (!accepted) return null;
  const { decision } = state.confirmation;
  const before = publicity.notices.filter(({ kind }) => kind === 'before');
  return {
    scheme: course.scheme,
    route: decision?.route ?? course.route,
    accepted_on: accepted.on,
    decided_on: decision?.on ?? '',
    outcome: decision?.outcome ?? '',
    closed_on: course.closed?.on ?? '',
    due_on: dueOn,
    working_days: decision ? workingDaysBetween(calendar, accepted.on, decision.on).days : 0,
    calendar_days: decision ? daysBetween(accepted.on, decision.on) : 0,
    trips: tripsOf(state),
    returned: isReturned(state),
    objections: publicity.objections.length,
    upheld: publicity.objections.filter(({ handled }) => handled?.upheld).length,
    open_objections: publicity.objections.filter(({ handled }) => handled === null).length,
    visits: investigation.visits.length,
    visits_by_two: investigation.visits.filter(({ visitors }) => visitors.length >= 2).length,
    notices: before.length,
    notices_down: before.filter(({ takenDown }) => takenDown !== null).length,
    help_first: course.channel !== 'ordinary',
  };
}

function tripsOf({ intake, confirmation }: CaseState): number {
  const brought = intake.notice && intake.notice.missing.length > 0 ? 1 : 0;
  const fetched = confirmation.service?.method === 'in-person' ? 1 : 0;
  return 1 + brought + fetched;
}

/** Sent back for checking by the meeting, or by the county's reviewer. */
function isReturned({ deliberation, confirmation }: CaseState): boolean {
  const { deliberations } = deliberation;
  if (deliberations.some(({ resolution }) => resolution === 'return')) return true;
  return confirmation.countyReview?.agrees === false;
}
