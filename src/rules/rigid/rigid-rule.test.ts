import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessedFor, DAY, earned, family, household, person, placeWith } from '../worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
type Spending = NonNullable<Given['spendings']>[number];

/** The standard is low, so that 1,500 yuan a head is above 边缘; half the line of income. */
const LOW = { standard: 50_000, disposableIncome: 3_600_000 };
const spent = (changed: Partial<Spending> = {}): Spending => ({
  ...{ id: 'p', member: 'a', kind: 'medical', ownShare: 1_200_000, aidReceived: 0 },
  ...changed,
});
/** Two persons with 1,500 yuan each and twelve months' spending of 20,000 yuan; 60 % are 21,600 yuan. */
const members = family(2).map((each) => ({ ...each, currentScheme: 'none' as const }));
const base = (changed: Given = {}): Given => ({
  members,
  incomes: [earned('i', 300_000)],
  spendings: [spent({ ownShare: 2_160_001 })],
  ...changed,
});
const assess = (changed: Given = {}, place: Record<string, unknown> = {}) =>
  assessedFor('rigid', household(base(changed)), placeWith({ ...LOW, ...place }));
const outcome = (changed: Given = {}, place: Record<string, unknown> = {}) =>
  assess(changed, place).outcome;

describe('《刚性支出困难家庭认定办法》第四条：同时具备的条件', () => {
  test('都具备的，认定，不按月发钱', () => {
    const result = assess();
    expect(result).toMatchObject({ outcome: 'eligible', monthlyAmount: null, missing: [] });
    expect(result.reasons.map((each) => each.is)).toEqual(['met', 'met', 'met']);
  });

  test('第一项：低保、边缘家庭不再认定', () => {
    expect(outcome({ incomes: [earned('i', 99_999)] })).toBe('not-eligible');
    expect(outcome({ incomes: [earned('i', 149_999)] })).toBe('not-eligible');
    expect(outcome({ incomes: [earned('i', 150_000)] })).toBe('eligible');
  });

  test('第一项：家庭中有特困人员的不再认定', () => {
    const [self, spouse] = members;
    const tekun = { ...spouse, id: 'b', currentScheme: 'tekun' as const };
    expect(outcome({ members: [self ?? person('a'), tekun] })).toBe('not-eligible');
  });

  test('第二项：人均收入低于上年度当地人均可支配收入，正好等于的不符合', () => {
    const income = (amount: number) =>
      outcome({ incomes: [earned('i', amount)], spendings: [spent({ ownShare: 9_000_000 })] });
    expect(income(599_998)).toBe('eligible');
    expect(income(600_000)).toBe('not-eligible');
  });

  test('第二项：另定收入线的从其规定', () => {
    const line = { rigidIncomeLine: [{ title: '3倍标准', give: '3 * standard' }] };
    expect(outcome({}, line)).toBe('not-eligible');
    expect(outcome({ incomes: [earned('i', 299_998)] }, line)).toBe('eligible');
  });

  const home = (id: string) => ({ id, owner: 'a', kind: 'house', houseKind: 'commercial' });
  test.each([
    ['own', 'rigidHomesLimit'],
    ['dibao', 'dibaoHomesLimit'],
    ['margin', 'marginHomesLimit'],
  ] as const)('第三项：财产条件从%s的规定', (of, limit) => {
    const assets = [home('p'), home('q')] as Given['assets'];
    const all = {
      rigidHomesLimit: 2,
      dibaoHomesLimit: 2,
      marginHomesLimit: 2,
      rigidPropertyOf: of,
    };
    expect(outcome({ assets }, all)).toBe('eligible');
    expect(outcome({ assets }, { ...all, [limit]: 1 })).toBe('not-eligible');
  });

  test('第四项：支出占收入超出规定比例；正好等于的，只有当地这样规定的才算', () => {
    const spending = (ownShare: number, inclusive = false) =>
      outcome({ spendings: [spent({ ownShare })] }, { rigidRatioInclusive: inclusive });
    expect(spending(2_160_000)).toBe('not-eligible');
    expect(spending(2_160_001)).toBe('eligible');
    expect(spending(2_160_000, true)).toBe('eligible');
    expect(spending(2_159_999, true)).toBe('not-eligible');
  });

  test('第四项：比例由地方定', () => {
    expect(outcome({}, { rigidRatioPercent: 61 })).toBe('not-eligible');
  });

  test('第四项：收入包括家庭以外义务人的给付，不减刚性支出', () => {
    const supporters: Given['supporters'] = [
      { id: 's', supports: 'a', agreedMonthly: 0, actualMonthly: 100, exemption: 'none' },
    ];
    expect(outcome({ supporters })).toBe('not-eligible');
    const deducted = (ownShare: number) =>
      outcome(
        { incomes: [earned('i', 500_000)], spendings: [spent({ ownShare })] },
        { spendingKinds: ['medical'] },
      );
    expect([deducted(3_600_000), deducted(3_600_001)]).toEqual(['not-eligible', 'eligible']);
  });

  test('第四项：没有收入也没有支出的，不算；没有收入、有支出的，算', () => {
    // Above what 低保 and 边缘 allow in homes, so that without any income only 刚性 is left.
    const homes = { dibaoHomesLimit: 0, marginHomesLimit: 0, rigidHomesLimit: 1 };
    const poor = (ownShare: number) =>
      outcome(
        { incomes: [], assets: [home('p')] as Given['assets'], spendings: [spent({ ownShare })] },
        { ...homes, rigidPropertyOf: 'own' },
      );
    expect(poor(0)).toBe('not-eligible');
    expect(poor(1)).toBe('eligible');
  });

  test('第五项：当地规定的其他条件', () => {
    const bar = { rigidOtherBar: [{ title: '雇用他人', when: 'hiresOthers', give: 'yes' }] };
    expect(outcome({ hiresOthers: true }, bar)).toBe('not-eligible');
    expect(outcome({ hiresOthers: false }, bar)).toBe('eligible');
    expect(assess({ hiresOthers: true }, bar).plainWords).toContain('不符合当地的其他规定');
  });
});

