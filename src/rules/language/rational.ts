/**
 * An exact figure. A whole one within ±2^53 is a plain number, any other a fraction in lowest terms with a
 * positive denominator, of plain numbers while both are safe integers and of BigInts beyond. Each figure has
 * one form only. The rules divide exactly and compare exactly; only `round(…)` rounds, by name.
 */
export type Rational = number | Fraction;
export type Fraction =
  | { readonly top: number; readonly bottom: number }
  | { readonly top: bigint; readonly bottom: bigint };

const SAFE = Number.MAX_SAFE_INTEGER;

export function rational(top: number | bigint, bottom: number | bigint = 1): Rational {
  if (typeof top === 'number' && typeof bottom === 'number') {
    if (bottom === 1 && Number.isSafeInteger(top)) return top + 0;
    if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return reduce(top, bottom);
  }
  return reduceBig(BigInt(top), BigInt(bottom));
}

/** Numerator and denominator, for printing and storing. */
export function partsOf(a: Rational): { top: bigint; bottom: bigint } {
  return typeof a === 'number'
    ? { top: BigInt(a), bottom: 1n }
    : { top: BigInt(a.top), bottom: BigInt(a.bottom) };
}

export function isWhole(a: Rational): boolean {
  return typeof a === 'number' || BigInt(a.bottom) === 1n;
}

/** -1, 0 or 1. */
export function sign(a: Rational): number {
  return Math.sign(Number(typeof a === 'number' ? a : a.top));
}

export function plus(a: Rational, b: Rational): Rational {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return isSafe(sum) ? sum : reduceBig(BigInt(a) + BigInt(b), 1n);
  }
  const [aTop, aBottom, bTop, bBottom] = [topOf(a), bottomOf(a), topOf(b), bottomOf(b)];
  if (isPlain(aTop, aBottom, bTop, bBottom)) {
    const [left, right, bottom] = [aTop * bBottom, bTop * aBottom, aBottom * bBottom];
    const top = left + right;
    if (isSafe(left) && isSafe(right) && isSafe(top) && isSafe(bottom)) return reduce(top, bottom);
  }
  const [x, y] = [partsOf(a), partsOf(b)];
  return reduceBig(x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom);
}
