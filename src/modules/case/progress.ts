import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { Role } from '../identity/index.ts';
import type { CaseState } from './case.ts';
import { flowOf, type Stage } from './flow.ts';
import type { LimitName } from './stage.ts';

/** Where one stage stands for one case. */
export type StageProgress = {
  readonly stage: Stage;
  readonly status: 'done' | 'open' | 'waiting' | 'not-needed';
  /** Why it is where it is, in words. */
  readonly because: string;
  readonly due: Due | null;
};

/** A legal deadline. Provisional when the holiday notice of its year is not out yet (WD-08). */
export type Due = { readonly on: LocalDate; readonly provisional: boolean };

/** Every stage of the case's flow with its status and deadline, in order. */
export function progressOf(
  state: CaseState,
  procedure: Procedure,
  calendar: WorkingCalendar,
): readonly StageProgress[] {
  const { stages } = flowOf(state);
  const passed = new Set(
    stages
      .filter((stage) => !isNeeded(stage, state) || stage.leave(state).is === 'met')
      .map(({ id }) => id),
  );
  return stages.map((stage) => {
    const condition = stage.leave(state);
    const because = condition.is === 'undecided' ? condition.missing.join('、') : condition.because;
    if (!isNeeded(stage, state))
      return { stage, status: 'not-needed', because: '不需要', due: null };
    if (condition.is === 'met') return { stage, status: 'done', because, due: null };
    const open = stage.after.every((id) => passed.has(id));
    return {
      stage,
      status: open ? 'open' : 'waiting',
      because,
      due: open ? dueOf(stage, state, procedure, calendar) : null,
    };
  });
}

function isNeeded(stage: Stage, state: CaseState): boolean {
  return stage.applies?.(state) ?? true;
}

function dueOf(
  stage: Stage,
  state: CaseState,
  procedure: Procedure,
  calendar: WorkingCalendar,
): Due | null {
  const named = stage.dueOn?.(state);
  if (named) return { on: named, provisional: false };
  const from = stage.clock?.from(state);
  if (!stage.clock || !from) return null;
  const limit = stage.clock.instead?.(state) ?? stage.clock.limit;
  const days = procedure[limit].value;
  if (isHelpFirst(limit)) return { on: addDays(from, days), provisional: false };
  const { date, provisional } = addWorkingDays(calendar, from, days);
  return { on: date, provisional };
}

/** Hunger knows no weekend: the limits of urgent help count every day (LS-10, LS-11, doubt D-04). */
function isHelpFirst(limit: LimitName): boolean {
  return limit === 'helpFirstDays' || limit === 'quickAidDays';
}

/** The day the whole case must be finished: the route's limit, or the approved extension (DB-22, I-6); null without. */
export function totalDue(
  state: CaseState,
  procedure: Procedure,
  calendar: WorkingCalendar,
): Due | null {
  const acceptedOn = state.intake.accepted?.on;
  const { totalLimit } = flowOf(state);
  if (!acceptedOn || !totalLimit) return null;
  const days = state.course.extension?.limitWorkingDays ?? procedure[totalLimit].value;
  const { date, provisional } = addWorkingDays(calendar, acceptedOn, days);
  return { on: date, provisional };
}

/** The stages somebody must act on now; none once the case is closed or archived. */
export function openStages(progress: readonly StageProgress[]): readonly StageProgress[] {
  return progress.filter((each) => each.status === 'open');
}

/** Of those who may act in a stage, whose turn it is now. */
export function turnOf(stage: Stage, state: CaseState): readonly Role[] {
  return stage.turn?.(state) ?? stage.roles;
}
