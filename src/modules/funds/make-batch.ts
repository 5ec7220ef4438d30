import { randomUUID } from 'node:crypto';
import iconv from 'iconv-lite';
import { addFen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { EnvelopeError } from '../../platform/crypto/envelope.ts';
import type { Sealer } from '../../platform/crypto/sealed.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import type { Context } from '../../platform/http/context.ts';
import { type BankLine, bankFileText } from './bank-file.ts';
import { type BankLayout, layoutFor } from './bank-layout.ts';
import { lineKinds } from './due.ts';
import type { RollLine } from './line-store.ts';
import { type PaidScheme, paidSchemes, type SealedFile } from './roll.ts';

/** The number a bank gives back with every line of its answer: county, scheme, month and which roll of it. */
export function batchNumber(of: {
  readonly area: string;
  readonly scheme: PaidScheme;
  readonly month: string;
  readonly no: number;
}): string {
  return `${of.area}${of.scheme.toUpperCase()}${of.month.replace('-', '')}${String(of.no).padStart(2, '0')}`;
}

export type MadeFile = {
  readonly sealed: SealedFile;
  readonly bytes: Buffer;
  readonly lineIds: readonly string[];
};

export type MadeBatch = {
  readonly files: readonly MadeFile[];
  readonly hash: string;
  readonly banksWithoutLayout: readonly string[];
};

/** The bank's files of a roll, one for each layout, in the order of the layouts. Opens accounts and ID numbers. */
export function makeBatch(
  sealer: Sealer,
  layouts: readonly BankLayout[],
  lines: readonly RollLine[],
  of: { readonly scheme: PaidScheme; readonly batch: string; readonly date: LocalDate },
): MadeBatch {
  const placed = lines.map((line) => ({ line, layout: layoutFor(layouts, line.bank) }));
  const without = placed.flatMap(({ line, layout }) => (layout ? [] : [line.bank]));
  if (without.length > 0) {
    return { files: [], hash: '', banksWithoutLayout: [...new Set(without)] };
  }
  const used = layouts.filter((each) => placed.some(({ layout }) => layout === each));
  const files = used.map((layout, index) => {
    const own = placed.filter((each) => each.layout === layout).map(({ line }) => line);
    return makeFile(sealer, layout, own, { ...of, no: index + 1 });
  });
  return { files, hash: hashOver(files.map(({ sealed }) => sealed)), banksWithoutLayout: [] };
}

function makeFile(
  sealer: Sealer,
  layout: BankLayout,
  lines: readonly RollLine[],
  { scheme, batch, date, no }: { scheme: PaidScheme; batch: string; date: LocalDate; no: number },
): MadeFile {
  const encode = (text: string) => iconv.encode(text, layout.encoding);
  const rows = lines.map(
    (line, index): BankLine => ({
      no: index + 1,
      name: line.holder,
      idNumber: opened(sealer, line.idNumber, line.idNumberAt),
      account: opened(sealer, line.account, line.accountAt),
      bank: line.bank,
      amount: line.amount,
      summary: `${line.forMonth}${paidSchemes[scheme]}${lineKinds[line.kind]}`,
    }),
  );
  const text = bankFileText(layout, { batch, date, lines: rows }, (each) => encode(each).length);
  const bytes = encode(text);
  return {
    sealed: {
      ...{ no, layout: layout.id, bank: layout.title, name: `${batch}-${no}.${layout.extension}` },
      ...{ bundleId: randomUUID(), hash: sm3(bytes).toString('hex'), lines: rows.length },
      amount: addFen(...rows.map(({ amount }) => amount)),
    },
    bytes,
    lineIds: lines.map(({ lineId }) => lineId),
  };
}

/** One hash over the files of a batch. */
export function hashOver(files: readonly Pick<SealedFile, 'no' | 'hash' | 'amount'>[]): string {
  const text = files.map(({ no, hash, amount }) => `${no}|${hash}|${amount}\n`).join('');
  return sm3(Buffer.from(text)).toString('hex');
}

/** The plain text of a sealed one; '' where there is none. Throws when none of the places it may be bound to opens it. */
export function opened(sealer: Sealer, sealed: Sealed | null, at: readonly string[]): string {
  if (!sealed) return '';
  for (const place of at) {
    try {
      return sealer.open(place, sealed);
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
    }
  }
  throw new Error('a sealed text of a roll does not open where it is bound');
}

/** The bytes of a kept file, or null when it is gone or was changed since it was sealed. */
export async function wholeFile({ bundles }: Context, file: SealedFile): Promise<Buffer | null> {
  try {
    const chunks = await bundles.read(file.bundleId);
    if (!chunks) return null;
    const parts: Buffer[] = [];
    for await (const part of chunks) parts.push(part);
    const bytes = Buffer.concat(parts);
    return sm3(bytes).toString('hex') === file.hash ? bytes : null;
  } catch (error) {
    if (error instanceof EnvelopeError) return null;
    throw error;
  }
}
