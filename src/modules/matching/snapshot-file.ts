import type { LocalDate } from '../../kernel/local-date.ts';
import { streamTable, type TableStream } from '../../platform/table-file/stream-table.ts';
import type { TableLimit, TableRefusal } from '../../platform/table-file/table.ts';
import {
  type ColumnPlaces,
  columnPlaces,
  type FaultyRow,
  type PlainRow,
  readSnapshotRow,
} from './read-snapshot-row.ts';
import type { Source } from './source.ts';

/** XLSX is read as a whole and ends where Excel ends; CSV has no limit. */
const LIMIT: TableLimit = { rows: 1_048_576, columns: 60 };
const CHUNK = 5000;

/** A part of a file that has been read: rows that count, rows that do not, and how many records both were. */
export type SnapshotChunk = {
  readonly count: number;
  readonly rows: readonly PlainRow[];
  readonly faults: readonly FaultyRow[];
};

type File = { readonly bytes: Uint8Array; readonly name: string; readonly source: Source };

/** What is wrong with a file as a whole, told before anything of it is kept; null where it can be loaded. */
export async function snapshotFileFault(file: File): Promise<string | null> {
  const opened = await opening(file);
  if ('message' in opened) return opened.message;
  for await (const record of opened.records) {
    if ('cells' in record && record.cells) return null;
  }
  return '文件里只有列名，没有数据。';
}

type Opened = {
  readonly records: AsyncIterable<Awaited<ReturnType<typeof nextOf>>>;
  readonly places: ColumnPlaces;
};
type Record = Exclude<TableStream['records'] extends AsyncIterable<infer R> ? R : never, never>;
const nextOf = async (record: Record) => record;

async function opening({ bytes, name, source }: File): Promise<Opened | TableRefusal> {
  const table = await streamTable(bytes, name, LIMIT);
  if (!table.ok) return table;
  const records = table.records[Symbol.asyncIterator]();
  const first = await records.next();
  const heading = first.done ? [] : (first.value.cells ?? []);
  const places = columnPlaces(source, heading);
  if ('missing' in places) {
    const message = `列与“${source.title}”的约定不符，缺少：${places.missing.join('、')}。没有导入任何内容，请按约定的列名重新导出。`;
    return { ok: false, message };
  }
  const rest = async function* () {
    if (!source.headings && !first.done) yield first.value;
    for (let each = await records.next(); !each.done; each = await records.next()) yield each.value;
  };
  return { records: rest(), places };
}

/** Reads a file chunk by chunk, from after the first `skip` records. Throws where the file cannot be read at all. */
export async function* snapshotChunks(
  file: File,
  { skip, today }: { readonly skip: number; readonly today: LocalDate },
): AsyncGenerator<SnapshotChunk> {
  const opened = await opening(file);
  if ('message' in opened) throw new Error(opened.message);
  let [seen, count] = [0, 0];
  let [rows, faults]: [PlainRow[], FaultyRow[]] = [[], []];
  for await (const record of opened.records) {
    seen += 1;
    if (seen <= skip) continue;
    count += 1;
    if ('reason' in record) {
      faults.push({ place: record.row, field: '', message: record.reason });
    } else {
      const line = { place: record.row, cells: record.cells };
      const read = readSnapshotRow(file.source, opened.places, line, today);
      if (read.ok) rows.push(read.row);
      else faults.push(read.fault);
    }
    if (count === CHUNK) {
      yield { count, rows, faults };
      [rows, faults, count] = [[], [], 0];
    }
  }
  if (count > 0) yield { count, rows, faults };
}
