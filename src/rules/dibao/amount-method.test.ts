import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessed, DAY, earned, family, household, person, placeWith } from '../worked-case.ts';

type Place = Record<string, unknown>;
const poor = (size: number, income = 0) =>
  household({ members: family(size), incomes: [earned('i', income)] });
const pays = (size: number, income: number, place: Place) =>
  assessed(poor(size, income), placeWith(place)).monthlyAmount;

describe('民发〔2021〕57号第二十三条：分档', () => {
  const tiers = (more: Place = {}) => ({
    amountMethod: 'tiers',
    tierTable: [
      { title: '一档', upTo: 20_000, amount: 60_000 },
      { title: '二档', upTo: 50_000, amount: 40_000 },
      { title: '三档', upTo: 79_999, amount: 20_000 },
    ],
    ...more,
  });

  test('人均收入正好是档的上限的，在这一档；高一分的，在下一档', () => {
    expect([pays(1, 20_000, tiers()), pays(1, 20_001, tiers())]).toEqual([60_000, 40_000]);
    expect([pays(1, 50_000, tiers()), pays(1, 50_001, tiers())]).toEqual([40_000, 20_000]);
    expect([pays(1, 79_999, tiers()), pays(1, 80_000, tiers())]).toEqual([20_000, 0]);
  });

  test('每人的数额乘以人数，档名写在结果里', () => {
    const result = assessed(poor(3, 90_000), placeWith(tiers()));
    expect(result).toMatchObject({ monthlyAmount: 120_000, tier: '二档' });
    expect(assessed(poor(1, 20_000), placeWith(tiers())).tier).toBe('一档');
  });

  test('分档按准确的人均收入，不按取整后的', () => {
    const rounded = { roundingAt: 'per-capita', roundingDirection: 'down', roundingStep: 100 };
    expect(pays(1, 20_099, tiers(rounded))).toBe(40_000);
  });

  test('不符合的没有档；选了分档而没有分档表的，不能确定', () => {
    expect(assessed(poor(1, 80_000), placeWith(tiers())).tier).toBeNull();
    expect(assessed(poor(1)).tier).toBeNull();
    const result = assessed(poor(1), placeWith({ amountMethod: 'tiers' }));
    expect(result).toMatchObject({ outcome: 'undecided', monthlyAmount: null });
    expect(result.missing.map((each) => each.text)).toEqual(['家庭的分档表']);
  });
});

