import type { ValueOf } from '../../../kernel/contract.ts';
import { fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { fundBoard, rollView } from '../../../modules/funds/contract.ts';
import { paidSchemes, rollStatuses } from '../../../modules/funds/index.ts';

export type RollLine = ValueOf<(typeof fundBoard)['answer']>['rolls'][number];
export type RollShown = ValueOf<(typeof rollView)['answer']>;

export const rollPath = (rollId: string) => `/funds/${rollId}`;

export function phaseWords(phase: RollShown['phase']): string {
  if (phase === 'building') return '正在编制';
  if (phase === 'built') return '已编制，待冻结';
  return rollStatuses[phase];
}

export function rollTitle({ scheme, month, no }: Pick<RollShown, 'scheme' | 'month' | 'no'>) {
  const [year, of] = month.split('-');
  return `${year}年${Number(of)}月${paidSchemes[scheme]}${no > 1 ? `（第 ${no} 份）` : ''}`;
}

export const yuan = (amount: number) => formatYuan(fen(amount));

export function markWords(mark: { readonly by: string; readonly on: string } | null): string {
  return mark ? `${formatDate(localDate(mark.on))}，${mark.by}` : '—';
}
