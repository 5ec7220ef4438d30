import { readXlsx as readWorkbook } from 'hucre/xlsx';
import type { Sheet } from 'hucre';
import { isLocalDate } from '../../kernel/local-date.ts';
import {
  type BadRow,
  cellText,
  refuseTable,
  type Table,
  type TableLimit,
  tableOf,
  type TableRow,
  type TableRefusal,
} from './table.ts';
import { checkZip } from './zip-check.ts';

const MOST_EXACT = 1e15;

type Value = string | number | boolean | Date | null;

/**
 * First visible sheet of an XLSX workbook. A damaged file gives nothing. A formula is never taken for a value:
 * what it showed where it was made need not be what it says.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limit: TableLimit,
): Promise<Table | TableRefusal> {
  const verdict = checkZip(bytes);
  if (verdict === 'too-large') return refuseTable('文件展开后过大，请只保留要导入的工作表。');
  const sheet = verdict === 'whole' ? await firstSheet(bytes, limit) : 'damaged';
  if (sheet === 'damaged') {
    return refuseTable('文件已损坏或者不完整，没有导入任何内容。请重新导出或重新下载后再导入。');
  }
  if (!sheet) return refuseTable('工作簿里没有可见的工作表，请检查后重新导出。');
  const rows: TableRow[] = [];
  const bad: BadRow[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    const row = index + 1;
    const reason = whyUnreadable(sheet, index, cells);
    if (reason) bad.push({ row, reason, cells: cells.map(textOf) });
    else rows.push({ row, cells: cells.map(textOf) });
  }
  return tableOf('xlsx', rows, bad, limit);
}

function whyUnreadable(sheet: Sheet, row: number, cells: readonly Value[]): string | null {
  if (cells.some((_, column) => sheet.cells?.get(`${row},${column}`)?.formula !== undefined)) {
    return '单元格里是公式，请改成数值或文字后再导入';
  }
  // Excel keeps 15 digits of a number: an ID number kept as a number has lost its end for good.
  return cells.some((each) => typeof each === 'number' && Math.abs(each) >= MOST_EXACT)
    ? '有超过 15 位的号码被存成了数值，后几位已经丢失。请把该列设为文本后重新填写'
    : null;
}

async function firstSheet(
  bytes: Uint8Array,
  { rows, columns }: TableLimit,
): Promise<Sheet | 'damaged' | undefined> {
  try {
    const workbook = await readWorkbook(bytes, {
      sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
      range: `A1:${columnName(columns)}${rows + 2}`,
    });
    return workbook.sheets[0];
  } catch {
    // Reading is a function of the bytes alone: whatever it throws, the bytes are no workbook.
    return 'damaged';
  }
}

/** The letters of a column, counted from 1: 26 is Z, 27 is AA. */
function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const last = String.fromCodePoint(65 + ((column - 1) % 26));
  return before === 0 ? last : columnName(before) + last;
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value);
  return cellText(`${value}`);
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const text = value.toISOString().slice(0, 10);
  return isLocalDate(text) ? text : '';
}
