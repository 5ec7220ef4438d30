import { sql } from 'kysely';
import type { ReadTx } from '../database/database.ts';

/** Streams whose contents were destroyed, each with the number of events it had then. */
export type Destroyed = ReadonlyMap<string, number>;

/** Reads off the record which contents were destroyed lawfully: the lists are events themselves, hashed and chained. */
export async function destroyedStreams(tx: ReadTx): Promise<Destroyed> {
  const found = await sql<{ stream: string; events: number }>`
    select s ->> 'stream' as stream, (s ->> 'events')::int as events
    from event e, jsonb_array_elements(e.data -> 'streams') s
    where e.kind = 'destruction' and e.type = 'ContentsDestroyed'`.execute(tx);
  return new Map(found.rows.map(({ stream, events }) => [stream, events]));
}

/** Whether what happened is gone: no salt and nothing in it. */
export function isEmptied({ salt, data }: { salt: string; data: unknown }): boolean {
  return salt === '' && typeof data === 'object' && data !== null && Object.keys(data).length === 0;
}
