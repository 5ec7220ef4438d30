import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFen, fen, formatYuan, parseYuan, type Rounding, shareOfFen } from './fen.ts';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(fen);

describe('金额的写法', () => {
  test.each([
    ['1286', 128_600],
    ['1286.5', 128_650],
    ['1,286.50', 128_650],
    ['1,286,000', 128_600_000],
    ['1286.50', 128_650],
    ['-3.20', -320],
    ['0.01', 1],
    ['-0', 0],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s 元', (typed, expected) => {
    expect(parseYuan(typed)).toBe(expected);
  });

  test.each([
    '',
    '1.234',
    '1,5',
    '12,86',
    '1,2860',
    '一百',
    '1e3',
    '1286元',
    '.5',
    '1.',
    '--1',
    '1234567890123',
  ])('“%s” 不是金额', (typed) => expect(parseYuan(typed)).toBeNull());

  test('写出来再读回去，一分不差', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseYuan(formatYuan(value))).toBe(value);
      }),
    );
  });

  test('千位分隔，两位小数', () => {
    expect(formatYuan(fen(0))).toBe('0.00');
    expect(formatYuan(fen(5))).toBe('0.05');
    expect(formatYuan(fen(99_999))).toBe('999.99');
    expect(formatYuan(fen(100_000))).toBe('1,000.00');
    expect(formatYuan(fen(-123_456_789))).toBe('-1,234,567.89');
  });

  test('半分钱不是金额', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(fen(2 ** 53 - 1)).toBe(2 ** 53 - 1);
  });

  test('相加没有误差，什么都不加是零', () => {
    expect(addFen(fen(10), fen(20), fen(-5))).toBe(25);
    expect(addFen()).toBe(0);
    expect(() => addFen(fen(2 ** 53 - 1), fen(1))).toThrow(RangeError);
  });
});

describe('按份数分钱', () => {
  test.each([
    [100, 1, 3, 'down', 1, 33],
    [100, 1, 3, 'up', 1, 34],
    [149, 1, 100, 'half-up', 1, 1],
    [150, 1, 100, 'half-up', 1, 2],
    [300, 1, 3, 'up', 1, 100],
    [12_349, 1, 1, 'down', 100, 12_300],
    [12_301, 1, 1, 'up', 100, 12_400],
    [12_349, 1, 1, 'half-up', 100, 12_300],
    [12_350, 1, 1, 'half-up', 100, 12_400],
    [-100, 1, 3, 'down', 1, -34],
    [-100, 1, 3, 'up', 1, -33],
    [-50, 1, 100, 'half-up', 1, 0],
  ] as const)(
    '%i 分 × %i ÷ %i,%s，取整到 %i 分，得 %i 分',
    (sum, top, bottom, rounding, unit, share) => {
      expect(shareOfFen(fen(sum), top, bottom, rounding, unit)).toBe(share);
    },
  );

  test('中间结果再大也不失真', () => {
    expect(shareOfFen(fen(9_000_000_000_000_000), 7, 7, 'down')).toBe(9_000_000_000_000_000);
  });

  test('不能除以零、负数或小数', () => {
    for (const bottom of [0, -1, 0.5]) {
      expect(() => shareOfFen(fen(1), 1, bottom, 'down')).toThrow(RangeError);
    }
    expect(() => shareOfFen(fen(1), 1, 1, 'down', 0)).toThrow(RangeError);
  });

  const unit = fc.constantFrom(1, 10, 100);
  const rounding = fc.constantFrom<Rounding>('down', 'up', 'half-up');

  test('取整结果是单位的整数倍，与精确值相差不到一个单位，四舍五入不到半个以上', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 9999 }),
        unit,
        rounding,
        (sum, n, step, how) => {
          const share = BigInt(shareOfFen(sum, 1, n, how, step));
          const off = share * BigInt(n) - BigInt(sum);
          const whole = BigInt(n * step);
          expect(share % BigInt(step)).toBe(0n);
          if (how === 'down') expect(off <= 0n && off > -whole).toBe(true);
          if (how === 'up') expect(off >= 0n && off < whole).toBe(true);
          if (how === 'half-up') expect(off * 2n <= whole && off * 2n > -whole).toBe(true);
        },
      ),
    );
  });
});
