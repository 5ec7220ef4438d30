import { fen, formatYuan } from '../../../kernel/fen.ts';
import type { SubsidyShown } from '../../../modules/policy/subsidy-contract.ts';
import { subsidisedSchemes } from '../../../modules/policy/subsidy.ts';
import { countWords, moneyWords } from '../preview/preview-words.ts';

export const newSubsidyPath: string = '/price-subsidies/new';
export const subsidyPath = (subsidyId: string): string => `/price-subsidies/${subsidyId}`;

export function schemesWords({ schemes }: Pick<SubsidyShown, 'schemes'>): string {
  return schemes.map((each) => subsidisedSchemes[each]).join('、');
}

/** `2026-03 至 2026-05`, or the one month. */
export function spanWords({ from, until }: Pick<SubsidyShown, 'from' | 'until'>): string {
  return from === until ? from : `${from} 至 ${until}`;
}

/** `城市 50.00 元、农村 40.00 元`; a side that gets nothing is left out. */
export function ratesWords({ urban, rural }: Pick<SubsidyShown, 'urban' | 'rural'>): string {
  const sides = [
    ['城市', urban],
    ['农村', rural],
  ] as const;
  return sides
    .flatMap(([side, amount]) => (amount > 0 ? [`${side} ${formatYuan(fen(amount))} 元`] : []))
    .join('、');
}

type Counted = Pick<SubsidyShown, 'households' | 'people' | 'amount'>;

export function effectWords({ households, people, amount }: Counted): string {
  return `${countWords(households)} ${countWords(people, '人')}，每月 ${moneyWords(amount)} 元`;
}
