import { formatInstant, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { previewList, previewView } from '../../../modules/preview/contract.ts';
import type { Sums } from '../../../modules/preview/sums.ts';

export type PreviewSummary = ValueOf<(typeof previewList)['answer']>['previews'][number];
export type PreviewViewed = ValueOf<(typeof previewView)['answer']>;

export const previewListPath: string = '/previews';
export const newPreviewPath: string = '/previews/new';
export const previewPath = (previewId: string): string => `/previews/${previewId}`;

const stateTitles: Readonly<Record<PreviewSummary['state'], string>> = {
  waiting: '等待开始',
  running: '正在测算',
  done: '已完成',
  stopped: '已停止',
  failed: '没有完成',
};

export function isUnderWay({ state }: Pick<PreviewSummary, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** `正在测算，已算 4,096 户，共 12,000 户`; a finished run needs no count. */
export function progressWords({ state, done, total }: PreviewSummary): string {
  if (state === 'done') return `${stateTitles.done}，${countWords(total)}`;
  return `${stateTitles[state]}，已算 ${countWords(done)}，共 ${countWords(total)}`;
}

export function begunWords({ by, createdAt }: Pick<PreviewSummary, 'by' | 'createdAt'>): string {
  return `${by} ${formatInstant(instant(createdAt))}`;
}

export function dayWords(day: string): string {
  return formatDate(localDate(day));
}

export function countWords(count: number, unit = '户'): string {
  return `${count.toLocaleString('en-US')} ${unit}`;
}

/** `1,286.00`; a difference carries its sign. */
export function moneyWords(amount: number): string {
  return formatYuan(fen(amount));
}

export function differenceWords(amount: number): string {
  return amount > 0 ? `+${moneyWords(amount)}` : moneyWords(amount).replace('-', '−');
}

/** The contract carries the sums as they are kept. */
export function sumsOf({ sums }: Pick<PreviewViewed, 'sums'>): Sums {
  return sums as Sums;
}
