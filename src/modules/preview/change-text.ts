import { formatYuan } from '../../kernel/fen.ts';
import { formatDate } from '../../kernel/local-date.ts';
import { figureChangeText } from './figure.ts';
import type { Change } from './preview.ts';

/** `城市低保标准调整为 900.00 元/人/月，自2026年7月1日起` */
export function changeText(change: Change): string {
  const since = `自${formatDate(change.from)}起`;
  if (change.kind === 'file') return `地方文件“${change.name}”，${since}`;
  if (change.kind === 'figure')
    return `${figureChangeText(change.parameter, change.value)}，${since}`;
  const { urban, rural } = change;
  const sides = [
    ...(urban === null ? [] : [`城市低保标准 ${formatYuan(urban)} 元/人/月`]),
    ...(rural === null ? [] : [`农村低保标准 ${formatYuan(rural)} 元/人/月`]),
  ];
  return `${sides.join('、')}，${since}`;
}
