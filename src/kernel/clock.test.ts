import { describe, expect, test } from 'vitest';
import { dayOf, formatInstant, instant } from './clock.ts';

describe('时刻换成北京时间的日期', () => {
  test('北京时间零点前一毫秒是前一天，零点是当天', () => {
    const midnight = instant(Date.UTC(2026, 10, 22, 16));
    expect(dayOf(instant(midnight - 1))).toBe('2026-11-22');
    expect(dayOf(midnight)).toBe('2026-11-23');
  });

  test('跨年时以北京时间为准', () => {
    expect(dayOf(instant(Date.UTC(2026, 11, 31, 15, 59, 59, 999)))).toBe('2026-12-31');
    expect(dayOf(instant(Date.UTC(2026, 11, 31, 16)))).toBe('2027-01-01');
  });

  test('写成年月日和时分', () => {
    expect(formatInstant(instant(Date.UTC(2026, 10, 23, 2, 32, 59)))).toBe('2026-11-23 10:32');
  });

  test('不是整毫秒的不算时刻', () => {
    expect(() => instant(1.5)).toThrow(RangeError);
    expect(() => instant(Number.NaN)).toThrow(RangeError);
  });
});
