/** Fewer households than this could be recognised: their row tells neither how many nor how much. */
export const SMALLEST_SHOWN = 5;

export type UseRow = {
  readonly township: string;
  readonly scheme: string;
  readonly households: number;
  readonly amount: number;
};

export type ShownUse = Omit<UseRow, 'households' | 'amount'> & {
  /** Null where too few to be told. */
  readonly households: number | null;
  readonly amount: number | null;
};

/**
 * The table the county publishes: by township and scheme. Small rows are hidden; where exactly one row of a scheme is
 * hidden the next smallest goes with it, so that the sum of the scheme does not give it away.
 */
export function shownUse(rows: readonly UseRow[]): readonly ShownUse[] {
  const hidden = new Set<UseRow>();
  for (const own of Map.groupBy(rows, ({ scheme }) => scheme).values()) {
    const bySize = own.toSorted((a, b) => a.households - b.households);
    const small = bySize.filter(({ households }) => households < SMALLEST_SHOWN);
    const next = bySize[small.length];
    for (const each of small) hidden.add(each);
    if (small.length === 1 && next) hidden.add(next);
  }
  return rows.map((row) => (hidden.has(row) ? { ...row, households: null, amount: null } : row));
}

export type SchemeSum = {
  readonly scheme: string;
  households: number | null;
  amount: number | null;
};

/** Sums by scheme over every township; one that is small itself is hidden too. */
export function shownSums(rows: readonly UseRow[]): readonly SchemeSum[] {
  return [...Map.groupBy(rows, ({ scheme }) => scheme)].map(([scheme, own]) => {
    const households = own.reduce((sum, each) => sum + each.households, 0);
    if (households < SMALLEST_SHOWN) return { scheme, households: null, amount: null };
    return { scheme, households, amount: own.reduce((sum, each) => sum + each.amount, 0) };
  });
}
