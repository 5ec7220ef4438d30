import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DispatchRefusal =
  | 'dispatch-closed'
  | 'dispatch-month-ahead'
  | 'dispatch-month-not-over'
  | 'dispatch-flag-open'
  | 'dispatch-draw-open'
  | 'dispatch-not-sought'
  | 'dispatch-anomaly-open'
  | 'dispatch-not-met'
  | 'dispatch-table-open'
  | 'dispatch-met-early'
  | 'dispatch-met-ahead'
  | 'dispatch-decision-past'
  | 'anomaly-unknown'
  | 'anomaly-answered'
  | 'anomaly-own'
  | 'anomaly-not-yours'
  | 'anomaly-stranger'
  | 'anomaly-due-past'
  | 'table-month-not-over'
  | 'table-waiting'
  | 'table-taken'
  | 'table-not-reported'
  | 'table-figure-unknown'
  | 'table-part-exceeds'
  | 'table-grounds-differ'
  | 'table-population-small';

const messages: { readonly [Code in DispatchRefusal]: string } = {
  'dispatch-closed': '这个月的调度已经月结，不能再改。',
  'dispatch-month-ahead': '这个月还没有到，没有可以调度的数据。',
  'dispatch-month-not-over': '这个月还没有结束，不能月结。',
  'dispatch-flag-open': '三个百分之百里还有没有销号的，核查销号以后才能月结。',
  'dispatch-draw-open': '新增对象的抽查还没有公开，公开以后才能月结。',
  'dispatch-not-sought': '月份结束以后还没有按规则查找异常，请先查找。',
  'dispatch-anomaly-open': '还有没有处置的异常：请先处置，或者逐条写明为什么先月结。',
  'dispatch-not-met': '还没有登记调度会的讨论和决定。',
  'dispatch-table-open': '还有乡镇（街道）的月报没有收下：请先办完，或者写明为什么先月结。',
  'dispatch-met-early': '调度会日期早于这个月，请核对。',
  'dispatch-met-ahead': '调度会日期晚于今天，请核对。',
  'dispatch-decision-past': '议定事项的完成期限早于开会日期，请核对。',
  'anomaly-unknown': '没有这一条异常，请刷新页面。',
  'anomaly-answered': '这一条异常已经处置。',
  'anomaly-own': '这一条异常与所选的人有关，由别人处置。',
  'anomaly-not-yours': '这一条异常已经交给别人处置，由承办人或者分管领导办理。',
  'anomaly-stranger': '只能交给县级在岗的人员。',
  'anomaly-due-past': '期限早于今天，请核对。',
  'table-month-not-over': '这个月还没有结束，不能报送月报。',
  'table-waiting': '月报已经报送，等县级审核。',
  'table-taken': '县级已经收下这个月的月报，不能再改。',
  'table-not-reported': '乡镇（街道）还没有报送这个月的月报。',
  'table-figure-unknown': '更改的项目不在月报里，或者改了两次，请刷新页面。',
  'table-part-exceeds': '女性、老年人、未成年人、残疾人等单项人数不能多于在册人数。',
  'table-grounds-differ': '各种致贫原因的户数合计应等于低保在册户数。',
  'table-population-small': '户籍人口基数不能少于低保和特困在册人数。',
};

/** Every "no" to the month's desk and to the tables of a township. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, message]) => [
    code,
    { code, message, citation: cite(code === 'dispatch-flag-open' ? 'DL-12' : 'DL-14') },
  ]),
) as { readonly [Code in DispatchRefusal]: Refusal<Code> };
