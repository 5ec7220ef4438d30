/**
 * An exact fraction in lowest terms with a positive denominator. The rules divide exactly and compare
 * exactly; only `round(…)` rounds, by name (rule of this language: nothing is rounded unless a rule says so).
 */
export type Rational = { readonly top: bigint; readonly bottom: bigint };

export function rational(top: number | bigint, bottom: number | bigint = 1): Rational {
  return reduce(BigInt(top), BigInt(bottom));
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.bottom === b.bottom) return reduce(a.top + b.top, a.bottom);
  return reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function negated(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function times(a: Rational, b: Rational): Rational {
  return reduce(a.top * b.top, a.bottom * b.bottom);
}

/** Throws on a zero divisor; ranges guard against it before they divide. */
export function dividedBy(a: Rational, b: Rational): Rational {
  return reduce(a.top * b.bottom, a.bottom * b.top);
}

/** Negative, zero or positive like a sort comparison. */
export function compare(a: Rational, b: Rational): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
}

export type Direction = 'down' | 'up' | 'half-up';

/** Rounds to a whole multiple of `step` (> 0); down and up go towards minus and plus infinity. */
export function rounded(a: Rational, direction: Direction, step: Rational): Rational {
  const scaled = dividedBy(a, step);
  let whole = scaled.top / scaled.bottom;
  if (scaled.top < 0n && scaled.top % scaled.bottom !== 0n) whole -= 1n;
  const rest = scaled.top - whole * scaled.bottom;
  if (
    rest > 0n &&
    (direction === 'up' || (direction === 'half-up' && rest * 2n >= scaled.bottom))
  ) {
    whole += 1n;
  }
  return times({ top: whole, bottom: 1n }, step);
}

/** As a JavaScript number, for display and for values known to be whole. */
export function toNumber(a: Rational): number {
  return Number(a.top) / Number(a.bottom);
}

function reduce(top: bigint, bottom: bigint): Rational {
  if (bottom === 1n) return { top, bottom };
  if (bottom === 0n) throw new RangeError('division by zero');
  let [x, y] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (y !== 0n) [x, y] = [y, x % y];
  const divisor = bottom < 0n ? -x : x;
  return { top: top / divisor, bottom: bottom / divisor };
}
