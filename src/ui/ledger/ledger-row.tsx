import { Button } from 'antd';
import type { FieldError } from '../problem.ts';
import { errorAt } from '../use-fields.ts';
import { LedgerCell } from './ledger-cell.tsx';
import type { FollowUp, LedgerColumn } from './ledger-column.ts';

type LedgerRowProps<Row extends { readonly id: string }> = {
  readonly ledger: {
    readonly name: string;
    readonly onRows: (change: (rows: readonly Row[]) => readonly Row[]) => void;
    readonly columns: readonly LedgerColumn<Row>[];
    readonly errors?: readonly FieldError[];
  };
  readonly row: Row;
  readonly index: number;
  readonly under: { readonly shown: readonly FollowUp<Row>[]; readonly hasMore: boolean };
  readonly isUnfolded: boolean;
  readonly onUnfold: () => void;
  readonly onDelete: () => void;
};

/** One row of a ledger, and under it what only this row is asked. */
export function LedgerRow<Row extends { readonly id: string }>(props: LedgerRowProps<Row>) {
  const { ledger, row, index, under, isUnfolded, onUnfold, onDelete } = props;
  return (
    <>
      <tr>
        <th scope="row" className="ym-ledger-number">
          {index + 1}
        </th>
        {ledger.columns.map((column) => (
          <td key={column.key} data-kind={column.kind}>
            <RowCell ledger={ledger} row={row} index={index} column={column} />
          </td>
        ))}
        <td className="ym-ledger-act">
          {under.hasMore && (
            <Button
              size="small"
              type="text"
              aria-expanded={isUnfolded}
              aria-label={`${isUnfolded ? '收起' : ''}第 ${index + 1} 行更多情况`}
              onClick={onUnfold}
            >
              {isUnfolded ? '收起' : '更多'}
            </Button>
          )}
          <Button size="small" type="text" onClick={onDelete} aria-label={`删去第 ${index + 1} 行`}>
            删去
          </Button>
        </td>
      </tr>
      {under.shown.length > 0 && (
        <tr className="ym-ledger-under">
          <td className="ym-ledger-under-cell" colSpan={ledger.columns.length + 2}>
            <div className="ym-ledger-follow-ups">
              {under.shown.map((column) => (
                <div key={column.key} data-kind={column.kind}>
                  <RowCell ledger={ledger} row={row} index={index} column={column} />
                </div>
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

type RowCellProps<Row extends { readonly id: string }> = Pick<
  LedgerRowProps<Row>,
  'ledger' | 'row' | 'index'
> & { readonly column: LedgerColumn<Row> };

function RowCell<Row extends { readonly id: string }>(props: RowCellProps<Row>) {
  const { ledger, row, index, column } = props;
  const id = `${ledger.name}.${index}.${column.key}`;
  const change = (part: Partial<Row>) =>
    ledger.onRows((rows) => rows.map((one) => (one.id === row.id ? { ...one, ...part } : one)));
  return (
    <>
      <span className="ym-ledger-label" aria-hidden>
        {column.title}
      </span>
      <LedgerCell
        id={id}
        label={`第 ${index + 1} 行 ${column.title}`}
        row={row}
        column={column}
        error={errorAt(ledger.errors ?? [], id)}
        onRow={change}
      />
    </>
  );
}
