import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';

/** A payment line that waits until somebody has checked, and why. */
export type HeldLine = {
  readonly benefitId: string;
  readonly memberId: string;
  readonly findingId: string;
  /** For the roll: what was found, in a sentence. */
  readonly reason: string;
  readonly since: string;
  /** The day the check is due. */
  readonly dueOn: string;
};

/**
 * The lines of a county that are held (DB-33b): those of a death nobody has checked yet, and of one found true until
 * the decision that follows from it. A line found in order is free again at once; no line is ever stopped by this.
 */
export async function heldLines(tx: ReadTx, county: string): Promise<readonly HeldLine[]> {
  const found = await sql<HeldLine>`
    select benefit_id as "benefitId", member_id as "memberId", finding_id as "findingId", sentence as reason,
      found_on as since, due_on as "dueOn"
    from match_finding f
    where county = ${county} and holds and (outcome = 'open' or outcome = 'confirmed' and not exists (
      select 1 from benefit_decision d where d.benefit_id = f.benefit_id and d.decided_on >= f.found_on))
    order by benefit_id, finding_id`.execute(tx);
  return found.rows;
}
