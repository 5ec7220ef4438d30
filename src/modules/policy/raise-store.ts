import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Raise } from '../funds/index.ts';

/** Months of these recipients that an approved list raises, by recipient. */
export async function raisesOf(
  tx: ReadTx,
  benefitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Raise[]>> {
  const found = await sql<Raise & { benefitId: string }>`
    select r.benefit_id as "benefitId", r.month, r.base, r.raised, l.document as basis
    from raise_row r join raise_list l using (list_id)
    where r.benefit_id = any (${benefitIds}::text[]) and not r.void and r.open = '' and l.status = 'approved'`.execute(
    tx,
  );
  return Map.groupBy(found.rows, ({ benefitId }) => benefitId);
}
