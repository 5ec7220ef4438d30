import type { Direction, Rational } from './rational.ts';
import * as exact from './rational.ts';

/**
 * What is known of a number: it lies between `low` and `high`, null meaning no bound. A known number has
 * both equal. With ranges an unknown fact stops a result only where it can still change it: two members'
 * known wages above the standard decide the comparison although the third's wage is not known yet.
 * The checker uses the same arithmetic to prove that no figure can leave the safe integers.
 */
export type Range = { readonly low: Rational | null; readonly high: Rational | null };

const ZERO = exact.rational(0);
export const ANY: Range = { low: null, high: null };
export const NOT_NEGATIVE: Range = { low: ZERO, high: null };

export function point(value: Rational): Range {
  return { low: value, high: value };
}

export function whole(low: number, high = low): Range {
  return { low: exact.rational(low), high: exact.rational(high) };
}

export function isPoint(a: Range): a is { low: Rational; high: Rational } {
  return (
    a.low !== null && a.high !== null && (a.low === a.high || exact.compare(a.low, a.high) === 0)
  );
}

export function add(a: Range, b: Range): Range {
  return {
    low: a.low && b.low && exact.plus(a.low, b.low),
    high: a.high && b.high && exact.plus(a.high, b.high),
  };
}

export function negate(a: Range): Range {
  return { low: a.high && exact.negated(a.high), high: a.low && exact.negated(a.low) };
}

export function multiply(a: Range, b: Range): Range {
  if (isZero(a) || isZero(b)) return point(ZERO);
  if (isPoint(a) && isPoint(b)) return point(exact.times(a.low, b.low));
  if (a.low && a.high && b.low && b.high) {
    return hullOf([
      exact.times(a.low, b.low),
      exact.times(a.low, b.high),
      exact.times(a.high, b.low),
      exact.times(a.high, b.high),
    ]);
  }
  if (isNotNegative(a) && isNotNegative(b)) {
    const [low, high] = [exact.times(a.low, b.low), a.high && b.high];
    return { low, high: high && a.high ? exact.times(a.high, high) : null };
  }
  return ANY;
}

/** A divisor that may be zero gives no bound; whether it may is the rule's business (`max(1 person, …)`). */
export function divide(a: Range, b: Range): Range {
  if (!b.low || exact.compare(b.low, ZERO) <= 0) return ANY;
  const one = exact.rational(1);
  return multiply(a, {
    low: b.high ? exact.dividedBy(one, b.high) : ZERO,
    high: exact.dividedBy(one, b.low),
  });
}

export function least(a: Range, b: Range): Range {
  const low = a.low && b.low && smaller(a.low, b.low);
  const high = a.high && b.high ? smaller(a.high, b.high) : (a.high ?? b.high);
  return { low, high };
}

export function greatest(a: Range, b: Range): Range {
  return negate(least(negate(a), negate(b)));
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  return {
    low: a.low && b.low && smaller(a.low, b.low),
    high: a.high && b.high && larger(a.high, b.high),
  };
}

export function round(a: Range, direction: Direction, step: Rational): Range {
  return {
    low: a.low && exact.rounded(a.low, direction, step),
    high: a.high && exact.rounded(a.high, direction, step),
  };
}

/** Whether a < b: true, false, or null while the ranges overlap. */
export function isLess(a: Range, b: Range): boolean | null {
  if (a.high && b.low && exact.compare(a.high, b.low) < 0) return true;
  if (a.low && b.high && exact.compare(a.low, b.high) >= 0) return false;
  return null;
}

/** Whether a = b: null while it is not certain. */
export function isEqual(a: Range, b: Range): boolean | null {
  if (isPoint(a) && isPoint(b)) return exact.compare(a.low, b.low) === 0;
  return isLess(a, b) === true || isLess(b, a) === true ? false : null;
}

function isNotNegative(a: Range): a is { low: Rational; high: Rational | null } {
  return a.low !== null && exact.compare(a.low, ZERO) >= 0;
}

function isZero(a: Range): boolean {
  return isPoint(a) && a.low.top === 0n;
}

function hullOf(values: readonly [Rational, ...Rational[]]): Range {
  return { low: values.reduce(smaller), high: values.reduce(larger) };
}

function smaller(a: Rational, b: Rational): Rational {
  return exact.compare(a, b) <= 0 ? a : b;
}

function larger(a: Rational, b: Rational): Rational {
  return exact.compare(a, b) >= 0 ? a : b;
}
