import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

export const verdictTitles = {
  proper: '与办理有关',
  unclear: '说不清，提醒本人',
  improper: '与办理无关，移送处理',
} as const;
export type Verdict = keyof typeof verdictTitles;

/** The audit administrator's word on one look that a rule found odd. */
export type ScrutinyEvent = {
  readonly type: 'LookReviewed';
  readonly readingId: string;
  readonly rules: readonly string[];
  readonly verdict: Verdict;
  readonly note: string;
};

export type ScrutinyState = {
  readonly readingId: string;
  readonly rules: readonly string[];
  readonly verdict: Verdict;
  readonly note: string;
  readonly on: LocalDate;
  readonly by: string;
} | null;

export const scrutinySlot: Slot<ScrutinyState, ScrutinyEvent> = {
  initial: null,
  evolve: {
    LookReviewed: (_, { type: __, ...review }, { actor, occurredOn }) => ({
      ...review,
      on: occurredOn,
      by: actor,
    }),
  },
  titles: { LookReviewed: '审查查看记录' },
};
