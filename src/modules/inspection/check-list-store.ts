import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Reason } from './check.ts';

export type CheckRow = {
  readonly checkId: string;
  readonly caseId: string;
  readonly ref: string;
  readonly applicant: string;
  readonly place: string;
  readonly reasons: readonly Reason[];
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly team: readonly string[];
  readonly plannedOn: string;
  readonly outcome: string;
  readonly grade: string;
  readonly doneOn: string;
};

const MOST = 2000;

const columns = sql.raw(
  `k.check_id as "checkId", k.case_id as "caseId", k.ref, c.applicant, k.place, k.reasons, k.ordered_on as "orderedOn",
   k.due_on as "dueOn", k.team, k.planned_on as "plannedOn", k.outcome, k.grade, k.done_on as "doneOn"`,
);

/** Checks of a county along the road: open ones first, by township and village; relatives' cases left out. */
export async function listChecks(tx: ReadTx, county: string): Promise<readonly CheckRow[]> {
  const found = await sql<CheckRow>`
    select ${columns} from county_check k join case_row c on c.case_id = k.case_id
    where k.area = ${county} and coalesce(current_setting('yimen.person', true), '') <> all (c.recused)
    order by k.done_on <> '', k.place, k.due_on, k.ref limit ${MOST}`.execute(tx);
  return found.rows;
}

export async function findCheck(tx: ReadTx, checkId: string): Promise<CheckRow | undefined> {
  const found = await sql<CheckRow>`
    select ${columns} from county_check k join case_row c on c.case_id = k.case_id
    where k.check_id = ${checkId}
      and coalesce(current_setting('yimen.person', true), '') <> all (c.recused)`.execute(tx);
  return found.rows[0];
}

export type TownshipFigures = {
  readonly township: string;
  readonly ordered: number;
  readonly done: number;
  readonly differing: number;
  readonly unreachable: number;
  readonly overdue: number;
};

/** Figures by township, whoever is related to whom. */
export async function sumChecks(
  tx: ReadTx,
  county: string,
  today: string,
): Promise<readonly TownshipFigures[]> {
  const found = await sql<TownshipFigures>`
    select substr(place, 1, 9) as township, count(*)::int as ordered,
      count(*) filter (where done_on <> '')::int as done,
      count(*) filter (where outcome = 'differs')::int as differing,
      count(*) filter (where outcome = 'unreachable')::int as unreachable,
      count(*) filter (where done_on = '' and due_on < ${today})::int as overdue
    from county_check where area = ${county} group by 1 order by 1`.execute(tx);
  return found.rows;
}

export async function hasOpenCheck(tx: ReadTx, caseId: string): Promise<boolean> {
  const found = await sql`
    select 1 from county_check where case_id = ${caseId} and done_on = ''`.execute(tx);
  return found.rows.length > 0;
}

/** Decided cases of a county's month: what the doubt rules look through. */
export async function listGranted(
  tx: ReadTx,
  county: string,
  month: string,
): Promise<readonly string[]> {
  const found = await sql<{ case_id: string }>`
    select case_id from decision_row where area >= ${county} and area < ${`${county}~`}
      and outcome = 'grant' and starts_with(decided_on, ${`${month}-`}) order by case_id`.execute(
    tx,
  );
  return found.rows.map((row) => row.case_id);
}
