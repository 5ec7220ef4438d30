import { sql } from 'kysely';
import { type Instant, instant } from '../../kernel/clock.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { PaperName } from '../../paper/index.ts';

export type IssuedPaper = {
  readonly code: string;
  readonly area: string;
  /** Where the paper is printed: one paper of one case, with what chooses among several. */
  readonly address: string;
  readonly paper: PaperName;
  readonly organ: string;
  readonly number: string;
  readonly dated: string;
  /** SM3 of the data printed. */
  readonly hash: string;
  readonly person: string;
  readonly at: Instant;
};

const columns = sql.raw('code, area, address, paper, organ, number, dated, hash, person, at');

/** The newest text issued of a paper, or null. */
export async function findLatest(tx: ReadTx, address: string): Promise<IssuedPaper | null> {
  const found = await sql<IssuedPaper>`
    select ${columns} from issued_paper where address = ${address}
    order by serial desc limit 1`.execute(tx);
  return found.rows[0] ?? null;
}

export async function storeIssued(tx: WriteTx, row: IssuedPaper): Promise<void> {
  await sql`insert into issued_paper (${columns}) values (${row.code}, ${row.area}, ${row.address},
    ${row.paper}, ${row.organ}, ${row.number}, ${row.dated}, ${row.hash}, ${row.person}, ${row.at})`.execute(
    tx,
  );
}

/** What is known of a code to everybody. */
export type Checked = Pick<IssuedPaper, 'paper' | 'organ' | 'number' | 'dated' | 'hash'> & {
  readonly at: Instant;
  /** When another text of the same paper took its place. */
  readonly replacedAt: Instant | null;
};

export async function checkIssued(tx: ReadTx, code: string): Promise<Checked | null> {
  const found = await sql<Omit<Checked, 'at' | 'replacedAt'> & { at: number; replaced: number }>`
    select paper, organ, number, dated, hash, at, replaced_at as replaced
    from check_issued_paper(${code})`.execute(tx);
  const [row] = found.rows;
  if (!row) return null;
  const { at, replaced, ...rest } = row;
  return { ...rest, at: instant(at), replacedAt: replaced === null ? null : instant(replaced) };
}

/** Who issued it and where it is printed, for those in whose area it lies. */
export async function findIssued(
  tx: ReadTx,
  code: string,
): Promise<Pick<IssuedPaper, 'address' | 'person' | 'area'> | null> {
  const found = await sql<Pick<IssuedPaper, 'address' | 'person' | 'area'>>`
    select address, person, area from issued_paper where code = ${code}`.execute(tx);
  return found.rows[0] ?? null;
}
