import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Schemes money is paid for; the others are recognitions. */
export const paidSchemes = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
  temporary: '临时救助',
} as const;
export type PaidScheme = keyof typeof paidSchemes;

export function isPaid(scheme: string): scheme is PaidScheme {
  return scheme in paidSchemes;
}

/** One file for one bank, as it was sealed. */
export type SealedFile = {
  readonly no: number;
  readonly layout: string;
  readonly bank: string;
  readonly name: string;
  /** Under which it is kept, encrypted. */
  readonly bundleId: string;
  /** SM3 of the bytes. */
  readonly hash: string;
  readonly lines: number;
  readonly amount: Fen;
};

export type Reply = {
  readonly replyId: string;
  readonly fileNo: number;
  readonly fileName: string;
  readonly hash: string;
  readonly paid: number;
  readonly paidAmount: Fen;
  readonly returned: number;
  readonly returnedAmount: Fen;
};

type Frozen = {
  /** SM3 over every line that is paid, in order. */
  readonly hash: string;
  readonly lines: number;
  readonly amount: Fen;
  readonly held: number;
};

export type RollEvent =
  | {
      readonly type: 'RollBegun';
      readonly scheme: PaidScheme;
      readonly month: Month;
      readonly no: number;
    }
  | ({ readonly type: 'RollFrozen' } & Frozen)
  | { readonly type: 'RollReviewed'; readonly hash: string; readonly opinion: string }
  | { readonly type: 'RollSentBack'; readonly reason: string }
  | { readonly type: 'RollCancelled'; readonly reason: string }
  | { readonly type: 'BatchSealed'; readonly files: readonly SealedFile[]; readonly hash: string }
  | { readonly type: 'BatchReleased'; readonly hash: string }
  | { readonly type: 'BankFileTaken'; readonly no: number }
  | { readonly type: 'ReplyImported'; readonly reply: Reply }
  | { readonly type: 'RollClosed'; readonly paid: Fen; readonly returned: Fen };

export const rollStatuses = {
  drafted: '编制中',
  frozen: '已冻结，待复核',
  reviewed: '已复核，待封存',
  sealed: '已封存，待放行',
  released: '已放行，待银行回盘',
  closed: '已结账',
  'sent-back': '已退回',
  cancelled: '已作废',
} as const;
export type RollStatus = keyof typeof rollStatuses;

type Mark = { readonly by: string; readonly on: LocalDate };

export type RollState = {
  readonly status: RollStatus;
  readonly scheme: PaidScheme;
  readonly month: Month;
  readonly no: number;
  readonly begun: Mark;
  readonly frozen: (Mark & Frozen) | null;
  readonly reviewed: (Mark & { readonly words: string }) | null;
  readonly sealed: (Mark & { readonly files: readonly SealedFile[]; readonly hash: string }) | null;
  readonly released: Mark | null;
  readonly taken: readonly (Mark & { readonly no: number })[];
  readonly replies: readonly (Mark & Reply)[];
  readonly closed: Mark | null;
  /** Why it was sent back or cancelled. */
  readonly ended: (Mark & { readonly words: string }) | null;
} | null;

/** A roll of one scheme and month, from the first line to the books closed. */
export const rollSlot: Slot<RollState, RollEvent> = {
  initial: null,
  evolve: {
    RollBegun: (_, { scheme, month, no }, { actor, occurredOn }) => ({
      ...{ status: 'drafted', scheme, month, no },
      begun: { by: actor, on: occurredOn },
      ...{ frozen: null, reviewed: null, sealed: null, released: null, closed: null, ended: null },
      ...{ taken: [], replies: [] },
    }),
    RollFrozen: (state, { type: _, ...frozen }, { actor, occurredOn }) =>
      state && { ...state, status: 'frozen', frozen: { ...frozen, by: actor, on: occurredOn } },
    RollReviewed: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'reviewed',
        reviewed: { words: opinion, by: actor, on: occurredOn },
      },
    RollSentBack: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'sent-back',
        ended: { words: reason, by: actor, on: occurredOn },
      },
    RollCancelled: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'cancelled',
        ended: { words: reason, by: actor, on: occurredOn },
      },
    BatchSealed: (state, { files, hash }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'sealed',
        sealed: { files, hash, by: actor, on: occurredOn },
      },
    BatchReleased: (state, _, { actor, occurredOn }) =>
      state && { ...state, status: 'released', released: { by: actor, on: occurredOn } },
    BankFileTaken: (state, { no }, { actor, occurredOn }) =>
      state && { ...state, taken: [...state.taken, { no, by: actor, on: occurredOn }] },
    ReplyImported: (state, { reply }, { actor, occurredOn }) =>
      state && { ...state, replies: [...state.replies, { ...reply, by: actor, on: occurredOn }] },
    RollClosed: (state, _, { actor, occurredOn }) =>
      state && { ...state, status: 'closed', closed: { by: actor, on: occurredOn } },
  },
  titles: {
    RollBegun: '编制发放花名册',
    RollFrozen: '冻结花名册',
    RollReviewed: '复核通过',
    RollSentBack: '复核退回',
    RollCancelled: '作废花名册',
    BatchSealed: '封存银行代发文件',
    BatchReleased: '放行代发',
    BankFileTaken: '下载银行代发文件',
    ReplyImported: '录入银行回盘',
    RollClosed: '对账结账',
  },
};
