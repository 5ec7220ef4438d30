/** The kinds of work that wait for somebody, as the task list names them. */
export const taskKinds = {
  compare: '待复核登记',
  review: '定期核查',
  conclude: '待作核查结论',
  death: '死亡后复核',
} as const;
