import { useState } from 'react';
import { type FollowUp, followUpsUnder, type LedgerColumn, typedColumns } from './ledger-column.ts';
import type { Cell } from './ledger-keys.ts';

type Followed<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly LedgerColumn<Row>[];
  readonly followUps?: readonly FollowUp<Row>[];
  readonly newRow: () => Row;
};

/** Which fields stand under which row, and the order in which the keyboard walks a row's cells. */
export function useFollowUps<Row extends { readonly id: string }>(
  { rows, columns, followUps = [], newRow }: Followed<Row>,
  goTo: (cell: Cell) => void,
) {
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  const typed = typedColumns(columns);
  const under = (row: Row, isUnfolded = unfolded.includes(row.id)) =>
    followUpsUnder(followUps, row, newRow(), isUnfolded);
  const cellsOf = (row: Row | undefined) => (row ? [...typed, ...under(row).shown] : typed);
  /** “更多” of a row: shows what it may still be asked, and goes to the first of it. */
  const unfold = (row: Row) => {
    if (unfolded.includes(row.id)) {
      setUnfolded((now) => now.filter((id) => id !== row.id));
      return;
    }
    const standing = under(row, false).shown;
    const first = under(row, true).shown.findIndex((each) => !standing.includes(each));
    setUnfolded((now) => [...now, row.id]);
    goTo({ row: rows.indexOf(row), column: typed.length + first });
  };
  return { under, cellsOf, unfolded, unfold, all: [...typed, ...followUps] };
}
