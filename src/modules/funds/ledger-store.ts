import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf, type Instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import {
  type Account,
  type Balances,
  balancesOf,
  type Moved,
  type PostedPot,
  type Posting,
} from './posting.ts';

export type EntryKind = 'seal' | 'reply' | 'budget' | 'commit' | 'release' | 'recovery' | 'till';

/** Who booked it and when; '' where it follows from somebody else's act. */
export type Booked = { readonly actor: string; readonly recordedAt: Instant };

/** Books what one act moved. The same cause never moves money twice: the database refuses it. */
export async function book(
  tx: WriteTx,
  entry: { readonly area: string; readonly kind: EntryKind; readonly cause: string },
  postings: readonly Posting[],
  { actor, recordedAt }: Booked,
): Promise<void> {
  const moving = postings.filter(({ amount }) => amount !== 0);
  if (moving.length === 0) return;
  const entryId = randomUUID();
  const { area, kind, cause } = entry;
  await sql`insert into fund_entry (entry_id, area, kind, cause, on_day, recorded_at, person)
    values (${entryId}, ${area}, ${kind}, ${cause}, ${dayOf(recordedAt)}, ${recordedAt}, ${actor})`.execute(
    tx,
  );
  const rows = moving.map(({ account, scheme, lineId, amount, pot, party = '' }, place) => ({
    ...{ entry_id: entryId, place, area, account, scheme, line_id: lineId, amount, party },
    ...{ year: pot?.year ?? 0, source: pot?.source ?? '', residence: pot?.residence ?? '' },
  }));
  await sql`insert into fund_posting
    select * from jsonb_populate_recordset(null::fund_posting, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/**
 * Keeps everybody else who spends, provides or commits money of a county waiting until the transaction ends. Whoever
 * only commits shares it with others who do.
 */
export async function lockFunds(tx: WriteTx, area: string, isShared = false): Promise<void> {
  const key = `funds:${area.slice(0, 6)}`;
  await (isShared
    ? sql`select pg_advisory_xact_lock_shared(hashtext(${key}))`
    : sql`select pg_advisory_xact_lock(hashtext(${key}))`
  ).execute(tx);
}

type PieceRow = PostedPot & { readonly lineId: string; readonly amount: number };

/** What an account holds of these lines, by the money it is of: what leaves it goes on as the same money. */
export async function piecesOf(
  tx: ReadTx,
  account: Account,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Moved[]>> {
  const found = await sql<PieceRow>`
    select line_id as "lineId", year, source, residence, sum(amount)::float8 as amount
    from fund_posting where line_id = any (${lineIds}::text[]) and line_id <> '' and account = ${account}
    group by line_id, year, source, residence having sum(amount) > 0
    order by line_id, year, source, residence`.execute(tx);
  const pieces = found.rows.map(({ lineId, amount, ...pot }) => ({
    ...{ lineId, amount: fen(amount) },
    pot: pot.year === 0 ? undefined : pot,
  }));
  return Map.groupBy(pieces, ({ lineId }) => lineId);
}

type Sum = { account: Account; amount: number };

function balances(rows: readonly Sum[]): Balances {
  return balancesOf(rows.map(({ account, amount }) => ({ account, amount: fen(amount) })));
}

/** What the accounts of a county hold. */
export async function countyBalances(tx: ReadTx, area: string): Promise<Balances> {
  const found = await sql<Sum>`
    select account, sum(amount)::float8 as amount from fund_posting where area = ${area} group by account`.execute(
    tx,
  );
  return balances(found.rows);
}

/** What the accounts hold of the lines of one roll. */
export async function rollBalances(tx: ReadTx, rollId: string): Promise<Balances> {
  const found = await sql<Sum>`
    select p.account, sum(p.amount)::float8 as amount
    from fund_posting p join roll_line l on l.line_id = p.line_id
    where l.roll_id = ${rollId} and p.line_id <> '' group by p.account`.execute(tx);
  return balances(found.rows);
}
