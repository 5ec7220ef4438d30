import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type ExportEvent, exportSlot, type ExportState } from './export-request.ts';

/** One request to take a list out; its row is written with every event. */
export const exportKind: TitledKind<ExportState, ExportEvent> = {
  name: 'export-request',
  initial: exportSlot.initial,
  evolve: (state, event, meta) => evolveSlot(exportSlot, state, event, meta),
  titleOf: (type) => (exportSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => storeRow(tx, id, area, state),
};

async function storeRow(tx: WriteTx, id: string, area: string, state: ExportState) {
  const { path, title, filter, purpose, by, askedOn, status, answeredBy, validUntil, rows } = state;
  await sql`insert into export_request_row (request_id, area, person, path, title, filter, purpose,
      asked_on, status, answered_by, valid_until, rows)
    values (${id}, ${area}, ${by}, ${path}, ${title}, ${filter}, ${purpose}, ${askedOn ?? ''},
      ${status}, ${answeredBy}, ${validUntil ?? ''}, ${rows})
    on conflict (request_id) do update set status = excluded.status,
      answered_by = excluded.answered_by, valid_until = excluded.valid_until,
      rows = excluded.rows`.execute(tx);
}

/** A person's request for exactly this list that waits, or the approved one that lasts longest. */
export async function findExport(
  tx: ReadTx,
  asked: { readonly person: string; readonly path: string; readonly status: 'asked' | 'approved' },
) {
  const found = await sql<{ id: string; validUntil: LocalDate; purpose: string }>`
    select request_id as id, valid_until as "validUntil", purpose from export_request_row
    where person = ${asked.person} and path = ${asked.path} and status = ${asked.status}
    order by valid_until desc limit 1`.execute(tx);
  return found.rows[0];
}

/** Rows a person took out since an instant; what they had brought here themselves does not count. */
export async function takenSince(tx: ReadTx, person: string, since: number): Promise<number> {
  const found = await sql<{ rows: number }>`
    select coalesce(sum(rows), 0)::int as rows from ledger_taken_row
    where person = ${person} and at >= ${since} and about = ''`.execute(tx);
  return found.rows[0]?.rows ?? 0;
}

export type ExportRow = {
  readonly requestId: string;
  readonly person: string;
  readonly path: string;
  readonly title: string;
  readonly filter: string;
  readonly purpose: string;
  readonly askedOn: string;
  readonly status: 'asked' | 'approved' | 'declined' | 'made';
  readonly answeredBy: string;
  readonly validUntil: string;
  readonly rows: number;
};

/** Requests of an area, the newest first; those that wait stand above all others. */
export async function listExports(tx: ReadTx, area: string): Promise<readonly ExportRow[]> {
  const found = await sql<ExportRow>`
    select request_id as "requestId", person, path, title, filter, purpose, asked_on as "askedOn",
      status, answered_by as "answeredBy", valid_until as "validUntil", rows
    from export_request_row where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by status <> 'asked', asked_on desc, request_id limit 200`.execute(tx);
  return found.rows;
}
