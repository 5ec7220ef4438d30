import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type CaseEvent,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  type SentCase,
  whyNotLive,
} from '../case/index.ts';
import { type IntakeRefusal, refusals } from './refusal.ts';
import { type SendRefusal, sendRefusals } from './send-refusal.ts';

type Answer = Decision<CaseEvent, SendRefusal | IntakeRefusal | CaseRefusal>;

/**
 * Hands an application on to another township of the county: the family moved while it was being handled, or it was
 * the wrong place from the start (DB-04). Until that township agrees and the county carries it out it stays here.
 */
export function sendCase(command: SentCase, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.household.facts) return refused(refusals['not-declared']);
  const { township, sent } = state.course;
  if (sent) return refused(sendRefusals['case-sent-already']);
  if (state.deliberation.agenda) return refused(sendRefusals['case-sent-on-agenda']);
  const isInCounty = command.to.slice(0, 6) === township?.slice(0, 6) && command.to !== township;
  if (!isInCounty) return refused(sendRefusals['case-sent-place-wrong']);
  if (command.files.length === 0) return refused(sendRefusals['case-sent-without-file']);
  return happened<CaseEvent>({ type: 'CaseSent', sent: command });
}

export function recallSentCase({ reason }: { readonly reason: string }, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.course.sent) return refused(sendRefusals['case-not-sent']);
  return happened<CaseEvent>({ type: 'SentCaseRecalled', reason });
}

/** The county ends it here in the moment it begins there, with what the family told: none is lost or twice. */
export function carryOutSentCase(
  { transferId }: { readonly transferId: string },
  state: CaseState,
  given: { readonly isAccepted: boolean },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { sent } = state.course;
  if (sent?.id !== transferId) return refused(sendRefusals['case-not-sent']);
  if (!given.isAccepted) return refused(sendRefusals['case-sent-not-accepted']);
  if (state.deliberation.agenda) return refused(sendRefusals['case-sent-on-agenda']);
  const reason = `已移送${sent.toName}继续办理：${sent.reason}`;
  return happened<CaseEvent>({ type: 'CaseClosed', ground: 'moved-away', reason });
}
