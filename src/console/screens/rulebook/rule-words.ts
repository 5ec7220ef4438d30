import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { ListedRule, workingRuleView } from '../../../modules/rulebook/contract.ts';

export type RuleShown = ValueOf<(typeof workingRuleView)['answer']>;

export const rulePath = (ruleId: string) => `/working-rules/${ruleId}`;

export function dayWords(on: string): string {
  return on ? formatDate(localDate(on)) : '—';
}

/** The text that holds, in one line; that none does is said. */
export function textWords({ current, fromCounty }: ListedRule): string {
  if (!current) return '缺：没有现行文本';
  return fromCounty ? `${current.documentNumber}（县里统一印发）` : current.documentNumber;
}

/** Where the reading stands for whoever looks. */
export function readingWords({ mustRead, isRead, unread, current }: ListedRule): string {
  if (!current) return '—';
  const own = mustRead ? (isRead ? '您已阅读' : '您还没有读') : '';
  const others = unread === null ? '' : unread === 0 ? '都已阅读' : `${unread} 人没有读`;
  return [own, others].filter(Boolean).join('，') || '—';
}
