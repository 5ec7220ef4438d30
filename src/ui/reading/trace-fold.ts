type Line = { readonly key: string; readonly depth: number };

/** How many lines lie directly under each line. */
export function childCounts(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const above: Line[] = [];
  for (const line of lines) {
    while ((above.at(-1)?.depth ?? -1) >= line.depth) above.pop();
    const parent = above.at(-1);
    if (parent) counts.set(parent.key, (counts.get(parent.key) ?? 0) + 1);
    above.push(line);
  }
  return counts;
}

/** The lines whose every line above is open. */
export function visibleLines<T extends Line>(
  lines: readonly T[],
  open: ReadonlySet<string>,
): readonly T[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    if (line.depth > hiddenBelow) return false;
    hiddenBelow = open.has(line.key) ? Number.POSITIVE_INFINITY : line.depth;
    return true;
  });
}

/** How a sheet is folded: open above a level, but for the lines somebody has turned. */
export type Folding = { readonly levels: number; readonly turned: ReadonlySet<string> };

/** Keys of the lines that are open. Lines that come later follow the level. */
export function openLines(
  lines: readonly Line[],
  { levels, turned }: Folding,
): ReadonlySet<string> {
  const open = lines.filter(({ key, depth }) => depth < levels !== turned.has(key));
  return new Set(open.map(({ key }) => key));
}

/** What a key does at a line: another line to go to, or the line to open or close; null for any other key. */
export function foldKey(
  lines: readonly Line[],
  open: ReadonlySet<string>,
  at: string,
  key: string,
): { readonly go: string } | { readonly turn: string } | null {
  const seen = visibleLines(lines, open);
  const index = seen.findIndex((line) => line.key === at);
  const line = seen[index];
  if (!line) return null;
  const go = (to: Line | undefined) => (to ? { go: to.key } : null);
  const has = childCounts(lines).has(at);
  switch (key) {
    case 'ArrowDown':
      return go(seen[index + 1]);
    case 'ArrowUp':
      return go(seen[index - 1]);
    case 'Home':
      return go(seen[0]);
    case 'End':
      return go(seen.at(-1));
    case 'ArrowRight':
      if (!has) return null;
      return open.has(at) ? go(seen[index + 1]) : { turn: at };
    case 'ArrowLeft':
      if (has && open.has(at)) return { turn: at };
      return go(seen.slice(0, index).findLast((each) => each.depth < line.depth));
    case 'Enter':
    case ' ':
      return has ? { turn: at } : null;
    default:
      return null;
  }
}