describe('第二十三条：按算式、按人员类别、全额享受', () => {
  const perHead = (give: string, more: Place = {}) => ({
    amountMethod: 'per-head',
    perHeadAmount: [{ title: '每人', give }],
    ...more,
  });

  test('按算式确定每人补助额', () => {
    expect(pays(2, 0, perHead('60% * standard'))).toBe(96_000);
    const result = assessed(poor(1), placeWith({ amountMethod: 'per-head' }));
    expect(result.missing.map((each) => each.text)).toEqual(['家庭的每人补助额的算式']);
  });

  test('取整的环节：人均、每人、最后', () => {
    const yuan = { roundingStep: 100, roundingDirection: 'up' };
    expect(pays(3, 100_000, { ...yuan, roundingAt: 'end' })).toBe(140_000);
    expect(pays(3, 100_000, { ...yuan, roundingAt: 'per-head' })).toBe(3 * 46_700);
    expect(pays(3, 100_000, { ...yuan, roundingAt: 'per-capita' })).toBe(3 * (80_000 - 33_400));
    const down = { roundingStep: 100, roundingDirection: 'down' };
    expect(pays(3, 100_000, { ...down, roundingAt: 'per-head' })).toBe(3 * 46_600);
    expect(pays(3, 100_000, { ...down, roundingAt: 'per-capita' })).toBe(3 * (80_000 - 33_300));
    expect(pays(2, 0, perHead('333.335 yuan/month/person', { roundingAt: 'per-head' }))).toBe(
      66_668,
    );
    expect(pays(2, 0, perHead('333.335 yuan/month/person'))).toBe(66_667);
  });

  test('按类别定额：各类相加；没有写数额的，不能确定', () => {
    const classes = (more: Place = {}) => ({
      amountMethod: 'by-class',
      classAmount: [
        { title: '未成年人', when: 'isMinor', give: '500.006 yuan/month' },
        { title: '其他', give: '300 yuan/month' },
      ],
      ...more,
    });
    expect(pays(3, 0, classes())).toBe(50_001 + 2 * 30_000);
    const result = assessed(poor(1), placeWith({ amountMethod: 'by-class' }));
    expect(result.missing.map((each) => each.text)).toEqual(['申请人的各类人员的补助额']);
    const full = { fullStandardFor: [{ title: '申请人', when: "relation = 'self'", give: 'yes' }] };
    expect(pays(3, 0, classes(full))).toBe(80_000 + 50_001 + 30_000);
  });

  test('列明的人员全额享受，其他人补差', () => {
    const full = { fullStandardFor: [{ title: '未成年人', when: 'isMinor', give: 'yes' }] };
    expect(pays(4, 120_000, full)).toBe(2 * 80_000 + 2 * 50_000);
  });

  test('不计入家庭的人不算在内', () => {
    const facts = household({
      members: [person('a'), person('x', { specialStatus: 'conscript' })],
    });
    const full = { fullStandardFor: [{ title: '每人', give: 'yes' }] };
    expect(assessed(facts, placeWith(full)).monthlyAmount).toBe(80_000);
    const classes = {
      amountMethod: 'by-class',
      classAmount: [{ title: '每人', give: '300 yuan/month' }],
    };
    expect(assessed(facts, placeWith(classes)).monthlyAmount).toBe(30_000);
  });
});

describe('第二十三条：最低保障金', () => {
  test('不足标准的比例的，按比例；正好的和超过的按算出的', () => {
    const least = { minimumPaymentPercent: 20 };
    expect([pays(2, 128_001, least), pays(2, 128_000, least), pays(2, 127_999, least)]).toEqual([
      32_000, 32_000, 32_001,
    ]);
    expect(pays(2, 160_000, least)).toBe(0);
    expect(pays(1, 79_999, { minimumPaymentPercent: 33, standard: 80_050 })).toBe(26_417);
  });

  test('按户的最低数额；两项都有的取高', () => {
    expect(pays(1, 79_999, { minimumPaymentAmount: 5_000 })).toBe(5_000);
    const both = { minimumPaymentAmount: 5_000, minimumPaymentPercent: 10 };
    expect(pays(1, 79_999, both)).toBe(8_000);
    expect(pays(1, 79_999, { ...both, minimumPaymentAmount: 9_000 })).toBe(9_000);
  });

  test('不超过标准乘以人数', () => {
    expect(pays(1, 1, { minimumPaymentAmount: 90_000 })).toBe(80_000);
  });
});

describe('补助额不应超过标准', () => {
  const refused = (place: Place, size = 1) =>
    assessScheme('dibao', poor(size), placeWith(place), { on: DAY });

  test('分档、定额超过标准的，不能据此发放', () => {
    const table = [{ title: '一档', upTo: 79_999, amount: 80_001 }];
    expect(refused({ amountMethod: 'tiers', tierTable: table })).toMatchObject({
      ok: false,
      refusal: { code: 'amount-above-standard' },
    });
    const equal = [{ title: '一档', upTo: 79_999, amount: 80_000 }];
    expect(refused({ amountMethod: 'tiers', tierTable: equal }).ok).toBe(true);
  });

  test('一类人员超过标准的，别的人员低也不能据此发放；全额享受的不看', () => {
    const rows = [
      { title: '申请人', when: "relation = 'self'", give: '801 yuan/month' },
      { title: '其他', give: '100 yuan/month' },
    ];
    const place = { amountMethod: 'by-class', classAmount: rows };
    expect(refused(place, 2)).toMatchObject({
      ok: false,
      refusal: { code: 'amount-above-standard' },
    });
    const full = { fullStandardFor: [{ title: '申请人', when: "relation = 'self'", give: 'yes' }] };
    expect(refused({ ...place, ...full }, 2).ok).toBe(true);
  });

  test('不符合条件的家庭，数额写错也照常答复', () => {
    const table = [{ title: '一档', upTo: 90_000, amount: 80_001 }];
    const facts = poor(1, 80_000);
    const place = placeWith({ amountMethod: 'tiers', tierTable: table });
    expect(assessScheme('dibao', facts, place, { on: DAY })).toMatchObject({
      ok: true,
      assessment: { outcome: 'not-eligible' },
    });
  });
});

