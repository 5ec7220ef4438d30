import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { FaultyRow } from './read-snapshot-row.ts';
import { BETWEEN } from './seal-rows.ts';
import type { SealedChunk } from './snapshot-worker.ts';
import { snapshotSlot, type SnapshotEvent, type SnapshotState } from './snapshot.ts';

/** Who brought data, for what, and who had them destroyed; nobody's data. */
export const snapshotKind: TitledKind<SnapshotState, SnapshotEvent> = {
  name: 'snapshot',
  initial: snapshotSlot.initial,
  evolve: (state, event, meta) => evolveSlot(snapshotSlot, state, event, meta),
  titleOf: (type) => snapshotSlot.titles[type as SnapshotEvent['type']] ?? type,
};

export type LoadPhase = 'loading' | 'loaded' | 'failed' | 'destroyed';

/** How far a file has been taken in. */
export type SnapshotLoad = {
  readonly loadId: string;
  /** The county. */
  readonly area: string;
  readonly source: string;
  readonly element: string;
  readonly person: string;
  readonly createdAt: number;
  readonly asOf: string;
  readonly keepUntil: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly phase: LoadPhase;
  readonly done: number;
  readonly good: number;
  readonly bad: number;
  readonly fault: string;
};

const columns = sql.raw(
  `load_id as "loadId", area, source, element, person, created_at as "createdAt", as_of as "asOf",
   keep_until as "keepUntil", file_name as "fileName", file_hash as "fileHash", phase, done, good, bad, fault`,
);

export async function insertLoad(
  tx: WriteTx,
  load: Omit<SnapshotLoad, 'phase' | 'done' | 'good' | 'bad' | 'fault'> & {
    readonly post: string;
    readonly command: string;
  },
): Promise<void> {
  const { loadId, area, source, element, person, post, command, createdAt } = load;
  const { asOf, keepUntil, fileName, fileHash } = load;
  await sql`insert into snapshot_load (load_id, area, source, element, person, post, command, created_at, as_of,
      keep_until, file_name, file_hash, phase, done, good, bad, fault, busy_until)
    values (${loadId}, ${area}, ${source}, ${element}, ${person}, ${post}, ${command}, ${createdAt}, ${asOf},
      ${keepUntil}, ${fileName}, ${fileHash}, 'loading', 0, 0, 0, '', 0)`.execute(tx);
}

export async function findLoad(tx: ReadTx, loadId: string): Promise<SnapshotLoad | undefined> {
  const found = await sql<SnapshotLoad>`
    select ${columns} from snapshot_load where load_id = ${loadId}`.execute(tx);
  return found.rows[0];
}

/** Newest first. */
export async function listLoads(tx: ReadTx, area: string): Promise<readonly SnapshotLoad[]> {
  const found = await sql<SnapshotLoad>`
    select ${columns} from snapshot_load where area = ${area}
    order by created_at desc, load_id limit 200`.execute(tx);
  return found.rows;
}

/** The newest whole load of each source that may still be used on a day. */
export async function listUsable(
  tx: ReadTx,
  area: string,
  today: string,
): Promise<readonly SnapshotLoad[]> {
  const found = await sql<SnapshotLoad>`
    select distinct on (source) ${columns} from snapshot_load
    where area = ${area} and phase = 'loaded' and keep_until >= ${today}
    order by source, as_of desc, created_at desc`.execute(tx);
  return found.rows;
}

export async function isRepeated(
  tx: ReadTx,
  { area, source, fileHash }: Pick<SnapshotLoad, 'area' | 'source' | 'fileHash'>,
): Promise<boolean> {
  const found = await sql`
    select 1 from snapshot_load where area = ${area} and source = ${source} and file_hash = ${fileHash}
      and phase in ('loading', 'loaded')`.execute(tx);
  return found.rows.length > 0;
}

/** Loads whose time is over, whole or failed. */
export async function listExpired(
  tx: ReadTx,
  today: string,
): Promise<readonly Pick<SnapshotLoad, 'loadId' | 'area'>[]> {
  const found = await sql<Pick<SnapshotLoad, 'loadId' | 'area'>>`
    select load_id as "loadId", area from snapshot_load
    where phase in ('loaded', 'failed') and keep_until < ${today} order by load_id`.execute(tx);
  return found.rows;
}

