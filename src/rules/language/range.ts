import type { Direction, Rational } from './rational.ts';
import * as exact from './rational.ts';

/**
 * What is known of a number: it lies between `low` and `high`, null meaning no bound. A known number has
 * both equal. With ranges an unknown fact stops a result only where it can still change it: two members'
 * known wages above the standard decide the comparison although the third's wage is not known yet.
 * The checker uses the same arithmetic to prove that no figure can leave the safe integers.
 */
export type Range = { readonly low: Rational | null; readonly high: Rational | null };

const ZERO = 0;
export const ANY: Range = { low: null, high: null };
export const NOT_NEGATIVE: Range = { low: ZERO, high: null };

export function point(value: Rational): Range {
  return { low: value, high: value };
}

export function whole(low: number, high = low): Range {
  return { low: exact.rational(low), high: exact.rational(high) };
}

/** Declared bounds as the figures they stand for: a percentage is recorded in whole percents. */
export function scaled(
  [low, high]: readonly [number, number],
  type: { readonly percent?: true },
): Range {
  const over = type.percent ? 100 : 1;
  return { low: exact.rational(low, over), high: exact.rational(high, over) };
}

export function isPoint(a: Range): a is { low: Rational; high: Rational } {
  return (
    a.low !== null && a.high !== null && (a.low === a.high || exact.compare(a.low, a.high) === 0)
  );
}

export function add(a: Range, b: Range): Range {
  return {
    low: a.low === null || b.low === null ? null : exact.plus(a.low, b.low),
    high: a.high === null || b.high === null ? null : exact.plus(a.high, b.high),
  };
}

export function negate(a: Range): Range {
  return {
    low: a.high === null ? null : exact.negated(a.high),
    high: a.low === null ? null : exact.negated(a.low),
  };
}

export function multiply(a: Range, b: Range): Range {
  if (isZero(a) || isZero(b)) return point(ZERO);
  if (isPoint(a) && isPoint(b)) return point(exact.times(a.low, b.low));
  if (isBounded(a) && isBounded(b)) {
    return hullOf([
      exact.times(a.low, b.low),
      exact.times(a.low, b.high),
      exact.times(a.high, b.low),
      exact.times(a.high, b.high),
    ]);
  }
  if (isNotNegative(a) && isNotNegative(b)) {
    const high = a.high === null || b.high === null ? null : exact.times(a.high, b.high);
    return { low: exact.times(a.low, b.low), high };
  }
  return ANY;
}

/** A divisor that may be zero gives no bound; whether it may is the rule's business (`max(1 person, …)`). */
export function divide(a: Range, b: Range): Range {
  if (b.low === null || exact.sign(b.low) <= 0) return ANY;
  if (isPoint(a) && isPoint(b)) return point(exact.dividedBy(a.low, b.low));
  return multiply(a, {
    low: b.high === null ? ZERO : exact.dividedBy(1, b.high),
    high: exact.dividedBy(1, b.low),
  });
}

export function least(a: Range, b: Range): Range {
  const low = a.low === null || b.low === null ? null : smaller(a.low, b.low);
  const high = a.high === null || b.high === null ? (a.high ?? b.high) : smaller(a.high, b.high);
  return { low, high };
}

export function greatest(a: Range, b: Range): Range {
  return negate(least(negate(a), negate(b)));
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  return {
    low: a.low === null || b.low === null ? null : smaller(a.low, b.low),
    high: a.high === null || b.high === null ? null : larger(a.high, b.high),
  };
}

export function round(a: Range, direction: Direction, step: Rational): Range {
  return {
    low: a.low === null ? null : exact.rounded(a.low, direction, step),
    high: a.high === null ? null : exact.rounded(a.high, direction, step),
  };
}

/** Rounded to multiples of a step not known: less than one step away, and never across zero. */
export function roundedBySome(a: Range, step: Range): Range {
  if (step.high === null) return ANY;
  const [least, most] = [
    a.low === null ? null : exact.plus(a.low, exact.negated(step.high)),
    a.high === null ? null : exact.plus(a.high, step.high),
  ];
  return {
    low: a.low !== null && least !== null && exact.sign(a.low) >= 0 ? larger(least, ZERO) : least,
    high: a.high !== null && most !== null && exact.sign(a.high) <= 0 ? smaller(most, ZERO) : most,
  };
}

/** Whether a < b: true, false, or null while the ranges overlap. */
export function isLess(a: Range, b: Range): boolean | null {
  if (a.high !== null && b.low !== null && exact.compare(a.high, b.low) < 0) return true;
  if (a.low !== null && b.high !== null && exact.compare(a.low, b.high) >= 0) return false;
  return null;
}

/** Whether a = b: null while it is not certain. */
export function isEqual(a: Range, b: Range): boolean | null {
  if (isPoint(a) && isPoint(b)) return exact.compare(a.low, b.low) === 0;
  return isLess(a, b) === true || isLess(b, a) === true ? false : null;
}

function isNotNegative(a: Range): a is { low: Rational; high: Rational | null } {
  return a.low !== null && exact.sign(a.low) >= 0;
}

function isBounded(a: Range): a is { low: Rational; high: Rational } {
  return a.low !== null && a.high !== null;
}

/** Each figure has one form, so zero is the number 0. */
function isZero(a: Range): boolean {
  return a.low === 0 && a.high === 0;
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
