import { describe, expect, test } from 'vitest';
import { assessed, earned, family, household, placeWith } from '../worked-case.ts';

type Exit = NonNullable<NonNullable<Parameters<typeof household>[0]>['exit']>;

const leaving = (changed: Partial<Exit> = {}, income = 90_000) =>
  household({
    members: family(1),
    incomes: [earned('i', income)],
    exit: { reason: 'work', since: '2024-01-10', formerAmount: 30_001, ...changed },
  });
const exit = (changed: Partial<Exit> = {}, place: Record<string, unknown> = {}) =>
  assessed(leaving(changed), placeWith(place)).exit;

describe('民发〔2021〕57号第三十三条、民发〔2022〕83号：渐退', () => {
  test('就业后超过标准的，渐退期内按原金额', () => {
    expect(exit()).toEqual({ applies: true, months: 6, amount: 30_001 });
  });

  test('满六个月的前一天还在渐退期，满六个月当日起不在', () => {
    expect(exit({ since: '2023-09-16' })?.applies).toBe(true);
    expect(exit({ since: '2023-09-15' })).toEqual({ applies: false, months: 6, amount: 0 });
  });

  test.each([
    ['work', 6],
    ['graduate', 6],
    ['public-post', 6],
    ['disabled-work', 6],
    ['pension', 0],
    ['other', 0],
  ] as const)('原因是%s的，%i个月', (reason, months) => {
    expect(exit({ reason })).toMatchObject({ months, applies: months > 0 });
  });

  test('各种原因的月数由地方另定的，从其规定', () => {
    const rule = {
      gradualExitMonthsRule: [
        { title: '残疾人就业', when: "exitReason = 'disabled-work'", give: '12 months' },
        { title: '其他就业', give: '3 months' },
      ],
    };
    expect(exit({ reason: 'disabled-work' }, rule)?.months).toBe(12);
    expect(exit({ since: '2023-12-15' }, rule)).toMatchObject({ months: 3, applies: false });
  });

  test('按比例发放的，取整', () => {
    expect(exit({}, { gradualExitPercent: 50 })?.amount).toBe(15_001);
    const down = { gradualExitPercent: 50, roundingDirection: 'down', roundingStep: 100 };
    expect(exit({}, down)?.amount).toBe(15_000);
  });

  test('仍然符合低保的，没有渐退', () => {
    expect(assessed(leaving({}, 79_999)).exit).toBeNull();
  });

  test('没有登记退出情况的，没有渐退；缺一项的待定', () => {
    expect(assessed(household({ incomes: [earned('i', 90_000)] })).exit).toBeNull();
    expect(exit({ since: null })).toEqual({ applies: null, months: 6, amount: null });
    expect(exit({ reason: null })).toEqual({ applies: null, months: null, amount: null });
  });

  test('发放的比例、月数当地没有规定的，不谈渐退', () => {
    expect(exit({}, { gradualExitPercent: undefined })).toBeNull();
    expect(exit({}, { gradualExitMonths: undefined })).toBeNull();
    expect(exit({ reason: 'pension' }, { gradualExitMonths: undefined })?.applies).toBe(false);
  });
});
