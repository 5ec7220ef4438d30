import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Whom it may be paid to: those who get money by the month. */
export const subsidisedSchemes = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
} as const;
export type SubsidisedScheme = keyof typeof subsidisedSchemes;

/** 价格临时补贴 as a document lays it down: for which months, to whom, how much for each person and month. */
export type SubsidyPlan = {
  readonly document: string;
  readonly issuedOn: LocalDate;
  readonly scan: FileRef;
  readonly from: Month;
  readonly until: Month;
  readonly schemes: readonly SubsidisedScheme[];
  readonly urban: Fen;
  readonly rural: Fen;
  /** Why an amount that looks like a slip is right; '' where none does. */
  readonly whyRight: string;
};

export type SubsidyCount = {
  readonly households: number;
  readonly people: number;
  /** For one month. */
  readonly amount: Fen;
};

/** What the plan comes to a month with the register as it stands, by scheme and by township. */
export type SubsidyEffect = SubsidyCount & {
  readonly schemes: readonly (SubsidyCount & { readonly scheme: SubsidisedScheme })[];
  readonly townships: readonly (SubsidyCount & { readonly township: string })[];
};

export type SubsidyEvent =
  | ({ readonly type: 'SubsidyDrafted'; readonly effect: SubsidyEffect } & SubsidyPlan)
  | { readonly type: 'SubsidyApproved'; readonly opinion: string }
  | { readonly type: 'SubsidyGivenUp'; readonly reason: string }
  | { readonly type: 'SubsidyStopped'; readonly reason: string };

export const subsidyStatuses = {
  drafted: '待批准',
  approved: '已批准，随花名册发放',
  'given-up': '已放弃',
  stopped: '已停止',
} as const;

type Mark = { readonly by: string; readonly on: LocalDate };

export type SubsidyState =
  | (SubsidyPlan & {
      readonly status: keyof typeof subsidyStatuses;
      readonly effect: SubsidyEffect;
      readonly drafted: Mark;
      readonly approved: (Mark & { readonly words: string }) | null;
      /** Given up, or stopped after it was approved. */
      readonly ended: (Mark & { readonly words: string }) | null;
    })
  | null;

/** 价格临时补贴 (SL-32): drafted from a document, approved by another, paid with the rolls of its months. */
export const subsidySlot: Slot<SubsidyState, SubsidyEvent> = {
  initial: null,
  evolve: {
    SubsidyDrafted: (_, { type: _type, ...plan }, { actor, occurredOn }) => ({
      ...plan,
      ...{ status: 'drafted', drafted: { by: actor, on: occurredOn }, approved: null, ended: null },
    }),
    SubsidyApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        approved: { words: opinion, by: actor, on: occurredOn },
      },
    SubsidyGivenUp: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'given-up',
        ended: { words: reason, by: actor, on: occurredOn },
      },
    SubsidyStopped: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'stopped',
        ended: { words: reason, by: actor, on: occurredOn },
      },
  },
  titles: {
    SubsidyDrafted: '拟定价格补贴',
    SubsidyApproved: '批准价格补贴',
    SubsidyGivenUp: '放弃价格补贴',
    SubsidyStopped: '停止价格补贴',
  },
};

/** Every month of a plan, in order. */
export function subsidyMonths({ from, until }: Pick<SubsidyPlan, 'from' | 'until'>): Month[] {
  const months: Month[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    const each = `${year}-${String(month).padStart(2, '0')}` as Month;
    if (each > until) return months;
    months.push(each);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
