import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Database, ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { PublishedPart } from './published.ts';

/** One published version with who published it under which document. */
export type PublishedVersion = PublishedPart & {
  /** The county. */
  readonly area: string;
  readonly title: string;
  readonly document: string;
  readonly issuedOn: LocalDate;
  /** The first day it applies to; earlier than `inUseFrom` where it reaches back. */
  readonly effective: LocalDate;
  /** The first day on which decisions rest on it. */
  readonly inUseFrom: LocalDate;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
};

const columns = sql.raw(
  `version_id as "versionId", file, place, name, content->'documents' as documents, content->'entries' as entries,
   area, title, document, issued_on as "issuedOn", effective, in_use_from as "inUseFrom",
   published_by as "publishedBy", published_at as "publishedAt"`,
);

export async function insertPublished(tx: WriteTx, version: PublishedVersion): Promise<void> {
  const { documents, entries } = version;
  await sql`
    insert into standard_version (version_id, area, file, place, name, title, content, document, issued_on, effective,
      in_use_from, published_by, published_at)
    values (${version.versionId}, ${version.area}, ${version.file}, ${version.place}, ${version.name},
      ${version.title}, ${JSON.stringify({ documents, entries })}::jsonb, ${version.document}, ${version.issuedOn},
      ${version.effective}, ${version.inUseFrom}, ${version.publishedBy}, ${version.publishedAt})`.execute(
    tx,
  );
}

/** Everything published that the asker sees, in the order it came; what a run began with when `until` is given. */
export async function listPublished(
  tx: ReadTx,
  until = Number.MAX_SAFE_INTEGER,
): Promise<readonly PublishedVersion[]> {
  const found = await sql<PublishedVersion>`
    select ${columns} from standard_version where published_at <= ${until} order by serial`.execute(
    tx,
  );
  return found.rows;
}

/** How much was published so far, in one message and without a transaction: asked before every request. */
export async function countPublished(database: Database): Promise<number> {
  const found = await sql<{ count: number }>`select published_count() as count`.execute(database);
  return found.rows[0]?.count ?? 0;
}
