import { sql } from 'kysely';
import type { Month } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { type DispatchEvent, dispatchSlot, type DispatchState } from './dispatch.ts';
import { type FigureCode, figureCodes, type FigureRow, totalOf } from './figure.ts';
import {
  type TableEvent,
  type TableReport,
  tableSlot,
  type TableStanding,
  type TableState,
} from './monthly-table.ts';

/** The 调度 of a county's month: `511702-2026-03`. */
export const dispatchKind: TitledKind<DispatchState, DispatchEvent> = {
  name: 'dispatch',
  initial: dispatchSlot.initial,
  evolve: (state, event, meta) => evolveSlot(dispatchSlot, state, event, meta),
  titleOf: (type) => (dispatchSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    const { anomalies, closed } = state;
    const open = anomalies.filter(({ answered }) => answered === null).length;
    await sql`insert into dispatch_row (dispatch_id, area, month, found, open, closed_on, hash)
      values (${id}, ${area}, ${id.slice(7)}, ${anomalies.length}, ${open},
        ${closed?.on ?? ''}, ${closed?.hash ?? ''})
      on conflict (dispatch_id) do update set (found, open, closed_on, hash)
        = (excluded.found, excluded.open, excluded.closed_on, excluded.hash)`.execute(tx);
    if (closed) await storeFigures(tx, { id, area, figures: closed.figures });
  },
};

/** The frozen figures by township: what later months are compared with. */
async function storeFigures(
  tx: WriteTx,
  { id, area, figures }: { id: string; area: string; figures: readonly FigureRow[] },
): Promise<void> {
  const keyOf = (row: FigureRow) => `${row.area.slice(0, 9)} ${row.scheme}`;
  const rows = [...new Set(figures.map(keyOf))].flatMap((key) => {
    const sums = totalOf(figures.filter((row) => keyOf(row) === key));
    const [township = '', scheme = ''] = key.split(' ');
    return figureCodes
      .filter((code) => sums[code] > 0)
      .map((code) => ({ dispatch_id: id, area, township, scheme, code, value: sums[code] }));
  });
  await sql`insert into dispatch_figure
    select * from jsonb_populate_recordset(null::dispatch_figure, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(tx);
}

/** A township's tables of a month: `511702102-2026-03`. */
export const tableKind: TitledKind<TableState, TableEvent> = {
  name: 'monthly-table',
  initial: tableSlot.initial,
  evolve: (state, event, meta) => evolveSlot(tableSlot, state, event, meta),
  titleOf: (type) => (tableSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    await sql`insert into monthly_table_row (table_id, area, month, standing)
      values (${id}, ${area}, ${id.slice(10)}, ${state.standing})
      on conflict (table_id) do update set standing = excluded.standing`.execute(tx);
  },
};

export type MonthRow = {
  readonly dispatchId: string;
  readonly month: string;
  readonly closedOn: string;
  readonly hash: string;
  readonly found: number;
  readonly open: number;
};

/** The months of a county that were begun or closed, the newest first. */
export async function listMonths(tx: ReadTx, county: string): Promise<readonly MonthRow[]> {
  const found = await sql<MonthRow>`
    select dispatch_id as "dispatchId", month, closed_on as "closedOn", hash, found, open
    from dispatch_row where area = ${county} order by month desc limit 120`.execute(tx);
  return found.rows;
}

/** What a closed month was counted as, below a place; by month. */
export async function frozenSums(
  tx: ReadTx,
  asked: { county: string; code: FigureCode; place: string; scheme: string },
): Promise<ReadonlyMap<string, number>> {
  const { county, code, place, scheme } = asked;
  const found = await sql<{ month: string; value: number }>`
    select d.month, coalesce(sum(f.value), 0)::float8 as value
    from dispatch_row d left join dispatch_figure f on f.dispatch_id = d.dispatch_id and f.code = ${code}
      and starts_with(f.township, ${place}) and (${scheme} = '' or f.scheme = ${scheme})
    where d.area = ${county} and d.closed_on <> '' group by d.month`.execute(tx);
  return new Map(found.rows.map(({ month, value }) => [month, value]));
}

/** How far the tables of a month have come; townships that never began are not among them. */
export async function standingsOf(
  tx: ReadTx,
  county: string,
  month: Month,
): Promise<ReadonlyMap<string, TableStanding>> {
  const found = await sql<{ area: string; standing: TableStanding }>`
    select area, standing from monthly_table_row
    where area collate "C" >= ${county} and area collate "C" < ${`${county}~`} and month = ${month}`.execute(
    tx,
  );
  return new Map(found.rows.map(({ area, standing }) => [area, standing]));
}

/** What the townships reported and the county took. */
export async function takenReports(
  tx: ReadTx,
  county: string,
  month: Month,
): Promise<readonly TableReport[]> {
  const found = await sql<{ report: TableReport }>`
    select r.state->'report' as report from monthly_table_row t join ${recordAt(sql`'monthly-table:' || t.table_id`)} r on true
    where t.area collate "C" >= ${county} and t.area collate "C" < ${`${county}~`} and t.month = ${month}
      and t.standing = 'taken' order by t.area`.execute(tx);
  return found.rows.map(({ report }) => report);
}

/** Whether the county has closed the month: asked by a township, which cannot see the pack. */
export async function isMonthClosed(tx: ReadTx, dispatchId: string): Promise<boolean> {
  const found = await sql<{ closed: boolean }>`
    select dispatch_is_closed(${dispatchId}) as closed`.execute(tx);
  return found.rows[0]?.closed ?? false;
}

export type About = { readonly id: string; readonly what: string; readonly path: string };

/** Cases and households by their ids, without those of the asker's relatives (JT-05). */
export async function listAbout(tx: ReadTx, ids: readonly string[]): Promise<readonly About[]> {
  if (ids.length === 0) return [];
  const found = await sql<About>`
    select case_id as id, number || ' ' || applicant as what, '/cases/' || case_id as path
    from case_row where case_id = any (${[...ids]}::text[])
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    union all
    select benefit_id, number || ' ' || head, '/benefits/' || benefit_id
    from benefit_row where benefit_id = any (${[...ids]}::text[]) and until_on = ''
      and not exists (select 1 from case_row c where c.case_id = benefit_row.benefit_id)
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by 2`.execute(tx);
  return found.rows;
}
