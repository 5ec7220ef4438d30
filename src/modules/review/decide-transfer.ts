import { fen } from '../../kernel/fen.ts';
import type { Given } from '../../kernel/given.ts';
import { monthAfter } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import { type Answer, type BenefitGiven, openReview, whyNotInForce } from './decide.ts';
import { openError } from './decide-error.ts';
import { entitlementIn, finalStanding } from './entitlement.ts';
import { isMerging } from './merge-standing.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';
import {
  openTransfer,
  type SentTransfer,
  type TransferAnswer,
  type TransferAnswerEvent,
} from './transfer.ts';

/**
 * The township a household leaves hands it over to another one of the county. Nothing changes for the family before
 * that one has agreed and the county has carried it out.
 */
export function sendBenefit(
  command: SentTransfer,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  if (finalStanding(state.entries) === 'stopped')
    return refused(refusals['transfer-while-leaving']);
  if (openTransfer(state.transfers)) return refused(refusals['transfer-open']);
  const pending = whyPending(state);
  if (pending) return refused(refusals[pending]);
  const { township } = state.enrolment ?? {};
  const isInCounty = township?.slice(0, 6) === command.to.slice(0, 6) && command.to !== township;
  if (!isInCounty) return refused(refusals['transfer-place-wrong']);
  if (command.movedOn > given.today) return refused(refusals['transfer-date-wrong']);
  if (command.files.length === 0) return refused(refusals['transfer-without-file']);
  return happened({ type: 'BenefitSent', transfer: command });
}

/** What is being decided or looked into is finished where it was begun. */
export function whyPending(state: BenefitState): ReviewRefusal | null {
  if (isMerging(state)) return 'merge-open';
  if (openAdjustment(state.adjustments)) return 'adjustment-open';
  if (openError(state)) return 'error-already-open';
  return openReview(state) ? 'review-already-open' : null;
}

export function recallTransfer(
  { reason }: { readonly reason: string },
  state: BenefitState,
): Answer {
  if (!openTransfer(state.transfers)) return refused(refusals['transfer-not-open']);
  return happened({ type: 'TransferRecalled', reason });
}

type AnswerGiven = Given & {
  /** Whether the request still stands; it may have been recalled. */
  readonly isOpen: boolean;
  readonly to: PlaceCode;
};
type TransferDecision = Decision<TransferAnswerEvent, ReviewRefusal>;

/** The receiving township has seen the file and takes the household over in one of its villages. */
export function acceptTransfer(
  { village, note }: { readonly village: PlaceCode; readonly note: string },
  state: TransferAnswer,
  { isOpen, to }: AnswerGiven,
): TransferDecision {
  if (!isOpen) return refused(refusals['transfer-not-open']);
  if (state.status !== 'awaited') return refused(refusals['transfer-answered']);
  if (!village.startsWith(to)) return refused(refusals['transfer-village-wrong']);
  return happened({ type: 'TransferAccepted', village, note });
}

export function declineTransfer(
  { reason }: { readonly reason: string },
  state: TransferAnswer,
  { isOpen }: AnswerGiven,
): TransferDecision {
  if (!isOpen) return refused(refusals['transfer-not-open']);
  if (state.status !== 'awaited') return refused(refusals['transfer-answered']);
  return happened({ type: 'TransferDeclined', reason });
}

/**
 * The county carries out what both townships agreed on: the last month there and the first month here follow each
 * other, in one act, so that no month is paid twice and none is lost.
 */
export function carryOutTransfer(
  { transferId }: { readonly transferId: string },
  state: BenefitState,
  given: BenefitGiven & { readonly answer: TransferAnswer },
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const open = openTransfer(state.transfers);
  if (open?.id !== transferId) return refused(refusals['transfer-not-open']);
  if (given.answer.status !== 'accepted') return refused(refusals['transfer-not-accepted']);
  const pending = whyPending(state);
  if (pending) return refused(refusals[pending]);
  const from = monthAfter(given.today);
  const decision = `转出至${open.toName}`;
  return happened({
    type: 'BenefitMoved',
    ...{ transferId, newId: transferId },
    entries: [
      { from, amount: fen(0), standing: 'stopped', decision, decidedOn: given.today } as const,
    ],
  });
}

/** What the household gets in the township it moved to: as before, from the month the other one no longer pays. */
export function movedEntry(
  state: BenefitState,
  { today }: Pick<BenefitGiven, 'today'>,
  from: string,
) {
  const month = monthAfter(today);
  // Of the entries before it moved: what was due in that month.
  const due = entitlementIn(state.entries, month);
  return {
    ...{ from: month, amount: due?.amount ?? fen(0), standing: due?.standing ?? 'active' },
    ...{ decision: `由${from}转入（${due?.decision ?? ''}）`, decidedOn: today },
  } as const;
}
