import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessedFor, DAY, earned, family, household, person, placeWith } from '../worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
type Relief = NonNullable<Given['relief']>;

const asking = (changed: Partial<Relief> = {}): Relief => ({
  ...{ kind: 'emergency', cause: 'fire', severity: 'general', persons: 1, months: 1, days: 30 },
  ...{ loss: 0, repeatJustified: false },
  ...changed,
});
const base = (changed: Given = {}): Given => ({
  members: [person('a', { currentScheme: 'none' })],
  relief: asking(),
  pastReliefs: [],
  ...changed,
});
const assess = (changed: Given = {}, place: Record<string, unknown> = {}) =>
  assessedFor('temporary', household(base(changed)), placeWith(place));
const outcome = (changed: Given = {}, place: Record<string, unknown> = {}) =>
  assess(changed, place).outcome;
const amount = (changed: Partial<Relief>, place: Record<string, unknown> = {}) =>
  assess(
    {
      members: family(changed.persons ?? 1).map((each) => ({ ...each, currentScheme: 'none' })),
      relief: asking(changed),
    },
    place,
  ).monthlyAmount;
const missing = (changed: Given, place: Record<string, unknown> = {}) =>
  assess(changed, place).missing.map((each) => each.text);

describe('民发〔2018〕23号第二部分：急难型和支出型', () => {
  test('急难型不看收入和财产', () => {
    expect(outcome({ incomes: null, assets: null })).toBe('eligible');
    expect(outcome({ relief: asking({ kind: 'small-fast' }), incomes: null })).toBe('eligible');
  });

  test('支出型：人均收入低于上年度人均可支配收入，正好等于的不符合', () => {
    const of = (income: number) =>
      outcome(
        { relief: asking({ kind: 'spending' }), incomes: [earned('i', income)] },
        { disposableIncome: 3_600_000 },
      );
    expect(of(299_999)).toBe('eligible');
    expect(of(300_000)).toBe('not-eligible');
  });

  test('支出型：另定收入线的从其规定', () => {
    const line = { temporaryIncomeLine: [{ title: '2倍标准', give: '2 * standard' }] };
    const of = (income: number) =>
      outcome({ relief: asking({ kind: 'spending' }), incomes: [earned('i', income)] }, line);
    expect([of(159_999), of(160_000)]).toEqual(['eligible', 'not-eligible']);
  });

  test('支出型的财产条件从当地指明的一项', () => {
    const home = { id: 'p', owner: 'a', kind: 'house', houseKind: 'commercial' } as const;
    const of = (temporaryPropertyOf: string, limit: string) =>
      outcome(
        { relief: asking({ kind: 'spending' }), assets: [home] },
        { temporaryPropertyOf, [limit]: 0, rigidPropertyOf: 'own' },
      );
    expect(of('dibao', 'dibaoHomesLimit')).toBe('not-eligible');
    expect(of('margin', 'marginHomesLimit')).toBe('not-eligible');
    expect(of('rigid', 'rigidHomesLimit')).toBe('not-eligible');
    expect(of('none', 'marginHomesLimit')).toBe('eligible');
    expect(of('dibao', 'marginHomesLimit')).toBe('eligible');
  });

  test('没有遇到突发困难的，不适用', () => {
    const result = assess({ relief: asking({ kind: 'none' }) });
    expect(result).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0, relief: null });
    expect(result.plainWords).toContain('遇到的困难不属于临时救助的范围');
  });

  test('困难和金额都清楚、家庭成员没有查清的，不能决定，指名缺什么', () => {
    const members = [person('a', { currentScheme: 'none', specialStatus: null })];
    const given = { members, incomes: [] };
    expect(outcome(given)).toBe('undecided');
    expect(missing(given)).toEqual(['申请人的特定情形']);
  });

  test('没有登记困难的，指名缺什么', () => {
    expect(missing({ relief: null })).toContain('遇到的突发困难');
  });
});

describe('2026年意见：支出型面向低收入家庭', () => {
  const low = { temporaryOnlyLowIncome: true };
  const of = (currentScheme: 'none' | 'dibao' | 'tekun' | 'margin' | 'rigid', income: number) =>
    outcome(
      {
        members: [person('a', { currentScheme })],
        relief: asking({ kind: 'spending' }),
        incomes: [earned('i', income)],
      },
      low,
    );

  test('已经认定的低保、特困、边缘、刚性家庭符合，其他的不符合', () => {
    expect(
      (['dibao', 'tekun', 'margin', 'rigid'] as const).map((each) => of(each, 200_000)),
    ).toEqual(Array(4).fill('eligible'));
    expect(of('none', 200_000)).toBe('not-eligible');
  });

  test('这次核算符合低保、边缘或者刚性的，也符合', () => {
    expect([of('none', 79_999), of('none', 119_999)]).toEqual(['eligible', 'eligible']);
    const rigid = outcome(
      {
        relief: asking({ kind: 'spending' }),
        incomes: [earned('i', 200_000)],
        spendings: [{ id: 'p', member: 'a', kind: 'medical', ownShare: 2_000_000, aidReceived: 0 }],
      },
      low,
    );
    expect(rigid).toBe('eligible');
  });

  test('急难型不受这一限制', () => {
    expect(outcome({ incomes: [earned('i', 900_000)] }, low)).toBe('eligible');
  });
});

