import { sql } from 'kysely';
import type { ReadTx } from '../database/database.ts';
import { type CanonicalValue, canonicalJson } from '../crypto/canonical.ts';
import { foldRows } from './record.ts';
import type { AnyEvent, StreamKind } from './stream.ts';

type EventRow = Parameters<typeof foldRows>[2][number];

export type Mismatch = { readonly stream: string; readonly what: string };

/** Folds every stream of one kind from its events and names those whose stored state differs. */
export async function checkFolds<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
): Promise<{ streams: number; mismatches: readonly Mismatch[] }> {
  const found = await sql<{ stream: string; version: number; state: State | null }>`
    select coalesce(r.stream, e.stream) as stream, coalesce(r.version, 0) as version, r.state
    from (select * from record where kind = ${kind.name}) r
      full join (select distinct stream from event where kind = ${kind.name}) e on e.stream = r.stream
    order by 1`.execute(tx);
  const mismatches: Mismatch[] = [];
  for (const { stream, version, state } of found.rows) {
    const what = await compare(tx, kind, stream, version, state);
    if (what) mismatches.push({ stream, what });
  }
  return { streams: found.rows.length, mismatches };
}

async function compare<State, Event extends AnyEvent>(
  tx: ReadTx,
  kind: StreamKind<State, Event>,
  stream: string,
  version: number,
  state: State | null,
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
