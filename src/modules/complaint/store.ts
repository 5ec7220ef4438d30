import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  type ComplaintEvent,
  complaintSlot,
  type ComplaintState,
  dueOf,
  standingOf,
} from './complaint.ts';

/** A complaint; its row says nothing of what was reported or by whom. */
export const complaintKind: TitledKind<ComplaintState, ComplaintEvent> = {
  name: 'complaint',
  initial: complaintSlot.initial,
  evolve: (state, event, meta) => evolveSlot(complaintSlot, state, event, meta),
  titleOf: (type) => (complaintSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    const { received, cases, concluded, extracts } = state;
    if (!received) return;
    const accused = received.accused.map(({ person }) => person);
    await sql`insert into complaint_row (complaint_id, area, place, channel, named, received_on, standing,
        outcome, due_on, cases, accused)
      values (${id}, ${area}, ${received.place}, ${received.channel}, ${received.reporter !== null},
        ${received.receivedOn}, ${standingOf(state)}, ${concluded?.outcome ?? ''}, ${dueOf(state) ?? ''},
        ${cases.map(({ caseId }) => caseId)}, ${accused})
      on conflict (complaint_id) do update set standing = excluded.standing, outcome = excluded.outcome,
        due_on = excluded.due_on, cases = excluded.cases`.execute(tx);
    for (const { extractId, township, text, on } of extracts) {
      await sql`insert into complaint_extract (extract_id, area, text, released_on)
        values (${extractId}, ${township}, ${text}, ${on}) on conflict (extract_id) do nothing`.execute(
        tx,
      );
    }
  },
};

export type ComplaintRow = {
  readonly complaintId: string;
  readonly place: string;
  readonly channel: string;
  readonly isNamed: boolean;
  readonly receivedOn: string;
  readonly standing: string;
  readonly outcome: string;
  readonly dueOn: string;
  readonly cases: number;
};

/** Complaints of a county, what is due first. Of those about the asker row security shows none. */
export async function listComplaints(
  tx: ReadTx,
  county: string,
  complaintId = '',
): Promise<readonly ComplaintRow[]> {
  const found = await sql<ComplaintRow>`
    select complaint_id as "complaintId", place, channel, named as "isNamed", received_on as "receivedOn",
      standing, outcome, due_on as "dueOn", cardinality(cases) as cases
    from complaint_row where area = ${county} and (${complaintId} = '' or complaint_id = ${complaintId})
      and coalesce(current_setting('yimen.person', true), '') <> all (accused)
    order by due_on = '', due_on, received_on desc, complaint_id limit 1000`.execute(tx);
  return found.rows;
}

/** A case of the county by the number on its papers. */
export async function findCaseByNumber(
  tx: ReadTx,
  county: string,
  number: string,
): Promise<string | undefined> {
  const found = await sql<{ caseId: string }>`
    select case_id as "caseId" from case_row
    where number = ${number} and county = ${county} limit 1`.execute(tx);
  return found.rows[0]?.caseId;
}

/** When the county last looked at these cases on the spot, with a result. */
export async function visitDays(
  tx: ReadTx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ caseId: string; on: string }>`
    select case_id as "caseId", max(done_on) as on from county_check
    where case_id = any (${caseIds}::text[]) and outcome in ('agrees', 'differs') group by case_id`.execute(
    tx,
  );
  return new Map(found.rows.map(({ caseId, on }) => [caseId, on]));
}

export type ExtractRow = {
  readonly extractId: string;
  readonly area: string;
  readonly text: string;
  readonly releasedOn: string;
};

export async function listExtracts(tx: ReadTx, area: string): Promise<readonly ExtractRow[]> {
  const found = await sql<ExtractRow>`
    select extract_id as "extractId", area, text, released_on as "releasedOn" from complaint_extract
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by released_on desc, extract_id limit 500`.execute(tx);
  return found.rows;
}

export async function storeReading(
  tx: WriteTx,
  row: {
    readonly complaintId: string;
    readonly area: string;
    readonly person: string;
    readonly post: string;
    readonly purpose: string;
    readonly at: number;
  },
): Promise<void> {
  const { complaintId, area, person, post, purpose, at } = row;
  await sql`insert into complaint_reading (complaint_id, area, person, post, purpose, at)
    values (${complaintId}, ${area}, ${person}, ${post}, ${purpose}, ${at})`.execute(tx);
}

export async function readingsOf(tx: ReadTx, complaintId: string) {
  const found = await sql<{ person: string; purpose: string; at: number }>`
    select person, purpose, at from complaint_reading where complaint_id = ${complaintId}
    order by at desc limit 100`.execute(tx);
  return found.rows;
}

/** Keeps the digest of a reporter's code. */
export async function storeCode(
  tx: WriteTx,
  row: { readonly digest: string; readonly complaintId: string; readonly area: string },
): Promise<void> {
  await sql`insert into complaint_code (digest, complaint_id, area)
    values (${row.digest}, ${row.complaintId}, ${row.area})`.execute(tx);
}

export async function findByCode(
  tx: ReadTx,
  digest: string,
): Promise<{ complaintId: string; area: string } | undefined> {
  const found = await sql<{ complaintId: string; area: string }>`
    select complaint_id as "complaintId", area from complaint_code where digest = ${digest}`.execute(
    tx,
  );
  return found.rows[0];
}
