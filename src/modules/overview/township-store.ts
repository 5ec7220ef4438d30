import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';

type Asked = { readonly area: string; readonly since: LocalDate; readonly today: LocalDate };

export type TownshipCases = {
  readonly township: string;
  readonly accepted: number;
  readonly decided: number;
  readonly days: number;
  readonly onTime: number;
  readonly refused: number;
  readonly open: number;
  readonly late: number;
  readonly objections: number;
};

/** Cases by township: of the period by what happened in it, open ones as they stand now. */
export async function casesByTownship(
  tx: ReadTx,
  { area, since, today }: Asked,
): Promise<readonly TownshipCases[]> {
  const decided = sql`decided_on >= ${since}`;
  const open = sql`decided_on = '' and closed_on = ''`;
  const found = await sql<TownshipCases>`
    select township, count(*) filter (where accepted_on >= ${since})::int as accepted,
      count(*) filter (where ${decided})::int as decided,
      coalesce(sum(calendar_days) filter (where ${decided}), 0)::int as days,
      count(*) filter (where ${decided} and (due_on = '' or decided_on <= due_on))::int as "onTime",
      count(*) filter (where ${decided} and outcome = 'refuse')::int as refused,
      count(*) filter (where ${open})::int as open,
      count(*) filter (where ${open} and due_on <> '' and due_on < ${today})::int as late,
      coalesce(sum(open_objections) filter (where ${open}), 0)::int as objections
    from case_measure
    where county = ${area} and (accepted_on >= ${since} or ${decided} or (${open}))
    group by township`.execute(tx);
  return found.rows;
}

/** Findings the townships have not disposed of. */
export async function findingsByTownship(
  tx: ReadTx,
  area: string,
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ township: string; count: number }>`
    select substr(area, 1, 9) as township, count(*)::int as count from match_finding
    where county = ${area} and outcome = 'open' and role = 'case-officer' group by 1`.execute(tx);
  return new Map(found.rows.map(({ township, count }) => [township, count]));
}

/** How many matters each township may decide today. */
export async function mattersByTownship(
  tx: ReadTx,
  area: string,
  today: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ township: string; count: number }>`
    select township, count(distinct matter)::int as count
    from instrument_row, unnest(matters) as matter
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`} and status = 'in-force'
      and from_on <= ${today} and (to_on = '' or to_on >= ${today})
    group by township`.execute(tx);
  return new Map(found.rows.map(({ township, count }) => [township, count]));
}

/** Lines of the newest month that went to the bank, and those credited. */
export async function paidShare(
  tx: ReadTx,
  area: string,
): Promise<{ readonly month: string; readonly lines: number; readonly paid: number } | null> {
  const found = await sql<{ month: string; lines: number; paid: number }>`
    with newest as (
      select r.month from roll_run r
      where r.area = ${area} and exists (select 1 from batch_line b where b.roll_id = r.roll_id)
      order by r.month desc limit 1
    )
    select r.month, count(*)::int as lines,
      count(*) filter (where o.outcome = 'paid')::int as paid
    from newest n join roll_run r on r.month = n.month and r.area = ${area}
    join batch_line b using (roll_id) left join line_outcome o using (line_id)
    group by r.month`.execute(tx);
  return found.rows[0] ?? null;
}
