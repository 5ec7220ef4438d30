import type { Fen } from '../../../kernel/fen.ts';
import { formatYuan } from '../../../kernel/fen.ts';
import type { TaskLine } from '../../../modules/procurement/contract.ts';
import { taskStandingTitles } from '../../../modules/procurement/service-task.ts';
import { taskTitles } from '../../../modules/procurement/task-kind.ts';

const recheckTitles = {
  '': '没有抽中',
  drawn: '抽中，待复核',
  agrees: '复核相符',
  differs: '复核不符',
} as const;

export const recheckWords = (recheck: TaskLine['recheck']) =>
  recheck === null ? '还没有抽取' : recheckTitles[recheck];

export const yuan = (amount: number) => `${formatYuan(amount as Fen)} 元`;

export const kindWords = (kind: TaskLine['kind']) => taskTitles[kind];

/** Where a task stands, as whoever waits for it would ask. */
export function taskWords({ standing, handedInOn, isSettled, round }: TaskLine): string {
  if (isSettled) return '已列入结算';
  if (standing === 'ordered' && handedInOn !== '') return '待验收';
  if (standing === 'ordered' && round > 1) return '已退回，待补正';
  return taskStandingTitles[standing];
}
