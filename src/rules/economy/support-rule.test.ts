import { describe, expect, test } from 'vitest';
import { assessed, household, person, placeWith } from '../worked-case.ts';

type Supporter = NonNullable<NonNullable<Parameters<typeof household>[0]>['supporters']>[number];

/** A parent alone; 900 yuan a head in the supporter's family of three. */
const SUPPORTER: Supporter = {
  ...{ id: 's', supports: 'a', relation: 'child', familySize: 3, familyMonthlyIncome: 900_000 },
  ...{ ownMonthlyIncome: 500_000, supportedPersons: 2, obligors: 2 },
  ...{ agreedMonthly: 0, actualMonthly: 0, exemption: 'none' },
};
const income = (
  changed: Partial<Supporter>,
  place: Record<string, unknown>,
  ...more: readonly Partial<Supporter>[]
) => {
  const supporters = [changed, ...more].map((each, index) => ({
    ...{ ...SUPPORTER, ...each },
    id: `s${index}`,
  }));
  const facts = household({ members: [person('a', { birth: '1950-01-01' })], supporters });
  return assessed(facts, placeWith(place)).perCapitaMonthly?.fen;
};

const perCapita = { supportMethod: 'per-capita-excess', supportThresholdPercent: 200 };
const whole = { supportMethod: 'family-excess', supportThresholdPercent: 200 };
const half = { supportRatePercent: 50 };

describe('赡养、抚养、扶养费的推算', () => {
  test('按人均超额：（人均收入－2倍标准）×比例，由应供养的人分摊', () => {
    expect(income({}, { ...perCapita, ...half })).toBe(35_000);
    expect(income({}, { ...perCapita, ...half, supportShared: false })).toBe(70_000);
    expect(income({ supportedPersons: 3 }, { ...perCapita, ...half })).toBe(23_333);
  });

  test('按家庭总收入超额：（总收入－2倍标准×人口）×比例，由应供养的人分摊', () => {
    expect(income({}, { ...whole, ...half })).toBe(105_000);
    expect(income({}, { ...whole, ...half, supportShared: false })).toBe(210_000);
  });

  test('人均正好等于免计线的为零；高一分的计', () => {
    const at = (familyMonthlyIncome: number) =>
      income(
        { familyMonthlyIncome, familySize: 1, supportedPersons: 1 },
        { ...perCapita, supportRatePercent: 100 },
      );
    expect([at(160_000), at(160_001), at(100_000)]).toEqual([0, 1, 0]);
    const family = (familyMonthlyIncome: number) =>
      income({ familyMonthlyIncome, supportedPersons: 1 }, { ...whole, supportRatePercent: 100 });
    expect([family(480_000), family(480_001), family(1)]).toEqual([0, 1, 0]);
  });

  test('免计线、比例可以另写成规定，免计线按分取整', () => {
    const line = { supportThresholdRule: [{ title: '低保边缘线', give: '1.501 * standard' }] };
    expect(income({}, { ...perCapita, ...half, ...line })).toBe(44_980);
    const odd = { supportThresholdRule: [{ title: '三分之一', give: 'standard / 3' }] };
    expect(income({}, { ...whole, ...odd, supportRatePercent: 100, supportShared: false })).toBe(
      900_000 - 3 * 26_667,
    );
    const rate = {
      supportRateRule: [
        { title: '两名以上', when: 'supportedPersons >= 2', give: '30%' },
        { title: '一名', give: '40%' },
      ],
    };
    expect(income({}, { ...perCapita, ...rate })).toBe(21_000);
    expect(income({ supportedPersons: 1 }, { ...perCapita, ...rate })).toBe(56_000);
  });

  test('没有定免计线的按零起算，没有定比例的不推算', () => {
    expect(income({}, { supportMethod: 'per-capita-excess', ...half })).toBe(75_000);
    expect(income({}, { ...perCapita, supportThresholdPercent: 'not-used' })).toBe(0);
    const third = { supportMethod: 'per-capita-excess', supportThresholdPercent: 33 };
    expect(income({}, { ...third, ...half, standard: 80_050 })).toBe(68_396);
  });

  test('按当地另定的算式，按分取整；没有写算式的，不能确定', () => {
    const rule = { supportRule: [{ title: '另定', give: 'ownMonthlyIncome / 3' }] };
    expect(income({}, { supportMethod: 'by-rule', ...rule })).toBe(166_667);
    const facts = household({ supporters: [SUPPORTER] });
    const result = assessed(facts, placeWith({ supportMethod: 'by-rule' }));
    expect(result.missing.map((each) => each.text)).toEqual(['申请人的义务人（子女）的推算办法']);
  });

  test('列明的供养关系按给付人收入的比例，供养多人的合计有上限', () => {
    const share = {
      ...{ supportShareRelations: ['parent'], supportSharePercent: 25 },
      ...perCapita,
      ...half,
    };
    const father = { relation: 'parent', ownMonthlyIncome: 500_000 } as const;
    expect(income({ ...father, supportedPersons: 1 }, share)).toBe(125_000);
    expect(income(father, { ...share, supportShareCapPercent: 60 })).toBe(125_000);
    expect(income(father, { ...share, supportShareCapPercent: 40 })).toBe(100_000);
    expect(income({}, share)).toBe(35_000);
    expect(income(father, { ...share, supportSharePercent: 'not-used' })).toBe(0);
    expect(income({ ...father, ownMonthlyIncome: 333 }, share)).toBe(83);
  });

  test('几名义务人的给付相加', () => {
    expect(income({}, { ...perCapita, ...half }, { actualMonthly: 50_000 })).toBe(85_000);
  });
});

