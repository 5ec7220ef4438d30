import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { askStatuses } from '../../../modules/reserve/index.ts';
import type { tillList, tillView } from '../../../modules/reserve/contract.ts';

export type Till = ValueOf<(typeof tillList)['answer']>['tills'][number];
export type TillView = ValueOf<(typeof tillView)['answer']>;

export const yuan = (amount: number) => formatYuan(amount as Fen);

export const tillPath = (township: string) => `/reserve-tills/${township}`;

/** Less or more than the books say, in words. */
export function differenceWords(difference: number): string {
  return difference === 0 ? '' : `${difference < 0 ? '少' : '多'} ${yuan(Math.abs(difference))} 元`;
}

/** What waits for somebody, in words; '' when nothing does. */
export function openWords({ askStatus, askAmount, difference }: Till): string {
  const words = [
    ...(askStatus ? [`申请 ${yuan(askAmount)} 元，${askStatuses[askStatus]}`] : []),
    ...(difference === 0 ? [] : [`盘点${differenceWords(difference)}，待县级处理`]),
  ];
  return words.join('；');
}
