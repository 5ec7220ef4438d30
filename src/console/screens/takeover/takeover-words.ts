import type { ValueOf } from '../../../kernel/contract.ts';
import { formatShortDate } from '../../../kernel/local-date.ts';
import { dayOf, instant } from '../../../kernel/clock.ts';
import type { takeoverView, TakeoverLine } from '../../../modules/takeover/contract.ts';
import type { Mapping } from '../../../modules/takeover/ledger-column.ts';

export const takeoverPath = (takeoverId: string): string => `/takeovers/${takeoverId}`;
export const comparePath = (takeoverId: string): string => `/takeovers/${takeoverId}/compare`;

/** A ledger as its page has it. */
export type TakeoverShown = ValueOf<(typeof takeoverView)['answer']>;

export function isUnderWay({ phase }: Pick<TakeoverLine, 'phase'>): boolean {
  return phase === 'checking' || phase === 'registering';
}

export function phaseWords({
  phase,
  done,
  total,
  waiting,
}: TakeoverLine & { readonly waiting: number }): string {
  if (phase === 'received') return '待确定列的对应关系';
  if (phase === 'checking') return '正在检查';
  if (phase === 'registering') return `正在登记，已登记 ${done} 户，共 ${total} 户`;
  if (waiting > 0) return `${waiting} 户待另一人复核`;
  return phase === 'closed' ? '已结束' : '已检查';
}

export function broughtWords({ by, createdAt }: Pick<TakeoverLine, 'by' | 'createdAt'>): string {
  return `${by} ${formatShortDate(dayOf(instant(createdAt)))}`;
}

export function householdsOf({ counts }: TakeoverShown, standing: string): number {
  return (counts as Readonly<Record<string, { households: number }>>)[standing]?.households ?? 0;
}

/** Mappings are checked where they are given; the answer only carries one along. */
export function mappingOf(mapping: unknown): Mapping {
  return mapping as Mapping;
}
