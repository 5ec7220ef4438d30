import { describe, expect, test } from 'vitest';
import * as range from './range.ts';
import { rational } from './rational.ts';

const { ANY, point, whole } = range;
const half = rational(1, 2);
const from = (low: number): range.Range => ({ low, high: null });
const to = (high: number): range.Range => ({ low: null, high });

describe('知道多少算多少：数在一个范围之内', () => {
  test('一个数：两端都有而且相等', () => {
    expect(range.isPoint(point(3))).toBe(true);
    expect(range.isPoint({ low: rational(1, 3), high: rational(1, 3) })).toBe(true);
    expect([whole(2, 3), from(3), to(3), ANY].map(range.isPoint)).toEqual(Array(4).fill(false));
  });

  test('申报的范围：百分比按百分之一', () => {
    expect(range.scaled([0, 150], {})).toEqual(whole(0, 150));
    expect(range.scaled([0, 150], { percent: true })).toEqual({ low: 0, high: rational(3, 2) });
  });

  test('加、取负：两端各算各的，没有界的一端仍没有', () => {
    expect(range.add(whole(1, 2), whole(10, 20))).toEqual(whole(11, 22));
    expect(range.add(from(1), whole(10, 20))).toEqual(from(11));
    expect(range.add(whole(1, 2), from(10))).toEqual(from(11));
    expect(range.add(to(1), whole(10, 20))).toEqual(to(21));
    expect(range.add(whole(1, 2), to(10))).toEqual(to(12));
    expect(range.negate(whole(1, 2))).toEqual(whole(-2, -1));
    expect(range.negate(from(1))).toEqual(to(-1));
    expect(range.negate(to(1))).toEqual(from(-1));
  });

  test('乘：零乘什么都是零；有负数的看四个角', () => {
    expect(range.multiply(point(0), ANY)).toEqual(point(0));
    expect(range.multiply(ANY, point(0))).toEqual(point(0));
    expect(range.multiply(whole(0, 1), ANY)).toEqual(ANY);
    expect(range.multiply(whole(-1, 0), ANY)).toEqual(ANY);
    expect(range.multiply(point(3), point(4))).toEqual(point(12));
    expect(range.multiply(whole(2, 3), whole(4, 5))).toEqual(whole(8, 15));
    expect(range.multiply(whole(-2, 3), whole(-5, 4))).toEqual(whole(-15, 12));
    expect(range.multiply(whole(-3, -2), whole(4, 5))).toEqual(whole(-15, -8));
    expect(range.multiply(whole(2, 3), whole(-5, -4))).toEqual(whole(-15, -8));
  });

  test('乘：一端没有界的，不是负数才有下界', () => {
    expect(range.multiply(from(2), whole(3, 4))).toEqual(from(6));
    expect(range.multiply(whole(3, 4), from(2))).toEqual(from(6));
    expect(range.multiply(from(0), from(5))).toEqual(from(0));
    expect(range.multiply(from(-1), whole(3, 4))).toEqual(ANY);
    expect(range.multiply(whole(3, 4), from(-1))).toEqual(ANY);
    expect(range.multiply(to(5), whole(3, 4))).toEqual(ANY);
  });

  test('除：除数可能是零的，没有界', () => {
    expect(range.divide(point(1), point(2))).toEqual(point(half));
    expect(range.divide(whole(4, 8), whole(2, 4))).toEqual(whole(1, 4));
    expect(range.divide(whole(4, 8), from(2))).toEqual(whole(0, 4));
    expect(range.divide(whole(4, 8), whole(0, 4))).toEqual(ANY);
    expect(range.divide(whole(4, 8), whole(-1, 4))).toEqual(ANY);
    expect(range.divide(point(1), to(4))).toEqual(ANY);
    expect(range.divide(point(8), whole(2, 4))).toEqual(whole(2, 4));
  });

  test('最低：有一个没有上界也有上界；下界要两个都有', () => {
    expect(range.least(whole(1, 5), whole(2, 4))).toEqual(whole(1, 4));
    expect(range.least(whole(2, 4), whole(1, 5))).toEqual(whole(1, 4));
    expect(range.least(from(1), whole(2, 4))).toEqual(whole(1, 4));
    expect(range.least(whole(2, 4), from(1))).toEqual(whole(1, 4));
    expect(range.least(from(1), from(2))).toEqual(from(1));
    expect(range.least(to(1), whole(2, 4))).toEqual(to(1));
    expect(range.least(whole(2, 4), to(1))).toEqual(to(1));
  });

  test('最高：与最低相对', () => {
    expect(range.greatest(whole(1, 5), whole(2, 4))).toEqual(whole(2, 5));
    expect(range.greatest(to(1), whole(2, 4))).toEqual(whole(2, 4));
    expect(range.greatest(from(1), whole(2, 4))).toEqual(from(2));
  });

  test('合在一起的范围：要两边都有界', () => {
    expect(range.hull(whole(1, 2), whole(4, 5))).toEqual(whole(1, 5));
    expect(range.hull(whole(4, 5), whole(1, 2))).toEqual(whole(1, 5));
    expect(range.hull(from(1), whole(4, 5))).toEqual(from(1));
    expect(range.hull(whole(4, 5), from(1))).toEqual(from(1));
    expect(range.hull(to(1), whole(4, 5))).toEqual(to(5));
    expect(range.hull(whole(4, 5), to(1))).toEqual(to(5));
  });

  test('取整：两端各取', () => {
    expect(range.round(whole(14, 15), 'half-up', 10)).toEqual(whole(10, 20));
    expect(range.round(from(14), 'up', 10)).toEqual(from(20));
    expect(range.round(to(14), 'down', 10)).toEqual(to(10));
  });

  test('不知道按多少取整：差不到一步，也不越过零', () => {
    const step = whole(1, 10);
    expect(range.roundedBySome(whole(14, 15), step)).toEqual(whole(4, 25));
    expect(range.roundedBySome(whole(4, 5), step)).toEqual(whole(0, 15));
    expect(range.roundedBySome(whole(-5, -4), step)).toEqual(whole(-15, 0));
    expect(range.roundedBySome(whole(0, 0), step)).toEqual(whole(0, 0));
    expect(range.roundedBySome(whole(-1, 1), step)).toEqual(whole(-11, 11));
    expect(range.roundedBySome(from(4), step)).toEqual(from(0));
    expect(range.roundedBySome(to(-4), step)).toEqual(to(0));
    expect(range.roundedBySome(ANY, step)).toEqual(ANY);
    expect(range.roundedBySome(whole(14, 15), from(1))).toEqual(ANY);
  });
});

describe('比较：范围不重叠的才有结论', () => {
  test('低于', () => {
    expect(range.isLess(whole(1, 2), whole(3, 4))).toBe(true);
    expect(range.isLess(to(2), from(3))).toBe(true);
    expect(range.isLess(whole(1, 3), whole(3, 4))).toBeNull();
    expect(range.isLess(whole(3, 4), whole(1, 3))).toBe(false);
    expect(range.isLess(from(4), to(3))).toBe(false);
    expect(range.isLess(whole(3, 4), whole(1, 4))).toBeNull();
    expect(range.isLess(to(2), ANY)).toBeNull();
    expect(range.isLess(ANY, from(2))).toBeNull();
    expect(range.isLess(from(2), ANY)).toBeNull();
  });

  test('等于', () => {
    expect(range.isEqual(point(half), point(rational(2, 4)))).toBe(true);
    expect(range.isEqual(point(1), point(2))).toBe(false);
    expect(range.isEqual(whole(1, 2), whole(3, 4))).toBe(false);
    expect(range.isEqual(whole(3, 4), whole(1, 2))).toBe(false);
    expect(range.isEqual(whole(1, 2), point(2))).toBeNull();
    expect(range.isEqual(point(2), whole(1, 2))).toBeNull();
  });
});
