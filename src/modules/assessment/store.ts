import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Person } from '../household/index.ts';
import type { EarlierRelief } from './earlier-relief.ts';

/** Temporary assistance granted to any of these people in other cases since a day, in any area, oldest first. */
export async function findEarlierReliefs(
  tx: ReadTx,
  people: readonly Person[],
  { caseId, since }: { caseId: string; since: LocalDate },
): Promise<readonly EarlierRelief[]> {
  const indexes = people.flatMap((each) => (each.idNumber ? [each.idNumber.index] : []));
  const found = await sql<EarlierRelief>`
    select number, decided_on as "on", amount
    from find_earlier_reliefs(${indexes}::text[], ${caseId}, ${since})
    order by decided_on, number`.execute(tx);
  return found.rows;
}
