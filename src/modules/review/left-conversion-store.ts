import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Enrolled } from './enrolled.ts';
import type { RunningElsewhere } from './store.ts';

/** Leaves for the program what has to be marked in another township's record. */
export async function leaveConversion(
  tx: WriteTx,
  left: {
    readonly older: string;
    readonly newer: string;
    readonly found: readonly RunningElsewhere[];
    readonly event: Enrolled['event'];
  },
): Promise<void> {
  const { older, newer, found, event } = left;
  const indexes = found.map(({ idIndex }) => idIndex);
  await sql`insert into left_conversion (older_id, newer_id, area, scheme, number, id_indexes)
    values (${older}, ${newer}, ${event.village}, ${event.scheme}, ${event.number},
      ${indexes}::text[])
    on conflict do nothing`.execute(tx);
}

export type LeftConversion = {
  readonly olderId: string;
  readonly newerId: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly idIndexes: readonly string[];
};

export async function leftConversions(tx: ReadTx): Promise<readonly LeftConversion[]> {
  const found = await sql<LeftConversion>`
    select older_id as "olderId", newer_id as "newerId", scheme, number, id_indexes as "idIndexes"
    from left_conversion where not done order by older_id, newer_id limit 500`.execute(tx);
  return found.rows;
}

export async function settleConversion(
  tx: WriteTx,
  { olderId, newerId }: Pick<LeftConversion, 'olderId' | 'newerId'>,
): Promise<void> {
  await sql`update left_conversion set done = true
    where older_id = ${olderId} and newer_id = ${newerId}`.execute(tx);
}
