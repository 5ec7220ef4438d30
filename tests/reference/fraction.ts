/** Exact fractions the slow and plain way: two BigInts, brought to lowest terms after every step. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };
export type Direction = 'down' | 'up' | 'half-up';

export function fraction(top: number | bigint, bottom: number | bigint = 1): Fraction {
  let [over, under] = [BigInt(top), BigInt(bottom)];
  if (under === 0n) throw new RangeError('division by zero');
  if (under < 0n) [over, under] = [-over, -under];
  let [a, b] = [over < 0n ? -over : over, under];
  while (b > 0n) [a, b] = [b, a % b];
  return { top: over / a, bottom: under / a };
}

export const ZERO = fraction(0);
export const ONE = fraction(1);

export function plus(...all: readonly Fraction[]): Fraction {
  return all.reduce(
    (a, b) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom),
    ZERO,
  );
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, fraction(-b.top, b.bottom));
}

export function times(...all: readonly Fraction[]): Fraction {
  return all.reduce((a, b) => fraction(a.top * b.top, a.bottom * b.bottom), ONE);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Negative, zero or positive. */
export function order(a: Fraction, b: Fraction): number {
  const difference = minus(a, b).top;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isBelow(a: Fraction, b: Fraction): boolean {
  return order(a, b) < 0;
}

export function isAtLeast(a: Fraction, b: Fraction): boolean {
  return order(a, b) >= 0;
}

export function larger(first: Fraction, ...others: readonly Fraction[]): Fraction {
  return others.reduce((a, b) => (order(a, b) >= 0 ? a : b), first);
}

export function smaller(first: Fraction, ...others: readonly Fraction[]): Fraction {
  return others.reduce((a, b) => (order(a, b) <= 0 ? a : b), first);
}

/** To a whole multiple of the step: the one below, the one above, or the nearer, a half going up. */
export function rounded(a: Fraction, direction: Direction, step: Fraction): Fraction {
  const steps = over(a, step);
  let below = steps.top / steps.bottom;
  if (below * steps.bottom > steps.top) below -= 1n;
  const rest = minus(steps, fraction(below));
  const half = fraction(1, 2);
  const isUp = {
    down: false,
    up: order(rest, ZERO) > 0,
    'half-up': order(rest, half) >= 0,
  }[direction];
  return times(fraction(isUp ? below + 1n : below), step);
}

/** To whole fen, a half going up. */
export function toFen(a: Fraction): Fraction {
  return rounded(a, 'half-up', ONE);
}

/** A figure known to be whole, as a number. */
export function toNumber(a: Fraction): number {
  if (a.bottom !== 1n) throw new RangeError(`not whole: ${a.top}/${a.bottom}`);
  return Number(a.top);
}
