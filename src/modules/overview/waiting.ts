/** What waits for the county, and what is done about it; in the order of the home page. */
export const waiting = {
  overdue: { title: '乡镇超期未办', act: '督办', roles: ['aid-officer', 'county-leader'] },
  verification: { title: '信息核对', act: '答复核对', roles: ['verifier'] },
  county: {
    ...{ title: '县级办理的案件', act: '审核、答复' },
    roles: ['aid-officer', 'inspector', 'county-leader'],
  },
  handover: { title: '移交县级', act: '接收或者退回', roles: ['aid-officer'] },
  instrument: { title: '赋权书', act: '复核或者续期', roles: ['aid-officer', 'county-leader'] },
  unfiled: { title: '乡镇没有按期备案', act: '催报', roles: ['aid-officer', 'inspector'] },
  filing: { title: '备案待接收', act: '接收', roles: ['aid-officer'] },
  finding: { title: '数据比对疑点', act: '核查', roles: ['aid-officer', 'inspector'] },
  anomaly: { title: '调度异常', act: '处置', roles: ['inspector', 'aid-officer'] },
  table: { title: '乡镇月报', act: '审核', roles: ['aid-officer'] },
  roll: { title: '发放花名册', act: '复核、发放', roles: [] },
  request: { title: '用款申请', act: '批准', roles: ['county-leader'] },
  account: { title: '账户更正', act: '核对', roles: ['aid-officer', 'county-leader'] },
  recovery: { title: '追回', act: '决定', roles: ['county-leader'] },
  difference: { title: '对账差异', act: '查清', roles: [] },
  policy: { title: '标准和规则的草案', act: '审批、公布', roles: ['county-leader'] },
  raise: { title: '补发和价格补贴', act: '批准', roles: ['county-leader'] },
} as const;
export type Waiting = keyof typeof waiting;
export const waitingCodes = Object.keys(waiting) as [Waiting, ...Waiting[]];

export type Counted = {
  readonly code: Waiting;
  readonly count: number;
  readonly late: number;
  /** The earliest day something is due; '' where nothing has one. */
  readonly due: string;
};

/**
 * The one thing this post should do next: of what is its own, what is late before what is not, then by its day, then
 * by the order of the page. Null when everything waits for others.
 */
export function nextOf(counted: readonly Counted[], role: string): Counted | null {
  const open = counted.filter(
    ({ code, count }) => count > 0 && waiting[code].roles.some((each) => each === role),
  );
  const rank = ({ late, due }: Counted) => [late > 0 ? '0' : '1', due === '' ? '~' : due].join('|');
  return open.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))[0] ?? null;
}

/** "有 7 件事需要县里办，其中 2 件已经超期。" */
export function sentenceOf(counted: readonly Counted[]): string {
  const count = counted.reduce((sum, each) => sum + each.count, 0);
  const late = counted.reduce((sum, each) => sum + each.late, 0);
  if (count === 0) return '现在没有需要县里办的事。';
  return `有 ${count} 件事需要县里办${late > 0 ? `，其中 ${late} 件已经超期` : ''}。`;
}
