/** The name most like a slip of the pen, when it is like enough to ask "did you mean"; otherwise null. */
export function nearest(slip: string, names: readonly string[]): string | null {
  const most = Math.max(1, Math.floor(slip.length / 4));
  const found = names
    .map((name) => ({ name, apart: distance(slip.toLowerCase(), name.toLowerCase()) }))
    .filter(({ apart }) => apart <= most)
    .toSorted((a, b) => a.apart - b.apart);
  return found[0]?.name ?? null;
}

/** How many letters must be put in, left out, changed or swapped with the next to make one word of the other. */
function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= one.length; index += 1) {
    const next = [index];
    for (let column = 1; column <= other.length; column += 1) {
      const [letter, wanted] = [one[index - 1], other[column - 1]];
      const isSwapped = letter === other[column - 2] && wanted === one[index - 2];
      next.push(
        Math.min(
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (row[column - 1] ?? 0) + (letter === wanted ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
