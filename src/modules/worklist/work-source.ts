import type { Role } from '../identity/index.ts';

/** The flows work comes from, in the words of a list. */
export const flowTitles = {
  case: '申请办理',
  benefit: '动态管理',
  finding: '比对疑点',
  check: '县级实地核查',
  correction: '整改',
  handover: '移交县级',
  assistance: '协助外地调查',
  discovery: '主动发现',
  visit: '补充入户',
  filing: '备案',
  transfer: '转移接续',
  challenge: '复议诉讼',
  table: '月报表',
  till: '备用金',
  account: '账户更正',
  source: '核对来源',
  flag: '三个百分之百',
  draw: '随机抽查',
  accountability: '问责',
  complaint: '举报投诉',
  anomaly: '调度异常',
  dispatch: '每月调度',
  evaluation: '绩效评价',
  roll: '资金发放',
  request: '用款申请',
  books: '每日对账',
  budget: '资金文件',
  recovery: '追回',
  policy: '政策调整',
  raise: '补发',
  subsidy: '价格补贴',
  instrument: '赋权',
  service: '购买服务',
  recheck: '服务质量复核',
  settlement: '服务结算',
  destruction: '档案销毁',
  export: '名单导出',
} as const;
export type WorkFlow = keyof typeof flowTitles;

/** Where the open work of a flow stands in its rows: each part a piece of SQL; what is left out is empty. */
export type WorkSource = {
  readonly flow: WorkFlow;
  /** What tells this piece from the others of its flow. */
  readonly id: string;
  /** Village, township or county it is about. */
  readonly area: string;
  /** The posts that may do it. */
  readonly roles: string;
  readonly what: string;
  readonly path: string;
  readonly from: string;
  /** What to do; left out where the stage says it. */
  readonly act?: string;
  readonly stage?: string;
  readonly dueOn?: string;
  /** Relatives, and whom a report speaks of: they never get it, and to them it is not there. */
  readonly recused?: string;
  /** People who had a hand in it that this one excludes. */
  readonly separated?: string;
  /** Somebody the flow itself names: holder of a finding, first of a team. */
  readonly named?: string;
  readonly caseId?: string;
  /** The place whose people do it, where area and posts do not say it. */
  readonly place?: string;
  /** The first day it is work. */
  readonly since?: string;
  /** The only posts that may know of it; left out where everybody of the place may. */
  readonly readers?: readonly Role[];
};

const NOBODY = `'{}'::text[]`;

export function arrayOf(values: readonly string[]): string {
  return values.length === 0 ? NOBODY : `array[${values.map((each) => `'${each}'`).join(', ')}]`;
}

/** A code of a column in the words a list has for it. */
export function wordsOf(column: string, titles: Readonly<Record<string, string>>): string {
  const cases = Object.entries(titles).map(([code, title]) => `when '${code}' then '${title}'`);
  return `case ${column} ${cases.join(' ')} else '' end`;
}

/** "2026年3月" of "2026-03". */
export function monthOf(column: string): string {
  return `left(${column}, 4) || '年' || ltrim(substr(${column}, 6, 2), '0') || '月'`;
}

/**
 * The state of one stream beside each row. Row security keeps a plain join from looking it up by its key, and the whole
 * record would be read; a limit inside a lateral join leaves the planner nothing else.
 */
export function withState(stream: string): string {
  return `join lateral (select state from record where stream = ${stream} limit 1) r on true`;
}

/** One statement over the open rows of one flow. */
export function selectOf(source: WorkSource): string {
  const { flow, id, area, roles, what, path, from } = source;
  const { act = `''`, stage = `''`, dueOn = `''`, recused = NOBODY, separated = NOBODY } = source;
  const { named = `''`, caseId = `''`, place = `''`, since = `''`, readers = [] } = source;
  return `select '${flow}~' || ${id} as "itemId", '${flow}' as flow, ${area} as area, ${roles} as roles,
    ${what} as what, ${act} as act, ${path} as path, ${stage} as stage, ${dueOn} as "dueOn", ${recused} as recused,
    ${separated} as kept, ${named} as named, ${caseId} as "caseId", ${place} as place, ${since} as since,
    ${arrayOf(readers)} as readers
  from ${from}`;
}
