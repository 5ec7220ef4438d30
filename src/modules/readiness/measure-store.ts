import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { WorkingCalendar } from '../../kernel/working-day.ts';
import type { CaseState } from '../case/index.ts';
import { measureOf } from './case-measure.ts';

type Stored = { readonly id: string; readonly area: string; readonly state: CaseState };

/** Keeps what is counted of a case beside its list row, in the transaction of its events. */
export async function storeMeasure(
  tx: WriteTx,
  { id, area, state }: Stored,
  { dueOn, calendar }: { readonly dueOn: string; readonly calendar: WorkingCalendar },
): Promise<void> {
  const measure = measureOf(state, dueOn, calendar);
  if (!measure) return;
  const place = { case_id: id, area, township: area.slice(0, 9), county: area.slice(0, 6) };
  const row = JSON.stringify({ ...place, ...measure });
  await sql`insert into case_measure
    select * from jsonb_populate_record(null::case_measure, ${row}::jsonb)
    on conflict (case_id) do update set (area, township, county, scheme, route, accepted_on, decided_on,
      outcome, closed_on, due_on, working_days, calendar_days, trips, returned, objections, upheld,
      open_objections, visits, visits_by_two, notices, notices_down, help_first)
    = (excluded.area, excluded.township, excluded.county, excluded.scheme, excluded.route,
      excluded.accepted_on, excluded.decided_on, excluded.outcome, excluded.closed_on, excluded.due_on,
      excluded.working_days, excluded.calendar_days, excluded.trips, excluded.returned,
      excluded.objections, excluded.upheld, excluded.open_objections, excluded.visits,
      excluded.visits_by_two, excluded.notices, excluded.notices_down, excluded.help_first)`.execute(
    tx,
  );
}

/** What is counted of the cases of one township, decided since a day; visits also of those still open. */
export type CountedCases = {
  readonly township: string;
  readonly decided: number;
  readonly onTime: number;
  readonly returned: number;
  readonly published: number;
  readonly ordinary: number;
  readonly objections: number;
  readonly openObjections: number;
  readonly visits: number;
  readonly visitsByTwo: number;
};

/** One statement for all townships of an area. */
export async function countCases(
  tx: ReadTx,
  area: string,
  since: string,
): Promise<readonly CountedCases[]> {
  const found = await sql<CountedCases>`
    select township, count(*) filter (where decided_on <> '')::int as decided,
      count(*) filter (where decided_on <> '' and (due_on = '' or decided_on <= due_on))::int as "onTime",
      count(*) filter (where decided_on <> '' and returned)::int as returned,
      count(*) filter (where decided_on <> '' and not help_first)::int as ordinary,
      count(*) filter (where decided_on <> '' and not help_first
        and notices > 0 and notices_down = notices)::int as published,
      coalesce(sum(objections), 0)::int as objections,
      coalesce(sum(open_objections), 0)::int as "openObjections",
      coalesce(sum(visits), 0)::int as visits, coalesce(sum(visits_by_two), 0)::int as "visitsByTwo"
    from case_measure
    where county = ${area.slice(0, 6)} and accepted_on >= ${since}
      and ${area.length > 6 ? sql`township = ${area.slice(0, 9)}` : sql`true`}
    group by township`.execute(tx);
  return found.rows;
}
