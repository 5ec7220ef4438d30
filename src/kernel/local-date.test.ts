import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatShortDate,
  isLocalDate,
  localDate,
  monthAfter,
  monthsBetween,
  parseLocalDate,
  weekday,
} from './local-date.ts';
import { missingMidnights } from './missing-midnights.fixture.ts';

const d = localDate;
const anyDay = fc.integer({ min: -25_000, max: 47_000 }).map((n) => addDays(d('1970-01-01'), n));

describe('没有零点的七个生日', () => {
  test.each(missingMidnights)('%s 读入、写出、加减都不变', (text) => {
    const date = d(text);
    expect(parseLocalDate(text.replaceAll('-', ''))).toBe(text);
    expect(addDays(addDays(date, -1), 1)).toBe(text);
    expect(daysBetween(addDays(date, -1), date)).toBe(1);
    expect(addMonths(addMonths(date, 12), -12)).toBe(text);
    expect(ageOn(date, addDays(addMonths(date, 60 * 12), -1))).toBe(59);
    expect(ageOn(date, addMonths(date, 60 * 12))).toBe(60);
  });

  test('这些日子的星期与万年历一致', () => {
    expect(missingMidnights.map((text) => weekday(d(text)))).toEqual([6, 6, 6, 3, 2, 6, 7]);
  });
});

describe('日期的写法', () => {
  test.each(['19520308', '1952-3-8', '1952/03/08', '1952.3.8', '1952年3月8日', ' 1952-03-08 '])(
    '%s 认作 1952-03-08',
    (typed) => expect(parseLocalDate(typed)).toBe('1952-03-08'),
  );

  test.each([
    '',
    '1952',
    '1952-13-01',
    '1952-00-10',
    '1951-02-29',
    '520308',
    '1952-4-31',
    '00520308',
  ])('“%s” 不是日期', (typed) => expect(parseLocalDate(typed)).toBeNull());

  test('闰年才有二月二十九日', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2023-02-29')).toBe(false);
    expect(isLocalDate('2000-02-29')).toBe(true);
    expect(isLocalDate('1900-02-29')).toBe(false);
  });

  test('不是日期的文字不能当日期用', () => {
    expect(() => localDate('2026-2-3')).toThrow(RangeError);
  });

  test('给人看的写法', () => {
    expect(formatDate(d('2026-11-03'))).toBe('2026年11月3日');
    expect(formatDateWithWeekday(d('2026-11-23'))).toBe('2026年11月23日（周一）');
    expect(formatShortDate(d('2026-11-22'))).toBe('11-22 周日');
  });
});

describe('日期的加减', () => {
  test('加若干天再数回来，天数不变', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test('星期每天进一，1970 年以前也一样', () => {
    expect(weekday(d('1970-01-01'))).toBe(4);
    expect(weekday(d('1969-12-31'))).toBe(3);
    fc.assert(
      fc.property(anyDay, (date) => {
        const today = weekday(date);
        expect(today).toBeGreaterThanOrEqual(1);
        expect(today).toBeLessThanOrEqual(7);
        expect(weekday(addDays(date, 1))).toBe((today % 7) + 1);
      }),
    );
  });
});

describe('民法典第二百零二条 按月计算的期间（WD-05）', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s 加 %i 个月是 %s', (start, months, end) => {
    expect(addMonths(d(start), months)).toBe(end);
  });

  test('差一天不满一个月，到同一号算满', () => {
    expect(monthsBetween(d('2026-01-15'), d('2026-04-14'))).toBe(2);
    expect(monthsBetween(d('2026-01-15'), d('2026-04-15'))).toBe(3);
    expect(monthsBetween(d('2026-01-31'), d('2026-02-27'))).toBe(0);
    expect(monthsBetween(d('2026-01-31'), d('2026-02-28'))).toBe(1);
  });

  test('整月数与加月相合', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (date, months) => {
        const later = addMonths(date, months);
        expect(monthsBetween(date, later)).toBe(months);
        expect(monthsBetween(date, addDays(later, -1))).toBe(months - 1);
      }),
    );
  });
});

describe('下月起（WD-06）', () => {
  test('月末决定的，仍从下一个月算起，十二月跨年', () => {
    expect(monthAfter(d('2026-01-31'))).toBe('2026-02');
    expect(monthAfter(d('2026-02-01'))).toBe('2026-03');
    expect(monthAfter(d('2026-12-31'))).toBe('2027-01');
  });
});

describe('周岁', () => {
  test('生日前一天未满，生日当天已满', () => {
    expect(ageOn(d('1966-11-23'), d('2026-11-22'))).toBe(59);
    expect(ageOn(d('1966-11-23'), d('2026-11-23'))).toBe(60);
  });

  test('二月二十九日出生的，平年三月一日满', () => {
    expect(ageOn(d('2008-02-29'), d('2026-02-28'))).toBe(17);
    expect(ageOn(d('2008-02-29'), d('2026-03-01'))).toBe(18);
    expect(ageOn(d('2008-02-29'), d('2024-02-29'))).toBe(16);
  });
});

describe('内核不用本地时间', () => {
  // Local getters, local constructors and locale formats would bring the machine's time zone into a deadline.
  const local =
    /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes)\(|toLocale|new Date\(\)|Date\.now|Date\.parse/;

  test('内核源文件里没有读取本地时区或当前时刻的写法', () => {
    const folder = new URL('./', import.meta.url);
    const sources = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name));
    expect(sources.length).toBeGreaterThan(5);
    for (const name of sources) {
      expect(local.test(readFileSync(new URL(name, folder), 'utf8')), name).toBe(false);
    }
    expect(local.test('birth.getFullYear()')).toBe(true);
  });
});
