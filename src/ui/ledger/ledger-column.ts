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
      readonly least?: number;
      readonly most?: number;
      /** The row keeps hundredths of what is typed: 3.5 亩 is kept as 350. */
      readonly inHundredths?: boolean;
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

/**
 * A field that only some rows need. It stands under its row: at once where `open` says so, else behind
 * “更多”. One that holds something is shown whatever `when` and `open` say: nothing is sent unseen.
 */
export type FollowUp<Row> = LedgerColumn<Row> & {
  /** Which rows may need it; left out: all. */
  readonly when?: (row: Row) => boolean;
  /** Which rows show it without being asked; left out: none. */
  readonly open?: (row: Row) => boolean;
};

/** The follow-ups that stand under a row, and whether “更多” shows or hides any. */
export function followUpsUnder<Row>(
  followUps: readonly FollowUp<Row>[],
  row: Row,
  fresh: Row,
  isUnfolded: boolean,
): { readonly shown: readonly FollowUp<Row>[]; readonly hasMore: boolean } {
  const holds = ({ key }: FollowUp<Row>) => (row[key] ?? null) !== (fresh[key] ?? null);
  const standing = followUps.filter(
    (each) => holds(each) || ((each.when?.(row) ?? true) && each.open?.(row) === true),
  );
  const possible = followUps.filter((each) => holds(each) || (each.when?.(row) ?? true));
  return {
    shown: isUnfolded ? possible : standing,
    hasMore: possible.length > standing.length,
  };
}

/** The columns a person can type into, in order; the keyboard walks these. */
export function typedColumns<Row>(columns: readonly LedgerColumn<Row>[]): LedgerColumn<Row>[] {
  return columns.filter((column) => column.kind !== 'shown');
}
