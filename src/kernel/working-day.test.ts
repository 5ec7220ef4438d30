import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, localDate, weekday } from './local-date.ts';
import { parseCalendar } from './parse-calendar.ts';
import {
  addWorkingDays,
  endOfPublicity,
  indexCalendar,
  isWorkingDay,
  workingDaysBetween,
} from './working-day.ts';

const legal = parseCalendar(
  JSON.parse(
    readFileSync(new URL('../../regions/national/calendar.json', import.meta.url), 'utf8'),
  ),
);
const calendar = indexCalendar(legal);
const d = localDate;

/** Any day from 2021-01-01 to 2026-09-27: 45 working days and a holiday later still lie in published years. */
const publishedDay = fc.integer({ min: 0, max: 2095 }).map((n) => addDays(d('2021-01-01'), n));

describe('民法典第二百零一条 工作日期限（WD-03）', () => {
  test.each([
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-02-13', 30, '2026-04-02'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-18', 10, '2026-10-09'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2024-01-31', 10, '2024-02-19'],
    ['2021-11-18', 10, '2021-12-02'],
    ['2021-11-18', 20, '2021-12-16'],
    ['2021-11-18', 30, '2021-12-30'],
    ['2021-11-18', 45, '2022-01-21'],
    ['2026-07-01', 20, '2026-07-29'],
    ['2026-07-01', 45, '2026-09-02'],
  ])('%s 受理，第 %i 个工作日是 %s', (start, n, date) => {
    expect(addWorkingDays(calendar, d(start), n)).toEqual({ date: d(date), provisional: false });
  });

  test('受理当日不计入，零日就是当日', () => {
    expect(addWorkingDays(calendar, d('2026-03-02'), 0).date).toBe('2026-03-02');
    expect(addWorkingDays(calendar, d('2026-03-02'), 1).date).toBe('2026-03-03');
  });

  test('期限不能是负数或者半天', () => {
    expect(() => addWorkingDays(calendar, d('2026-03-02'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, d('2026-03-02'), 1.5)).toThrow(RangeError);
    expect(() => endOfPublicity(calendar, d('2026-03-02'), Number.NaN, 'calendar')).toThrow(
      RangeError,
    );
  });

  test('届满日总是工作日，天数多一天届满日就晚一些', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 1, max: 44 }), (start, n) => {
        const { date } = addWorkingDays(calendar, start, n);
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(addWorkingDays(calendar, start, n + 1).date > date).toBe(true);
      }),
    );
  });

  test('加上再数回来，天数不变', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 0, max: 45 }), (start, n) => {
        const { date } = addWorkingDays(calendar, start, n);
        expect(workingDaysBetween(calendar, start, date).days).toBe(n);
      }),
    );
  });
});

describe('全国年节及纪念日放假办法 工作日的认定（WD-01）', () => {
  test.each([
    ['2026-02-13', true, '平常的周五上班'],
    ['2026-02-14', true, '调休的周六上班'],
    ['2026-02-15', false, '春节假期'],
    ['2026-03-07', false, '平常的周六不上班'],
    ['2026-02-24', true, '假期后的周二上班'],
    ['2022-12-31', false, '次年通知里的放假日'],
  ])('%s 是否工作日：%s(%s)', (date, works) => {
    expect(isWorkingDay(calendar, d(date))).toBe(works);
  });

  test('没有放假通知的年份，谁也不知道是不是工作日', () => {
    expect(isWorkingDay(calendar, d('2026-12-31'))).toBe(true);
    expect(isWorkingDay(calendar, d('2027-01-04'))).toBeNull();
    expect(isWorkingDay(calendar, d('2020-12-31'))).toBeNull();
  });

  test('相邻年份的通知点到的那一天，凭那份通知就能定', () => {
    const only2023 = indexCalendar({ years: legal.years.filter((year) => year.year === 2023) });
    expect(isWorkingDay(only2023, d('2022-12-31'))).toBe(false);
    expect(isWorkingDay(only2023, d('2022-12-30'))).toBeNull();
    expect(workingDaysBetween(only2023, d('2022-12-30'), d('2023-01-03'))).toEqual({
      days: 1,
      provisional: false,
    });
    expect(workingDaysBetween(only2023, d('2022-12-29'), d('2023-01-03')).provisional).toBe(true);
  });

  test('民族自治地方的节日不上班，即使国家安排那天调休上班', () => {
    const local = indexCalendar({ ...legal, extraDaysOff: [d('2026-11-20'), d('2026-02-14')] });
    expect(isWorkingDay(calendar, d('2026-11-20'))).toBe(true);
    expect(isWorkingDay(local, d('2026-11-20'))).toBe(false);
    expect(isWorkingDay(local, d('2026-02-14'))).toBe(false);
    expect(addWorkingDays(local, d('2026-02-13'), 3).date).toBe('2026-02-26');
  });
});

