import { sql } from 'kysely';
import { fen } from '../../kernel/fen.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { PaidScheme } from './roll.ts';
import type { Pot, PotKey, Residence } from './pot.ts';

type Of = { readonly area: string; readonly scheme: string; readonly year: number };

/** What is left of each provider's money for a scheme and year. */
export async function potsOf(tx: ReadTx, of: Of): Promise<readonly Pot[]> {
  const found = await listPots(tx, of.area, of.year);
  return found.filter(({ scheme }) => scheme === of.scheme);
}

export type Position = Pot & {
  readonly scheme: PaidScheme;
  /** What documents provided, taken together. */
  readonly budget: number;
};

/** Every pot of a county and year: what was provided and what is left. */
export async function listPots(
  tx: ReadTx,
  area: string,
  year: number,
): Promise<readonly Position[]> {
  const found = await sql<PotKey & { scheme: PaidScheme; left: number; budget: number }>`
    select p.year, p.source, p.residence, p.scheme, sum(p.amount)::float8 as left,
      coalesce(sum(p.amount) filter (where e.kind = 'budget'), 0)::float8 as budget
    from fund_posting p join fund_entry e on e.entry_id = p.entry_id
    where p.area = ${area} and p.account = 'reserve' and p.year = ${year}
    group by p.year, p.source, p.residence, p.scheme
    order by p.scheme, p.residence, p.source`.execute(tx);
  return found.rows.map(({ left, ...pot }) => ({ ...pot, left: fen(left) }));
}

export type CommittedSum = {
  readonly scheme: PaidScheme;
  readonly residence: Residence;
  readonly amount: number;
};

/** What is promised until the end of the year, by scheme and where the households live. */
export async function committedSums(
  tx: ReadTx,
  area: string,
  year: number,
): Promise<readonly CommittedSum[]> {
  const found = await sql<CommittedSum>`
    select scheme, residence, sum(amount)::float8 as amount from fund_posting
    where area = ${area} and account = 'committed' and year = ${year}
    group by scheme, residence having sum(amount) <> 0 order by scheme, residence`.execute(tx);
  return found.rows;
}
