import type { ReactNode } from 'react';
import type { Option } from '../field/code-select.tsx';
import type { Place } from '../field/place-select.tsx';
import type { IdFacts } from '../field/typed-text.ts';

/** One column of a ledger: which key of the row it edits, with what kind of field. */
export type LedgerColumn<Row> = {
  readonly key: Extract<keyof Row, string>;
  readonly title: string;
  /** Width in characters; the text columns share what is left. */
  readonly width?: number;
  readonly required?: boolean;
  /** What else changes in the row when this cell does: 之妻 makes the sex female. */
  readonly fills?: (row: Row) => Partial<Row>;
} & ColumnKind<Row>;

export type ColumnKind<Row> =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'money'; readonly unit?: string }
  | {
      readonly kind: 'number';
      readonly unit?: string;
      readonly decimals?: number;
      readonly most?: number;
    }
  | {
      readonly kind: 'code';
      readonly options: readonly Option[] | ((row: Row) => readonly Option[]);
    }
  | { readonly kind: 'place'; readonly places: readonly Place[]; readonly digits?: 6 | 9 | 12 }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'id-number'; readonly onRead?: (facts: IdFacts, row: Row) => Partial<Row> }
  /** Not typed: worked out from the row. */
  | { readonly kind: 'shown'; readonly show: (row: Row) => ReactNode };

/** The columns a person can type into, in order; the keyboard walks these. */
export function typedColumns<Row>(columns: readonly LedgerColumn<Row>[]): LedgerColumn<Row>[] {
  return columns.filter((column) => column.kind !== 'shown');
}
