/** How what somebody gets with a roll differs from the roll of the month before. */
export const changeKinds = {
  new: '新增',
  stopped: '停发',
  changed: '金额变化',
  held: '本月暂缓',
  arrears: '补发',
  supplement: '一次性、纠错、价格补贴、退票重发',
  same: '不变',
} as const;
export type ChangeKind = keyof typeof changeKinds;

type Paid = { readonly monthly: number; readonly arrears: number; readonly other: number };

/** What one recipient gets now and got by the month before, and why it differs: the first that applies. */
export function changeOf(
  before: Pick<Paid, 'monthly'> | null,
  now: Paid | null,
  isHeld: boolean,
): ChangeKind {
  const [was, is] = [before?.monthly ?? 0, now?.monthly ?? 0];
  if (isHeld && is === 0) return 'held';
  if (was === 0 && is > 0) return 'new';
  if (was > 0 && is === 0) return 'stopped';
  if (was !== is) return 'changed';
  if ((now?.arrears ?? 0) > 0) return 'arrears';
  return (now?.other ?? 0) > 0 ? 'supplement' : 'same';
}
