import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type CaseEvent, caseRefusals, type CaseState, hasStage } from '../case/index.ts';
import { type CaseRefusal } from '../case/index.ts';
import { type ConfirmationRefusal, refusals } from './refusal.ts';

/** 先行救助: what follows once the help was given. */
type Answer = Decision<CaseEvent, ConfirmationRefusal | CaseRefusal>;

/** Why nothing is owed after this help: not granted yet, or handled by the ordinary way. */
function whyNotOwed(state: CaseState): ConfirmationRefusal | null {
  if (!state.confirmation.decision) return 'not-decided';
  return hasStage(state, 'completion') ? null : 'not-help-first';
}

/** Writes down recipient, reason and handlers with the signed papers, once the emergency is over (LS-08, LS-09). */
export function completeRelief(
  command: {
    situation: string;
    recipient: string;
    handlers: readonly string[];
    papers: readonly FileRef[];
  },
  state: CaseState,
): Answer {
  if (state.course.closed) return refused(caseRefusals['case-closed']);
  const reason = whyNotOwed(state);
  if (reason) return refused(refusals[reason]);
  if (state.confirmation.completion) return refused(refusals['already-completed']);
  return happened<CaseEvent>({ type: 'ReliefCompleted', completion: command });
}

/** A meeting of the township, and whether anybody came to it. */
export type MeetingHeld = {
  readonly id: string;
  readonly number: string;
  readonly on: LocalDate;
  readonly held: boolean;
  /** Ended, or its minutes signed by somebody: nothing is added above a signature. */
  readonly closed: boolean;
};

/** Reports the help to a meeting held on its day or later, held by now and its minutes still open (JT-10). */
export function reportRelief(
  _: object,
  state: CaseState,
  { meeting, today }: { meeting: MeetingHeld | null; today: LocalDate },
): Answer {
  if (state.course.closed) return refused(caseRefusals['case-closed']);
  const reason = whyNotOwed(state);
  if (reason) return refused(refusals[reason]);
  const { decision, reported } = state.confirmation;
  if (reported) return refused(refusals['already-reported']);
  if (!meeting || !decision) return refused(refusals['report-meeting-unknown']);
  if (meeting.on < decision.on) return refused(refusals['meeting-before-relief']);
  if (meeting.on > today || !meeting.held) return refused(refusals['meeting-not-held']);
  if (meeting.closed) return refused(refusals['meeting-minutes-closed']);
  return happened<CaseEvent>({
    type: 'ReliefReported',
    meetingId: meeting.id,
    meetingNumber: meeting.number,
  });
}