/** Work nobody does: never begun, or left by a program that ended. */
export async function listLeftLoads(
  tx: ReadTx,
  now: number,
): Promise<readonly Pick<SnapshotLoad, 'loadId' | 'area'>[]> {
  const found = await sql<Pick<SnapshotLoad, 'loadId' | 'area'>>`
    select load_id as "loadId", area from snapshot_load
    where phase = 'loading' and busy_until < ${now} order by created_at`.execute(tx);
  return found.rows;
}

export async function takeLoad(
  tx: WriteTx,
  loadId: string,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<SnapshotLoad | undefined> {
  const taken = await sql<SnapshotLoad>`
    update snapshot_load set busy_until = ${until}
    where load_id = ${loadId} and phase = 'loading' and busy_until < ${now}
    returning ${columns}`.execute(tx);
  return taken.rows[0];
}

/** Keeps a chunk with the place reached. False when somebody else loads it meanwhile: then nothing of it stays. */
export async function keepChunk(
  tx: WriteTx,
  { loadId, area, done }: Pick<SnapshotLoad, 'loadId' | 'area' | 'done'>,
  { count, rows, faults }: SealedChunk,
  until: number,
): Promise<boolean> {
  const kept = await sql`
    update snapshot_load set done = ${done + count}, good = good + ${rows.good}, bad = bad + ${faults.length},
      busy_until = ${until}
    where load_id = ${loadId} and phase = 'loading' and done = ${done}`.execute(tx);
  if (kept.numAffectedRows !== 1n) return false;
  // Each column as one text the server cuts: COPY knows no row security, and arrays take the driver longer to write.
  const column = (text: string) => sql`string_to_array(${text}, ${BETWEEN})`;
  if (rows.good > 0) {
    await sql`insert into snapshot_row (load_id, area, place, id_index, account, on_date, amount, code, detail)
      select ${loadId}, ${area}, place, coalesce(id_index, ''), coalesce(account, ''), coalesce(on_date, ''), amount,
        coalesce(code, ''), coalesce(detail, '')
      from unnest(${column(rows.place)}::int[], ${column(rows.idIndex)}, ${column(rows.account)},
        ${column(rows.date)}, string_to_array(${rows.amount}, ${BETWEEN}, '')::bigint[], ${column(rows.code)},
        ${column(rows.detail)}) as row (place, id_index, account, on_date, amount, code, detail)`.execute(
      tx,
    );
  }
  if (faults.length > 0) {
    await sql`insert into snapshot_bad_row (load_id, area, place, field, message)
      select ${loadId}, ${area}, * from unnest(${faults.map(({ place }) => place)}::int[],
        ${faults.map(({ field }) => field)}::text[], ${faults.map(({ message }) => message)}::text[])
      on conflict do nothing`.execute(tx);
  }
  return true;
}

export async function endLoad(
  tx: WriteTx,
  loadId: string,
  { phase, fault }: { readonly phase: LoadPhase; readonly fault: string },
): Promise<void> {
  await sql`update snapshot_load set phase = ${phase}, fault = ${fault}, busy_until = 0
    where load_id = ${loadId} and phase <> 'destroyed'`.execute(tx);
}

/** Of a load that failed only what was wrong stays, for whoever corrects the file. */
export async function dropGoodRows(tx: WriteTx, loadId: string): Promise<void> {
  await sql`delete from snapshot_row where load_id = ${loadId}`.execute(tx);
}

/** Nothing of a load stays but that it was there: its bad rows may quote what stood in them. */
export async function dropRows(tx: WriteTx, loadId: string): Promise<void> {
  await dropGoodRows(tx, loadId);
  await sql`delete from snapshot_bad_row where load_id = ${loadId}`.execute(tx);
}

export async function listBadRows(tx: ReadTx, loadId: string): Promise<readonly FaultyRow[]> {
  const found = await sql<FaultyRow>`
    select place, field, message from snapshot_bad_row where load_id = ${loadId}
    order by place limit 100000`.execute(tx);
  return found.rows;
}
