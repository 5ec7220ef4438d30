import * as range from './range.ts';
import { compare, type Direction, rational } from './rational.ts';
import { joined, type Missing, NOTHING, number, type Truth, truth, type Value } from './value.ts';

/** Operations on values of which some may be unknown: certain where the ranges or codes leave no choice. */

/** What is certain when it is one or the other. */
export function either(a: Value, b: Value, missing: Missing): Value {
  if (a.kind === 'number' && b.kind === 'number') {
    return settled(range.hull(a.range, b.range), missing);
  }
  if (a.kind === 'yes/no' && b.kind === 'yes/no') {
    return truth(a.value === b.value ? a.value : null, missing);
  }
  if (a.kind === 'code' && b.kind === 'code') {
    const possible = [...new Set([...a.possible, ...b.possible])];
    return { kind: 'code', possible, missing: possible.length === 1 ? NOTHING : missing };
  }
  if (a.kind === 'date' && b.kind === 'date' && a.value !== null && a.value === b.value) return a;
  if (a.kind === 'date') return { kind: 'date', value: null, missing };
  throw new Error(`cannot join ${a.kind} and ${b.kind}`);
}

export function settled(of: range.Range, missing: Missing): Value {
  return number(of, range.isPoint(of) ? NOTHING : missing);
}

export function memberOf(of: Value, codes: readonly string[], missing: Missing = NOTHING): Value {
  if (of.kind !== 'code') throw new Error(`in: ${of.kind}`);
  const inside = of.possible.filter((code) => codes.includes(code)).length;
  const value = inside === of.possible.length ? true : inside === 0 ? false : null;
  return truth(value, joined(of.missing, missing));
}

export function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const [a, b] = [rangeOf(left), rangeOf(right)];
  const missing = joined(left.missing, right.missing);
  if (operator === '+') return settled(range.add(a, b), missing);
  if (operator === '-') return settled(range.add(a, range.negate(b)), missing);
  if (operator === '*') return settled(range.multiply(a, b), missing);
  return settled(range.divide(a, b), missing);
}

export function comparison(operator: string, left: Value, right: Value): Value {
  const order = certainOrder(left, right);
  if (order !== null) return truth(holds(operator, order));
  const missing = joined(left.missing, right.missing);
  const flip = (value: boolean | null) => truth(value === null ? null : !value, missing);
  const [a, b] = [ordinal(left), ordinal(right)];
  if (operator === '=') return truth(equal(left, right), missing);
  if (operator === '<>') return flip(equal(left, right));
  if (operator === '<') return truth(range.isLess(a, b), missing);
  if (operator === '>') return truth(range.isLess(b, a), missing);
  return flip(operator === '<=' ? range.isLess(b, a) : range.isLess(a, b));
}

/** Which of two known figures or dates is the larger, as a sort comparison; null where one is not known. */
function certainOrder(left: Value, right: Value): number | null {
  if (left.kind === 'number' && right.kind === 'number') {
    const [a, b] = [left.range, right.range];
    if (!range.isPoint(a) || !range.isPoint(b)) return null;
    return compare(a.low, b.low);
  }
  if (left.kind !== 'date' || right.kind !== 'date') return null;
  if (left.value === null || right.value === null) return null;
  return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
}

function holds(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function equal(left: Value, right: Value): boolean | null {
  if (left.kind === 'code' && right.kind === 'code') {
    const both = left.possible.filter((code) => right.possible.includes(code));
    if (both.length === 0) return false;
    return left.possible.length === 1 && right.possible.length === 1 ? true : null;
  }
  if (left.kind === 'yes/no' && right.kind === 'yes/no') {
    return left.value === null || right.value === null ? null : left.value === right.value;
  }
  return range.isEqual(ordinal(left), ordinal(right));
}

/** Two known dates are compared above; beside an unknown one a date decides nothing. */
function ordinal(value: Value): range.Range {
  return value.kind === 'number' ? value.range : range.ANY;
}

/** A direction or a step the place has not laid down leaves what is certain under each it may be. */
export function roundedValue(of: Value, direction: Value, step: Value | undefined): Value {
  if (direction.kind !== 'code' || !step) throw new Error('round needs a direction and a step');
  const [what, size] = [rangeOf(of), rangeOf(step)];
  const rounded = direction.possible.map((each) =>
    range.isPoint(size)
      ? range.round(what, each as Direction, size.low)
      : range.roundedBySome(what, size),
  );
  const missing = joined(of.missing, direction.missing, step.missing);
  return settled(
    rounded.reduce((left, right) => range.hull(left, right)),
    missing,
  );
}

/** The first line whose upper edge is not below the figure; below an unknown figure, the lines it may meet. */
export function lookup(table: Value, of: Value): Value {
  if (table.kind !== 'bands') throw new Error('lookup takes a table');
  const { low, high } = rangeOf(of);
  const from = table.bands.findIndex((band) => low === null || compare(low, band.upTo) <= 0);
  const to = table.bands.findIndex((band) => high !== null && compare(high, band.upTo) <= 0);
  const last = table.bands.at(-1);
  if (from < 0) return number(range.point(rational(0)));
  const met = table.bands.slice(Math.max(from, 0), to < 0 ? undefined : to + 1);
  const ends = met.map((band) => range.point(band.amount));
  if (to < 0 && last) ends.push(range.whole(0));
  return settled(
    ends.reduce((left, right) => range.hull(left, right)),
    of.missing,
  );
}

export function truthOf(value: Value): Truth {
  if (value.kind !== 'yes/no') throw new Error(`a condition is ${value.kind}`);
  return value;
}

export function rangeOf(value: Value): range.Range {
  if (value.kind !== 'number') throw new Error(`a figure is ${value.kind}`);
  return value.range;
}

/** Stands for "a code not listed" while the code of an open list is unknown. */
export const UNLISTED = '';

/**
 * The cell of a code's row. A code without a row is a standard the place has not set: the figure is
 * unknown, and it is the standard that is missing.
 */
export function cellValue(
  table: Value,
  of: Value,
  column: string,
  absent: (code: string) => Value,
): Value {
  if (table.kind !== 'table' || of.kind !== 'code')
    throw new Error('cell takes a table and a code');
  const cells = of.possible.map((code) => table.rows.get(code)?.cells.get(column) ?? absent(code));
  const missing = joined(of.missing, ...cells.map((cell) => cell.missing));
  return cells.reduce((left, right) => either(left, right, missing));
}
