import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { PotResidence, Source } from './pot.ts';
import type { PaidScheme } from './roll.ts';

/** A sealed roll that is asked for. */
export type RequestedRoll = {
  readonly rollId: string;
  readonly scheme: PaidScheme;
  readonly lines: number;
  readonly amount: Fen;
};

/** Which money pays how much of it; the county's own may be more than it provided, which is told. */
export type RequestedPot = {
  readonly scheme: PaidScheme;
  readonly year: number;
  readonly source: Source;
  readonly residence: PotResidence;
  readonly amount: Fen;
};

export type FundRequestEvent =
  | {
      readonly type: 'FundsRequested';
      readonly month: Month;
      readonly rolls: readonly RequestedRoll[];
      readonly pots: readonly RequestedPot[];
    }
  | { readonly type: 'FundRequestReviewed'; readonly opinion: string }
  | { readonly type: 'FundRequestApproved'; readonly opinion: string }
  | { readonly type: 'FundRequestDeclined'; readonly reason: string };

export const requestStatuses = {
  asked: '待资金复核',
  reviewed: '待批准',
  approved: '已批准，可以放行',
  declined: '已退回',
} as const;

type Mark = { readonly by: string; readonly on: LocalDate };
type Worded = Mark & { readonly words: string };

export type FundRequestState = {
  readonly status: keyof typeof requestStatuses;
  readonly month: Month;
  readonly rolls: readonly RequestedRoll[];
  readonly pots: readonly RequestedPot[];
  readonly asked: Mark;
  readonly reviewed: Worded | null;
  readonly approved: Worded | null;
  readonly declined: Worded | null;
} | null;

/** 用款申请: what a month takes, reviewed and approved by two people before anything goes to the bank. */
export const fundRequestSlot: Slot<FundRequestState, FundRequestEvent> = {
  initial: null,
  evolve: {
    FundsRequested: (_, { month, rolls, pots }, { actor, occurredOn }) => ({
      ...{ status: 'asked', month, rolls, pots, asked: { by: actor, on: occurredOn } },
      ...{ reviewed: null, approved: null, declined: null },
    }),
    FundRequestReviewed: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'reviewed',
        reviewed: { words: opinion, by: actor, on: occurredOn },
      },
    FundRequestApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        approved: { words: opinion, by: actor, on: occurredOn },
      },
    FundRequestDeclined: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'declined',
        declined: { words: reason, by: actor, on: occurredOn },
      },
  },
  titles: {
    FundsRequested: '提出用款申请',
    FundRequestReviewed: '用款申请复核通过',
    FundRequestApproved: '批准用款申请',
    FundRequestDeclined: '退回用款申请',
  },
};
