import { formatYuan, type Fen } from '../../kernel/fen.ts';
import { type LineKind, lineKinds } from './due.ts';
import { paidSchemes, type PaidScheme } from './roll.ts';

/** What became of a message that was handed over. */
export type Handed =
  | { readonly ok: true }
  /** It certainly did not go out; `final` when trying again is no use. */
  | { readonly ok: false; readonly fault: string; readonly final: boolean }
  /** Nobody knows: it is never sent again by itself. */
  | { readonly ok: 'unknown'; readonly fault: string };

export type Message = {
  /** Stays the same however often it is tried: whoever carries it can tell a repeat. */
  readonly id: string;
  readonly phone: string;
  readonly text: string;
};

/** A way messages go out. */
export type Channel = {
  readonly send: (message: Message) => Promise<Handed>;
  readonly close: () => void;
};

/** What a family is told when money has come: for which month, what, how much, where. */
export function creditText(line: {
  readonly forMonth: string;
  readonly scheme: PaidScheme;
  readonly kind: LineKind;
  readonly amount: Fen;
  readonly tail: string;
}): string {
  const [year, month] = line.forMonth.split('-');
  const what = `${paidSchemes[line.scheme]}${line.kind === 'subsidy' ? lineKinds.subsidy : ''}`;
  return `您家${year}年${Number(month)}月${what} ${formatYuan(line.amount)} 元已存入尾号 ${line.tail} 的账户。不相符的请问乡镇或者县民政部门。`;
}

const MINUTE = 60_000;
const PAUSES = [1, 5, 30, 120].map((minutes) => minutes * MINUTE);

/** How long to wait after so many tries; null when it is given up. */
export function pauseAfter(tries: number): number | null {
  return PAUSES[tries - 1] ?? null;
}
