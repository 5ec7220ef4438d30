import { EnterMoves } from '../enter-moves.tsx';
import type { FieldError } from '../problem.ts';
import { errorAt } from '../use-fields.ts';
import { LedgerCell } from './ledger-cell.tsx';
import type { LedgerColumn } from './ledger-column.ts';

type RecordFieldsProps<Row> = {
  /** Path of the record in the body: field ids are `<name>.<key>`; '' for the body itself. */
  readonly name: string;
  readonly row: Row;
  readonly onRow: (part: Partial<Row>) => void;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly errors?: readonly FieldError[];
};

/** One record as a form, from the same columns that would make a ledger of several. */
export function RecordFields<Row>(props: RecordFieldsProps<Row>) {
  const { name, row, onRow, columns, errors = [] } = props;
  return (
    <EnterMoves className="ym-form">
      {columns.map((column) => {
        const id = name === '' ? column.key : `${name}.${column.key}`;
        return (
          <LedgerCell
            key={column.key}
            id={id}
            label={column.title}
            bare={false}
            row={row}
            column={column}
            error={errorAt(errors, id)}
            onRow={onRow}
          />
        );
      })}
    </EnterMoves>
  );
}
