import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Slot } from '../../kernel/slot.ts';
import { type Entitlement, finalStanding } from './entitlement.ts';

/** A household that moves: what the township it leaves hands over (DB-30, DB-33). */
export type SentTransfer = {
  readonly id: string;
  readonly to: PlaceCode;
  readonly toName: string;
  readonly reason: string;
  readonly movedOn: LocalDate;
  /** The file goes along: what the receiving township will see of it. */
  readonly files: readonly FileRef[];
};

/** Where it stands for the township it leaves. */
export type Transfer = SentTransfer & {
  readonly sentOn: LocalDate;
  readonly sentBy: string;
  readonly recalled: { readonly on: LocalDate; readonly reason: string } | null;
  readonly moved: { readonly on: LocalDate; readonly newId: string } | null;
  /** It ended with what it was to transfer: the household's assistance is stopped or was never confirmed. */
  readonly ended: { readonly on: LocalDate; readonly because: string } | null;
};

/** Nothing has become of it yet. */
export const newTransfer = { recalled: null, moved: null, ended: null } as const;

export function changedLast(
  transfers: readonly Transfer[],
  change: Partial<Transfer>,
): readonly Transfer[] {
  return transfers.map((each, index) =>
    index === transfers.length - 1 ? { ...each, ...change } : each,
  );
}

/** The one that is neither recalled, nor carried out, nor ended with the assistance. */
export function openTransfer(transfers: readonly Transfer[]): Transfer | null {
  const last = transfers.at(-1);
  return last && !last.recalled && !last.moved && !last.ended ? last : null;
}

type Standing = {
  readonly transfers: readonly Transfer[];
  readonly entries: readonly Entitlement[];
  readonly confirmation: string;
};

/** Nothing is handed over any more once assistance ends: the transfer ends in the same moment, with the reason. */
export function withoutIdle(
  { transfers, entries, confirmation }: Standing,
  on: LocalDate,
): readonly Transfer[] {
  const isRejected = confirmation === 'rejected';
  const isOver = isRejected || finalStanding(entries) === 'stopped';
  if (!isOver || !openTransfer(transfers)) return transfers;
  const decision = entries.at(-1)?.decision ?? '';
  const because = isRejected ? '登记已经撤销' : `待遇已经决定停止（${decision}）`;
  return changedLast(transfers, { ended: { on, because } });
}

/** The receiving township's own act: it takes the household over in a village, or says why not. */
export type TransferAnswerEvent =
  | { readonly type: 'TransferAccepted'; readonly village: PlaceCode; readonly note: string }
  | { readonly type: 'TransferDeclined'; readonly reason: string };

export type TransferAnswer = {
  readonly status: 'awaited' | 'accepted' | 'declined';
  readonly village: PlaceCode | null;
  readonly note: string;
  readonly on: LocalDate | null;
  readonly by: string;
};

export const transferAnswerSlot: Slot<TransferAnswer, TransferAnswerEvent> = {
  initial: { status: 'awaited', village: null, note: '', on: null, by: '' },
  evolve: {
    TransferAccepted: (_, { village, note }, { actor, occurredOn }) => ({
      ...{ status: 'accepted', village, note, on: occurredOn, by: actor },
    }),
    TransferDeclined: (_, { reason }, { actor, occurredOn }) => ({
      ...{ status: 'declined', village: null, note: reason, on: occurredOn, by: actor },
    }),
  },
  titles: { TransferAccepted: '同意转入', TransferDeclined: '不同意转入' },
};
