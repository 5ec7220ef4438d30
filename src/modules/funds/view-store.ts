import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { LineKind } from './due.ts';
import type { Hold } from './hold.ts';

type Sum<Key extends string, Value> = { readonly [Name in Key]: Value } & {
  readonly lines: number;
  readonly amount: number;
};

/** What a roll pays, by kind, and what it holds, by reason. */
export async function summaryOf(
  tx: ReadTx,
  rollId: string,
): Promise<{
  readonly kinds: readonly Sum<'kind', LineKind>[];
  readonly holds: readonly Sum<'held', Hold>[];
}> {
  const kinds = await sql<Sum<'kind', LineKind>>`
    select kind, count(*)::int as lines, sum(amount)::float8 as amount from roll_line
    where roll_id = ${rollId} and held = '' group by kind order by kind`.execute(tx);
  const holds = await sql<Sum<'held', Hold>>`
    select held, count(*)::int as lines, sum(amount)::float8 as amount from roll_line
    where roll_id = ${rollId} and held <> '' group by held order by held`.execute(tx);
  return { kinds: kinds.rows, holds: holds.rows };
}

/** How many lines of each sealed file the bank has answered. */
export async function answeredByFile(
  tx: ReadTx,
  rollId: string,
): Promise<ReadonlyMap<number, number>> {
  const found = await sql<{ fileNo: number; lines: number }>`
    select b.file_no as "fileNo", count(o.line_id)::int as lines
    from batch_line b left join line_outcome o on o.line_id = b.line_id
    where b.roll_id = ${rollId} group by 1`.execute(tx);
  return new Map(found.rows.map(({ fileNo, lines }) => [fileNo, lines]));
}

export type ListedLine = {
  readonly lineId: string;
  readonly area: string;
  readonly number: string;
  readonly payee: string;
  readonly forMonth: string;
  readonly kind: LineKind;
  readonly basis: string;
  readonly amount: number;
  readonly held: Hold | '';
  readonly bank: string;
  readonly accountTail: string;
  readonly outcome: 'paid' | 'returned' | '';
  readonly reason: string;
};

const PAGE = 200;

const shows = {
  paid: sql`l.held = ''`,
  held: sql`l.held <> ''`,
  returned: sql`o.outcome = 'returned'`,
  open: sql`l.held = '' and o.outcome is null`,
} as const;

/** A page of lines, in the order of the roll. */
export async function listLines(
  tx: ReadTx,
  rollId: string,
  { show, offset }: { readonly show: keyof typeof shows; readonly offset: number },
): Promise<{ lines: readonly ListedLine[]; next: number | null; count: number }> {
  const from = sql`from roll_line l left join line_outcome o on o.line_id = l.line_id
    where l.roll_id = ${rollId} and ${shows[show]}`;
  const found = await sql<ListedLine>`
    select l.line_id as "lineId", l.area, l.number, l.payee, l.for_month as "forMonth", l.kind, l.basis,
      l.amount::float8 as amount, l.held, l.bank, coalesce(l.account ->> 'tail', '') as "accountTail",
      coalesce(o.outcome, '') as outcome, coalesce(o.reason, '') as reason
    ${from} order by l.area collate "C", l.number, l.line_id limit ${PAGE} offset ${offset}`.execute(
    tx,
  );
  const counted = await sql<{ count: number }>`select count(*)::int as count ${from}`.execute(tx);
  const count = counted.rows[0]?.count ?? 0;
  const next = offset + found.rows.length < count ? offset + found.rows.length : null;
  return { lines: found.rows, next, count };
}
