import type { LocalDate } from '../../kernel/local-date.ts';
import type { Range } from './range.ts';
import type { Rational } from './rational.ts';

/** One fact that is not known, in the words an official would write on the one-time notice. */
export type MissingFact = {
  /** Level and id of the record; the household itself has the id "household". */
  readonly level: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
};

/**
 * A value and what it still lacks. Known values have no `missing`; an unknown one keeps what is certain
 * about it (a range, the codes it may be) so that results it cannot change are decided all the same.
 */
export type Value =
  | { readonly kind: 'number'; readonly range: Range; readonly missing: Missing }
  | { readonly kind: 'yes/no'; readonly value: boolean | null; readonly missing: Missing }
  | { readonly kind: 'date'; readonly value: LocalDate | null; readonly missing: Missing }
  | { readonly kind: 'code'; readonly possible: readonly string[]; readonly missing: Missing }
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly missing: Missing }
  | { readonly kind: 'bands'; readonly bands: readonly Band[]; readonly missing: Missing }
  | {
      readonly kind: 'table';
      /** Rows by code. */
      readonly rows: ReadonlyMap<string, TableRow>;
      readonly missing: Missing;
    }
  /** The rows a place gave for `cases`, for printing; formulas see the rule they became. */
  | { readonly kind: 'cases'; readonly text: string; readonly missing: Missing }
  | { readonly kind: 'not-used'; readonly missing: Missing };

/** One line of a tier table: incomes up to and including `upTo` get `amount`. */
export type Band = { readonly title: string; readonly upTo: Rational; readonly amount: Rational };

/** One row of a table by code; the cells by column. */
export type TableRow = {
  readonly code: string;
  readonly title: string;
  readonly cells: ReadonlyMap<string, Value>;
};

export type Missing = readonly MissingFact[];
export const NOTHING: Missing = [];

/** In place of a level: a figure the place has not laid down, which no answer of the family can supply. */
export const PLACE = 'place';

export function ofPlace(missing: Missing): Missing {
  return missing.some(({ level }) => level === PLACE)
    ? missing.filter(({ level }) => level === PLACE)
    : NOTHING;
}

/** What the family itself can still be asked. */
export function ofFamily(missing: Missing): Missing {
  return missing.some(({ level }) => level === PLACE)
    ? missing.filter(({ level }) => level !== PLACE)
    : missing;
}

export function number(range: Range, missing: Missing = NOTHING): Value {
  return { kind: 'number', range, missing };
}

export type Truth = Extract<Value, { kind: 'yes/no' }>;
const YES: Truth = { kind: 'yes/no', value: true, missing: NOTHING };
const NO: Truth = { kind: 'yes/no', value: false, missing: NOTHING };

export function truth(value: boolean | null, missing: Missing = NOTHING): Truth {
  if (value === null) return { kind: 'yes/no', value, missing };
  return value ? YES : NO;
}

/** Both lists without repetition, in order of first mention. */
export function joined(...lists: readonly Missing[]): Missing {
  const [first, second] = lists;
  if (lists.length === 2 && first && second) {
    if (first.length === 0) return second;
    if (second.length === 0) return first;
  }
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (!only) return NOTHING;
  if (filled.length === 1) return only;
  const seen = new Map<string, MissingFact>();
  for (const each of filled.flat()) {
    const key = `${each.level} ${each.id} ${each.field}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
