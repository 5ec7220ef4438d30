import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CaseGiven, CaseState } from '../case/index.ts';
import { isSettled, type PreparedReferral, type Referral } from './referral.ts';
import type { ReferralAnswer, ReferralEvent } from './referral.ts';
import { type ReferralRefusal, refusals } from './refusal.ts';

type Answer = Decision<ReferralEvent, ReferralRefusal>;

const no = (code: ReferralRefusal): Answer => refused(refusals[code]);

/** Writes the slip: to whom and for what. A family may be passed on at any time, also after a refusal (LS-20). */
export function prepareReferral(referral: PreparedReferral, state: CaseState): Answer {
  if (!state.intake.accepted) return no('referral-before-acceptance');
  const isSame = (each: Referral) => each.to === referral.to && !isSettled(each);
  if (state.referral.referrals.some(isSame)) return no('referral-repeated');
  return happened({ type: 'ReferralPrepared', referral });
}

function openIn({ referral }: CaseState, id: string): Referral | ReferralRefusal {
  const found = referral.referrals.find((each) => each.id === id);
  if (!found) return 'referral-unknown';
  return isSettled(found) ? 'referral-over' : found;
}

/** The family has signed that its data may go there. */
export function sendReferral(
  command: { id: string; on: LocalDate; signedBy: string; consent: FileRef },
  state: CaseState,
  { today }: CaseGiven,
): Answer {
  const open = openIn(state, command.id);
  if (typeof open === 'string') return no(open);
  if (open.sent) return no('referral-sent-already');
  if (command.on < open.preparedOn || command.on > today) return no('referral-date-wrong');
  return happened({ type: 'ReferralSent', ...command });
}

export function recordReferralAnswer(
  command: ReferralAnswer & { id: string },
  state: CaseState,
  { today }: CaseGiven,
): Answer {
  const { id, ...answer } = command;
  const open = openIn(state, id);
  if (typeof open === 'string') return no(open);
  if (!open.sent) return no('referral-not-sent');
  const since = open.answers.at(-1)?.on ?? open.sent.on;
  if (answer.on < since || answer.on > today) return no('referral-date-wrong');
  return happened({ type: 'ReferralAnswered', id, answer });
}

export function dropReferral(command: { id: string; reason: string }, state: CaseState): Answer {
  const open = openIn(state, command.id);
  if (typeof open === 'string') return no(open);
  return happened({ type: 'ReferralDropped', ...command });
}
