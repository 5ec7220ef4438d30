/** The records of a piece of text that needs no CSV reader: a line each, no quotes, the line's number in the file. */
export type PlainLine = { readonly row: number; readonly cells: readonly string[] };

/** Whether a text may be cut at line ends and delimiters: no quote, no lone carriage return, no endless line. */
export function isPlain(text: string, longest: number): boolean {
  if (text.includes('"') || /\r(?!\n)/.test(text)) return false;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to - from > longest) return false;
    from = to + 1;
  }
  return true;
}

/** Cuts a plain text. `before` lines of the file came before it; empty lines count and are left out. */
export function plainLines(
  text: string,
  delimiter: string,
  before: number,
): { readonly lines: readonly PlainLine[]; readonly count: number } {
  const lines: PlainLine[] = [];
  const written = text.split('\n');
  if (written.at(-1) === '') written.pop();
  for (const [index, each] of written.entries()) {
    const line = each.endsWith('\r') ? each.slice(0, -1) : each;
    if (line !== '') lines.push({ row: before + index + 1, cells: line.split(delimiter) });
  }
  return { lines, count: written.length };
}
