import { randomBytes } from 'node:crypto';
import type { LocalDate } from '../../kernel/local-date.ts';
import { papers, type PaperName } from '../../paper/index.ts';
import { canonicalJson, type CanonicalValue } from '../../platform/crypto/canonical.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { read, write } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { paperCode, qrText } from './issuance.ts';
import { findLatest, type IssuedPaper, storeIssued } from './store.ts';

type Head = {
  readonly number: string;
  readonly organ: string;
  readonly date: LocalDate;
  readonly verification?: { readonly address: string; readonly code: string };
};
type Printable = {
  readonly paper: PaperName;
  readonly data: { readonly head: Head };
  readonly area: string;
  readonly address: string;
};

/**
 * The data with the code of their record, made when this text is printed for the first time. A text printed again
 * keeps the date of the first time, so that two sheets of one paper never differ. Papers of the office's own file
 * stay as they are.
 */
export async function issued(
  context: Context,
  asker: Asker,
  printable: Printable,
): Promise<Printable['data']> {
  const { data, paper, area, address } = printable;
  if (papers[paper].audience === 'office') return data;
  const hash = contentHash(data);
  const principal = principalOf(asker);
  const latest = await read(context.database, principal, (tx) => findLatest(tx, address));
  if (latest?.hash === hash) return withCode(data, latest);
  const { number, organ, date: dated } = data.head;
  const row: IssuedPaper = {
    ...{ code: paperCode(randomBytes(12)), area, address, paper, organ, number, dated, hash },
    person: asker.person,
    at: context.clock.now(),
  };
  await write(context.database, principal, (tx) => storeIssued(tx, row));
  return withCode(data, row);
}

function withCode(
  { head, ...rest }: Printable['data'],
  { code, hash, dated }: IssuedPaper,
): Printable['data'] {
  const address = qrText(process.env['YIMEN_PUBLIC_ADDRESS'] ?? '', code, hash);
  return { ...rest, head: { ...head, date: dated as LocalDate, verification: { address, code } } };
}

/** SM3 of what the paper says; the day it was printed on is none of it. */
function contentHash({ head, ...rest }: Printable['data']): string {
  const { date: _, verification: __, ...who } = head;
  const plain = JSON.parse(JSON.stringify({ ...rest, head: who }), (_key, value: unknown) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value,
  ) as CanonicalValue;
  return sm3(Buffer.from(canonicalJson(plain))).toString('hex');
}
