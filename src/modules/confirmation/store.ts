import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';

export type ReliefRow = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly amount: number;
  readonly decidedOn: string;
  readonly papersDue: string;
  readonly completedOn: string;
  readonly meetingId: string;
  readonly reportedTo: string;
};

/** Writes what is owed after 先行救助; the same row for every later event of the case. */
export async function storeRelief(tx: WriteTx, row: ReliefRow): Promise<void> {
  await sql`
    insert into relief_row (case_id, area, number, applicant, amount, decided_on, papers_due,
      completed_on, meeting_id, reported_to)
    values (${row.caseId}, ${row.area}, ${row.number}, ${row.applicant}, ${row.amount},
      ${row.decidedOn}, ${row.papersDue}, ${row.completedOn}, ${row.meetingId}, ${row.reportedTo})
    on conflict (case_id) do update set papers_due = excluded.papers_due,
      completed_on = excluded.completed_on, meeting_id = excluded.meeting_id,
      reported_to = excluded.reported_to`.execute(tx);
}

const columns = sql.raw(`case_id as "caseId", area, number, applicant, amount::float8 as amount,
  decided_on as "decidedOn", papers_due as "papersDue", completed_on as "completedOn",
  meeting_id as "meetingId", reported_to as "reportedTo"`);

const MOST = 200;

/** 先行救助 of an area with papers or report outstanding, the earliest due first; relatives' cases left out. */
export async function listOwedRelief(
  tx: ReadTx,
  area: string,
): Promise<{ rows: readonly ReliefRow[]; total: number }> {
  const owed = sql`area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    and (completed_on = '' or reported_to = '')
    and not exists (select 1 from case_row c where c.case_id = relief_row.case_id
      and coalesce(current_setting('yimen.person', true), '') = any (c.recused))`;
  const rows = await sql<ReliefRow>`select ${columns} from relief_row where ${owed}
    order by papers_due, case_id limit ${MOST}`.execute(tx);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from relief_row where ${owed}`.execute(tx);
  return { rows: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

/** 先行救助 that was reported to one meeting, for its minutes. */
export async function listReportedRelief(
  tx: ReadTx,
  meetingId: string,
): Promise<readonly ReliefRow[]> {
  const found = await sql<ReliefRow>`select ${columns} from relief_row
    where meeting_id = ${meetingId} order by decided_on, case_id`.execute(tx);
  return found.rows;
}

/** Since when the county keeps this case for a visit of its own because of what was reported to it; null if not. */
export async function findCountyHold(tx: ReadTx, caseId: string): Promise<LocalDate | null> {
  const found = await sql<{ since: LocalDate | '' }>`
    select county_hold(${caseId}) as since`.execute(tx);
  return found.rows[0]?.since || null;
}
