import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { CertifiedAct } from '../../rules/procedure.ts';
import type { CertificateSeen } from './hindrance.ts';

export type CertificateRow = CertificateSeen & { readonly number: string; readonly area: string };

const columns = sql.raw(`person, act, until_on as until, revoked_on as "revokedOn", number, area`);

/** The certificates of these people for one act, as far as the asker may see them. */
export async function certificatesFor(
  tx: ReadTx,
  persons: readonly string[],
  act: CertifiedAct,
): Promise<readonly CertificateRow[]> {
  const found = await sql<CertificateRow>`
    select ${columns} from training_certificate
    where person = any (${[...persons]}::text[]) and act = ${act}`.execute(tx);
  return found.rows;
}

/** Every certificate of the people of an area, and of the asker. */
export async function certificatesIn(tx: ReadTx, area: string): Promise<readonly CertificateRow[]> {
  const found = await sql<CertificateRow>`
    select ${columns} from training_certificate
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}`.execute(tx);
  return found.rows;
}
