import type { WorkingCalendar } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { applicantName } from '../household/index.ts';
import type { CaseState } from './case.ts';
import { openStages, progressOf, totalDue, turnOf } from './progress.ts';

/** What a list shows of a case: it follows from the state, the calendar and the county's limits alone. */
export type CaseRow = {
  readonly status: 'open' | 'granted' | 'refused' | 'closed';
  readonly stages: readonly string[];
  readonly act: string;
  /** What somebody else must do first, in words; '' when the act can be done. */
  readonly waitsFor: string;
  /** Whose turn it is in which open stage, as `stage:role`; who answers an extension, as `extension:role`. */
  readonly turns: readonly string[];
  /** Everybody whose turn it is somewhere. */
  readonly roles: readonly string[];
  /** The legal deadline that comes first: of an open stage, or of the whole case until it is decided. */
  readonly dueOn: string;
  readonly totalDue: string;
  readonly applicant: string;
  readonly members: number;
};

export function rowOf(state: CaseState, procedure: Procedure, calendar: WorkingCalendar): CaseRow {
  const status = statusOf(state);
  const isOver = status === 'closed' || state.archive.archived !== null;
  const open = isOver ? [] : openStages(progressOf(state, procedure, calendar));
  const total = totalDue(state, procedure, calendar);
  const dues = [...open.map((each) => each.due), status === 'open' ? total : null].flatMap((due) =>
    due ? [due.on] : [],
  );
  const [first] = open;
  const turns = [
    ...open.flatMap(({ stage }) => turnOf(stage, state).map((role) => ({ stage: stage.id, role }))),
    ...(status === 'open' ? extensionTurn(state) : []),
  ];
  return {
    status,
    stages: open.map(({ stage }) => stage.id),
    act: first?.stage.act ?? '',
    waitsFor: first?.because ?? '',
    turns: turns.map(({ stage, role }) => `${stage}:${role}`),
    roles: [...new Set(turns.map(({ role }) => role))],
    dueOn: dues.toSorted()[0] ?? '',
    totalDue: total?.on ?? '',
    applicant: applicantName(state.household),
    members: state.household.declaration?.people.length ?? 0,
  };
}

/** An extension that was asked for waits for whoever decides by the case's route (DB-22). */
function extensionTurn({ course }: CaseState) {
  if (!course.extensionAsked) return [];
  const role = course.route === 'township' ? 'chair' : 'county-leader';
  return [{ stage: 'extension', role } as const];
}

export function statusOf(state: CaseState): CaseRow['status'] {
  if (state.course.closed) return 'closed';
  const outcome = state.confirmation.decision?.outcome;
  if (outcome === 'grant') return 'granted';
  return outcome === 'refuse' ? 'refused' : 'open';
}
