import { sql } from 'kysely';
import type { ReadTx } from '../database/database.ts';
import { type CanonicalValue, canonicalJson } from '../crypto/canonical.ts';
import { foldRows } from './record.ts';
import type { AnyEvent, StreamKind } from './stream.ts';

type EventRow = Parameters<typeof foldRows>[2][number];

export type Mismatch = { readonly stream: string; readonly what: string };

/**
 * Folds every stream of one kind from its events and names those whose stored state differs. A stream whose contents
 * were destroyed has neither; that it was destroyed lawfully is for `verifyChains` to say.
 */
export async function checkFolds<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
): Promise<{ streams: number; mismatches: readonly Mismatch[] }> {
  const found = await sql<Found<State>>`
    select coalesce(r.stream, e.stream) as stream, coalesce(r.version, 0) as version, r.state, r.area
    from (select * from record where kind = ${kind.name}) r
      full join (select distinct stream from event where kind = ${kind.name} and salt <> '') e on e.stream = r.stream
    order by 1`.execute(tx);
  const mismatches: Mismatch[] = [];
  for (const row of found.rows) {
    const { stream } = row;
    const what = (await compare(tx, kind, row)) ?? (await compareRows(tx, kind, row));
    if (what) mismatches.push({ stream, what });
  }
  return { streams: found.rows.length, mismatches };
}

type Found<State> = {
  readonly stream: string;
  readonly version: number;
  readonly state: State | null;
  readonly area: string | null;
};

/** The rows that follow from a state, where the kind knows how to compare them. */
async function compareRows<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
  { stream, state, area }: Found<State>,
): Promise<string | null> {
  if (!kind.mismatch || state === null || area === null) return null;
  return kind.mismatch(tx, { id: stream.slice(kind.name.length + 1), area, state });
}

async function compare<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
  { stream, version, state }: Found<State>,
): Promise<string | null> {
  const rows = await sql<EventRow>`
    select type, data, seq, actor, post, occurred_on, recorded_at from event
    where stream = ${stream} order by seq`.execute(tx);
  if (rows.rows.length !== version)
    return `有 ${rows.rows.length} 条记录，当前状态写的是第 ${version} 版`;
  const folded = foldRows(kind, { state: kind.initial }, rows.rows);
  return canonical(folded) === canonical(state) ? null : '由记录重算的状态与当前状态不符';
}

function canonical(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as CanonicalValue);
}
