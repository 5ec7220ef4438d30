import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';

/** A file as it was attached: to a case, or (`caseId` '') to an office. */
export type EvidenceFile = {
  readonly hash: string;
  readonly caseId: string;
  readonly area: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly pages: number;
  /** The camera's own clock, or ''. */
  readonly takenAt: string;
};

/** Attaches a stored file. The same file attached twice is one row; the first name and hand stay. */
export async function storeEvidence(
  tx: WriteTx,
  file: EvidenceFile,
  by: { readonly person: string; readonly at: Instant },
): Promise<void> {
  const { hash, caseId, area, name, mime, bytes, pages, takenAt } = file;
  await sql`insert into evidence_file
      (hash, case_id, area, name, mime, bytes, pages, taken_at, uploaded_by, at)
    values (${hash}, ${caseId}, ${area}, ${name}, ${mime}, ${bytes}, ${pages}, ${takenAt},
      ${by.person}, ${by.at})
    on conflict do nothing`.execute(tx);
}

/** Where the transaction's area sees this file attached; empty when it does not. */
export async function evidenceOf(tx: ReadTx, hash: string): Promise<readonly EvidenceFile[]> {
  const found = await sql<EvidenceFile>`
    select hash, case_id as "caseId", area, name, mime, bytes, pages, taken_at as "takenAt"
    from evidence_file where hash = ${hash} order by at`.execute(tx);
  return found.rows;
}
