import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { type FilingEvent, filingSlot, type FilingState, lateIn } from './filing.ts';

/** A list of decisions sent to the county; its rows are written with every event. */
export const filingKind: TitledKind<FilingState, FilingEvent> = {
  name: 'filing',
  initial: filingSlot.initial,
  evolve: (state, event, meta) => evolveSlot(filingSlot, state, event, meta),
  titleOf: (type) => (filingSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => storeRows(tx, id, area, state),
};

async function storeRows(tx: WriteTx, id: string, area: string, state: FilingState) {
  const received = state.received?.on ?? '';
  const updated = await sql`
    update filing_row set received_on = ${received} where filing_id = ${id}`.execute(tx);
  if (updated.numAffectedRows !== 0n || !state.sent) return;
  await sql`
    insert into filing_row (filing_id, area, number, sent_on, decisions, late, received_on)
    values (${id}, ${area}, ${state.number}, ${state.sent.on}, ${state.decisions.length},
      ${lateIn(state)}, ${received})`.execute(tx);
  for (const { caseId } of state.decisions) {
    await sql`
      insert into filed_decision (case_id, filing_id, area)
      values (${caseId}, ${id}, ${area})`.execute(tx);
  }
}

export type DecisionRow = {
  readonly caseId: string;
  readonly area: string;
  readonly caseNumber: string;
  readonly applicant: string;
  readonly number: string;
  readonly scheme: Scheme;
  readonly outcome: 'grant' | 'refuse';
  readonly amount: number;
  readonly decidedOn: string;
  readonly isFiled: boolean;
};

const decisions = sql`
  select d.case_id as "caseId", d.area, c.number as "caseNumber", c.applicant, d.number, c.scheme,
    d.outcome, d.amount::float8 as amount, d.decided_on as "decidedOn",
    f.case_id is not null as "isFiled"
  from decision_row d join case_row c on c.case_id = d.case_id
    left join filed_decision f on f.case_id = d.case_id
  where d.route = 'township'
    and coalesce(current_setting('yimen.person', true), '') <> all (c.recused)`;

const MOST = 500;

/** Decisions of the townships of an area that the county has not been told of, the oldest first. */
export async function listUnfiled(tx: ReadTx, area: string): Promise<readonly DecisionRow[]> {
  const found = await sql<DecisionRow>`${decisions}
    and d.area >= ${area} and d.area < ${`${area}~`} and f.case_id is null
    order by d.decided_on, d.case_id limit ${MOST}`.execute(tx);
  return found.rows;
}

/** These decisions, as they stand; without those of relatives of the asker. */
export async function findDecisions(
  tx: ReadTx,
  area: string,
  caseIds: readonly string[],
): Promise<readonly DecisionRow[]> {
  const found = await sql<DecisionRow>`${decisions}
    and d.area >= ${area} and d.area < ${`${area}~`} and d.case_id = any (${caseIds}::text[])
    order by d.decided_on, d.case_id`.execute(tx);
  return found.rows;
}

export type FilingRow = {
  readonly filingId: string;
  readonly area: string;
  readonly number: string;
  readonly sentOn: string;
  readonly decisions: number;
  readonly late: number;
  readonly receivedOn: string;
};

/** Filings of an area, the newest first. */
export async function listFilings(tx: ReadTx, area: string): Promise<readonly FilingRow[]> {
  const found = await sql<FilingRow>`
    select filing_id as "filingId", area, number, sent_on as "sentOn", decisions, late,
      received_on as "receivedOn"
    from filing_row where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by sent_on desc, number desc limit ${MOST}`.execute(tx);
  return found.rows;
}
