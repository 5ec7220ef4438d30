import type { Given } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { WorkingCalendar } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { CaseState } from './case.ts';
import type { CourseEvent } from './course.ts';
import { hasStage } from './flow.ts';
import { totalDue } from './progress.ts';
import { type CaseRefusal, refusals } from './refusal.ts';

/** What every decider on a case is given besides time and person: the calendar and the place's procedure. */
export type CaseGiven = Given & {
  readonly calendar: WorkingCalendar;
  readonly procedure: Procedure;
};

type Answer = Decision<CourseEvent, CaseRefusal>;

/** The refusal that stands before every act on a case: it is closed, or already decided. Null when it is live. */
export function whyNotLive(state: CaseState): CaseRefusal | null {
  if (state.course.closed) return 'case-closed';
  return state.confirmation.decision ? 'case-decided' : null;
}

/** As `whyNotLive`; but where help came first the file stays open until its papers are complete (LS-08, LS-09). */
export function whyNotAddable(state: CaseState): CaseRefusal | null {
  const { decision, completion } = state.confirmation;
  const isOwed = decision !== null && completion === null && hasStage(state, 'completion');
  return isOwed && !state.course.closed ? null : whyNotLive(state);
}

/** Asks for up to 45 working days, with a reason of S83 四(一); someone else approves (DB-22, I-6). */
export function requestExtension(
  command: { reasonCode: string; explanation: string },
  state: CaseState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(refusals[dead]);
  if (!state.intake.accepted) return refused(refusals['not-accepted-yet']);
  if (state.course.extension) return refused(refusals['extension-already-granted']);
  if (state.course.extensionAsked) return refused(refusals['extension-already-asked']);
  return happened({ type: 'ExtensionRequested', ...command });
}

/** Approves what another person asked for. The limit is the county's parameter, never above the national 45. */
export function approveExtension(_: object, state: CaseState, given: CaseGiven): Answer {
  const reason = whyNotAnswerable(state, given);
  if (reason) return refused(refusals[reason]);
  return happened({
    type: 'ExtensionApproved',
    limitWorkingDays: given.procedure.totalWorkingDaysExtended.value,
  });
}

export function declineExtension(
  command: { reason: string },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const reason = whyNotAnswerable(state, given);
  if (reason) return refused(refusals[reason]);
  return happened({ type: 'ExtensionDeclined', reason: command.reason });
}

function whyNotAnswerable(state: CaseState, given: CaseGiven): CaseRefusal | null {
  const dead = whyNotLive(state);
  if (dead) return dead;
  if (!state.course.extensionAsked) return 'extension-not-asked';
  return state.course.extensionAsked.by === given.by.person ? 'own-extension-request' : null;
}

/** The county orders a case that ran over its limit to be finished; nothing is decided by that (mission 4.8). */
export function orderOverdue(
  command: { instruction: string; finishBy: LocalDate },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(refusals[dead]);
  const due = totalDue(state, given.procedure, given.calendar);
  if (!due || due.on >= given.today) return refused(refusals['case-not-overdue']);
  if (command.finishBy < given.today) return refused(refusals['finish-date-passed']);
  return happened({ type: 'OverdueOrdered', ...command });
}

/** The family takes its application back: a right it has until the decision. */
export function withdrawApplication(command: { reason: string }, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(refusals[dead]);
  return happened({ type: 'CaseClosed', ground: 'withdrawn', reason: command.reason });
}

/** Ends the procedure when the family will not cooperate; the requests it left unanswered are kept (DB-29). */
export function closeForNonCooperation(
  command: { reason: string; requests: readonly { on: LocalDate; what: string }[] },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(refusals[dead]);
  const { accepted } = state.intake;
  if (!accepted) return refused(refusals['not-accepted-yet']);
  const isMadeUp = command.requests.some(({ on }) => on < accepted.on || on > given.today);
  if (isMadeUp) return refused(refusals['request-date-wrong']);
  const asked = command.requests.map(({ on, what }) => `${on} ${what}`).join('；');
  const reason = `${command.reason}（已要求：${asked}）`;
  return happened({ type: 'CaseClosed', ground: 'non-cooperation', reason });
}