describe('第二十七条：分类施保的叠加', () => {
  const facts = household({
    members: [
      person('a', { birth: '1950-01-01', seriouslyIll: true }),
      person('c', { relation: 'child', birth: '2015-01-01' }),
      person('x', { specialStatus: 'conscript' }),
    ],
  });
  const rows = [
    { title: '老年人', when: 'ageYears >= 60 years', give: '10% * standard * 1 person' },
    { title: '重病', when: 'seriouslyIll', give: '12.345% * standard * 1 person' },
    { title: '未成年人', when: 'isMinor', give: '50.004 yuan/month' },
    { title: '义务兵', when: "specialStatus = 'conscript'", give: '99 yuan/month' },
  ];
  const result = (rule: unknown, more: Place = {}) =>
    assessed(facts, placeWith({ memberSupplementRule: rule, ...more }));
  const amounts = (rule: unknown, more: Place = {}) =>
    result(rule, more).supplements.map((each) => each.amount);

  test('只享受第一项、取最高、各项相加', () => {
    expect(amounts(rows)).toEqual([8_000, 5_000]);
    expect(amounts({ combine: 'highest', rows })).toEqual([9_876, 5_000]);
    expect(amounts({ combine: 'all', rows })).toEqual([17_876, 5_000]);
  });

  test('每人的增发各自取整；不计入家庭的人没有', () => {
    const yuan = { roundingStep: 100, roundingDirection: 'up' };
    expect(amounts({ combine: 'all', rows }, yuan)).toEqual([17_900, 5_100]);
    expect(result(rows).monthlyAmount).toBe(160_000 + 13_000);
  });

  test('按户增发另加，取整；不符合低保的没有增发', () => {
    const more = { householdSupplementRule: [{ title: '每户', give: '30.5 yuan/month' }] };
    expect(result('not-used', more).monthlyAmount).toBe(160_000 + 3_050);
    const yuan = { ...more, roundingStep: 100, roundingDirection: 'down' };
    expect(result('not-used', yuan).monthlyAmount).toBe(160_000 + 3_000);
    const rich = household({ ...facts, incomes: [earned('i', 900_000)] });
    expect(assessed(rich, placeWith({ ...more, memberSupplementRule: rows }))).toMatchObject({
      outcome: 'not-eligible',
      monthlyAmount: 0,
      supplements: [],
    });
  });

  test('三级残疾不是重度；没有残疾的不问等级', () => {
    const severe = [{ title: '重残', when: 'isSeverelyDisabled', give: '1 yuan/month' }];
    const of = (disabilityKind: 'physical' | 'none', disabilityGrade: number | null) =>
      assessed(
        household({ members: [person('a', { disabilityKind, disabilityGrade })] }),
        placeWith({ memberSupplementRule: severe }),
      );
    expect(of('physical', 2).supplements).toHaveLength(1);
    expect(of('physical', 3).supplements).toHaveLength(0);
    expect(of('none', null)).toMatchObject({ outcome: 'eligible', supplements: [] });
  });
});
