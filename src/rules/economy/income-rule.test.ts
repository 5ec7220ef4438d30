import { describe, expect, test } from 'vitest';
import { assessed, earned, family, household, person, placeWith } from '../worked-case.ts';

type Income = Parameters<typeof earned>[2];
const perCapita = (incomes: ReturnType<typeof earned>[], place = placeWith()) =>
  assessed(household({ incomes }), place).perCapitaMonthly?.fen;

describe('民发〔2021〕57号第十三条：收入', () => {
  test('工资性收入扣除必要的就业成本', () => {
    expect(perCapita([earned('i', 100_000, { kind: 'wage', costs: 30_000 })])).toBe(70_000);
  });

  test('就业成本有上限的，只扣到上限；正好等于上限的全扣', () => {
    const capped = placeWith({ employmentCostCap: 30 });
    expect(perCapita([earned('i', 100_000, { kind: 'wage', costs: 24_000 })], capped)).toBe(76_000);
    expect(perCapita([earned('i', 100_000, { kind: 'wage', costs: 24_001 })], capped)).toBe(76_000);
    expect(perCapita([earned('i', 100_000, { kind: 'wage', costs: 23_999 })], capped)).toBe(76_001);
  });

  test('经营净收入和财产净收入扣除成本，转移净收入扣除转移支出', () => {
    const facts = household({
      incomes: [
        earned('i', 600_000, { kind: 'farming', period: 'per-year', costs: 240_000 }),
        earned('j', 20_000, { kind: 'rent', costs: 5_000 }),
        earned('k', 30_000, { kind: 'pension' }),
      ],
      transfersPaid: [
        { id: 't', member: 'a', kind: 'social-insurance', period: 'per-year', amount: 60_000 },
      ],
    });
    expect(assessed(facts).perCapitaMonthly?.fen).toBe(30_000 + 15_000 + 30_000 - 5_000);
  });

  test.each([
    'preferential-pension',
    'family-planning',
    'scholarship',
    'bravery-award',
    'government-assistance',
  ])('%s 不计入收入', (kind) => {
    expect(
      perCapita([earned('i', 100_000, { kind: kind as NonNullable<Income>['kind'] & string })]),
    ).toBe(0);
  });

  test('市级以上另行规定的项目不计入；没有规定的计入', () => {
    const allowance = [earned('i', 10_000, { kind: 'old-age-allowance' })];
    expect(perCapita(allowance, placeWith({ extraExemptKinds: ['old-age-allowance'] }))).toBe(0);
    expect(perCapita(allowance)).toBe(10_000);
  });

  test('一次性收入摊入核算期', () => {
    expect(perCapita([earned('i', 120_000, { period: 'once-in-window' })])).toBe(10_000);
    const half = placeWith({ incomeWindow: 6 });
    expect(perCapita([earned('i', 120_000, { period: 'once-in-window' })], half)).toBe(20_000);
  });

  test('支出大于收入的，家庭收入按零计算', () => {
    expect(perCapita([earned('i', 10_000, { kind: 'business', costs: 30_000 })])).toBe(0);
  });
});

describe('民发〔2021〕57号第十三条：基础养老金', () => {
  const pension = [earned('i', 20_000, { kind: 'basic-pension' })];
  test('不计入期间不计入；当地选择计入的，照常计入', () => {
    expect(perCapita(pension)).toBe(0);
    expect(perCapita(pension, placeWith({ basicPensionExempt: false }))).toBe(20_000);
  });
});

