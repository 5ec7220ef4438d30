import type { Fen } from '../../kernel/fen.ts';
import { type LocalDate, localDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** What is tried out: a new standard or figure from a day on, or a locality file in place of the present one. */
export type Change =
  | {
      readonly kind: 'standard';
      /** Fen per person and month; null leaves that side as it is. */
      readonly urban: Fen | null;
      readonly rural: Fen | null;
      readonly from: LocalDate;
    }
  | {
      readonly kind: 'figure';
      /** A parameter of the rules that is one plain number. */
      readonly parameter: string;
      /** In the parameter's own unit: fen, percent, months, a count. */
      readonly value: number;
      readonly from: LocalDate;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly text: string;
      readonly from: LocalDate;
    };

/** The schemes that are counted month by month; 临时救助 is a single sum and has no caseload. */
export const previewed = ['dibao', 'tekun', 'margin', 'rigid'] as const satisfies readonly Scheme[];
export type Previewed = (typeof previewed)[number];

/** The schemes with an amount every month; the others open doors to aid of other kinds. */
export const paidMonthly: readonly Previewed[] = ['dibao', 'tekun'];

/** What a change does to one household under one scheme. */
export const effectTitles = {
  enter: '新符合',
  leave: '不再符合',
  gain: '增加',
  lose: '减少',
  open: '不能判断',
  same: '不变',
  out: '前后都不符合',
} as const;
export type EffectKind = keyof typeof effectTitles;

/** One household under one scheme, before and after; amounts in fen a month, 0 where it is not eligible. */
export type Effect = {
  readonly scheme: Previewed;
  readonly effect: EffectKind;
  readonly before: Fen;
  readonly after: Fen;
  /** What months already paid would still bring, when the change reaches back. */
  readonly arrears: Fen;
  /** Why nothing can be said; empty otherwise. */
  readonly reason: string;
};

/** The day on which before and after are compared: today, or the day a future change begins. */
export function comparedOn(from: LocalDate, today: LocalDate): LocalDate {
  return from > today ? from : today;
}

const MOST_MONTHS = 60;

/** The whole months a change that reaches back has already passed, this month included; at most five years. */
export function monthsBack(from: LocalDate, today: LocalDate): Month[] {
  const months: Month[] = [];
  const first = from.endsWith('-01') ? monthOf(from) : nextMonth(monthOf(from));
  for (let month = first; month <= monthOf(today) && months.length < MOST_MONTHS; ) {
    months.push(month);
    month = nextMonth(month);
  }
  return months;
}

function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return next as Month;
}

/** The standard of a month is the one in force on its first day. */
export function dayIn(month: Month): LocalDate {
  return localDate(`${month}-01`);
}
