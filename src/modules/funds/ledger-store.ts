import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/record/record.ts';
import { type Account, type Balances, balancesOf, type Posting } from './posting.ts';

export type EntryKind = 'seal' | 'reply';

/** Books what one act moved. The same cause never moves money twice: the database refuses it. */
export async function book(
  tx: WriteTx,
  entry: { readonly area: string; readonly kind: EntryKind; readonly cause: string },
  postings: readonly Posting[],
  act: Act,
): Promise<void> {
  if (postings.length === 0) return;
  const entryId = randomUUID();
  const { area, kind, cause } = entry;
  await sql`insert into fund_entry (entry_id, area, kind, cause, on_day, recorded_at, person)
    values (${entryId}, ${area}, ${kind}, ${cause}, ${dayOf(act.recordedAt)}, ${act.recordedAt}, ${act.actor})`.execute(
    tx,
  );
  const rows = postings.map(({ account, scheme, lineId, amount }, place) => ({
    ...{ entry_id: entryId, place, area, account, scheme, line_id: lineId, amount },
  }));
  await sql`insert into fund_posting
    select * from jsonb_populate_recordset(null::fund_posting, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

type Sum = { account: Account; amount: number };

/** What the accounts of a county hold. */
export async function countyBalances(tx: ReadTx, area: string): Promise<Balances> {
  const found = await sql<Sum>`
    select account, sum(amount)::float8 as amount from fund_posting where area = ${area} group by account`.execute(
    tx,
  );
  return balancesOf(found.rows.map(({ account, amount }) => ({ account, amount: fen(amount) })));
}

/** What the accounts hold of the lines of one roll. */
export async function rollBalances(tx: ReadTx, rollId: string): Promise<Balances> {
  const found = await sql<Sum>`
    select p.account, sum(p.amount)::float8 as amount
    from fund_posting p join roll_line l on l.line_id = p.line_id
    where l.roll_id = ${rollId} group by p.account`.execute(tx);
  return balancesOf(found.rows.map(({ account, amount }) => ({ account, amount: fen(amount) })));
}
