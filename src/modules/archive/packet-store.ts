import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import type { ChainLine, RecordLine } from './packet.ts';

/** One packet as far as it has come. `asker` is the person it is made for, in the post they asked in. */
export type PacketRun = {
  readonly packetId: string;
  readonly area: string;
  readonly caseId: string;
  readonly asker: Asker;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
  readonly fault: string;
  readonly createdAt: number;
};

type RunRow = Omit<PacketRun, 'asker'> & { readonly asker: string };

const columns = sql.raw(
  `packet_id as "packetId", area, case_id as "caseId", asker, state, done, total, bytes, fault,
   created_at as "createdAt"`,
);

const runOf = (row: RunRow): PacketRun => ({ ...row, asker: JSON.parse(row.asker) as Asker });

export async function insertRun(
  tx: WriteTx,
  run: Pick<PacketRun, 'packetId' | 'area' | 'caseId' | 'asker' | 'createdAt'>,
): Promise<void> {
  await sql`
    insert into packet_run (packet_id, area, case_id, asker, person, state, done, total, bytes, fault, busy_until,
      created_at)
    values (${run.packetId}, ${run.area}, ${run.caseId}, ${JSON.stringify(run.asker)}, ${run.asker.person},
      'waiting', 0, 0, 0, '', 0, ${run.createdAt})`.execute(tx);
}

export async function findRun(tx: ReadTx, packetId: string): Promise<PacketRun | undefined> {
  const found = await sql<RunRow>`
    select ${columns} from packet_run where packet_id = ${packetId}`.execute(tx);
  const [row] = found.rows;
  return row && runOf(row);
}

/** Whether somebody already waits for a packet of this case. */
export async function isWaiting(tx: ReadTx, caseId: string, person: string): Promise<boolean> {
  const found = await sql`
    select 1 from packet_run
    where case_id = ${caseId} and person = ${person} and state in ('waiting', 'running')`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** Takes a run that nobody works on until `until`; undefined when it is over or somebody does. */
export async function takeRun(
  tx: WriteTx,
  packetId: string,
  { now, until }: { now: number; until: number },
): Promise<PacketRun | undefined> {
  const found = await sql<RunRow>`
    update packet_run set state = 'running', busy_until = ${until}
    where packet_id = ${packetId} and state in ('waiting', 'running') and busy_until < ${now}
    returning ${columns}`.execute(tx);
  const [row] = found.rows;
  return row && runOf(row);
}

export async function keepProgress(
  tx: WriteTx,
  packetId: string,
  { done, total, until }: { done: number; total: number; until: number },
): Promise<void> {
  await sql`
    update packet_run set done = ${done}, total = ${total}, busy_until = ${until}
    where packet_id = ${packetId}`.execute(tx);
}

export async function endRun(
  tx: WriteTx,
  packetId: string,
  end: { readonly state: 'done' | 'failed'; readonly bytes: number; readonly fault: string },
): Promise<void> {
  await sql`
    update packet_run set state = ${end.state}, bytes = ${end.bytes}, fault = ${end.fault}, done = total
    where packet_id = ${packetId}`.execute(tx);
}

/** Runs that nobody works on: after a restart, or where whoever did has gone. */
export async function listLeft(tx: ReadTx, now: number): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select packet_id as id from packet_run
    where state in ('waiting', 'running') and busy_until < ${now} order by created_at`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** Forgets the runs begun before an instant and answers whose bundles may go. */
export async function dropRunsBefore(tx: WriteTx, before: number): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    delete from packet_run where created_at < ${before} returning packet_id as id`.execute(tx);
  return found.rows.map(({ id }) => id);
}

export type ChainEnd = { readonly chain: string; readonly seq: number };

export async function chainEnds(tx: ReadTx): Promise<ReadonlyMap<string, number>> {
  const found = await sql<ChainEnd>`select chain, seq from chain_head where seq > 0`.execute(tx);
  return new Map(found.rows.map(({ chain, seq }) => [chain, seq]));
}

const LEAF = sql.raw(
  `chain, chain_seq, stream, seq, kind, area, type, actor, post, authority, command, occurred_on, recorded_at,
   payload_hash, prev_hash, hash`,
);

/** The events of a stream, whole. */
export async function recordOf(tx: ReadTx, stream: string): Promise<readonly RecordLine[]> {
  const found = await sql<RecordLine>`
    select ${LEAF}, salt, data from event where stream = ${stream} order by seq`.execute(tx);
  return found.rows;
}

/** A part of a chain, without what happened. */
export async function chainPart(
  tx: ReadTx,
  { chain, from, to }: { readonly chain: string; readonly from: number; readonly to: number },
): Promise<readonly ChainLine[]> {
  const found = await sql<ChainLine>`
    select ${LEAF} from event where chain = ${chain} and chain_seq between ${from} and ${to}
    order by chain_seq`.execute(tx);
  return found.rows;
}
