import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { CaseState } from '../case/index.ts';
import { instalmentsOf } from './instalments-of.ts';

type Told = {
  readonly caseId: string;
  readonly area: string;
  readonly applicant: string;
  readonly state: CaseState;
};

/** Writes the stages still to be paid; those paid or stopped leave the list. */
export async function storeInstalments(tx: WriteTx, told: Told): Promise<void> {
  const { caseId, area, applicant, state } = told;
  const all = instalmentsOf(state);
  if (all.length === 0) return;
  await sql`delete from instalment_row where case_id = ${caseId}`.execute(tx);
  for (const { no, on, amount, condition, look, status } of all) {
    if (status !== 'due') continue;
    const standing = standingOf(state, look?.fit ?? null);
    await sql`
      insert into instalment_row
        (case_id, no, area, number, applicant, stages, amount, due_on, condition, standing)
      values (${caseId}, ${no}, ${area}, ${state.intake.accepted?.number ?? ''}, ${applicant},
        ${all.length}, ${amount}, ${on}, ${condition}, ${standing})`.execute(tx);
  }
}

function standingOf({ instalment: { stop } }: CaseState, fit: boolean | null): string {
  if (stop) return stop.answer ? '已听取意见，待决定是否停止' : '已告知拟停止，听取意见中';
  if (fit === null) return '待回访';
  return fit ? '已回访，待签发' : '回访认为不应继续发放';
}

export type InstalmentRow = {
  readonly caseId: string;
  readonly no: number;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly of: number;
  readonly amount: number;
  readonly dueOn: string;
  readonly condition: string;
  readonly standing: string;
};

const MOST = 200;

/** Stages of an area still to be paid, the earliest first; relatives' cases left out. */
export async function listInstalments(
  tx: ReadTx,
  area: string,
  today: LocalDate,
): Promise<{ rows: readonly InstalmentRow[]; total: number; late: number }> {
  const own = sql`area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    and not exists (select 1 from case_row c where c.case_id = instalment_row.case_id
      and coalesce(current_setting('yimen.person', true), '') = any (c.recused))`;
  const rows = await sql<InstalmentRow>`
    select case_id as "caseId", no, area, number, applicant, stages as "of",
      amount::float8 as amount, due_on as "dueOn", condition, standing
    from instalment_row where ${own} order by due_on, case_id, no limit ${MOST}`.execute(tx);
  const counted = await sql<{ total: number; late: number }>`
    select count(*)::int as total, count(*) filter (where due_on < ${today})::int as late
    from instalment_row where ${own}`.execute(tx);
  return { rows: rows.rows, ...(counted.rows[0] ?? { total: 0, late: 0 }) };
}
