import type { FileRef } from '../../kernel/evidence.ts';

/** What the record itself tells of a township (mission 2.1). */
export const measuredTitles = {
  clerks: '经办人员',
  posts: '岗位配齐',
  rules: '工作制度',
  'on-time': '按期办结',
  returned: '退回重办',
  publicity: '公示留存',
  objections: '异议办结',
  'two-visitors': '两人入户',
  findings: '疑点按期核查',
} as const;
export type MeasuredIndicator = keyof typeof measuredTitles;

/** What somebody from the county must look at on the spot, and what is looked for. */
export const assessedTitles = {
  training: '业务培训',
  window: '服务窗口',
  'meeting-rules': '集体研究',
  'verification-account': '核对账号',
  'archive-room': '档案保管',
  'trial-cases': '试办案件',
  sampling: '抽查合格',
  'no-serious-problem': '严重问题',
} as const;
export type AssessedItem = keyof typeof assessedTitles;

export const lookedFor: Readonly<Record<AssessedItem, string>> = {
  training: '至少两名经办人员参加县级培训并考核合格',
  window: '便民服务大厅设有统一受理窗口，有专人、设备和公示栏',
  'meeting-rules': '已印发集体研究规则，确定成员、人数和回避办法',
  'verification-account': '已开通信息核对账号，经办人员会办授权和委托',
  'archive-room': '有专用档案室（柜），专人保管，防火防潮',
  'trial-cases': '按下放后的程序试办过案件，县级复核结论一致',
  sampling: '最近一次县级抽查的合格率达到要求',
  'no-serious-problem': '没有未整改的严重问题和未办结的问责事项',
};

export type Indicator = MeasuredIndicator | AssessedItem;
export const indicatorTitles = { ...measuredTitles, ...assessedTitles } as const;

export const measuredIndicators = Object.keys(measuredTitles) as [
  MeasuredIndicator,
  ...MeasuredIndicator[],
];
export const assessedItems = Object.keys(assessedTitles) as [AssessedItem, ...AssessedItem[]];

/** Found on the spot: full points, half of them, none. */
export const findingTitles = { met: '符合', partly: '部分符合', unmet: '不符合' } as const;
export type Finding = keyof typeof findingTitles;

/** One line of the checklist as the county found it on the spot. */
export type CheckedItem = {
  readonly item: AssessedItem;
  readonly found: Finding;
  readonly note: string;
  readonly files: readonly FileRef[];
};

export function isAssessed(indicator: Indicator): indicator is AssessedItem {
  return indicator in assessedTitles;
}
