import type { FigureCode } from './figure.ts';

/** What the public is told of a month by township: sums nobody can be recognised in. */
export const publicCodes = [
  ...(['accepted', 'granted', 'refused', 'households', 'persons'] as const),
  ...(['enteredHouseholds', 'leftHouseholds', 'paid'] as const),
] as const satisfies readonly FigureCode[];
export type PublicCode = (typeof publicCodes)[number];

/** Fewer than this could be told apart by a neighbour. */
const SMALLEST_SHOWN = 5;

type Row = { readonly name: string; readonly sums: Readonly<Record<PublicCode, number>> };
type Shown = {
  readonly name: string;
  /** Null where it is hidden. */
  readonly values: Readonly<Record<PublicCode, number | null>>;
};

/**
 * Townships with what may be shown: figures of 1 to 4 are hidden, and money stands only where the households paid are
 * shown. A single hidden figure could be told from the total, so the next smallest is hidden with it, zeros last.
 */
export function publicTable(rows: readonly Row[]): readonly Shown[] {
  const hidden = new Map(publicCodes.map((code) => [code, hiddenIn(rows, code)]));
  return rows.map(({ name, sums }, at) => ({
    name,
    values: Object.fromEntries(
      publicCodes.map((code) => [code, hidden.get(code)?.has(at) ? null : sums[code]]),
    ) as Record<PublicCode, number | null>,
  }));
}

const figureOf = (sums: Row['sums'], code: PublicCode) =>
  sums[code === 'paid' ? 'households' : code];

/** Whether somebody could be recognised in a figure; of money, in the households it was paid to. */
export function isSmall(sums: Row['sums'], code: PublicCode): boolean {
  const figure = figureOf(sums, code);
  return figure > 0 && figure < SMALLEST_SHOWN;
}

function hiddenIn(rows: readonly Row[], code: PublicCode): ReadonlySet<number> {
  const small = rows.flatMap(({ sums }, at) => (isSmall(sums, code) ? [at] : []));
  if (small.length !== 1) return new Set(small);
  const others = rows
    .map(({ sums }, at) => ({ at, figure: figureOf(sums, code) }))
    .filter(({ at }) => at !== small[0])
    .toSorted((one, other) => rank(one.figure) - rank(other.figure));
  return new Set([...small, ...others.slice(0, 1).map(({ at }) => at)]);
}

const rank = (figure: number) => (figure === 0 ? Number.POSITIVE_INFINITY : figure);
