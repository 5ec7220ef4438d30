import type { FileRef } from '../../kernel/evidence.ts';
import { addFen, type Fen, formatYuan } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  instalmentsOf,
  type LinePart,
  mayBeWaived,
  openParts,
  type Proposal,
  type RecoveryEvent,
  type RecoveryGround,
  type RecoveryState,
  restOf,
  takenFrom,
  type WaiverGround,
} from './recovery.ts';
import { type RecoveryRefusal, recoveryRefusals } from './recovery-refusal.ts';

type Answer = Decision<RecoveryEvent, RecoveryRefusal>;
type By = { readonly by: Pick<Actor, 'person'>; readonly today: LocalDate };

function no(code: RecoveryRefusal, about = ''): Answer & { ok: false } {
  const refusal = recoveryRefusals[code];
  return refused(about === '' ? refusal : { ...refusal, message: `${refusal.message}${about}` });
}

export type ProposeRecovery = {
  readonly ground: RecoveryGround;
  readonly basis: string;
  readonly from: Month;
  readonly to: Month;
  readonly amount: Fen;
  readonly parts: number;
  readonly firstDueOn: LocalDate;
  readonly file: FileRef;
};

/** Proposes to ask something back: only of what the bank paid for those months and nobody asked back yet. */
export function proposeRecovery(
  { from, to, amount, parts, firstDueOn, ground, basis, file }: ProposeRecovery,
  state: RecoveryState,
  given: Pick<By, 'today'> & {
    readonly payee: Pick<Proposal, 'grantId' | 'number' | 'payee' | 'scheme'>;
    /** What was paid for these months and is not asked back, the oldest first. */
    readonly paid: readonly LinePart[];
  },
): Answer {
  if (state) return no('recovery-proposed');
  if (from > to || to > monthOf(given.today)) return no('recovery-months-wrong');
  const lines = takenFrom(given.paid, amount);
  if (!lines) {
    const most = addFen(...given.paid.map((each) => each.amount));
    return no('recovery-without-paid-line', `这些月份最多可以追回 ${formatYuan(most)} 元。`);
  }
  if (firstDueOn <= given.today || amount < parts) return no('recovery-plan-wrong');
  const instalments = instalmentsOf(amount, parts, firstDueOn);
  return happened<RecoveryEvent>({
    type: 'RecoveryProposed',
    ...{ ...given.payee, ground, basis, lines, instalments, file },
  });
}

export function decideRecovery(
  { recovers, opinion }: { recovers: boolean; opinion: string },
  state: RecoveryState,
  { by }: By,
): Answer {
  if (state?.status !== 'proposed') return no('recovery-decided');
  if (state.proposed.by === by.person) return no('recovery-own-decision');
  if (recovers) return happened<RecoveryEvent>({ type: 'RecoveryDecided', opinion });
  if (!mayBeWaived(state.ground)) return no('recovery-not-waivable');
  return happened<RecoveryEvent>({ type: 'RecoveryDeclined', reason: opinion });
}

/** Books what a family gave back, against the lines it was paid by, the oldest first. */
export function recordRepayment(
  {
    amount,
    on,
    reference,
    receipt,
  }: { amount: Fen; on: LocalDate; reference: string; receipt: FileRef },
  state: RecoveryState,
  { today }: By,
): Answer {
  if (state?.status !== 'open' || !state.decided) return no('recovery-not-open');
  if (on < state.decided.on || on > today) return no('recovery-date-wrong');
  const isUsed = state.repayments.some(
    (each) => each.reference === reference || each.receipt.hash === receipt.hash,
  );
  if (isUsed) return no('recovery-receipt-used');
  const lines = takenFrom(openParts(state), amount);
  if (!lines) {
    return no('recovery-above-rest', `还没有退回的是 ${formatYuan(restOf(state))} 元。`);
  }
  return happened<RecoveryEvent>({
    type: 'RepaymentRecorded',
    ...{ amount, on, reference, receipt, lines },
  });
}

/** Waives what is left, as far as the law lets an office do so. */
export function waiveRecovery(
  { ground, reason }: { ground: WaiverGround; reason: string },
  state: RecoveryState,
  { by }: By,
): Answer {
  if (state?.status !== 'open') return no('recovery-not-open');
  if (!mayBeWaived(state.ground)) return no('recovery-not-waivable');
  if (state.proposed.by === by.person) return no('recovery-own-decision');
  return happened<RecoveryEvent>({
    type: 'RecoveryWaived',
    ...{ ground, reason, amount: restOf(state) },
  });
}
