import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exact from './rational.ts';

/** A plain BigInt fraction, reduced; the measure for every operation. */
type Plain = { readonly top: bigint; readonly bottom: bigint };

function plain(top: bigint, bottom: bigint): Plain {
  let [x, y] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (y !== 0n) [x, y] = [y, x % y];
  const divisor = bottom < 0n ? -x : x;
  return { top: top / divisor, bottom: bottom / divisor };
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const near = (edge: bigint) => fc.bigInt({ min: edge - 3n, max: edge + 3n });
/** Small figures, money, and figures on both sides of 2^53 and of its square root. */
const anyInteger = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -100_000_000_000n, max: 100_000_000_000n }),
  near(SAFE),
  near(-SAFE),
  near(94_906_265n),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
);
const anyBottom = fc.oneof(
  fc.constant(1n),
  fc.bigInt({ min: 1n, max: 12n }),
  fc.bigInt({ min: 1n, max: 2n ** 60n }),
);
const anyPlain = fc.tuple(anyInteger, anyBottom).map(([top, bottom]) => plain(top, bottom));

function made({ top, bottom }: Plain): exact.Rational {
  return exact.rational(top, bottom);
}

/** The one form a figure has: a number, a fraction of numbers, or one of BigInts, whichever holds it. */
function formOf({ top, bottom }: Plain): exact.Rational {
  const isSafe = top <= SAFE && top >= -SAFE && bottom <= SAFE;
  if (!isSafe) return { top, bottom };
  return bottom === 1n ? Number(top) : { top: Number(top), bottom: Number(bottom) };
}

const runs = { numRuns: 2000 };

describe('数是准确的：与大整数分数逐一相同', () => {
  test('每个数只有一种写法', () => {
    fc.assert(
      fc.property(anyPlain, (a) => {
        expect(made(a)).toEqual(formOf(a));
        expect(exact.fractionOf(made(a))).toEqual(a);
        expect(exact.isWhole(made(a))).toBe(a.bottom === 1n);
        expect(exact.sign(made(a))).toBe(a.top > 0n ? 1 : a.top < 0n ? -1 : 0);
      }),
      runs,
    );
  });

  test('加、减、反数', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (a, b) => {
        const bottom = a.bottom * b.bottom;
        const [left, right] = [a.top * b.bottom, b.top * a.bottom];
        expect(exact.plus(made(a), made(b))).toEqual(formOf(plain(left + right, bottom)));
        expect(exact.minus(made(a), made(b))).toEqual(formOf(plain(left - right, bottom)));
        expect(exact.negated(made(a))).toEqual(formOf(plain(-a.top, a.bottom)));
      }),
      runs,
    );
  });

  test('乘、除', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (a, b) => {
        const product = plain(a.top * b.top, a.bottom * b.bottom);
        expect(exact.times(made(a), made(b))).toEqual(formOf(product));
        fc.pre(b.top !== 0n);
        const quotient = plain(a.top * b.bottom, a.bottom * b.top);
        expect(exact.dividedBy(made(a), made(b))).toEqual(formOf(quotient));
      }),
      runs,
    );
  });

  test('比大小', () => {
    fc.assert(
      fc.property(anyPlain, anyPlain, (a, b) => {
        const [left, right] = [a.top * b.bottom, b.top * a.bottom];
        const expected = left < right ? -1 : left > right ? 1 : 0;
        expect(Math.sign(exact.compare(made(a), made(b)))).toBe(expected);
        expect(exact.compare(made(a), made(a))).toBe(0);
      }),
      runs,
    );
  });

  test('取整到任何单位：舍去、进一、四舍五入', () => {
    const directions = fc.constantFrom('down', 'up', 'half-up');
    const steps = fc.oneof(
      fc.constantFrom(1n, 10n, 100n, 3n),
      fc.bigInt({ min: 1n, max: 2n ** 60n }),
    );
    fc.assert(
      fc.property(
        anyPlain,
        directions,
        steps,
        fc.constantFrom(1n, 2n, 3n),
        (a, way, size, under) => {
          const step = plain(size, under);
          const [top, bottom] = [a.top * step.bottom, a.bottom * step.top];
          const floor = top >= 0n || top % bottom === 0n ? top / bottom : top / bottom - 1n;
          const rest = top - floor * bottom;
          const up = rest > 0n && (way === 'up' || (way === 'half-up' && rest * 2n >= bottom));
          const expected = plain((floor + (up ? 1n : 0n)) * step.top, step.bottom);
          expect(exact.rounded(made(a), way, made(step))).toEqual(formOf(expected));
        },
      ),
      runs,
    );
  });

  test('正好一半时四舍五入是进，差一点是舍', () => {
    expect(exact.rounded(exact.rational(1, 2), 'half-up', 1)).toBe(1);
    expect(exact.rounded(exact.rational(49, 100), 'half-up', 1)).toBe(0);
    expect(exact.rounded(exact.rational(-1, 2), 'half-up', 1)).toBe(0);
    expect(exact.rounded(50, 'half-up', 100)).toBe(100);
    expect(exact.rounded(49, 'half-up', 100)).toBe(0);
  });

  test('没有负零', () => {
    const zeros = [
      exact.times(0, -5),
      exact.negated(0),
      exact.plus(-3, 3),
      exact.dividedBy(0, -2),
      exact.rounded(exact.rational(-1, 3), 'up', 1),
      exact.rational(-0),
    ];
    expect(zeros.map((each) => Object.is(each, 0))).toEqual(zeros.map(() => true));
  });

  test('除以零、不是整数的不接受', () => {
    expect(() => exact.dividedBy(1, 0)).toThrow('division by zero');
    expect(() => exact.rational(1, 0)).toThrow('division by zero');
    expect(() => exact.rational(2n ** 60n, 0n)).toThrow('division by zero');
    expect(() => exact.rational(0.5)).toThrow();
  });
});
