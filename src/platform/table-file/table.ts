/** A row of a table as text, with the number a person sees beside it in the file (the heading is row 1). */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * A row that could not be read, and why; the rows around it are still good. What its cells show comes along where
 * the file lets them be told apart.
 */
export type BadRow = {
  readonly row: number;
  readonly reason: string;
  readonly cells?: readonly string[];
};

export type Table = {
  readonly ok: true;
  readonly kind: 'csv' | 'xlsx';
  readonly heading: readonly string[];
  readonly rows: readonly TableRow[];
  readonly bad: readonly BadRow[];
};

/** The file as a whole cannot be used; the message says what to do. */
export type TableRefusal = { readonly ok: false; readonly message: string };

export const MOST_ROWS = 2000;

/** How much of a table is read: rows below the heading, and columns. */
export type TableLimit = { readonly rows: number; readonly columns: number };
export const USUAL_LIMIT: TableLimit = { rows: MOST_ROWS, columns: 26 };

export function refuseTable(message: string): TableRefusal {
  return { ok: false, message };
}

/** Cell texts below the first non-empty row, which is the heading; rows without any text are skipped. */
export function tableOf(
  kind: Table['kind'],
  rows: readonly TableRow[],
  bad: readonly BadRow[],
  limit: TableLimit,
): Table | TableRefusal {
  const [first, ...rest] = rows.filter((each) => each.cells.some((cell) => cell !== ''));
  if (!first) return refuseTable('文件里没有内容，请检查后重新导出。');
  if (rest.length > limit.rows) {
    return refuseTable(`每次最多导入 ${limit.rows} 行，请分成几个文件导入。`);
  }
  // The unit below its name, as our own workbooks write it, belongs to the name.
  const heading = first.cells.map((cell) => cell.replaceAll(/\s+（/gu, '（'));
  return { ok: true, kind, heading, rows: rest, bad };
}

/** As a person reads a cell: without blanks around it, zero-width signs and control characters. */
export function cellText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\ufeff]/gu, ' ').trim();
}