describe('顺序：裁判、协议在先，其次推算，实际给付更高的从实际', () => {
  const place = { ...perCapita, ...half };

  test('有裁判或者协议的，不推算', () => {
    expect(income({ agreedMonthly: 20_000 }, place)).toBe(20_000);
    expect(income({ agreedMonthly: 20_000, actualMonthly: 30_000 }, place)).toBe(30_000);
    expect(income({ agreedMonthly: 1 }, place)).toBe(1);
  });

  test('没有裁判和协议的，推算额和实际给付取高', () => {
    expect(income({ actualMonthly: 34_999 }, place)).toBe(35_000);
    expect(income({ actualMonthly: 35_001 }, place)).toBe(35_001);
  });

  test('按实际给付的地方，不看协议和推算；不计入的地方为零', () => {
    const given = { agreedMonthly: 20_000, actualMonthly: 10_000 };
    expect(income(given, { ...place, supportMethod: 'actual-only' })).toBe(10_000);
    expect(income(given, { ...place, supportMethod: 'none' })).toBe(0);
  });
});

describe('免予计算的义务人', () => {
  const place = { ...perCapita, ...half };
  const KINDS = [
    ...(['dibao', 'tekun', 'margin-or-rigid', 'serving-sentence', 'drug-treatment'] as const),
    ...(['missing', 'no-capacity', 'supports-disabled-adult'] as const),
  ];

  test.each(KINDS)('%s 的不计，实际给付也不计', (exemption) => {
    expect(income({ exemption, actualMonthly: 50_000 }, place)).toBe(0);
  });

  test('当地另外规定免予计算的', () => {
    const rule = {
      supporterExemptRule: [
        {
          title: '70周岁以上',
          when: 'yearsBetween(supporterBirth, governingDay) >= 70 years',
          give: 'yes',
        },
      ],
    };
    expect(income({ birth: '1954-03-15' }, { ...place, ...rule })).toBe(0);
    expect(income({ birth: '1954-03-16' }, { ...place, ...rule })).toBe(35_000);
  });
});

describe('还缺什么', () => {
  const missing = (changed: Partial<Supporter>, place: Record<string, unknown>) => {
    const facts = household({ supporters: [{ ...SUPPORTER, ...changed }] });
    return assessed(facts, placeWith(place)).missing.map((each) => each.text);
  };

  test('推算用到的，指名是哪一名义务人', () => {
    expect(missing({ familyMonthlyIncome: null }, { ...perCapita, ...half })).toEqual([
      '申请人的义务人（子女）的家庭月收入',
    ]);
  });

  test('用不到的不问：按实际给付的地方不问义务人家庭的收入', () => {
    const unknown = { familyMonthlyIncome: null, familySize: null, agreedMonthly: null };
    expect(missing(unknown, { supportMethod: 'actual-only' })).toEqual([]);
    expect(missing({ ...unknown, actualMonthly: null }, { supportMethod: 'none' })).toEqual([]);
  });
});