describe('民发〔2021〕57号第十三条：刚性支出扣减', () => {
  const facts = household({
    incomes: [earned('i', 100_000)],
    spendings: [
      { id: 's', member: 'a', kind: 'medical', ownShare: 480_000, aidReceived: 120_000 },
      { id: 't', member: 'a', kind: 'education', ownShare: 240_000, aidReceived: 0 },
    ],
  });
  const income = (changed: Record<string, unknown>) =>
    assessed(facts, placeWith(changed)).perCapitaMonthly?.fen;

  test('只扣当地列明的种类，并减去已获得的救助', () => {
    expect(income({ spendingKinds: ['medical'] })).toBe(70_000);
    expect(income({ spendingKinds: ['medical', 'education'] })).toBe(50_000);
  });

  test('有上限的只扣到上限', () => {
    expect(income({ spendingKinds: ['medical'], spendingCap: 360_000 })).toBe(70_000);
    expect(income({ spendingKinds: ['medical'], spendingCap: 359_999 })).toBeGreaterThan(70_000);
  });

  test('当地不扣减的，支出未知也不影响结果', () => {
    const unknown = household({ incomes: [earned('i', 10_000)], spendings: null });
    expect(assessed(unknown).outcome).toBe('eligible');
    expect(assessed(unknown, placeWith({ spendingKinds: ['medical'] })).missing[0]?.text).toBe(
      '申请人的刚性支出情况',
    );
  });
});

describe('赡养、抚养、扶养费', () => {
  const supporter = {
    id: 's',
    supports: 'a',
    relation: 'child',
    familySize: 3,
    familyMonthlyIncome: 900_000,
    supportedPersons: 2,
    agreedMonthly: 20_000,
    actualMonthly: 30_000,
    exemption: 'none',
  } as const;
  const income = (changed: object, place = placeWith()) =>
    assessed(household({ supporters: [{ ...supporter, ...changed }] }), place).perCapitaMonthly
      ?.fen;

  test('有裁判、协议的从其约定；实际给付更高的从实际', () => {
    expect(income({})).toBe(30_000);
    expect(income({ actualMonthly: 10_000 })).toBe(20_000);
  });

  test('按实际给付的地方只计实际；不计入的地方为零', () => {
    expect(income({ actualMonthly: 10_000 }, placeWith({ supportMethod: 'actual-only' }))).toBe(
      10_000,
    );
    expect(income({}, placeWith({ supportMethod: 'none' }))).toBe(0);
  });

  test('义务人是低保对象等免予计算情形的不计', () => {
    expect(income({ exemption: 'dibao' })).toBe(0);
  });
});

describe('就业而没有收入记录的，不当作没有收入', () => {
  const worker = { labourCapacity: 'full', employment: null } as const;

  test('就业情况未知的，不能确定，并指名缺什么', () => {
    const result = assessed(household({ members: [person('a', worker)] }));
    expect(result.outcome).toBe('undecided');
    expect(result.missing.map((each) => each.text)).toEqual(['申请人的就业情况']);
    expect(result.plainWords).toBe('还不能得出结果。请补充：申请人的就业情况。');
  });

  test('在职而没有收入记录的，缺就业收入', () => {
    const member = person('a', { ...worker, employment: 'employed' });
    expect(assessed(household({ members: [member] })).missing[0]?.text).toBe('申请人的就业收入');
  });

  test('没有劳动能力的、不满16周岁的、在校的，就业情况未知不影响', () => {
    for (const changed of [
      { labourCapacity: 'none' },
      { birth: '2008-03-16' },
      { studentLevel: 'senior' },
    ] as const) {
      const child = person('x', { ...worker, relation: 'child', ...changed });
      expect(assessed(household({ members: [person('a'), child] })).outcome).toBe('eligible');
    }
  });

  test('满16周岁当日起，就业情况未知的须查清', () => {
    const child = person('x', { ...worker, relation: 'child', birth: '2008-03-15' });
    expect(assessed(household({ members: [person('a'), child] })).outcome).toBe('undecided');
  });

  test('一人的工资已使人均收入达到标准的，另一人的就业情况未知也不影响', () => {
    const facts = household({
      members: [person('a'), person('b', worker)],
      incomes: [earned('i', 160_000)],
    });
    expect(assessed(facts).outcome).toBe('not-eligible');
    const below = household({ ...facts, incomes: [earned('i', 159_999)] });
    expect(assessed(below).outcome).toBe('undecided');
  });

  test('收入金额未知的，指名那一项收入', () => {
    const facts = household({
      members: family(2),
      incomes: [earned('i', null, { kind: 'rent', costs: 0 })],
    });
    expect(assessed(facts).missing[0]).toMatchObject({
      level: 'income',
      id: 'i',
      field: 'amount',
      text: '申请人的出租收入的收入金额',
    });
  });
});
