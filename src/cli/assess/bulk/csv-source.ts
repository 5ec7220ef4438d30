import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { beginsHousehold, type FlatLayout, type FlatRow } from '../../../rules/flat-household.ts';
import { InputFault } from '../../io.ts';
import { BATCH, type BulkSource, type RawBatch, type RawTable } from './bulk-input.ts';
import { layoutOf, nameOf } from './read-table.ts';

const SNIFFED = 1 << 16;
const MOST_ROWS = 3000;

/** A row whose quotes do not pair is not read; the household it stands in must not be decided without it. */
type Skipped = { readonly line: number };

/**
 * One table, a row for each record of a household (`rules/flat-household.ts`), in UTF-8 or GB 18030; households
 * that begin on a line or after it, `most` of them in a batch.
 */
export function csvSource(path: string, from = 1, most = BATCH): BulkSource {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  const skipped: Skipped[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(path),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError) => {
      const line = (error as { lines?: unknown } | undefined)?.lines;
      skipped.push({ line: typeof line === 'number' ? line : 0 });
      return undefined;
    },
  });
  const decoded = isUtf8(path) ? stream : stream.pipe(iconv.decodeStream('gb18030'));
  stream.on('error', (error) => parser.destroy(error));
  decoded.pipe(parser);
  return { batches: batchesOf(parser, { skipped, from, most }), bytesRead: () => stream.bytesRead };
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };

async function* batchesOf(
  parser: AsyncIterable<unknown>,
  {
    skipped,
    from,
    most,
  }: { readonly skipped: readonly Skipped[]; readonly from: number; readonly most: number },
): AsyncGenerator<RawBatch> {
  let heading: readonly string[] | null = null;
  let layout: FlatLayout | null = null;
  let rows: FlatRow[] = [];
  let households: RawTable[] = [];
  const seen = new Set<string>();
  const close = (next: number) => {
    const [first] = rows;
    if (!layout || !first) return;
    const name = nameOf(layout, first);
    const isRepeated = seen.has(name);
    seen.add(name);
    const isBroken = skipped.some(({ line }) => line >= first.line && line < next);
    if (first.line >= from) households.push({ rows, isRepeated, isBroken });
    rows = [];
  };
  for await (const parsed of parser as AsyncIterable<Parsed>) {
    const row: FlatRow = { line: parsed.info.lines, cells: parsed.record };
    if (!heading || !layout) {
      heading = row.cells;
      layout = layoutOf(heading);
      continue;
    }
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (beginsHousehold(layout, row)) close(row.line);
    rows.push(row);
    if (rows.length > MOST_ROWS) {
      throw new InputFault(
        `第 ${rows[0]?.line} 行起的一户超过 ${MOST_ROWS} 行，请核对各户是否都以“家庭”一行开头`,
      );
    }
    if (households.length < most) continue;
    yield { form: 'csv', heading, households };
    households = [];
  }
  if (!heading) throw new InputFault('输入文件是空的');
  close(Number.POSITIVE_INFINITY);
  if (households.length > 0) yield { form: 'csv', heading, households };
}

/** Judged by the beginning of the file; a character cut in two at its end says nothing. */
function isUtf8(path: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(headOf(path), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Excel on some office computers writes tabs or semicolons under the name of CSV. */
function delimiterOf(path: string): string {
  const [first = ''] = headOf(path).toString('latin1').split(/\r?\n/, 1);
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(SNIFFED);
    return bytes.subarray(0, readSync(file, bytes, 0, SNIFFED, 0));
  } finally {
    closeSync(file);
  }
}
