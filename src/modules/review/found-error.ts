import type { FileRef } from '../../kernel/evidence.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from './entitlement.ts';

/** Who or what brought an error of a decision to light. */
export const errorSources = {
  'self-check': '自查发现',
  inspection: '县级抽查、监督检查发现',
  audit: '审计、纪检监察指出',
  family: '家庭反映',
  complaint: '举报、信访反映',
  remedy: '行政复议、诉讼指出',
} as const;
export type ErrorSource = keyof typeof errorSources;

/** What was wrong: the facts taken for true, or the rule applied to them. */
export const errorKinds = {
  facts: '认定的事实有误',
  rule: '适用的标准或者计算有误',
} as const;
export type ErrorKind = keyof typeof errorKinds;

/** One month that was paid wrongly. */
export type WrongMonth = { readonly month: Month; readonly paid: Fen; readonly right: Fen };

/** An error of a decision that was already carried out; the decision stays in the record as it was (DB-39). */
export type FoundError = {
  readonly id: string;
  readonly kind: ErrorKind;
  readonly source: ErrorSource;
  readonly foundOn: LocalDate;
  /** Who found it, as the paper names them. */
  readonly foundBy: string;
  readonly what: string;
  /** How it came about: what the person who judges it later goes by. */
  readonly cause: string;
  readonly files: readonly FileRef[];
  /** The decision with the error. */
  readonly decision: string;
  readonly differences: readonly {
    readonly path: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  /** What should have been paid a month from the start of that decision. */
  readonly right: Fen;
  readonly eligible: boolean;
  readonly months: readonly WrongMonth[];
  /** Of all these months: above 0 is owed to the family, below 0 was paid too much. */
  readonly difference: number;
};

/** Whether whoever made the error is exempt: three conditions of the rule, each with a person's answer (DB-39). */
export type Tolerance = {
  readonly goodFaith: boolean;
  readonly objectiveCause: boolean;
  readonly inTime: boolean;
  readonly exempt: boolean;
  readonly reasons: string;
};

/** The months paid on a decision until this month, against what was right. */
export function wrongMonths(
  entries: readonly Entitlement[],
  decision: string,
  right: Fen,
  today: LocalDate,
): readonly WrongMonth[] {
  const first = entries.find((each) => each.decision === decision);
  const found: WrongMonth[] = [];
  if (!first) return found;
  for (let month = first.from; month <= monthOf(today); month = nextOf(month)) {
    const entry = entitlementIn(entries, month);
    if (entry?.decision !== decision || entry.amount === right) continue;
    found.push({ month, paid: entry.amount, right });
  }
  return found;
}

function nextOf(month: Month): Month {
  return monthOf(addMonths(`${month}-01` as LocalDate, 1));
}

export function differenceOf(months: readonly WrongMonth[]): number {
  return months.reduce((sum, { paid, right }) => sum + right - paid, 0);
}

/** What is done about the months behind: paid afterwards, asked back, or left as it is. */
export const arrearsTitles = {
  pay: '补发',
  recover: '追回',
  waive: '不予追回',
  none: '没有差额',
} as const;
export type ArrearsAct = keyof typeof arrearsTitles;

export type Arrears = { readonly act: ArrearsAct; readonly amount: Fen; readonly months: number };

/** What a difference leads to: money owed is always paid, money paid too much is asked back unless somebody waives. */
export function arrearsOf(difference: number, months: number, isWaived: boolean): Arrears {
  const amount = fen(Math.abs(difference));
  if (difference === 0) return { act: 'none', amount, months };
  if (difference > 0) return { act: 'pay', amount, months };
  return { act: isWaived ? 'waive' : 'recover', amount, months };
}
