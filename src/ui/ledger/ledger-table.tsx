import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { FieldError } from '../problem.ts';
import type { FollowUp, LedgerColumn } from './ledger-column.ts';
import { LedgerRow } from './ledger-row.tsx';
import { useLedgerKeys } from './use-ledger-keys.ts';

type LedgerTableProps<Row extends { readonly id: string }> = {
  /** Path of the list in the body: cell ids are `<name>.<index>.<key>`. */
  readonly name: string;
  /** What the ledger lists, for people: 家庭成员. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Takes a function, as `setState` does: two cells may change in one moment. */
  readonly onRows: (change: (rows: readonly Row[]) => readonly Row[]) => void;
  readonly columns: readonly LedgerColumn<Row>[];
  /** Fields that only some rows need; they stand under their row. */
  readonly followUps?: readonly FollowUp<Row>[];
  readonly newRow: () => Row;
  readonly errors?: readonly FieldError[];
  /** How a row is called when it is deleted: 李四. */
  readonly nameOf?: (row: Row) => string;
  /** Last line, such as sums. */
  readonly foot?: ReactNode;
  readonly empty?: string;
};

/**
 * Rows edited in place, without a mouse: Enter walks and adds rows, arrows change rows, Ctrl+Delete
 * deletes.
 */
export function LedgerTable<Row extends { readonly id: string }>(props: LedgerTableProps<Row>) {
  const { name, title, rows, columns, newRow } = props;
  const area = useRef<HTMLDivElement>(null);
  const { press, removed, addRow, onInput, under, unfolded, unfold } = useLedgerKeys(props, area);
  return (
    <div
      ref={area}
      className="ym-ledger"
      data-ledger={name}
      onKeyDownCapture={(event) => press(event)}
      onInput={onInput}
    >
      <table className="ym-ledger-table">
        <caption className="ym-heard">{title}</caption>
        <LedgerHead columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <LedgerRow
              key={row.id}
              ledger={props}
              row={row}
              index={index}
              under={under(row)}
              isUnfolded={unfolded.includes(row.id)}
              onUnfold={() => unfold(row)}
              onDelete={() => press('delete', index)}
            />
          ))}
        </tbody>
        {props.foot && (
          <tfoot>
            <tr>
              <td colSpan={columns.length + 2}>{props.foot}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length === 0 && (
        <p className="ym-empty">{props.empty ?? `还没有${title}，按“添一行”开始填写。`}</p>
      )}
      <div className="ym-row">
        <Button size="small" id={name} onClick={() => addRow(newRow())}>
          添一行
        </Button>
        {removed && (
          <span role="status">
            已删去第 {removed.index + 1} 行
            {props.nameOf && `(${props.nameOf(removed.row) || '未填姓名'})`}{' '}
            <Button size="small" type="link" onClick={() => press('undo')}>
              撤销
            </Button>
          </span>
        )}
        <span className="ym-quiet ym-ledger-keys">
          回车到下一格，最后一格回车添行；↑ ↓ 换行；Ctrl+Delete 删去本行，Ctrl+Z 撤销
        </span>
      </div>
    </div>
  );
}

function LedgerHead<Row>({ columns }: { columns: readonly LedgerColumn<Row>[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="ym-ledger-number">
          序
        </th>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            data-kind={column.kind}
            style={column.width ? { width: `${column.width + 1.5}em` } : {}}
          >
            {column.title}
          </th>
        ))}
        <th scope="col" className="ym-ledger-act">
          <span className="ym-heard">操作</span>
        </th>
      </tr>
    </thead>
  );
}
