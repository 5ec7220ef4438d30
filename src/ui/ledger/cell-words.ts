import { fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate, isLocalDate } from '../../kernel/local-date.ts';
import type { LedgerColumn } from './ledger-column.ts';

const yesNo: Readonly<Record<string, string>> = {
  yes: '是',
  no: '否',
  unknown: '不清楚',
  true: '是',
  false: '否',
};

/** A value as the ledger's cell would show it; '' where there is none. */
export function cellWords<Row>(
  column: LedgerColumn<Row> | undefined,
  value: unknown,
  row: Row,
): string {
  if (value === null || value === undefined || value === '') return '';
  switch (column?.kind) {
    case 'money':
      return `${formatYuan(fen(Number(value)))} ${column.unit ?? '元'}`;
    case 'yes-no':
      return yesNo[String(value)] ?? String(value);
    case 'number': {
      const number = column.inHundredths ? Number(value) / 100 : Number(value);
      return column.unit ? `${number} ${column.unit}` : String(number);
    }
    case 'date': {
      const text = String(value);
      return isLocalDate(text) ? formatDate(text) : text;
    }
    case 'code': {
      const options = typeof column.options === 'function' ? column.options(row) : column.options;
      return options.find((option) => option.value === value)?.label ?? String(value);
    }
    default:
      return String(value);
  }
}