describe('国发〔2014〕47号：同一事由和次数', () => {
  const past = (...given: readonly (readonly [string, string])[]): Given['pastReliefs'] =>
    given.map(([grantedOn, cause], index) => ({
      ...{ id: `r${index}`, grantedOn, cause: cause as 'fire', amount: 100_000 },
    }));

  test('同一事由12个月内不再救助，满12个月当日起可以', () => {
    expect(outcome({ pastReliefs: past(['2023-03-16', 'fire']) })).toBe('not-eligible');
    expect(outcome({ pastReliefs: past(['2023-03-15', 'fire']) })).toBe('eligible');
  });

  test('按自然年度算的，上年12月31日的不算', () => {
    const year = { temporarySameCauseByYear: true };
    expect(outcome({ pastReliefs: past(['2024-01-01', 'fire']) }, year)).toBe('not-eligible');
    expect(outcome({ pastReliefs: past(['2023-12-31', 'fire']) }, year)).toBe('eligible');
  });

  test('事由不同的不算重复；有正当理由的可以再救助', () => {
    expect(outcome({ pastReliefs: past(['2024-01-15', 'illness']) })).toBe('eligible');
    const again = { pastReliefs: past(['2024-01-15', 'fire']) };
    expect(assess(again).plainWords).toContain('同一件事已经救助过');
    expect(outcome({ ...again, relief: asking({ repeatJustified: true }) })).toBe('eligible');
  });

  test('一个自然年度的次数用完的，不再救助', () => {
    const twice = { temporaryYearlyCount: 2 };
    const one = past(['2024-01-01', 'illness']);
    const two = past(['2024-01-01', 'illness'], ['2024-02-01', 'traffic']);
    const before = past(['2023-12-31', 'illness'], ['2024-02-01', 'traffic']);
    expect(outcome({ pastReliefs: one }, twice)).toBe('eligible');
    expect(outcome({ pastReliefs: before }, twice)).toBe('eligible');
    expect(outcome({ pastReliefs: two })).toBe('eligible');
    const result = assess({ pastReliefs: two }, twice);
    expect(result.outcome).toBe('not-eligible');
    expect(result.plainWords).toContain('今年救助的次数已经用完');
  });

  test('以往的救助未查的，指名；有正当理由的不必查事由', () => {
    expect(missing({ pastReliefs: null })).toContain('家庭的已经获得的临时救助');
    expect(outcome({ pastReliefs: null, relief: asking({ repeatJustified: true }) })).toBe(
      'eligible',
    );
  });

  test('查清以前，“有无正当理由”只在重复时问', () => {
    expect(missing({ relief: asking({ repeatJustified: null }) })).toEqual([]);
    const again = { pastReliefs: past(['2024-01-15', 'fire']) };
    expect(missing({ ...again, relief: asking({ repeatJustified: null }) })).toEqual([
      '同一事由再次申请有无正当理由',
    ]);
  });
});

describe('第649号第四十九条、23号第二部分第三项：金额', () => {
  test('按月标准乘以人数', () => {
    expect(amount({ persons: 3 })).toBe(2 * 80_000 * 3);
  });

  test('按天、按自付比例、按上限和下限都能写成规定', () => {
    const days = [{ title: '按天', give: 'standard * 1 month / 30 * reliefDays * reliefPersons' }];
    expect(amount({ days: 10, persons: 2 }, { temporaryAmountRule: days })).toBe(53_333);
    const share = [{ title: '自付三成', give: 'max(500 yuan, 30% * reliefLoss)' }];
    const cap = [{ title: '每户', give: '6 months * standard * 1 person' }];
    const rule = { temporaryAmountRule: share, temporaryCap: cap };
    expect(amount({ loss: 100_000 }, rule)).toBe(50_000);
    expect(amount({ loss: 1_000_001 }, rule)).toBe(300_000);
    expect(amount({ loss: 1_600_000 }, rule)).toBe(480_000);
    expect(amount({ loss: 1_600_010 }, rule)).toBe(480_000);
  });

  test('取整的方向和单位由地方定，上限和金额都取整', () => {
    const rule = { temporaryAmountRule: [{ title: '自付', give: 'reliefLoss' }] };
    const step = { temporaryStep: 10_000 };
    expect(amount({ loss: 12_345 }, { ...rule, ...step, temporaryRounding: 'up' })).toBe(20_000);
    expect(amount({ loss: 12_345 }, { ...rule, ...step, temporaryRounding: 'down' })).toBe(10_000);
    const cap = { temporaryCap: [{ title: '上限', give: '155 yuan' }] };
    const capped = { ...rule, ...step, ...cap };
    expect(amount({ loss: 99_999 }, { ...capped, temporaryRounding: 'down' })).toBe(10_000);
    expect(amount({ loss: 99_999 }, { ...capped, temporaryRounding: 'up' })).toBe(20_000);
  });

  test('用到的情况未登记的，指名缺哪一项', () => {
    expect(missing({ relief: asking({ persons: null }) })).toEqual(['需要救助的人数']);
  });

  test('当地没有规定金额的，不能计算', () => {
    const place = placeWith({ temporaryAmountRule: undefined });
    expect(assessScheme('temporary', household(base()), place, { on: DAY })).toMatchObject({
      ok: false,
      refusal: { code: 'parameter-missing' },
    });
  });
});

