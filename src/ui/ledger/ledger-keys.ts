/**
 * The keyboard of a ledger as a pure function: rows and a key in, rows and the place to go to out.
 */
export type Cell = { readonly row: number; readonly column: number };

export type LedgerKey = 'next' | 'back' | 'up' | 'down' | 'delete' | 'undo';

/** A row taken away, kept for 撤销. */
export type Removed<Row> = { readonly row: Row; readonly index: number };

export type Ledger<Row> = {
  readonly rows: readonly Row[];
  readonly removed: Removed<Row> | null;
};

export type LedgerSetting<Row> = {
  /** Number of cells in a row that can be edited; the cells all rows have come first. */
  readonly cellsIn: (row: Row) => number;
  readonly newRow: () => Row;
  /** A row nobody has typed into; Enter at its end leaves the ledger and takes it away. */
  readonly isBlank: (row: Row) => boolean;
};

/** `goTo` null: stay; 'after' and 'before': leave the ledger for the next or the former field. */
export type LedgerStep<Row> = Ledger<Row> & { readonly goTo: Cell | 'after' | 'before' | null };

export function pressLedgerKey<Row>(
  ledger: Ledger<Row>,
  at: Cell,
  key: LedgerKey,
  setting: LedgerSetting<Row>,
): LedgerStep<Row> {
  switch (key) {
    case 'next':
      return goNext(ledger, at, setting);
    case 'back':
      return { ...ledger, goTo: cellBefore(ledger, at, setting) };
    case 'up':
      return { ...ledger, goTo: cellIn(ledger, at.row - 1, at.column, setting) };
    case 'down':
      return { ...ledger, goTo: cellIn(ledger, at.row + 1, at.column, setting) };
    case 'delete':
      return removeRow(ledger, at);
    case 'undo':
      return undoRemoval(ledger);
  }
}

function goNext<Row>(ledger: Ledger<Row>, at: Cell, setting: LedgerSetting<Row>): LedgerStep<Row> {
  const last = ledger.rows[at.row];
  if (last !== undefined && at.column < setting.cellsIn(last) - 1) {
    return { ...ledger, goTo: { ...at, column: at.column + 1 } };
  }
  const below = { row: at.row + 1, column: 0 };
  if (below.row < ledger.rows.length) return { ...ledger, goTo: below };
  if (last !== undefined && setting.isBlank(last)) {
    return { ...ledger, rows: ledger.rows.slice(0, -1), goTo: 'after' };
  }
  return { ...ledger, rows: [...ledger.rows, setting.newRow()], goTo: below };
}

function cellBefore<Row>(
  ledger: Ledger<Row>,
  at: Cell,
  setting: LedgerSetting<Row>,
): Cell | 'before' {
  if (at.column > 0) return { ...at, column: at.column - 1 };
  return cellIn(ledger, at.row - 1, Number.POSITIVE_INFINITY, setting) ?? 'before';
}

/** The cell in that column, or the row's last where it has fewer; null where there is no such row. */
function cellIn<Row>(
  { rows }: Ledger<Row>,
  row: number,
  column: number,
  setting: LedgerSetting<Row>,
): Cell | null {
  const there = rows[row];
  return there === undefined ? null : { row, column: Math.min(column, setting.cellsIn(there) - 1) };
}

function removeRow<Row>(ledger: Ledger<Row>, at: Cell): LedgerStep<Row> {
  const row = ledger.rows[at.row];
  if (row === undefined) return { ...ledger, goTo: null };
  const rows = ledger.rows.filter((_, index) => index !== at.row);
  const goTo = rows.length === 0 ? null : { ...at, row: Math.min(at.row, rows.length - 1) };
  return { rows, removed: { row, index: at.row }, goTo };
}

function undoRemoval<Row>({ rows, removed }: Ledger<Row>): LedgerStep<Row> {
  if (!removed) return { rows, removed, goTo: null };
  const back = [...rows.slice(0, removed.index), removed.row, ...rows.slice(removed.index)];
  return { rows: back, removed: null, goTo: { row: removed.index, column: 0 } };
}
