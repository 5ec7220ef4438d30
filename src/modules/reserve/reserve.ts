import type { FileRef } from '../../kernel/evidence.ts';
import { addFen, type Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Money handed out at once from the township's reserve: who gave it, who took it, who saw it, the voucher (LS-13). */
export type Advance = {
  readonly amount: Fen;
  readonly on: LocalDate;
  readonly handedOutBy: string;
  readonly receivedBy: string;
  readonly witness: string;
  readonly voucher: FileRef;
};

export type ReserveEvent = { readonly type: 'ReserveUsed'; readonly advance: Advance };

export type ReserveState = {
  readonly advances: readonly (Advance & { readonly by: string; readonly seq: number })[];
};

export const reserveSlot: Slot<ReserveState, ReserveEvent> = {
  initial: { advances: [] },
  evolve: {
    ReserveUsed: ({ advances }, { advance }, { actor, seq }) => ({
      advances: [...advances, { ...advance, by: actor, seq }],
    }),
  },
  titles: { ReserveUsed: '备用金支付' },
};

/** What was handed out on this case so far. */
export function advancedIn({ advances }: ReserveState): Fen {
  return addFen(...advances.map(({ amount }) => amount));
}
