import { formatDate, formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import type { ListedAbsence, ListedWork } from '../../../modules/worklist/contract.ts';

export function villagePath(village: string): string {
  return `/village-week/${village}`;
}

export function dayWords(day: string): string {
  return day === '' ? '' : formatDateWithWeekday(localDate(day));
}

/** Until when, and how late. */
export function dueWords({ dueOn, late, escalated }: ListedWork): string {
  if (dueOn === '') return '没有期限';
  const day = formatDate(localDate(dueOn));
  if (late === 0) return `${day}前`;
  return `${day}，超期 ${late} 个工作日${escalated ? '，已报上一级' : ''}`;
}

export function absenceWords({ name, from, to, reason, substituteName }: ListedAbsence): string {
  const days = `${formatDate(localDate(from))}至${formatDate(localDate(to))}`;
  const substitute = substituteName === '' ? '没有指定代办人' : `由${substituteName}代办`;
  return `${name}：${days}，${reason}，${substitute}`;
}

/** "3 项，本周到期 1 项，超期 1 项". */
export function countWords(items: readonly ListedWork[]): string {
  const late = items.filter(({ late: days }) => days > 0).length;
  if (items.length === 0) return '现在没有任务';
  return late > 0 ? `${items.length} 项，其中超期 ${late} 项` : `${items.length} 项，没有超期`;
}