describe('2026年意见：小额快救', () => {
  const fast = (changed: Partial<Relief>, place = {}) =>
    amount({ kind: 'small-fast', ...changed }, place);

  test('不超过一个月低保标准，按人或者按户', () => {
    expect(fast({ persons: 3 })).toBe(240_000);
    expect(fast({ persons: 3 }, { smallFastPer: 'household' })).toBe(80_000);
    const less = { temporaryAmountRule: [{ title: '定额', give: '799.99 yuan' }] };
    expect(fast({}, less)).toBe(79_999);
  });

  test('急难型、支出型不受这一限额', () => {
    expect(amount({ kind: 'emergency' })).toBe(160_000);
    expect(amount({ kind: 'spending' })).toBe(160_000);
  });

  test('没有实行的地方，不适用', () => {
    expect(outcome({ relief: asking({ kind: 'small-fast' }) }, { smallFastUsed: false })).toBe(
      'not-eligible',
    );
    expect(outcome({}, { smallFastUsed: false })).toBe('eligible');
  });
});

describe('乡镇限额、一事一议、分阶段', () => {
  const ceiling = (fen: number) => ({ townshipCeiling: [{ title: '每户', give: `${fen} fen` }] });

  test('金额等于限额的乡镇可以确认，超过一分的不可以', () => {
    expect(assess({}, ceiling(160_000)).relief).toMatchObject({ withinTownship: true });
    expect(assess({}, ceiling(159_999)).relief).toMatchObject({ withinTownship: false });
  });

  test('没有定限额的，乡镇不能确认', () => {
    expect(assess().relief).toMatchObject({ withinTownship: false });
  });

  test('特别重大的困难和当地列明的情形，须一事一议', () => {
    expect(assess().relief).toMatchObject({ needsCoordination: false });
    const extreme = { relief: asking({ severity: 'extreme' }) };
    expect(assess(extreme).relief).toMatchObject({ needsCoordination: true });
    const rule = {
      coordinationRule: [{ title: '1万元以上', when: 'reliefLoss >= 10000 yuan', give: 'yes' }],
    };
    const loss = (fen: number) => assess({ relief: asking({ loss: fen }) }, rule).relief;
    expect(loss(1_000_000)).toMatchObject({ needsCoordination: true });
    expect(loss(999_999)).toMatchObject({ needsCoordination: false });
  });

  test('一次审批、分阶段给付：合起来一分不差', () => {
    const rule = { temporaryStages: [{ title: '分三次', give: '3' }] };
    const result = assess({ relief: asking({ persons: 1 }) }, rule);
    expect(result.relief?.payments).toEqual([53_334, 53_333, 53_333]);
    expect(result.plainWords).toBe('符合临时救助条件，可以领取 1,600.00 元，分 3 次发放。');
    expect(assess().relief?.payments).toEqual([160_000]);
    expect(assess().plainWords).toBe('符合临时救助条件，可以领取 1,600.00 元。');
  });

  test('分几次给付取决于没有查清的情况的，不说成一次给付', () => {
    const rule = {
      temporaryStages: [
        { title: '两个月以上分两次', when: 'reliefMonths >= 2 months', give: '2' },
        { title: '其余一次', give: '1' },
      ],
    };
    const of = (months: number | null) => assess({ relief: asking({ months }) }, rule);
    expect(of(null)).toMatchObject({ outcome: 'eligible', relief: { payments: null } });
    expect(of(1).relief?.payments).toEqual([160_000]);
    expect(of(2).relief?.payments).toEqual([80_000, 80_000]);
  });
});

describe('一个人也不能计入的', () => {
  test('不能按户核算', () => {
    const facts = household(base({ members: [person('a', { specialStatus: 'drug-treatment' })] }));
    expect(assessScheme('temporary', facts, placeWith(), { on: DAY })).toMatchObject({
      ok: false,
      refusal: { code: 'no-member-counted' },
    });
  });

  test('几口人的家庭，人数按需要救助的人算，不按家庭人口', () => {
    expect(assess({ members: family(4) }).monthlyAmount).toBe(160_000);
  });
});
