import { type Fen, fen } from '../../kernel/fen.ts';
import type { PotKey, Source } from './pot.ts';

/** Accounts of the ledger. What is provided stands below zero in the first; it goes its way to families. */
export const accounts = {
  appropriation: '已下达预算（负数）',
  reserve: '可用资金（负数为县级应补足）',
  encumbered: '承诺占用（负数）',
  committed: '已承诺待发',
  payable: '应付',
  paid: '已付',
  returned: '退票待处理',
  recovered: '已追回',
  till: '乡镇备用金',
  'handed-out': '备用金已支付',
  'till-short': '备用金短款待查',
  'written-off': '备用金核销',
} as const;
export type Account = keyof typeof accounts;

/** Which money a posting is of; of what is only promised nobody knows yet who will provide it. */
export type PostedPot = Omit<PotKey, 'source'> & { readonly source: Source | '' };

/** One line of an entry: what an account gains, or loses below zero. */
export type Posting = {
  readonly account: Account;
  readonly scheme: string;
  readonly lineId: string;
  readonly amount: Fen;
  /** Which money it is of, where that is known. */
  readonly pot?: PostedPot | undefined;
  /** The recipient a sum is committed to. */
  readonly party?: string | undefined;
};

export type Moved = {
  readonly lineId: string;
  /** The line it leaves, where that is another one (a returned line paid again). */
  readonly fromLineId?: string;
  readonly amount: Fen;
  readonly pot?: PostedPot | undefined;
  readonly party?: string | undefined;
};

/** Moves each sum from one account to another, line by line: what one gains the other loses. */
export function moved(
  from: Account,
  to: Account,
  scheme: string,
  lines: readonly Moved[],
): readonly Posting[] {
  return lines.flatMap(({ lineId, fromLineId = lineId, amount, pot, party }) => [
    { account: from, scheme, lineId: fromLineId, amount: fen(-amount), pot, party },
    { account: to, scheme, lineId, amount, pot, party },
  ]);
}

export type Balances = { readonly [Name in Account]: Fen };

/** What each account holds after these postings. */
export function balancesOf(postings: readonly Pick<Posting, 'account' | 'amount'>[]): Balances {
  const sums = Object.fromEntries(Object.keys(accounts).map((account) => [account, 0])) as Record<
    Account,
    number
  >;
  for (const { account, amount } of postings) sums[account] += amount;
  return Object.fromEntries(
    Object.entries(sums).map(([account, amount]) => [account, fen(amount)]),
  ) as Balances;
}
