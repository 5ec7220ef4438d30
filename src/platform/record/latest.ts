import { sql } from 'kysely';
import { type Instant, instant } from '../../kernel/clock.ts';
import { type Database, read, SYSTEM } from '../database/database.ts';

/** When the newest event was recorded, by the ends of the chains; null while there is none. */
export async function latestRecorded(database: Database): Promise<Instant | null> {
  const found = await read(database, SYSTEM, (tx) =>
    sql<{ latest: number | null }>`
      select max(e.recorded_at)::float8 as latest
      from chain_head h join event e on e.chain = h.chain and e.chain_seq = h.seq`.execute(tx),
  );
  const latest = found.rows[0]?.latest ?? null;
  return latest === null ? null : instant(latest);
}
