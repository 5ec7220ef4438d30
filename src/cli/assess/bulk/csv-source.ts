import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import {
  beginsHousehold,
  flatHousehold,
  flatLayout,
  type FlatLayout,
  type FlatRow,
} from '../../../rules/flat-household.ts';
import { readHousehold } from '../../../rules/household-fault.ts';
import { InputFault } from '../../io.ts';
import type { BulkInput, BulkSource } from './bulk-input.ts';

const SNIFFED = 1 << 16;
const MOST_ROWS = 3000;

/** A row whose quotes do not pair is not read; the household it stands in must not be decided without it. */
type Skipped = { readonly line: number };

/**
 * One table, a row for each record of a household (`rules/flat-household.ts`), in UTF-8 or GB 18030; households
 * that begin on a line or after it.
 */
export function csvSource(path: string, from = 1): BulkSource {
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
  return { households: householdsOf(parser, skipped, from), bytesRead: () => stream.bytesRead };
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };

async function* householdsOf(
  parser: AsyncIterable<unknown>,
  skipped: readonly Skipped[],
  from: number,
): AsyncGenerator<BulkInput> {
  let layout: FlatLayout | null = null;
  let rows: FlatRow[] = [];
  const seen = new Set<string>();
  const close = (next: number): BulkInput[] => {
    const [first] = rows;
    if (!layout || !first) return [];
    const isBroken = skipped.some(({ line }) => line >= first.line && line < next);
    const input = inputOf(layout, rows, { seen, isBroken });
    return first.line < from ? [] : [input];
  };
  for await (const parsed of parser as AsyncIterable<Parsed>) {
    const row: FlatRow = { line: parsed.info.lines, cells: parsed.record };
    if (!layout) {
      layout = layoutOf(row.cells);
      continue;
    }
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (beginsHousehold(layout, row) && rows.length > 0) {
      yield* close(row.line);
      rows = [];
    }
    rows.push(row);
    if (rows.length > MOST_ROWS) {
      throw new InputFault(
        `第 ${rows[0]?.line} 行起的一户超过 ${MOST_ROWS} 行，请核对各户是否都以“家庭”一行开头`,
      );
    }
  }
  if (!layout) throw new InputFault('输入文件是空的');
  yield* close(Number.POSITIVE_INFINITY);
}

function layoutOf(heading: readonly string[]): FlatLayout {
  const read = flatLayout(heading);
  if (read.ok) return read.layout;
  throw new InputFault(
    `第一行（列名）有误：\n${read.faults.map((each) => `  ${each}`).join('\n')}`,
  );
}

function inputOf(
  layout: FlatLayout,
  rows: readonly FlatRow[],
  { seen, isBroken }: { readonly seen: Set<string>; readonly isBroken: boolean },
): BulkInput {
  const [first] = rows;
  const line = first?.line ?? 0;
  const household = (first?.cells[layout.household] ?? '').trim();
  const flat = flatHousehold(layout, rows);
  const read = readHousehold(flat.json);
  const reasons = [
    ...(household === '' ? [`第 ${line} 行没有写是哪一户`] : []),
    ...(seen.has(household) ? [`“${household}”这一户前面已经有了，一户的各行要连在一起`] : []),
    ...(first && !beginsHousehold(layout, first) ? [`第 ${line} 行前面没有“家庭”一行`] : []),
    ...strayRows(layout, rows, household),
    ...(isBroken ? ['这一户中间有一行引号没有成对，读不出来'] : []),
    ...flat.faults,
    ...(read.ok
      ? []
      : read.faults.map(({ path, message }) => `第 ${flat.lineOf(path)} 行，${message}`)),
  ];
  seen.add(household);
  const named = { line, household: household === '' ? null : household };
  if (read.ok && reasons.length === 0) return { ...named, ok: true, facts: read.facts };
  return { ...named, ok: false, reasons };
}

function strayRows(layout: FlatLayout, rows: readonly FlatRow[], household: string): string[] {
  return rows.flatMap(({ line, cells }) => {
    const name = (cells[layout.household] ?? '').trim();
    return name === household ? [] : [`第 ${line} 行写的是“${name}”，夹在“${household}”这一户里`];
  });
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