describe('尚无放假通知的年份（WD-08）', () => {
  test('数到没有通知的年份就标明暂定，停在有通知的最后一天就不标', () => {
    expect(addWorkingDays(calendar, d('2026-12-30'), 1)).toEqual({
      date: '2026-12-31',
      provisional: false,
    });
    expect(addWorkingDays(calendar, d('2026-12-30'), 2)).toEqual({
      date: '2027-01-01',
      provisional: true,
    });
  });

  test('通知补齐以后，重新计算得到确定的日期', () => {
    const next = {
      year: 2027,
      source: 'test',
      daysOff: [d('2027-01-01')],
      makeUpDays: [],
    };
    const later = indexCalendar({ years: [...legal.years, next] });
    expect(addWorkingDays(later, d('2026-12-30'), 2)).toEqual({
      date: '2027-01-04',
      provisional: false,
    });
  });

  test('公示最后一日落在没有通知的年份，也标明暂定', () => {
    expect(endOfPublicity(calendar, d('2026-12-24'), 7, 'calendar')).toEqual({
      date: '2026-12-31',
      provisional: false,
    });
    expect(endOfPublicity(calendar, d('2026-12-25'), 7, 'calendar')).toEqual({
      date: '2027-01-01',
      provisional: true,
    });
  });

  test('中间隔着没有通知的年份，不能当作已知', () => {
    const gap = indexCalendar({ years: legal.years.filter((year) => year.year !== 2025) });
    expect(workingDaysBetween(gap, d('2024-12-20'), d('2026-01-05')).provisional).toBe(true);
  });
});

describe('剩余工作日', () => {
  test('到期当天剩零日，前一天剩一日，过期为负数', () => {
    const deadline = d('2026-10-09');
    expect(workingDaysBetween(calendar, d('2026-10-08'), deadline).days).toBe(1);
    expect(workingDaysBetween(calendar, deadline, deadline)).toEqual({
      days: 0,
      provisional: false,
    });
    expect(workingDaysBetween(calendar, d('2026-10-10'), deadline).days).toBe(-1);
  });

  test('过期后只过了休息日，还不算超出工作日', () => {
    const friday = d('2026-03-06');
    expect(workingDaysBetween(calendar, d('2026-03-08'), friday).days).toBe(0);
    expect(Object.is(workingDaysBetween(calendar, d('2026-03-08'), friday).days, 0)).toBe(true);
  });

  test('反过来数，正负相反', () => {
    fc.assert(
      fc.property(publishedDay, publishedDay, (from, to) => {
        const there = workingDaysBetween(calendar, from, to).days;
        expect(workingDaysBetween(calendar, to, from).days + there).toBe(0);
      }),
    );
  });
});

describe('最低生活保障审核确认办法第十九条 公示期 7 天（PB-02、WD-04）', () => {
  test.each([
    ['2026-03-02', '2026-03-09'],
    ['2026-09-20', '2026-09-28'],
    ['2026-09-28', '2026-10-08'],
    ['2026-02-12', '2026-02-24'],
  ])('%s 张贴，公示到 %s', (posted, end) => {
    expect(endOfPublicity(calendar, d(posted), 7, 'calendar')).toEqual({
      date: d(end),
      provisional: false,
    });
  });

  test('地方规定少于 7 天的，仍公示满 7 天', () => {
    expect(endOfPublicity(calendar, d('2026-03-02'), 3, 'calendar').date).toBe('2026-03-09');
    expect(endOfPublicity(calendar, d('2026-03-02'), 8, 'calendar').date).toBe('2026-03-10');
    expect(endOfPublicity(calendar, d('2026-03-02'), 2, 'working').date).toBe('2026-03-09');
  });

  test('按工作日公示 7 日的，遇周末顺延', () => {
    expect(endOfPublicity(calendar, d('2026-03-02'), 7, 'working').date).toBe('2026-03-11');
    expect(endOfPublicity(calendar, d('2026-09-28'), 7, 'working').date).toBe('2026-10-13');
  });

  test('公示不少于 7 天，最后一日总是工作日', () => {
    fc.assert(
      fc.property(
        publishedDay,
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('calendar' as const, 'working' as const),
        (posted, days, unit) => {
          const { date } = endOfPublicity(calendar, posted, days, unit);
          expect(daysBetween(posted, date)).toBeGreaterThanOrEqual(7);
          expect(isWorkingDay(calendar, date)).toBe(true);
        },
      ),
    );
  });
});

describe('全国年节及纪念日放假办法 已录入的放假通知（WD-02）', () => {
  test.each(legal.years.map((year) => [year.year, year] as const))(
    '%i 年：调休日都在周末，每一天只列一次，净放假日等于法定天数',
    (number, year) => {
      for (const day of year.makeUpDays) expect(weekday(day)).toBeGreaterThan(5);
      const all = [...year.daysOff, ...year.makeUpDays];
      expect(new Set(all).size).toBe(all.length);
      expect([...year.daysOff].sort()).toEqual(year.daysOff);
      for (const day of all) {
        expect(daysBetween(d(`${number - 1}-12-26`), day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, d(`${number}-12-31`))).toBeGreaterThanOrEqual(0);
      }
      // Weekend holidays are moved to working days, so what is lost Mon-Fri and not made up is the statutory number.
      const lost = year.daysOff.filter((day) => weekday(day) <= 5).length;
      expect(lost - year.makeUpDays.length).toBe(number < 2025 ? 11 : 13);
    },
  );

  test('每年的元旦、五一、国庆当天都在放假之列', () => {
    for (const { year } of legal.years) {
      for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03']) {
        expect(isWorkingDay(calendar, d(`${year}-${day}`))).toBe(false);
      }
    }
    for (const day of ['2025-05-02', '2026-05-02', '2025-01-28', '2026-02-16']) {
      expect(isWorkingDay(calendar, d(day))).toBe(false);
    }
  });

  test('年份连续，没有一天同时被两份通知说成上班和放假，每份通知都有政府网址', () => {
    const years = legal.years.map((year) => year.year);
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    const off = new Set(legal.years.flatMap((year) => year.daysOff));
    for (const { makeUpDays } of legal.years)
      for (const day of makeUpDays) expect(off.has(day)).toBe(false);
    for (const { source } of legal.years) {
      expect(source).toMatch(/^https:\/\/www\.gov\.cn\/.*\/content_\d{7}\.htm$/);
    }
  });
});
