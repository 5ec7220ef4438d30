import { describe, expect, test } from 'vitest';
import { assessed, earned, family, household, person, placeWith } from '../worked-case.ts';

/** Yuan throughout, as the examples were published. */
function amountYuan(
  size: number,
  totalYuan: number,
  standardYuan: number,
  changed = {},
): number | null {
  const facts = household({ members: family(size), incomes: [earned('i', totalYuan * 100)] });
  const amount = assessed(
    facts,
    placeWith({ standard: standardYuan * 100, ...changed }),
  ).monthlyAmount;
  return amount === null ? null : amount / 100;
}

describe('民发〔2021〕57号第二十三条：补差，公开案例', () => {
  test('东源县6口人：全年收入6480元、标准100元，每月60元，人均90元（H1）', () => {
    const facts = household({
      members: family(6),
      incomes: [earned('i', 648_000, { period: 'per-year' })],
    });
    const result = assessed(facts, placeWith({ standard: 10_000 }));
    expect(result.perCapitaMonthly).toEqual({ fen: 9_000, over: 1, shown: 9_000 });
    expect(result.monthlyAmount).toBe(6_000);
  });

  test.each([
    ['H2 赵某', 3, 900, 400, 300],
    ['H3 张某', 4, 2400, 800, 800],
    ['H4 中山', 3, 2100, 1100, 1200],
    ['H6', 3, 700, 500, 800],
    ['H8', 3, 600, 600, 1200],
    ['H9 夫妻', 2, 400, 600, 800],
    ['H11 一人', 1, 300, 600, 300],
    ['H12 一人', 1, 400, 500, 100],
  ])('%s:%i口人、总收入%i元、标准%i元，每月%i元', (_name, size, total, standard, amount) => {
    expect(amountYuan(size, total, standard)).toBe(amount);
  });

  test('由谁消费不影响金额：收入记在配偶名下，金额相同（H9）', () => {
    const facts = household({
      members: family(2),
      incomes: [earned('i', 40_000, { member: 'b' })],
    });
    expect(assessed(facts, placeWith({ standard: 60_000 })).monthlyAmount).toBe(80_000);
  });

  test('除不尽的人均收入：准确计算得1100元（H10）', () => {
    expect(amountYuan(3, 1000, 700)).toBe(1100);
  });

  test('除不尽的人均收入：先把人均舍到元，得1101元（H10）', () => {
    const first = { roundingAt: 'per-capita', roundingDirection: 'down', roundingStep: 100 };
    expect(amountYuan(3, 1000, 700, first)).toBe(1101);
  });

  test('计入计生奖扶每年600元的是1800元，不计入的是2400元（X1，全年数）', () => {
    const withReward = (kind: 'other' | 'family-planning') => {
      const facts = household({
        members: family(3),
        incomes: [
          earned('i', 300_000, { period: 'per-year' }),
          earned('j', 60_000, { period: 'per-year', kind }),
        ],
      });
      return Number(assessed(facts, placeWith({ standard: 15_000 })).monthlyAmount) * 12;
    };
    expect(withReward('other')).toBe(180_000);
    expect(withReward('family-planning')).toBe(240_000);
  });
});

describe('赡养费推算（推算案例）', () => {
  const supported = (familySize: number, income: number, supportedPersons: number) =>
    household({
      residence: 'urban',
      members: [person('a', { birth: '1950-01-01' })],
      supporters: [
        {
          id: 's',
          supports: 'a',
          relation: 'child',
          familySize,
          familyMonthlyIncome: income,
          supportedPersons,
          agreedMonthly: 0,
          actualMonthly: 0,
          exemption: 'none',
        },
      ],
    });
  test('鞍山：（60000−4000×3）×50%÷2=12000(D4，同一期间的数)', () => {
    const place = placeWith({
      standard: 400_000,
      supportMethod: 'family-excess',
      supportThresholdPercent: 100,
      supportRatePercent: 50,
    });
    const result = assessed(supported(3, 6_000_000, 2), place);
    expect(result.perCapitaMonthly?.fen).toBe(1_200_000);
  });

  test('(8000−2×600×3)×20%÷2=440(D7)', () => {
    const place = placeWith({
      standard: 60_000,
      supportMethod: 'family-excess',
      supportThresholdPercent: 200,
      supportRatePercent: 20,
    });
    expect(assessed(supported(3, 800_000, 2), place).perCapitaMonthly?.fen).toBe(44_000);
  });
});
