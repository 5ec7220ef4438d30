import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { parseYuan } from '../../kernel/fen.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { elements, fieldTitles, type SnapshotField } from './element.ts';
import type { Source } from './source.ts';

/** A row as a source has it, before anything of it is sealed. */
export type PlainRow = {
  readonly place: number;
  readonly idNumber: string;
  readonly account: string;
  readonly date: string;
  /** Fen, or the number itself where the source counts things. */
  readonly amount: number | null;
  readonly code: string;
  readonly text: string;
};

export type FaultyRow = {
  readonly place: number;
  readonly field: SnapshotField | '';
  readonly message: string;
};

/** Where each field stands in the rows of a file. */
export type ColumnPlaces = Partial<Readonly<Record<SnapshotField, number>>>;

/** The columns of a file by its headings, or what is missing in it. */
export function columnPlaces(
  { columns, headings }: Source,
  heading: readonly string[],
): ColumnPlaces | { readonly missing: readonly string[] } {
  const missing: string[] = [];
  const places: Partial<Record<SnapshotField, number>> = {};
  for (const [field, column] of Object.entries(columns) as [SnapshotField, string[] | number][]) {
    const place =
      typeof column === 'number'
        ? column - 1
        : heading.findIndex((title) => column.some((each) => plain(each) === plain(title)));
    const isThere = place >= 0 && place < heading.length;
    if (isThere) places[field] = place;
    else missing.push(typeof column === 'number' ? `第 ${column} 列` : (column[0] ?? ''));
  }
  if (missing.length > 0) return { missing };
  if (headings && new Set(Object.values(places)).size < Object.keys(places).length) {
    return { missing: ['各列的列名不重复'] };
  }
  return places;
}

/** Full-width and half-width signs of a heading are the same. */
function plain(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s/g, '');
}

export type RowRead =
  | { readonly ok: true; readonly row: PlainRow }
  | { readonly ok: false; readonly fault: FaultyRow };

/** Reads the cells of one row. What the source needs must be there and be what it says. */
export function readSnapshotRow(
  source: Source,
  places: ColumnPlaces,
  { place, cells }: { readonly place: number; readonly cells: readonly string[] },
  today: LocalDate,
): RowRead {
  const at = (field: SnapshotField) => {
    const column = places[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const wrong = (field: SnapshotField | '', message: string): RowRead => ({
    ok: false,
    fault: { place, field, message },
  });
  for (const field of elements[source.element].needs) {
    if (at(field) === '') return wrong(field, `没有填写${fieldTitles[field]}`);
  }
  const id = at('idNumber') === '' ? null : checkIdNumber(at('idNumber'));
  if (id && !id.ok) return wrong('idNumber', id.message);
  const account = at('account').replaceAll(/\s/g, '');
  if (account !== '' && !/^\d{8,32}$/.test(account))
    return wrong('account', '银行账号应为 8 至 32 位数字');
  const date = readDate(at('date'), source.dateForm);
  if (date === null) return wrong('date', '日期写法不对，例如 2026-08-03 或者 20260803');
  if (date > today && source.dateForm === 'date') return wrong('date', '日期晚于今天');
  const amount = readAmount(at('amount'), source.amountUnit);
  if (amount === undefined) return wrong('amount', '金额写法不对，最多两位小数，不能为负');
  const code = readCode(at('code'), source);
  if (code === null) return wrong('code', `代码“${at('code').slice(0, 20)}”不在来源的代码表里`);
  const idNumber = id?.ok ? id.normalised : '';
  return {
    ok: true,
    row: { place, idNumber, account, date, amount, code, text: at('text').slice(0, 200) },
  };
}

function readDate(text: string, form: Source['dateForm']): string | null {
  if (text === '') return '';
  const digits = text.replaceAll(/[-/.年月日]/g, (sign) => (sign === '日' ? '' : '-'));
  const parts = /^\d{8}$/.test(text)
    ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : form === 'month' && /^\d{6}$/.test(text)
      ? [text.slice(0, 4), text.slice(4)]
      : digits.replace(/-$/, '').split('-');
  const [year = '', month = '', day = form === 'month' ? '1' : ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parts.length > 3 || !isLocalDate(date) || date < '1900-01-01') return null;
  return date;
}

/** null where nothing is written; undefined where it is no amount. */
function readAmount(text: string, unit: Source['amountUnit']): number | null | undefined {
  if (text === '') return null;
  if (unit !== 'yuan') return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  const amount = parseYuan(text);
  return amount === null || amount < 0 ? undefined : amount;
}

function readCode(text: string, { codes }: Source): string | null {
  if (text === '' || !codes) return '';
  return Object.hasOwn(codes, text) ? (codes[text] ?? null) : null;
}
