import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { ListedRule, workingRuleView } from '../../../modules/rulebook/contract.ts';

export type RuleShown = ValueOf<(typeof workingRuleView)['answer']>;

export const rulePath = (ruleId: string) => `/working-rules/${ruleId}`;

/** Under which id the place has a text of its own. */
export const ownId = ({ place, name }: ListedRule) => `${place}-${name}`;

/** The id of the text the county issues for all its townships; null for what is the county's anyhow. */
export function countyId(ruleId: string): string | null {
  const [place = '', ...name] = ruleId.split('-');
  return place.length > 6 ? [place.slice(0, 6), ...name].join('-') : null;
}

export function dayWords(on: string): string {
  return on ? formatDate(localDate(on)) : '—';
}

/** The text that holds, in one line; that none does is said. */
export function textWords({ current, fromCounty }: ListedRule): string {
  if (!current) return '缺：没有现行文本';
  return fromCounty ? `${current.documentNumber}（县里统一印发）` : current.documentNumber;
}

/** Where the reading stands for whoever looks. */
export function readingWords(rule: ListedRule): string {
  const { mustRead, isRead, current } = rule;
  if (!current) return '—';
  const own = mustRead ? (isRead ? '您已阅读' : '您还没有读') : '';
  return [own, othersWords(rule)].filter(Boolean).join('，') || '—';
}

function othersWords({ readers, unread }: ListedRule): string {
  if (unread === null) return '';
  if (readers === 0) return '还没有应读的人';
  return unread === 0 ? '都已阅读' : `${unread} 人没有读`;
}
