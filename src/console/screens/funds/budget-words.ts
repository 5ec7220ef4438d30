import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { budgetBoard, fundRequestList } from '../../../modules/funds/budget-contract.ts';
import { paidSchemes, residences, sources } from '../../../modules/funds/index.ts';
import { yuan } from './fund-words.ts';

export type Budget = ValueOf<(typeof budgetBoard)['answer']>;
export type BudgetDocument = Budget['documents'][number];
export type FundRequest = ValueOf<(typeof fundRequestList)['answer']>['requests'][number];

type PotNamed = Pick<Budget['pots'][number], 'scheme' | 'residence'> &
  Partial<Pick<Budget['pots'][number], 'source'>>;

export function potWords({ source, scheme, residence }: PotNamed): string {
  const from = source ? sources[source] : '';
  return `${from}${paidSchemes[scheme]}（${residences[residence]}）`;
}

/** How long the money lasts, as a sentence. */
export function standingWords(each: Budget['standings'][number]): string {
  const { left, committed, short, dryOn, days } = each;
  const has = left < 0 ? `已多用 ${yuan(-left)} 元` : `可用 ${yuan(left)} 元`;
  const about = `${has}，已承诺到年底 ${yuan(committed)} 元`;
  if (short === 0 || dryOn === null) return `${about}，够用。`;
  const day = formatDate(localDate(dryOn));
  const until = days === 0 ? '现在就不够' : `只够发到 ${day} 以前，还有 ${days} 天`;
  return `${about}，差 ${yuan(short)} 元，${until}。请抓紧补足；应发的照常发放。`;
}
