import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../assess.ts';
import { replayAssessment } from '../replay.ts';
import { assessed, DAY, earned, family, household, person, placeWith } from '../worked-case.ts';

const withIncome = (amount: number, size = 1) =>
  assessed(household({ members: family(size), incomes: [earned('i', amount)] }));

describe('国务院令第649号第九条：低于低保标准', () => {
  test('月人均收入比标准低一分的，符合，补一分', () => {
    expect(withIncome(79_999)).toMatchObject({ outcome: 'eligible', monthlyAmount: 1 });
  });

  test('月人均收入等于标准的，不符合', () => {
    expect(withIncome(80_000)).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0 });
  });

  test('月人均收入高于标准一分的，不符合', () => {
    expect(withIncome(80_001)).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0 });
  });

  test('三口人总收入比标准之和少一分的，准确比较，符合', () => {
    expect(withIncome(239_999, 3)).toMatchObject({ outcome: 'eligible', monthlyAmount: 1 });
    expect(withIncome(240_000, 3).outcome).toBe('not-eligible');
  });

  test('比较的是人均收入而不是家庭总收入：四口人共900元、标准740元，符合', () => {
    const facts = household({ members: family(4), incomes: [earned('i', 90_000)] });
    expect(assessed(facts, placeWith({ standard: 74_000 })).outcome).toBe('eligible');
  });

  test('结果写明条件、依据、数字和离线多远', () => {
    const [reason] = withIncome(80_000).reasons;
    expect(reason).toMatchObject({
      rule: 'incomeBelowStandard',
      is: 'not-met',
      distance: '正好等于规定的线',
    });
    expect(reason?.citation.source).toContain('第九条');
    expect(withIncome(75_000).reasons[0]?.distance).toBe('比规定的线低 50.00 元');
  });

  test('不符合的用家庭听得懂的话说明原因', () => {
    expect(withIncome(80_000).plainWords).toBe(
      '您家按 1 口人计算，平均每人每月收入 800.00 元，低保标准是每人每月 800.00 元，不符合低保条件，' +
        '因为平均收入没有低于低保标准。' +
        '如果家里的情况有变化，或者您认为我们算得不对，可以随时提出，我们重新核算。',
    );
  });
});

describe('民发〔2022〕83号：符合条件的家庭，全部共同生活成员纳入', () => {
  test('补差乘以全部计入的成员人数（I-9）', () => {
    expect(withIncome(40_000, 4)).toMatchObject({
      householdSize: 4,
      monthlyAmount: 4 * 80_000 - 40_000,
    });
  });
});

describe('民发〔2021〕57号第二十三条：金额与取整', () => {
  const facts = household({ members: family(3), incomes: [earned('i', 100_000)] });
  const amount = (changed: Record<string, unknown>) =>
    assessed(facts, placeWith({ standard: 70_003, ...changed })).monthlyAmount;

  test('最后取整：舍去、进一、四舍五入到元', () => {
    const yuan = { roundingStep: 100 };
    expect(amount({ ...yuan, roundingDirection: 'down' })).toBe(110_000);
    expect(amount({ ...yuan, roundingDirection: 'up' })).toBe(110_100);
    expect(amount({ ...yuan, roundingDirection: 'half-up' })).toBe(110_000);
  });

  test('人均收入为零的按标准全额，不超过标准乘以人数', () => {
    const poor = household({ members: family(3) });
    const up = placeWith({ standard: 70_003, roundingStep: 100, roundingDirection: 'up' });
    expect(assessed(poor, up).monthlyAmount).toBe(210_009);
  });
});

describe('民发〔2021〕57号第二十七条：分类施保', () => {
  const facts = household({
    members: [
      person('a', { birth: '1964-03-15', disabilityKind: 'physical', disabilityGrade: 2 }),
      person('b', { birth: '1964-03-16', disabilityKind: 'physical', disabilityGrade: 3 }),
      person('c', { relation: 'child', birth: '2015-01-01' }),
    ],
  });

  test('当地没有规定的，没有增发', () => {
    expect(assessed(facts).supplements).toEqual([]);
  });

  test('60周岁当日起按老年人增发；一人多项取最高一项', () => {
    const share = (title: string, when: string, percent: string) => ({
      ...{ title, when },
      give: `${percent} * standard * 1 person`,
    });
    const place = placeWith({
      memberSupplementRule: {
        combine: 'highest',
        rows: [
          share('老年人', 'ageYears >= 60 years', '10%'),
          share('未成年人', 'isMinor', '20%'),
          share('重度残疾人', 'isSeverelyDisabled', '30%'),
        ],
      },
    });
    const result = assessed(facts, place);
    expect(result.supplements.map((each) => [each.member, each.amount])).toEqual([
      ['a', 24_000],
      ['c', 16_000],
    ]);
    expect(result.monthlyAmount).toBe(240_000 + 24_000 + 16_000);
    expect(result.basicAmount).toBe(240_000);
  });
});

describe('结果附带理由，重算得同样的结果', () => {
  const facts = household({ members: family(3), incomes: [earned('i', 100_000)] });

  test('重算与存档完全相同', () => {
    const stored = assessed(facts);
    expect(assessed(facts)).toEqual(stored);
    expect(replayAssessment(JSON.parse(JSON.stringify(stored)), facts, placeWith()).same).toBe(
      true,
    );
  });

  test('标准被改动后重算，看得出不同', () => {
    const stored = assessed(facts);
    const again = replayAssessment(stored, facts, placeWith({ standard: 80_001 }));
    expect(again).toMatchObject({ same: false, now: { monthlyAmount: 140_003 } });
  });

  test('核算过程从结果一直到登记的事实，每步有依据', () => {
    const { trace } = assessed(facts);
    const steps = (list: typeof trace): typeof trace =>
      list.flatMap((each) => [each, ...steps(each.steps)]);
    const all = steps(trace);
    expect(all.every((each) => each.citation.rule !== '' && each.citation.source !== '')).toBe(
      true,
    );
    const input = all.flatMap((each) => each.inputs).find((each) => each.name === 'amount');
    expect(input).toMatchObject({
      is: 'fact',
      text: '1,000.00 元',
      subject: '申请人的其他应当计入的收入',
    });
  });

  test('采用的参数带文号、生效日和公布日', () => {
    const standard = assessed(facts).parameters.find((each) => each.name === 'standard');
    expect(standard).toMatchObject({
      effective: '2021-07-01',
      known: '2021-07-01',
      text: '800.00 元/人/月',
    });
  });
});

describe('城乡属性未知', () => {
  test('两个标准下结果相同的可以确定，不同的须先确定城乡属性', () => {
    const place = placeWith({ standard: undefined });
    const [file] = place.files;
    if (!file) throw new Error('no file');
    const [first] = file.entries;
    if (!first) throw new Error('no entry');
    const entry = { ...first, parameter: 'standard', effective: DAY, known: DAY };
    const entries = [
      ...file.entries,
      { ...entry, value: 80_000, residence: 'urban' as const },
      { ...entry, value: 60_000, residence: 'rural' as const },
    ];
    const both = { ...place, files: [{ ...file, entries }] };
    const at = (amount: number) =>
      assessed(household({ residence: null, incomes: [earned('i', amount)] }), both, { on: DAY });
    expect(at(80_000).outcome).toBe('not-eligible');
    expect(at(70_000)).toMatchObject({
      outcome: 'undecided',
      missing: [{ text: '家庭的城乡属性' }],
    });
  });

  test('第一次公布标准之前的日期，不能计算', () => {
    const result = assessScheme('dibao', household(), placeWith(), { on: localDate('2021-06-30') });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});
