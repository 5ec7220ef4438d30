/** Which rows of a long list are drawn: those in view and a margin, by fixed row height. */
export type ListWindow = { readonly from: number; readonly to: number };

const marginRows = 12;

export function windowOf(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): ListWindow {
  const first = Math.floor(Math.max(scrollTop, 0) / rowHeight);
  const last = Math.ceil((Math.max(scrollTop, 0) + viewHeight) / rowHeight);
  return {
    from: Math.min(Math.max(first - marginRows, 0), count),
    to: Math.min(last + marginRows, count),
  };
}

export type ListKey = 'down' | 'up' | 'first' | 'last';

/** The row marked after a key; the first one when none was marked. Null for an empty list. */
export function markAfter(marked: number | null, key: ListKey, count: number): number | null {
  if (count === 0) return null;
  if (key === 'first') return 0;
  if (key === 'last') return count - 1;
  if (marked === null) return 0;
  return Math.min(Math.max(marked + (key === 'down' ? 1 : -1), 0), count - 1);
}
