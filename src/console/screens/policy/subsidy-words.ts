import { fen, formatYuan } from '../../../kernel/fen.ts';
import type { SubsidyShown } from '../../../modules/policy/subsidy-contract.ts';
import { subsidisedSchemes } from '../../../modules/policy/subsidy.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
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

/** `低保 2026-03 演民发〔2026〕3号`: one document may start several; what tells them apart comes first. */
export function titleWords(
  subsidy: Pick<SubsidyShown, 'schemes' | 'from' | 'until' | 'document'>,
): string {
  const schemes = subsidy.schemes.map((each) => SCHEME_SHORT[each]).join('、');
  return `${schemes} ${spanWords(subsidy)} ${subsidy.document}`;
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
