import { type Fen } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Reconciliation } from './reconciliation.ts';
import { type FundRefusal, refusals } from './refusal.ts';
import type { PaidScheme, Reply, RollEvent, RollState, SealedFile } from './roll.ts';

type Answer = Decision<RollEvent, FundRefusal>;
type By = { readonly by: Pick<Actor, 'person'> };

/** A refusal, with what exactly it is about where the sentence alone would leave it open. */
export function no(code: FundRefusal, about = ''): Answer & { ok: false } {
  const refusal = refusals[code];
  return refused(about === '' ? refusal : { ...refusal, message: `${refusal.message}${about}` });
}

/** Begins the roll of a scheme and month; only one of a scheme is under way. */
export function beginRoll(
  { scheme, month }: { scheme: PaidScheme; month: Month },
  state: RollState,
  given: {
    readonly today: LocalDate;
    readonly isUnderWay: boolean;
    readonly lastMonth: Month | null;
    readonly no: number;
  },
): Answer {
  if (state) return no('roll-begun');
  if (given.isUnderWay) return no('roll-under-way');
  if (month > monthOf(given.today)) return no('roll-month-to-come');
  if (given.lastMonth !== null && month < given.lastMonth) return no('roll-month-closed');
  return happened<RollEvent>({ type: 'RollBegun', scheme, month, no: given.no });
}

/** What the lines of a roll are when it is looked at. */
export type Contents = {
  readonly isBuilt: boolean;
  readonly hash: string;
  readonly lines: number;
  readonly amount: Fen;
  readonly held: number;
  /** Lines whose recipient has another account in force by now. */
  readonly changedAccounts: number;
};

/** Freezes it: from here on nobody changes a line. */
export function freezeRoll(_: object, state: RollState, given: Contents): Answer {
  if (!state || state.status !== 'drafted' || !given.isBuilt) return no('roll-not-built');
  if (given.lines === 0) return no('roll-empty');
  if (given.changedAccounts > 0) return no('roll-accounts-changed');
  const { hash, lines, amount, held } = given;
  return happened<RollEvent>({ type: 'RollFrozen', hash, lines, amount, held });
}

function hadHandIn(state: NonNullable<RollState>, person: string): boolean {
  const { begun, frozen, reviewed, sealed } = state;
  return [begun, frozen, reviewed, sealed].some((each) => each?.by === person);
}

/** Somebody else agrees with what was frozen, as it still stands. */
export function reviewRoll(
  { opinion }: { opinion: string },
  state: RollState,
  { by, hash }: By & Pick<Contents, 'hash'>,
): Answer {
  if (state?.status !== 'frozen') return no('roll-not-frozen');
  if (hadHandIn(state, by.person)) return no('roll-own-review');
  if (state.frozen?.hash !== hash) return no('roll-changed-since');
  return happened<RollEvent>({ type: 'RollReviewed', hash, opinion });
}

export function sendBackRoll({ reason }: { reason: string }, state: RollState, { by }: By): Answer {
  if (state?.status !== 'frozen') return no('roll-not-frozen');
  if (hadHandIn(state, by.person)) return no('roll-own-review');
  return happened<RollEvent>({ type: 'RollSentBack', reason });
}

/** Gives it up before anything was sealed; its lines are struck out and come with the next. */
export function cancelRoll({ reason }: { reason: string }, state: RollState): Answer {
  const open = state?.status ?? '';
  if (!['drafted', 'frozen', 'reviewed'].includes(open)) return no('roll-past-sealing');
  return happened<RollEvent>({ type: 'RollCancelled', reason });
}

/** Seals the bank's files: each with its hash, and one over all. */
export function sealBatch(
  _: object,
  state: RollState,
  given: {
    readonly hash: string;
    readonly files: readonly SealedFile[];
    readonly batchHash: string;
    readonly banksWithoutLayout: readonly string[];
  },
): Answer {
  if (state?.status !== 'reviewed') return no('roll-not-reviewed');
  if (state.frozen?.hash !== given.hash) return no('roll-changed-since');
  const [bank] = given.banksWithoutLayout;
  if (bank !== undefined) return no('bank-without-layout', `没有版式的开户行：${bank}。`);
  return happened<RollEvent>({ type: 'BatchSealed', files: given.files, hash: given.batchHash });
}

/** Lets it go to the bank: by somebody with no hand in it, and only as it was sealed. */
export function releaseBatch(
  _: object,
  state: RollState,
  { by, batchHash, isApproved }: By & { readonly batchHash: string; readonly isApproved: boolean },
): Answer {
  if (state?.status !== 'sealed' || !state.sealed) return no('batch-not-sealed');
  if (!isApproved) return no('batch-not-approved');
  if (hadHandIn(state, by.person)) return no('batch-own-release');
  if (state.sealed.hash !== batchHash) return no('batch-altered');
  return happened<RollEvent>({ type: 'BatchReleased', hash: batchHash });
}

/** Records that somebody took the file that goes to the bank. */
export function takeBankFile(
  { no: fileNo }: { no: number },
  state: RollState,
  { isWhole }: { readonly isWhole: boolean },
): Answer {
  if (state?.status !== 'released') return no('batch-not-released');
  return isWhole ? happened<RollEvent>({ type: 'BankFileTaken', no: fileNo }) : no('batch-altered');
}

/** Books what the bank answered; what it says was judged line by line before. */
export function importReply({ reply }: { reply: Reply }, state: RollState): Answer {
  if (state?.status !== 'released') return no('batch-not-released');
  if (state.replies.some(({ hash }) => hash === reply.hash)) return no('reply-twice');
  return happened<RollEvent>({ type: 'ReplyImported', reply });
}

/** Closes the books of a roll: every line answered, and roll, bank and ledger agree to the fen. */
export function closeRoll(
  _: object,
  state: RollState,
  { reconciliation }: { readonly reconciliation: Reconciliation },
): Answer {
  if (state?.status !== 'released') return no('batch-not-released');
  if (reconciliation.open.lines > 0) {
    return no('month-open-lines', `还有 ${reconciliation.open.lines} 行没有回盘。`);
  }
  const [difference] = reconciliation.differences;
  if (difference) return no('month-differs', difference);
  const { paid, returned } = reconciliation;
  return happened<RollEvent>({
    type: 'RollClosed',
    paid: paid.amount,
    returned: returned.amount,
  });
}
