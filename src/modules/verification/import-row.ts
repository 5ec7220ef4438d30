import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { type Fen, parseYuan } from '../../kernel/fen.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import { answerText } from './contract.ts';
import { type ItemCode, itemNamed, sourceNamed } from './item.ts';

export const importColumns = {
  idNumber: '身份证号',
  source: '来源',
  item: '项目',
  amount: '金额（元）',
  asOf: '截至日期',
  text: '备注',
} as const;

type Column = keyof typeof importColumns;

/** One line of a batch file after its cells were read; the identity number stays at the door. */
export type ImportRow = {
  readonly row: number;
  readonly idNumber: string;
  readonly source: string;
  readonly item: ItemCode;
  readonly amount: Fen | null;
  readonly asOf: LocalDate | null;
  readonly text: string;
};

export type RowFault = { readonly row: number; readonly reason: string };

type Written = { readonly row: number; readonly cells: readonly string[] };

/** Where each column stands, in any order; the names of those that are missing otherwise. */
export function placeColumns(
  heading: readonly string[],
):
  | { readonly ok: true; readonly at: Readonly<Record<Column, number>> }
  | { readonly ok: false; readonly missing: readonly string[] } {
  const plain = heading.map(plainTitle);
  const places = Object.entries(importColumns).map(([column, title]) => ({
    column,
    title,
    at: plain.indexOf(plainTitle(title)),
  }));
  const missing = places.filter((each) => each.at < 0).map((each) => each.title);
  if (missing.length > 0) return { ok: false, missing };
  const at = Object.fromEntries(places.map((each) => [each.column, each.at]));
  return { ok: true, at: at as Record<Column, number> };
}

// 金额(元), 金额(元) and 金额 are the same heading.
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/\(.*\)|\s/g, '')
    .trim();
}

/** The lines of a file: those that can be read, and what is wrong with the others, each with its row. */
export function readRows(
  written: readonly Written[],
  at: Readonly<Record<Column, number>>,
  own: readonly string[],
): { readonly good: readonly ImportRow[]; readonly bad: readonly RowFault[] } {
  const good: ImportRow[] = [];
  const bad: RowFault[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of written) {
    const read = readRow(row, (column) => cells[at[column]] ?? '', own);
    if (!read.ok) {
      bad.push({ row, reason: read.reason });
      continue;
    }
    const { row: _, ...content } = read.line;
    const same = JSON.stringify(content);
    const first = seen.get(same);
    if (first === undefined) {
      seen.set(same, row);
      good.push(read.line);
    } else bad.push({ row, reason: `与第 ${first} 行重复，未再导入` });
  }
  return { good, bad };
}

type Read =
  | { readonly ok: true; readonly line: ImportRow }
  | { readonly ok: false; readonly reason: string };

function readRow(row: number, cell: (column: Column) => string, own: readonly string[]): Read {
  const no = (reason: string): Read => ({ ok: false, reason });
  const id = checkIdNumber(cell('idNumber'));
  if (!id.ok) return no(id.message);
  const source = sourceNamed(cell('source'), own);
  if (!source) return no(`来源“${shown(cell('source'))}”不认识，请按模板填写`);
  const item = itemNamed(cell('item'));
  if (!item) return no(`项目“${shown(cell('item'))}”不认识，请按模板填写`);
  const amount = cell('amount') === '' ? null : parseYuan(cell('amount'));
  if (cell('amount') !== '' && amount === null) {
    return no('金额不是数字（元，最多两位小数），请更正');
  }
  if (amount !== null && (amount < 0 || amount > 5_000_000_000)) {
    return no('金额不能为负数，也不能超过 5000 万元，请核对');
  }
  const asOf = cell('asOf') === '' ? null : parseLocalDate(cell('asOf'));
  if (cell('asOf') !== '' && asOf === null) return no('截至日期不对，请写成 2026-11-23');
  const text = answerText.safeParse(cell('text'));
  if (!text.success) return no(text.error.issues[0]?.message ?? '备注不能接收');
  return {
    ok: true,
    line: { row, idNumber: id.normalised, source, item, amount, asOf, text: text.data },
  };
}

/** A wrong cell is quoted only as far as it can be recognised, and never a long run of digits. */
function shown(text: string): string {
  return text.slice(0, 12).replaceAll(/\d{6,}/g, '…');
}
