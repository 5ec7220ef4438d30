import { type Fen, fen } from '../../kernel/fen.ts';

/** Accounts of the ledger. What the county has to provide stands below zero in the first; it goes its way to families. */
export const accounts = {
  reserve: '县级应拨（负数为已用）',
  payable: '应付',
  paid: '已付',
  returned: '退票待处理',
} as const;
export type Account = keyof typeof accounts;

/** One line of an entry: what an account gains, or loses below zero. */
export type Posting = {
  readonly account: Account;
  readonly scheme: string;
  readonly lineId: string;
  readonly amount: Fen;
};

type Moved = {
  readonly lineId: string;
  /** The line it leaves, where that is another one (a returned line paid again). */
  readonly fromLineId?: string;
  readonly amount: Fen;
};

/** Moves each sum from one account to another, line by line: what one gains the other loses. */
export function moved(
  from: Account,
  to: Account,
  scheme: string,
  lines: readonly Moved[],
): readonly Posting[] {
  return lines.flatMap(({ lineId, fromLineId = lineId, amount }) => [
    { account: from, scheme, lineId: fromLineId, amount: fen(-amount) },
    { account: to, scheme, lineId, amount },
  ]);
}

export type Balances = { readonly [Name in Account]: Fen };

/** What each account holds after these postings. */
export function balancesOf(postings: readonly Pick<Posting, 'account' | 'amount'>[]): Balances {
  const sums: Record<Account, number> = { reserve: 0, payable: 0, paid: 0, returned: 0 };
  for (const { account, amount } of postings) sums[account] += amount;
  return Object.fromEntries(
    Object.entries(sums).map(([account, amount]) => [account, fen(amount)]),
  ) as Balances;
}
