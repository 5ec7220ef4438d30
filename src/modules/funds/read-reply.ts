import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readTable } from '../../platform/table-file/read-table.ts';
import { cellText, type TableLimit } from '../../platform/table-file/table.ts';
import type { BankLayout } from './bank-layout.ts';
import type { ReplyRow } from './reply.ts';

/** A county of sixty thousand households is answered in one file. */
const LIMIT: TableLimit = { rows: 200_000, columns: 40 };

type Read =
  | { readonly ok: true; readonly rows: readonly ReplyRow[] }
  | { readonly ok: false; readonly message: string };

/** The rows of a bank's answer as its layout says: a table (XLSX, CSV, delimited TXT) or fixed width. */
export async function readReply({ reply }: BankLayout, bytes: Buffer, name: string): Promise<Read> {
  if (reply.form === 'fixed') return fixedRows(reply, bytes);
  if (/\.txt$/i.test(name)) return delimitedRows(reply, bytes);
  const table = await readTable(bytes, name, LIMIT);
  if (!table.ok) return table;
  const [bad] = table.bad;
  if (bad) return { ok: false, message: `第 ${bad.row} 行：${bad.reason}。` };
  return { ok: true, rows: table.rows.map(({ row, cells }) => rowOf(table.heading, row, cells)) };
}

function rowOf(heading: readonly string[], row: number, cells: readonly string[]): ReplyRow {
  const pairs = heading.map((title, index) => [title, cells[index] ?? ''] as const);
  return { row, values: Object.fromEntries(pairs) };
}

function delimitedRows({ delimiter, encoding }: BankLayout['reply'], bytes: Buffer): Read {
  try {
    const [heading = [], ...records] = parse(iconv.decode(bytes, encoding), {
      delimiter,
      bom: true,
      skip_empty_lines: true,
    }) as string[][];
    const titles = heading.map(cellText);
    const rows = records.map((cells, index) => rowOf(titles, index + 2, cells.map(cellText)));
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, message: '各行的列数不一样，或者引号没有成对。' };
  }
}

const NEWLINE = 0x0a;

/** Columns by bytes: a name of two signs takes four in GB 18030. A line of another length is no line of this bank. */
function fixedRows({ widths, encoding }: BankLayout['reply'], bytes: Buffer): Read {
  const whole = widths.reduce((sum, { width }) => sum + width, 0);
  const rows: ReplyRow[] = [];
  for (let [start, row] = [0, 1]; start < bytes.length; row += 1) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    const line = withoutReturn(bytes.subarray(start, end));
    start = end + 1;
    if (line.length === 0) continue;
    if (line.length !== whole) {
      return { ok: false, message: `第 ${row} 行是 ${line.length} 字节，应当是 ${whole} 字节。` };
    }
    let at = 0;
    const pairs = widths.map(({ title, width }) => {
      const cell = iconv.decode(line.subarray(at, at + width), encoding);
      at += width;
      return [title, cellText(cell)] as const;
    });
    rows.push({ row, values: Object.fromEntries(pairs) });
  }
  return { ok: true, rows };
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
}
