import type { FileRef } from '../../kernel/evidence.ts';
import { addFen, type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Why money goes to a township's till: to have some there, or to give back what vouchers show was handed out. */
export const askKinds = { advance: '拨付', 'top-up': '补足' } as const;
export type AskKind = keyof typeof askKinds;

export const askStatuses = { asked: '待资金复核', approved: '待财政拨付' } as const;

/** What becomes of a difference a count showed: of money missing, or of more than there should be. */
export const settlements = {
  'made-good': '短款已由责任人补足',
  found: '查明是漏登的支付，随后补登',
  'written-off': '短款经批准核销',
  'handed-in': '长款已上交县财政',
} as const;
export type Settlement = keyof typeof settlements;

/** A payment on a case by its voucher. */
export type Spent = { readonly caseId: string; readonly seq: number; readonly amount: Fen };

export type TillAsk = {
  readonly askId: string;
  readonly kind: AskKind;
  readonly amount: Fen;
  readonly reason: string;
  /** The payments a top-up gives back. */
  readonly spent: readonly Spent[];
};

export type TillCount = {
  readonly countId: string;
  readonly counted: Fen;
  /** What the books said at that moment. */
  readonly booked: Fen;
  readonly witness: string;
  readonly explanation: string;
  readonly sheet: FileRef;
};

export type TillEvent =
  | ({ readonly type: 'ReserveAsked' } & TillAsk)
  | { readonly type: 'ReserveApproved'; readonly opinion: string }
  | { readonly type: 'ReserveDeclined'; readonly reason: string }
  | { readonly type: 'ReservePaid'; readonly reference: string; readonly receipt: FileRef }
  | ({ readonly type: 'ReserveSpent' } & Spent)
  | ({ readonly type: 'ReserveCounted' } & TillCount)
  | {
      readonly type: 'DifferenceSettled';
      readonly countId: string;
      readonly outcome: Settlement;
      readonly reason: string;
    };

export type TillState = {
  /** What ought to be in the till. */
  readonly balance: Fen;
  /** Handed out and not given back yet. */
  readonly spent: readonly Spent[];
  readonly ask:
    | (TillAsk & {
        readonly status: keyof typeof askStatuses;
        readonly by: string;
        readonly on: LocalDate;
        readonly approvedBy: string;
      })
    | null;
  /** The last count; open while what it showed is not settled. */
  readonly count:
    | (TillCount & { readonly on: LocalDate; readonly by: string; readonly isOpen: boolean })
    | null;
};

/** Below zero: money is missing. */
export function differenceOf({ counted, booked }: Pick<TillCount, 'counted' | 'booked'>): Fen {
  return fen(counted - booked);
}

export function sumOf(spent: readonly Spent[]): Fen {
  return addFen(...spent.map(({ amount }) => amount));
}

/** What missing money does to the books when it is settled: it is there again, or it stays missing for good. */
export function restored(count: TillCount, outcome: Settlement): Fen {
  const comesBack = outcome === 'made-good' || outcome === 'found';
  return comesBack ? fen(-differenceOf(count)) : fen(0);
}

const isSame = (one: Spent, other: Spent) => one.caseId === other.caseId && one.seq === other.seq;

/** A township's till (备用金): what came in, what was handed out by voucher, what was counted. */
export const tillSlot: Slot<TillState, TillEvent> = {
  initial: { balance: fen(0), spent: [], ask: null, count: null },
  evolve: {
    ReserveAsked: (state, { type: _, ...ask }, { actor, occurredOn }) => ({
      ...state,
      ask: { ...ask, status: 'asked', by: actor, on: occurredOn, approvedBy: '' },
    }),
    ReserveApproved: (state, _, { actor }) => ({
      ...state,
      ask: state.ask && { ...state.ask, status: 'approved', approvedBy: actor },
    }),
    ReserveDeclined: (state) => ({ ...state, ask: null }),
    ReservePaid: (state) => ({
      ...state,
      balance: addFen(state.balance, state.ask?.amount ?? fen(0)),
      spent: state.spent.filter((each) => !state.ask?.spent.some((given) => isSame(each, given))),
      ask: null,
    }),
    ReserveSpent: (state, { type: _, ...spent }) => ({
      ...state,
      balance: fen(state.balance - spent.amount),
      spent: [...state.spent, spent],
    }),
    ReserveCounted: (state, { type: _, ...count }, { actor, occurredOn }) => {
      const difference = differenceOf(count);
      return {
        ...state,
        // What is missing cannot be handed out; what is too much is not the till's.
        balance: fen(state.balance + Math.min(difference, 0)),
        count: { ...count, on: occurredOn, by: actor, isOpen: difference !== 0 },
      };
    },
    DifferenceSettled: (state, { outcome }) => {
      if (!state.count) return state;
      return {
        ...state,
        balance: addFen(state.balance, restored(state.count, outcome)),
        count: { ...state.count, isOpen: false },
      };
    },
  },
  titles: {
    ReserveAsked: '申请备用金',
    ReserveApproved: '备用金申请复核通过',
    ReserveDeclined: '退回备用金申请',
    ReservePaid: '拨付备用金',
    ReserveSpent: '备用金支付',
    ReserveCounted: '盘点备用金',
    DifferenceSettled: '处理盘点差异',
  },
};
