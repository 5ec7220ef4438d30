import type { Refusal } from '../../kernel/outcome.ts';
import { cite, type RuleId } from '../../law/index.ts';

export type DiscoveryRefusal =
  | 'report-exists'
  | 'report-ended'
  | 'seen-in-future'
  | 'reported-already'
  | 'told-out-of-time'
  | 'family-already-told'
  | 'family-not-told'
  | 'help-to-apply-owed'
  | 'application-begun'
  | 'report-of-other-village';

const texts: { readonly [Code in DiscoveryRefusal]: readonly [string, RuleId] } = {
  'report-exists': ['这份报告已经提交，不需要重复提交。', 'SL-39'],
  'report-ended': ['这份报告已经办结。有新的情况，请另报。', 'SL-39'],
  'seen-in-future': ['发现日期在今天之后，请核对。', 'SL-39'],
  'reported-already': ['这个人已有一份没有办结的报告，请在那一份上办理。', 'SL-39'],
  'told-out-of-time': ['告知日期应在发现之后、今天以前（含当日），请核对。', 'DB-06b'],
  'family-already-told': ['已经告知过政策，不需要重复登记。', 'DB-06b'],
  'family-not-told': ['还没有告知政策。请先告知家庭可以申请什么、怎么申请。', 'DB-06b'],
  'help-to-apply-owed': [
    '本人没有能力自己申请的，乡镇和村（社区）应当帮助申请，不能以不申请办结。',
    'TK-11',
  ],
  'application-begun': ['本办件已经建立，请直接打开办理，不要重复建立。', 'DB-04'],
  'report-of-other-village': ['办件应当建在报告所在的村（社区），请核对。', 'DB-04'],
};

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(texts).map(([code, [message, rule]]) => [
    code,
    { code, message, citation: cite(rule) },
  ]),
) as { readonly [Code in DiscoveryRefusal]: Refusal<Code> };