describe('第五条：刚性支出', () => {
  /** The spending that counts, found by moving the share: with income 100 fen a month and a ratio of 100 %. */
  const counts = (spending: Spending, least: number, place: Record<string, unknown> = {}) => {
    const at = (monthly: number) =>
      outcome(
        { incomes: [earned('i', monthly)], spendings: [spending] },
        { ...{ standard: 1, marginPercent: 100, rigidRatioPercent: 100 }, ...place },
      );
    return [at(least / 12 - 1), at(least / 12)];
  };
  const only = ['eligible', 'not-eligible'];

  test('医疗、康复：减去报销以外的资助后个人负担的部分', () => {
    expect(counts(spent({ ownShare: 36_000, aidReceived: 12_000 }), 24_000)).toEqual(only);
    const rehabilitation = spent({ kind: 'rehabilitation', ownShare: 24_000 });
    expect(counts(rehabilitation, 24_000)).toEqual(only);
  });

  test('教育：以同类公办学校收费为限；收费低于它的按实际', () => {
    const school = (publicPrice: number) =>
      spent({ kind: 'education', ownShare: 60_000, aidReceived: 12_000, publicPrice });
    expect(counts(school(24_000), 24_000)).toEqual(only);
    expect(counts(school(90_000), 48_000)).toEqual(only);
  });

  test('资助超过支出的，不倒扣', () => {
    const spendings = [
      spent({ ownShare: 2_160_001 }),
      spent({ id: 'q', ownShare: 0, aidReceived: 9 }),
    ];
    expect(outcome({ spendings })).toBe('eligible');
    const school = {
      id: 'q',
      kind: 'education',
      ownShare: 0,
      aidReceived: 9,
      publicPrice: 5,
    } as const;
    expect(outcome({ spendings: [spent({ ownShare: 2_160_001 }), spent(school)] })).toBe(
      'eligible',
    );
  });

  test('没有列入的种类不算', () => {
    expect(outcome({ spendings: [spent({ kind: 'housing', ownShare: 9_000_000 })] })).toBe(
      'not-eligible',
    );
    expect(
      outcome(
        { spendings: [spent({ kind: 'housing', ownShare: 9_000_000 })] },
        { rigidSpendingKinds: ['housing'] },
      ),
    ).toBe('eligible');
  });

  test('当地另定计入办法的从其规定，到分', () => {
    const rule = { rigidSpendingRule: [{ title: '按八成', give: '80% * ownShare' }] };
    expect(counts(spent({ ownShare: 30_000 }), 24_000, rule)).toEqual(only);
  });

  test('不计入家庭的人的支出不算', () => {
    const [self] = members;
    const jailed = person('x', { specialStatus: 'serving-sentence' });
    const spendings = [spent({ member: 'x', ownShare: 9_000_000 })];
    expect(outcome({ members: [self ?? person('a'), jailed], spendings })).toBe('not-eligible');
  });
});

describe('还缺什么', () => {
  test('支出未登记的，指名；收入已经不符合的，不再问', () => {
    expect(assess({ spendings: null }).missing.map((each) => each.text)).toEqual([
      '申请人的刚性支出情况',
      '配偶的刚性支出情况',
    ]);
    const rich = { spendings: null, incomes: [earned('i', 900_000)] };
    expect(assess(rich)).toMatchObject({ outcome: 'not-eligible', missing: [] });
  });

  test('现在享受什么救助未查的，指名是谁', () => {
    const [self] = members;
    const unknown = { ...person('b'), currentScheme: null };
    expect(
      assess({ members: [self ?? person('a'), unknown] }).missing.map((each) => each.text),
    ).toEqual(['配偶的现在享受的救助']);
  });

  test('教育支出缺公办收费的，指名那一项支出', () => {
    const school = spent({ kind: 'education', ownShare: 2_160_001, publicPrice: null });
    expect(assess({ spendings: [school] }).missing.map((each) => each.text)).toEqual([
      '申请人的教育支出的同类公办学校的收费',
    ]);
  });

  test('2025年以前没有这一项，不能计算', () => {
    const place = placeWith({ ...LOW, rigidRatioPercent: undefined });
    const result = assessScheme('rigid', household(base()), place, { on: DAY });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});
