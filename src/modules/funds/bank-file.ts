import { addFen, type Fen, formatYuan } from '../../kernel/fen.ts';
import type { BankLayout, LayoutColumn } from './bank-layout.ts';

/** What a bank is told of one payment. */
export type BankLine = {
  readonly no: number;
  readonly name: string;
  readonly idNumber: string;
  readonly account: string;
  readonly bank: string;
  readonly amount: Fen;
  readonly summary: string;
};

export type BankBatch = {
  readonly batch: string;
  readonly date: string;
  readonly lines: readonly BankLine[];
};

/** Bytes a text takes in the encoding of the file: given by the server side, which knows encodings. */
export type WidthOf = (text: string) => number;

/** The text of a bank's file. Throws where a value does not fit its column: a cut account is somebody else's. */
export function bankFileText(layout: BankLayout, batch: BankBatch, widthOf: WidthOf): string {
  const { columns, total, heading, newline } = layout;
  const row = (of: readonly LayoutColumn[], line: BankLine | null) =>
    rowText(
      layout,
      of.map((each) => ({ column: each, text: valueOf(layout, each, batch, line) })),
      widthOf,
    );
  const body = batch.lines.map((line) => row(columns, line));
  const titles = heading
    ? [
        rowText(
          layout,
          columns.map((each) => ({ column: each, text: each.title })),
          widthOf,
        ),
      ]
    : [];
  const sums = total ? [row(total.columns, null)] : [];
  const all = total?.at === 'last' ? [...titles, ...body, ...sums] : [...sums, ...titles, ...body];
  return all.map((text) => text + newline).join('');
}

function valueOf(
  { money }: BankLayout,
  { field, text }: LayoutColumn,
  { batch, date, lines }: BankBatch,
  line: BankLine | null,
): string {
  const figure = (amount: Fen) =>
    money === 'fen' ? String(amount) : formatYuan(amount).replaceAll(',', '');
  switch (field) {
    case 'batch':
      return batch;
    case 'date':
      return date;
    case 'text':
      return text;
    case 'count':
      return String(lines.length);
    case 'sum':
      return figure(addFen(...lines.map(({ amount }) => amount)));
    case 'amount':
      return line ? figure(line.amount) : '';
    default:
      return line ? String(line[field]) : '';
  }
}

type Cell = { readonly column: LayoutColumn; readonly text: string };

function rowText(layout: BankLayout, cells: readonly Cell[], widthOf: WidthOf): string {
  if (layout.form === 'fixed') return cells.map((cell) => fixedText(cell, widthOf)).join('');
  return cells.map(({ text }) => quoted(text, layout.delimiter)).join(layout.delimiter);
}

function fixedText({ column, text }: Cell, widthOf: WidthOf): string {
  const { width = 0, align, pad, title } = column;
  const space = width - widthOf(text);
  if (space < 0) throw new RangeError(`the value of column ${title} is wider than ${width} bytes`);
  return align === 'right' ? pad.repeat(space) + text : text + pad.repeat(space);
}

function quoted(text: string, delimiter: string): string {
  const isPlain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
