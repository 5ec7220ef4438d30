import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { isPlain, plainLines } from './plain-lines.ts';
import { readTable } from './read-table.ts';
import {
  type BadRow,
  cellText,
  refuseTable,
  type TableLimit,
  type TableRefusal,
  type TableRow,
} from './table.ts';

const PIECE = 256 * 1024;
const LONGEST_RECORD = 20_000;
const BATCH = 1000;

/** A table that may be too large to be held as rows: each record once, in the order of the file. */
export type TableStream = {
  readonly ok: true;
  /** Records in the order of the file, as many at a time as came at once. */
  readonly batches: AsyncIterable<readonly (TableRow | BadRow)[]>;
};

/**
 * Reads a table of any length: CSV in UTF-8 or GB 18030 piece by piece; XLSX, which is read as a whole, up to the
 * limit. The first record is the heading where there is one. A file cut off in its last record is refused.
 */
export async function streamTable(
  bytes: Uint8Array,
  name: string,
  limit: TableLimit,
): Promise<TableStream | TableRefusal> {
  if (!name.toLowerCase().endsWith('.csv')) return wholeTable(bytes, name, limit);
  if (bytes.length === 0) return refuseTable('文件是空的，请重新选择。');
  const encoding = encodingOf(bytes);
  if (!encoding) {
    return refuseTable('无法识别文件的编码，或者内容不是文字。请另存为“CSV UTF-8”后重新提供。');
  }
  const head = iconv.decode(Buffer.from(bytes.subarray(0, LONGEST_RECORD)), encoding);
  const [first = ''] = head.split(/\r?\n/, 1);
  const delimiter = [',', '\t', ';', '|'].toSorted(
    (a, b) => first.split(b).length - first.split(a).length,
  )[0] as string;
  if (isCutOff(bytes, encoding, { delimiter, columns: first.split(delimiter).length })) {
    return refuseTable(
      '文件没有到结尾：最后一行不完整，没有导入任何内容。请重新导出或者重新传送。',
    );
  }
  return { ok: true, batches: csvBatches(bytes, { encoding, delimiter, columns: limit.columns }) };
}

async function wholeTable(
  bytes: Uint8Array,
  name: string,
  limit: TableLimit,
): Promise<TableStream | TableRefusal> {
  const table = await readTable(bytes, name, limit);
  if (!table.ok) return table;
  const { heading, rows, bad } = table;
  const all = [...rows, ...bad].toSorted((a, b) => a.row - b.row);
  return {
    ok: true,
    batches: (async function* whole() {
      yield [{ row: 1, cells: heading }, ...all];
    })(),
  };
}

/** Judged by the whole file: a name in the last row may be the first that is not ASCII. */
function encodingOf(bytes: Uint8Array): 'utf8' | 'gb18030' | null {
  if (bytes.includes(0)) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += PIECE) {
      decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    }
    decoder.decode();
    return 'utf8';
  } catch {
    const other = iconv.getDecoder('gb18030');
    for (let from = 0; from < bytes.length; from += PIECE) {
      const text = other.write(Buffer.from(bytes.subarray(from, from + PIECE)));
      if (text.includes('\ufffd')) return null;
    }
    return (other.end() ?? '').includes('\ufffd') ? null : 'gb18030';
  }
}

/** A last line without its end and with fewer columns than the first was cut off on the way. */
function isCutOff(
  bytes: Uint8Array,
  encoding: string,
  { delimiter, columns }: { readonly delimiter: string; readonly columns: number },
): boolean {
  if (bytes.at(-1) === 0x0a || bytes.at(-1) === 0x0d) return false;
  const from = bytes.lastIndexOf(0x0a) + 1;
  const last = iconv.decode(Buffer.from(bytes.subarray(from)), encoding);
  return last.trim() !== '' && last.split(delimiter).length < columns;
}

type Reading = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: number;
};

/**
 * Text without quotes is cut at line ends, which is most of any register and ten times as quick; from the first quote
 * on the CSV reader takes over.
 */
async function* csvBatches(
  bytes: Uint8Array,
  { encoding, delimiter, columns }: Reading,
): AsyncGenerator<readonly (TableRow | BadRow)[]> {
  const read = pieces(bytes, encoding);
  let [rest, count] = ['', 0];
  for (let piece = read.next(); ; piece = read.next()) {
    const text = rest + (piece.done ? '' : piece.value);
    const cut = piece.done ? text.length : text.lastIndexOf('\n') + 1;
    const whole = text.slice(0, cut);
    if (!isPlain(whole, LONGEST_RECORD) || text.length - cut > LONGEST_RECORD) {
      yield* quotedBatches(text, read, { delimiter, columns, before: count });
      return;
    }
    const { lines, count: more } = plainLines(whole, delimiter, count);
    yield lines.map(({ row, cells }) => ({ row, cells: cells.slice(0, columns).map(cellText) }));
    rest = text.slice(cut);
    count += more;
    if (piece.done) return;
  }
}

type Quoted = { readonly delimiter: string; readonly columns: number; readonly before: number };

async function* quotedBatches(
  first: string,
  following: Iterator<string>,
  { delimiter, columns, before }: Quoted,
): AsyncGenerator<readonly (TableRow | BadRow)[]> {
  const skipped: BadRow[] = [];
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    delimiter,
    bom: true,
    info: true,
    on_skip: (error) => {
      skipped.push({
        row: before + lineOf(error),
        reason: '引号没有成对，这一行（或其上几行）未导入',
      });
      return undefined;
    },
  });
  const source = Readable.from(
    (function* all() {
      yield first;
      for (let next = following.next(); !next.done; next = following.next()) yield next.value;
    })(),
  );
  source.pipe(parser);
  let batch: (TableRow | BadRow)[] = [];
  for await (const each of parser) {
    const { record, info } = each as { record: string[]; info: { lines: number } };
    batch.push(...skipped.splice(0));
    batch.push({ row: before + info.lines, cells: record.slice(0, columns).map(cellText) });
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield [...batch, ...skipped];
}

function* pieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield decoder.write(Buffer.from(bytes.subarray(from, from + PIECE)));
  }
  yield decoder.end() ?? '';
}

function lineOf(error: CsvError | undefined): number {
  const lines = (error as { lines?: unknown } | undefined)?.lines;
  return typeof lines === 'number' ? lines : 0;
}
