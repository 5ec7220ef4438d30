import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import type { RegisterLine } from '../../../modules/review/contract.ts';
import { standings } from '../../../modules/review/entitlement.ts';

/** What is decided from a later month on: “12月起 946.17 元/月”, “12月起已停止”. */
export function nextWords({ from, amount, standing }: NonNullable<RegisterLine['next']>): string {
  const start = `${Number(from.slice(5, 7))}月起`;
  return standing === 'stopped' || standing === 'suspended'
    ? `${start}${standings[standing]}`
    : `${start} ${formatYuan(amount as Fen)} 元/月`;
}

/** What a line of the register says of money: of somebody newly granted, what is due from the first month. */
export function amountWords({ amount, since, next }: RegisterLine): string {
  const now = formatYuan(amount as Fen);
  if (!next) return now;
  return next.from === since ? nextWords(next) : `${now}；${nextWords(next)}`;
}
