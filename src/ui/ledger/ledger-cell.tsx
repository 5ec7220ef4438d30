import { fen } from '../../kernel/fen.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { CodeSelect } from '../field/code-select.tsx';
import { DateField } from '../field/date-field.tsx';
import { IdNumberField } from '../field/id-number-field.tsx';
import { MoneyField } from '../field/money-field.tsx';
import { NumberField } from '../field/number-field.tsx';
import { PlaceSelect } from '../field/place-select.tsx';
import { TextField } from '../field/text-field.tsx';
import type { LedgerColumn } from './ledger-column.ts';

type LedgerCellProps<Row> = {
  readonly id: string;
  readonly label: string;
  readonly row: Row;
  readonly column: LedgerColumn<Row>;
  readonly error: string | undefined;
  readonly onRow: (change: Partial<Row>) => void;
  /** Outside a ledger the label is seen. */
  readonly bare?: boolean;
  readonly hint?: string;
};

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
  { value: 'unknown', label: '不清楚' },
] as const;

/** The field of one cell. Values of another type than the column's count as empty. */
export function LedgerCell<Row>(props: LedgerCellProps<Row>) {
  const { id, label, row, column, error, onRow, bare = true, hint } = props;
  const value: unknown = row[column.key];
  const text = typeof value === 'string' ? value : null;
  const number = typeof value === 'number' ? value : null;
  const onChange = (next: unknown) => onRow(changeOf(row, column, next));
  const required = column.required ?? false;
  const field = { id, label, error, onChange, bare, required, ...(hint && { hint }) };
  switch (column.kind) {
    case 'shown':
      return <div className="ym-ledger-shown">{column.show(row)}</div>;
    case 'text':
      return <TextField {...field} value={text ?? ''} />;
    case 'date':
      return <DateField {...field} value={text !== null && isLocalDate(text) ? text : null} />;
    case 'money':
      return (
        <MoneyField
          {...field}
          value={number === null ? null : fen(number)}
          unit={column.unit ?? '元'}
        />
      );
    case 'number':
      return column.inHundredths ? (
        <NumberField
          {...field}
          {...limitsOf(column)}
          decimals={2}
          value={number === null ? null : number / 100}
          onChange={(next) => onChange(next === null ? null : Math.round(next * 100))}
        />
      ) : (
        <NumberField {...field} {...limitsOf(column)} value={number} />
      );
    case 'code': {
      const options = typeof column.options === 'function' ? column.options(row) : column.options;
      return <CodeSelect {...field} value={text} options={options} placeholder="请选择" />;
    }
    case 'yes-no':
      return <CodeSelect {...field} value={text} options={yesNo} placeholder="请选择" />;
    case 'place':
      return (
        <PlaceSelect
          {...field}
          value={text === null ? null : placeCode(text)}
          places={column.places}
          {...(column.digits && { digits: column.digits })}
        />
      );
    case 'id-number':
      return (
        <IdNumberField
          {...field}
          value={text}
          onRead={(facts) => column.onRead && onRow(column.onRead(facts, row))}
        />
      );
  }
}

function changeOf<Row>(row: Row, column: LedgerColumn<Row>, next: unknown): Partial<Row> {
  const change = { [column.key]: next } as Partial<Row>;
  return column.fills ? { ...change, ...column.fills({ ...row, ...change }) } : change;
}

function limitsOf(column: { unit?: string; decimals?: number; least?: number; most?: number }) {
  return {
    ...(column.unit !== undefined && { unit: column.unit }),
    ...(column.decimals !== undefined && { decimals: column.decimals }),
    ...(column.least !== undefined && { least: column.least }),
    ...(column.most !== undefined && { most: column.most }),
  };
}
