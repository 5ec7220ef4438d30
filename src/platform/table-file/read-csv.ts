import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import {
  type BadRow,
  cellText,
  refuseTable,
  type Table,
  type TableLimit,
  tableOf,
  type TableRefusal,
} from './table.ts';

const LONGEST_RECORD = 20_000;

/**
 * CSV in UTF-8, with or without a byte order mark, or in GB 18030 (which holds GBK and GB 2312), as banks and
 * provincial systems export it. A row with a broken quote is listed, the others are read.
 */
export function readCsv(bytes: Uint8Array, limit: TableLimit): Table | TableRefusal {
  const text = decoded(bytes);
  if (text === null) {
    return refuseTable(
      '无法识别文件的编码，或者内容不是文字。请另存为“CSV UTF-8”或 XLSX 后重新导入。',
    );
  }
  const bad: BadRow[] = [];
  try {
    const records = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: LONGEST_RECORD,
      delimiter: delimiterOf(text),
      info: true,
      on_skip: (error) => {
        bad.push({ row: rowOf(error), reason: '引号没有成对，这一行（或其上几行）未导入' });
        return undefined;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = records.map(({ record, info }) => ({
      row: info.lines,
      cells: record.slice(0, limit.columns).map(cellText),
    }));
    return tableOf('csv', rows, bad, limit);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuseTable('文件不是有效的 CSV 表格，没有导入任何内容。请重新导出。');
  }
}

function rowOf(error: CsvError | undefined): number {
  const lines = (error as { lines?: unknown } | undefined)?.lines;
  return typeof lines === 'number' ? lines : 0;
}

/** The text of the bytes, or null when they are no text in either encoding. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'gb18030');
    return text.includes('\ufffd') ? null : text;
  }
}

/** Excel on some office computers writes tabs or semicolons under the name of CSV. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}
