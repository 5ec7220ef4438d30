import { formatDate } from '../../kernel/local-date.ts';
import { called } from './declared.ts';
import type { ReadEntry } from './entry-fault.ts';
import { type PolicyFault, policyFault } from './policy-fault.ts';
import { isRow } from './written-policy.ts';

/**
 * A zero too many or too few: a figure that is to its predecessor as no county ever raised anything. Standards
 * grow by some percent a year, so a slip gives about ten or a tenth.
 */
const MOST_TIMES = 6;

const FIGURE = /\d+(?:\.\d+)?/g;

/** Figures that look ten times off the one before, of one place. */
export function tenTimesFaults(entries: readonly ReadEntry[]): PolicyFault[] {
  const lines = Map.groupBy(
    entries,
    ({ written }) => `${written.parameter} ${written.residence ?? ''}`,
  );
  return [...lines.values()].flatMap((line) => {
    const sorted = line.toSorted((a, b) => (a.written.effective < b.written.effective ? -1 : 1));
    return sorted.flatMap((each, index) => {
      const before = sorted[index - 1];
      return before ? pairFaults(before, each) : [];
    });
  });
}

function pairFaults(before: ReadEntry, each: ReadEntry): PolicyFault[] {
  // Two units make two numbers for one figure.
  if (JSON.stringify(before.written.unit) !== JSON.stringify(each.written.unit)) return [];
  const old = new Map(figuresOf(before.written.value).map((found) => [found.key, found.figure]));
  return figuresOf(each.written.value).flatMap(({ key, figure, path }) => {
    const was = old.get(key);
    if (!was || !figure || !isFar(was, figure)) return [];
    const message =
      `${called(each.written.parameter)}由 ${was} 变为 ${figure}（自${formatDate(each.written.effective)}起），` +
      '相差近十倍，请对照文件核对是否多写或者少写了一个零';
    const at = { file: each.file, path: ['entries', each.index, 'value', ...path] };
    const other = { file: before.file, path: ['entries', before.index, 'value'] };
    return [policyFault('ten-times', at, message, { other })];
  });
}

function isFar(was: number, now: number): boolean {
  const times = now / was;
  return times >= MOST_TIMES || times <= 1 / MOST_TIMES;
}

type Figure = {
  readonly key: string;
  readonly figure: number;
  readonly path: readonly PropertyKey[];
};

/**
 * Every figure of a value with a key that is the same in the next value: rows are told by code or title, the
 * figures of a formula by their order where the formula is the same but for its figures.
 */
function figuresOf(value: unknown, key = '', path: readonly PropertyKey[] = []): Figure[] {
  if (typeof value === 'number') return [{ key, figure: value, path }];
  if (typeof value === 'string') return figuresIn(value, key, path);
  if (!Array.isArray(value)) {
    const parts = isRow(value) ? Object.entries(value) : [];
    return parts
      .filter(([name]) => name !== 'title' && name !== 'code')
      .flatMap(([name, each]) => figuresOf(each, `${key} ${name}`, [...path, name]));
  }
  const names = value.map(nameOf);
  return value.flatMap((each: unknown, index) => {
    const name = names[index] ?? '';
    const count = names.slice(0, index).filter((other) => other === name).length;
    return figuresOf(each, `${key} ${name}${count}`, [...path, index]);
  });
}

function figuresIn(formula: string, key: string, path: readonly PropertyKey[]): Figure[] {
  const skeleton = formula.replaceAll(FIGURE, '#');
  return [...formula.matchAll(FIGURE)].map(([text], index) => ({
    key: `${key} ${skeleton} ${index}`,
    figure: Number(text),
    path,
  }));
}

/** A row's code or its title without figures, since those change with the row. */
function nameOf(row: unknown): string {
  const name = isRow(row) ? (row['code'] ?? row['title']) : null;
  return typeof name === 'string' ? name.replaceAll(FIGURE, '#') : '';
}
