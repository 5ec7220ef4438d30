/**
 * An exact figure. A whole one within ±2^53 is a plain number, any other a fraction in lowest terms with a
 * positive denominator: of plain numbers while both are safe integers, of BigInts beyond. So each figure
 * has one form only. Division and comparison are exact; only `round(…)` rounds, by name.
 */
export type Rational = number | Fraction;
/** Both plain numbers or both BigInts. */
export type Fraction = { readonly top: number | bigint; readonly bottom: number | bigint };
export type Direction = 'down' | 'up' | 'half-up';

const SAFE = Number.MAX_SAFE_INTEGER;

/** Throws on a zero denominator and on what is no integer. */
export function rational(top: number | bigint, bottom: number | bigint = 1): Rational {
  if (isSafe(top) && isSafe(bottom)) return reduced(top, bottom);
  return reducedBig(BigInt(top), BigInt(bottom));
}

/** Numerator and denominator, for printing and storing. */
export function fractionOf(a: Rational): { readonly top: bigint; readonly bottom: bigint } {
  return typeof a === 'number'
    ? { top: BigInt(a), bottom: 1n }
    : { top: BigInt(a.top), bottom: BigInt(a.bottom) };
}

export function isWhole(a: Rational): boolean {
  return typeof a === 'number' || a.bottom === 1n;
}

/** -1, 0 or 1. */
export function sign(a: Rational): number {
  return Math.sign(Number(typeof a === 'number' ? a : a.top));
}

export function plus(a: Rational, b: Rational): Rational {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return isSafe(sum) ? sum : reducedBig(BigInt(a) + BigInt(b), 1n);
  }
  const [aTop, aBottom] = [topOf(a), bottomOf(a)];
  const [bTop, bBottom] = [topOf(b), bottomOf(b)];
  if (isPlain(aTop) && isPlain(aBottom) && isPlain(bTop) && isPlain(bBottom)) {
    const [left, right, bottom] = [aTop * bBottom, bTop * aBottom, aBottom * bBottom];
    const top = left + right;
    if (isSafe(left) && isSafe(right) && isSafe(top) && isSafe(bottom)) return reduced(top, bottom);
  }
  const bottom = BigInt(aBottom) * BigInt(bBottom);
  return reducedBig(BigInt(aTop) * BigInt(bBottom) + BigInt(bTop) * BigInt(aBottom), bottom);
}

export function negated(a: Rational): Rational {
  return typeof a === 'number' ? 0 - a : { top: -a.top, bottom: a.bottom };
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, negated(b));
}

export function times(a: Rational, b: Rational): Rational {
  return quotient(topOf(a), topOf(b), bottomOf(a), bottomOf(b));
}

/** Throws on a zero divisor; ranges guard against it before they divide. */
export function dividedBy(a: Rational, b: Rational): Rational {
  return quotient(topOf(a), bottomOf(b), bottomOf(a), topOf(b));
}

/** Negative, zero or positive like a sort comparison. */
export function compare(a: Rational, b: Rational): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [aTop, aBottom] = [topOf(a), bottomOf(a)];
  const [bTop, bBottom] = [topOf(b), bottomOf(b)];
  if (isPlain(aTop) && isPlain(aBottom) && isPlain(bTop) && isPlain(bBottom)) {
    const [left, right] = [aTop * bBottom, bTop * aBottom];
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const [left, right] = [BigInt(aTop) * BigInt(bBottom), BigInt(bTop) * BigInt(aBottom)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounds to a whole multiple of `step` (> 0); down and up go towards minus and plus infinity. */
export function rounded(a: Rational, direction: Direction, step: Rational): Rational {
  const [top, bottom] = [topOf(a), bottomOf(a)];
  if (isPlain(top) && isPlain(bottom) && typeof step === 'number' && isSafe(bottom * step)) {
    const size = bottom * step;
    const rest = top % size < 0 ? (top % size) + size : top % size;
    const up = rest > 0 && (direction === 'up' || (direction === 'half-up' && rest >= size - rest));
    const whole = (top - rest) / bottom + (up ? step : 0);
    if (isSafe(top - rest) && isSafe(whole)) return whole + 0;
  }
  return roundedBig(a, direction, step);
}

function roundedBig(a: Rational, direction: Direction, step: Rational): Rational {
  const { top, bottom } = fractionOf(dividedBy(a, step));
  let whole = top / bottom;
  if (top < 0n && top % bottom !== 0n) whole -= 1n;
  const rest = top - whole * bottom;
  const isUp = direction === 'up' || (direction === 'half-up' && rest * 2n >= bottom);
  return times(reducedBig(rest > 0n && isUp ? whole + 1n : whole, 1n), step);
}

/** As a JavaScript number, for display and for values known to be whole. */
export function toNumber(a: Rational): number {
  return typeof a === 'number' ? a : Number(a.top) / Number(a.bottom);
}

function quotient(
  a: number | bigint,
  b: number | bigint,
  c: number | bigint,
  d: number | bigint,
): Rational {
  if (isPlain(a) && isPlain(b) && isPlain(c) && isPlain(d)) {
    const [top, bottom] = [a * b, c * d];
    if (isSafe(top) && isSafe(bottom)) return reduced(top, bottom);
  }
  return reducedBig(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
}

function topOf(a: Rational): number | bigint {
  return typeof a === 'number' ? a : a.top;
}

function bottomOf(a: Rational): number | bigint {
  return typeof a === 'number' ? 1 : a.bottom;
}

function isPlain(a: number | bigint): a is number {
  return typeof a === 'number';
}

/** A product or sum of safe integers that lands here is exact: a larger one cannot round back below 2^53. */
function isSafe(a: number | bigint): a is number {
  return typeof a === 'number' && a <= SAFE && a >= -SAFE && Number.isInteger(a);
}

// Adding zero turns -0 into 0, so that a figure has one form.
function reduced(top: number, bottom: number): Rational {
  if (bottom === 1) return top + 0;
  if (bottom === 0) throw new RangeError('division by zero');
  let [x, y] = [Math.abs(top), Math.abs(bottom)];
  while (y !== 0) [x, y] = [y, x % y];
  const divisor = bottom < 0 ? -x : x;
  if (bottom === divisor) return top / divisor + 0;
  return { top: top / divisor, bottom: bottom / divisor };
}

function reducedBig(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new RangeError('division by zero');
  let [x, y] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (y !== 0n) [x, y] = [y, x % y];
  const divisor = bottom < 0n ? -x : x;
  const [lowestTop, lowestBottom] = [top / divisor, bottom / divisor];
  if (lowestBottom > SAFE || lowestTop > SAFE || lowestTop < -SAFE) {
    return { top: lowestTop, bottom: lowestBottom };
  }
  return lowestBottom === 1n
    ? Number(lowestTop)
    : { top: Number(lowestTop), bottom: Number(lowestBottom) };
}
