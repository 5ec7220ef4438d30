import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { CaseState } from '../case/index.ts';

type Told = {
  readonly caseId: string;
  readonly area: string;
  readonly applicant: string;
  readonly state: CaseState;
};

/** Writes each payment once; a payment is never changed. */
export async function storeReserve(tx: WriteTx, told: Told): Promise<void> {
  const { caseId, area, applicant, state } = told;
  for (const { seq, amount, on, handedOutBy, receivedBy, witness } of state.reserve.advances) {
    await sql`
      insert into reserve_use (case_id, seq, area, number, applicant, amount, on_day,
        handed_out_by, received_by, witness)
      values (${caseId}, ${seq}, ${area}, ${state.intake.accepted?.number ?? ''}, ${applicant},
        ${amount}, ${on}, ${handedOutBy}, ${receivedBy}, ${witness})
      on conflict (case_id, seq) do nothing`.execute(tx);
  }
}

export type ReserveRow = {
  readonly caseId: string;
  readonly seq: number;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly amount: number;
  readonly on: string;
  readonly handedOutBy: string;
  readonly receivedBy: string;
  readonly witness: string;
};

const MOST = 1000;

/** Payments of an area, the newest first; relatives' cases left out. */
export async function listReserve(tx: ReadTx, area: string): Promise<readonly ReserveRow[]> {
  const found = await sql<ReserveRow>`
    select case_id as "caseId", seq, area, number, applicant, amount::float8 as amount,
      on_day as "on", handed_out_by as "handedOutBy", received_by as "receivedBy", witness
    from reserve_use where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and not exists (select 1 from case_row c where c.case_id = reserve_use.case_id
        and coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by on_day desc, case_id, seq limit ${MOST}`.execute(tx);
  return found.rows;
}

/** Sums by township: what each used, whoever is related to whom. */
export async function sumReserve(
  tx: ReadTx,
  area: string,
): Promise<readonly { township: string; used: number; times: number }[]> {
  const found = await sql<{ township: string; used: number; times: number }>`
    select substr(area, 1, 9) as township, sum(amount)::float8 as used, count(*)::int as times
    from reserve_use where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    group by 1 order by 1`.execute(tx);
  return found.rows;
}
