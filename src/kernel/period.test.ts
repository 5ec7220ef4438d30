import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from './local-date.ts';
import { type Period, periodHolds, periodsOverlap } from './period.ts';

const d = localDate;
const july: Period = { from: d('2026-07-01'), to: d('2026-07-31') };

describe('起止日期', () => {
  test.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2026-07-31', true],
    ['2026-08-01', false],
  ])('首日和末日都在期内：%s → %s', (date, held) => {
    expect(periodHolds(july, d(date))).toBe(held);
  });

  test('没有写截止日的，一直有效', () => {
    expect(periodHolds({ from: d('2026-07-01') }, d('2099-12-31'))).toBe(true);
    expect(periodHolds({ from: d('2026-07-01') }, d('2026-06-30'))).toBe(false);
  });

  test('末日与首日同一天算重叠，前后相接不算重叠', () => {
    expect(periodsOverlap(july, { from: d('2026-07-31') })).toBe(true);
    expect(periodsOverlap(july, { from: d('2026-08-01') })).toBe(false);
    expect(periodsOverlap({ from: d('2026-08-01') }, july)).toBe(false);
    expect(periodsOverlap({ from: d('2020-01-01') }, { from: d('2030-01-01') })).toBe(true);
  });

  const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays(d('2026-01-01'), n));
  const period = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 15 }), { nil: null }))
    .map(
      ([from, length]): Period =>
        length === null ? { from } : { from, to: addDays(from, length) },
    );

  test('重叠就是至少有一天两边都有效', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const days = Array.from({ length: 60 }, (_, n) => addDays(d('2026-01-01'), n));
        const shared = days.some((date) => periodHolds(one, date) && periodHolds(other, date));
        expect(periodsOverlap(one, other)).toBe(shared);
      }),
    );
  });
});
