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
const CHUNK = 20_000;

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
  for await (const batch of opened.batches) {
    if (batch.some((record) => 'cells' in record && record.cells)) return null;
  }
  return '文件里只有列名，没有数据。';
}

type Opened = Pick<TableStream, 'batches'> & { readonly places: ColumnPlaces };

async function opening({ bytes, name, source }: File): Promise<Opened | TableRefusal> {
  const table = await streamTable(bytes, name, LIMIT);
  if (!table.ok) return table;
  const batches = table.batches[Symbol.asyncIterator]();
  let first = await batches.next();
  while (!first.done && first.value.length === 0) first = await batches.next();
  const heading = first.done ? [] : (first.value[0]?.cells ?? []);
  const places = columnPlaces(source, heading);
  if ('missing' in places) {
    const message = `列与“${source.title}”的约定不符，缺少：${places.missing.join('、')}。没有导入任何内容，请按约定的列名重新导出。`;
    return { ok: false, message };
  }
  const rest = async function* () {
    if (!first.done) yield source.headings ? first.value.slice(1) : first.value;
    for (let each = await batches.next(); !each.done; each = await batches.next()) yield each.value;
  };
  return { batches: rest(), places };
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
  for await (const batch of opened.batches) {
    // What is there already is not read again row by row.
    const done = Math.min(batch.length, Math.max(0, skip - seen));
    seen += batch.length;
    for (const record of done === 0 ? batch : batch.slice(done)) {
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
  }
  if (count > 0) yield { count, rows, faults };
}
