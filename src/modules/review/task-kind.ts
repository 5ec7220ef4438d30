/** The kinds of work that wait for somebody, as the task list names them. */
export const taskKinds = {
  compare: '待复核登记',
  review: '定期核查',
  reconfirm: '年度重新确认',
  conclude: '待作核查结论',
  death: '死亡后复核',
  reassess: '待重新核算',
  propose: '待提出调整意见',
  notice: '待事先告知',
  answer: '待听取意见',
  posting: '待公示',
  objection: '待办异议',
  decide: '待决定',
  serve: '待送达',
  care: '待评估自理能力',
  tolerance: '待作容错认定',
  'follow-up': '待评估其他救助',
} as const;
export type TaskKind = keyof typeof taskKinds;
