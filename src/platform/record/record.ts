import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Instant, dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { FIRST_PREV, type Leaf, leafHash, payloadHash } from './leaf.ts';
import { type AnyEvent, type Loaded, type StreamKind, streamName } from './stream.ts';

/** Someone else changed the stream between our load and our append. */
export class StaleStream extends Error {
  override readonly name = 'StaleStream';
}

/** Who did it, in which post, on which instrument of authority, by which command, when. */
export type Act = {
  readonly actor: string;
  readonly post: string;
  readonly authority?: string;
  readonly command: string;
  readonly recordedAt: Instant;
  /** The day the act took place, when it is entered later; today otherwise. */
  readonly occurredOn?: LocalDate;
};

/** The stream's present state, or undefined when it does not exist or lies outside the transaction's area. */
export async function findStream<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
  id: string,
): Promise<Loaded<State> | undefined> {
  return loaded<State>(id, await selectRecord(tx, streamName(kind, id), sql``));
}

/** As `findStream`, keeping every other writer of this stream waiting until the transaction ends. */
export async function lockStream<State, Event extends AnyEvent>(
  tx: WriteTx,
  kind: StreamKind<State, Event>,
  id: string,
): Promise<Loaded<State> | undefined> {
  return loaded<State>(id, await selectRecord(tx, streamName(kind, id), sql`for update`));
}

type RecordRow = { area: string; version: number; state: unknown };

async function selectRecord(
  tx: ReadTx,
  stream: string,
  lock: RawBuilder<unknown>,
): Promise<RecordRow | undefined> {
  const found = await sql<RecordRow>`
    select area, version, state from record where stream = ${stream} ${lock}`.execute(tx);
  return found.rows[0];
}

function loaded<State>(id: string, row: RecordRow | undefined): Loaded<State> | undefined {
  return row && { id, area: row.area, version: row.version, state: row.state as State };
}

/**
 * Appends events to a stream and stores its folded state in the same transaction.
 * `chain` is the hash chain the events belong to: the township's, or the county office's code.
 * Throws StaleStream when the stream has moved on since `from` was loaded.
 */
export async function append<State, Event extends AnyEvent>(
  tx: WriteTx,
  kind: StreamKind<State, Event>,
  from: Loaded<State>,
  events: readonly Event[],
  act: Act,
): Promise<Loaded<State>> {
  if (events.length === 0) return from;
  const acts = actsOf(kind, from, events, act);
  const state = foldRows(kind, from, acts);
  const to: Loaded<State> = { ...from, version: from.version + events.length, state };
  // Whoever holds the end of a chain keeps the whole township waiting, so the list rows are written before it. Of a
  // stream that begins here only its own row tells whether a rival was first, so there that comes first.
  if (from.version > 0) await kind.project?.(tx, to);
  const chain = from.area.slice(0, 9);
  const rows = chained(acts, { chain, ...(await lockChain(tx, chain)) });
  await storeAppend(tx, kind.name, from.version, to, rows);
  if (from.version === 0) await kind.project?.(tx, to);
  return to;
}

type EventRow = Leaf & { data: unknown; salt: string; hash: string };
type Head = { chain: string; seq: number; hash: string };

/** An event with everything about it but its place in the chain. */
type ActRow = Omit<EventRow, 'chain' | 'chain_seq' | 'payload_hash' | 'prev_hash' | 'hash'>;

function actsOf<State, Event extends AnyEvent>(
  kind: StreamKind<State, Event>,
  from: Loaded<State>,
  events: readonly Event[],
  act: Act,
): ActRow[] {
  return events.map(({ type, ...content }, index) => ({
    stream: streamName(kind, from.id),
    seq: from.version + index + 1,
    kind: kind.name,
    area: from.area,
    type,
    // Optional keys that were given as undefined vanish in JSON; what is hashed is what is stored.
    data: JSON.parse(JSON.stringify(content)) as unknown,
    salt: randomBytes(16).toString('hex'),
    actor: act.actor,
    post: act.post,
    authority: act.authority ?? '-',
    command: act.command,
    occurred_on: act.occurredOn ?? dayOf(act.recordedAt),
    recorded_at: act.recordedAt,
  }));
}

function chained(acts: readonly ActRow[], head: Head): EventRow[] {
  const rows: EventRow[] = [];
  for (const [index, { data, salt, ...act }] of acts.entries()) {
    const leaf: Leaf = {
      ...act,
      chain: head.chain,
      chain_seq: head.seq + index + 1,
      payload_hash: payloadHash(salt, data),
      prev_hash: rows.at(-1)?.hash ?? head.hash,
    };
    rows.push({ ...leaf, data, salt, hash: leafHash(leaf) });
  }
  return rows;
}

/** Folds stored rows onto a state. What was stored is what is folded: the JSON is read back first. */
export function foldRows<State, Event extends AnyEvent>(
  kind: StreamKind<State, Event>,
  from: { state: State },
  rows: readonly Pick<
    EventRow,
    'type' | 'data' | 'seq' | 'actor' | 'post' | 'occurred_on' | 'recorded_at'
  >[],
): State {
  return rows.reduce((state, row) => {
    const event = { type: row.type, ...(row.data as object) } as Event;
    return kind.evolve(state, event, {
      seq: row.seq,
      actor: row.actor,
      post: row.post,
      occurredOn: row.occurred_on as LocalDate,
      recordedAt: row.recorded_at as Instant,
    });
  }, from.state);
}

async function lockChain(tx: WriteTx, chain: string): Promise<{ seq: number; hash: string }> {
  const locked = await sql<{ seq: number; hash: string }>`
    select seq, hash from chain_head where chain = ${chain} for update`.execute(tx);
  const head = locked.rows[0];
  if (head) return head;
  // The first event of a chain: a plain insert; a rival's insert makes ours fail and the command run again.
  await sql`insert into chain_head (chain, seq, hash) values (${chain}, 0, ${FIRST_PREV})`.execute(
    tx,
  );
  return { seq: 0, hash: FIRST_PREV };
}

async function storeAppend<State>(
  tx: WriteTx,
  kind: string,
  expected: number,
  to: Loaded<State>,
  rows: readonly EventRow[],
): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const stored =
    expected === 0
      ? sql`insert into record (stream, kind, area, version, state)
            values (${last.stream}, ${kind}, ${to.area}, ${to.version}, ${JSON.stringify(to.state)}::jsonb)
            returning 1`
      : sql`update record set version = ${to.version}, state = ${JSON.stringify(to.state)}::jsonb
            where stream = ${last.stream} and version = ${expected} returning 1`;
  const written = await sql<{ count: number }>`
    with appended as (
      insert into event select * from jsonb_populate_recordset(null::event, ${JSON.stringify(rows)}::jsonb)
    ), headed as (
      update chain_head set seq = ${last.chain_seq}, hash = ${last.hash} where chain = ${last.chain}
    ), stored as (${stored})
    select count(*)::int as count from stored`.execute(tx);
  if (written.rows[0]?.count !== 1) throw new StaleStream(`${last.stream} has moved on`);
}
