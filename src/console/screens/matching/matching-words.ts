import { dayOf, instant } from '../../../kernel/clock.ts';
import { formatShortDate } from '../../../kernel/local-date.ts';
import type { LoadLine, RunLine } from '../../../modules/matching/contract.ts';
import { ruleTitles } from '../../../modules/matching/index.ts';

export function whenWords(by: string, at: number): string {
  return `${by} ${formatShortDate(dayOf(instant(at)))}`;
}

export function loadWords({ phase, done, good, bad, fault, isOverdue, askedBy }: LoadLine): string {
  switch (phase) {
    case 'loading':
      return `正在导入，已读 ${done.toLocaleString('en-US')} 行`;
    case 'failed':
      return fault;
    case 'destroyed':
      return '已销毁';
    case 'loaded': {
      const rows = `${good.toLocaleString('en-US')} 行${bad > 0 ? `，出错 ${bad} 行没有导入` : ''}`;
      if (askedBy !== '') return `${rows}；${askedBy}提请销毁，待批准`;
      return isOverdue ? `${rows}；已过保存期限，应当销毁` : rows;
    }
  }
}

export function runWords({ phase, done, total, counts, fault }: RunLine): string {
  if (phase === 'gathering') return `正在比对来源数据，${done} 份，共 ${total} 份`;
  if (phase === 'judging') return `正在逐户核对，${done} 户，共 ${total} 户`;
  if (phase === 'failed') return fault;
  const found = Object.entries(counts).map(
    ([rule, count]) => `${(ruleTitles as Record<string, string>)[rule] ?? rule} ${count}`,
  );
  return found.length === 0 ? `${done} 户，没有疑点` : `${done} 户，疑点：${found.join('、')}`;
}
