import { describe, expect, test } from 'vitest';
import { assessed, earned, family, household, person, placeWith } from '../worked-case.ts';

type Changed = Parameters<typeof person>[1];
type Given = NonNullable<Parameters<typeof household>[0]>;
const perCapita = (given: Given, place: Record<string, unknown> = {}) =>
  assessed(household(given), placeWith(place)).perCapitaMonthly?.fen;

const worker = (changed: Changed = {}) =>
  person('a', {
    labourCapacity: 'full',
    employment: 'flexible',
    cannotFindWork: false,
    ...changed,
  });
const wage = (amount: number, costs = 0) => earned('i', amount, { kind: 'wage', costs });

describe('民发〔2021〕57号第十三条：必要的就业成本', () => {
  const cost = (given: Given, place: Record<string, unknown>) =>
    100_000 - Number(perCapita(given, place));
  const earning = { members: [worker()], incomes: [wage(100_000, 30_000)] };

  test('按实际；规定了扣减标准的按标准', () => {
    expect(cost(earning, {})).toBe(30_000);
    const rule = (give: string) => ({ employmentCostRule: [{ title: '定额', give }] });
    expect(cost(earning, rule('500 yuan/month'))).toBe(50_000);
    expect(cost(earning, rule('20% * minimumWage'))).toBe(40_000);
    expect(cost(earning, rule('standard * 1 person'))).toBe(80_000);
  });

  test('扣减标准除不尽的，按核算期合计到分', () => {
    const rule = [{ title: '三分之一', give: 'standard * 1 person / 7' }];
    const { perCapitaMonthly } = assessed(
      household(earning),
      placeWith({ employmentCostRule: rule, incomeWindow: 3 }),
    );
    expect(perCapitaMonthly).toMatchObject({ fen: 300_000 - 34_286, over: 3 });
  });

  test('扣减不超过工资，没有工资的不扣', () => {
    const rule = { employmentCostRule: [{ title: '定额', give: '2000 yuan/month' }] };
    expect(perCapita({ members: [worker()], incomes: [wage(50_000)] }, rule)).toBe(0);
    const pension = [earned('p', 50_000, { kind: 'pension' })];
    expect(perCapita({ members: [person('a')], incomes: pension }, rule)).toBe(50_000);
    const small = { members: [worker()], incomes: [wage(100, 900), ...pension] };
    expect(perCapita(small)).toBe(50_000);
  });
});

describe('民发〔2022〕83号第一部分：推算劳动收入', () => {
  const rule = (give = '50% * minimumWage') => ({
    imputedLabour: [
      { title: '有劳动能力的', when: "labourCapacity = 'full'", give },
      { title: '部分丧失的', when: "labourCapacity = 'partial'", give: '30% * minimumWage' },
    ],
  });
  const imputed = (
    changed: Changed,
    place: Record<string, unknown> = {},
    incomes: Given['incomes'] = [],
  ) => perCapita({ members: [worker(changed)], incomes }, { ...rule(), ...place });

  test('没有劳动收入记录的，按推算额；有记录的按记录', () => {
    expect(imputed({})).toBe(100_000);
    expect(imputed({ labourCapacity: 'partial' })).toBe(60_000);
    expect(imputed({ labourCapacity: 'none' })).toBe(0);
    expect(imputed({}, {}, [wage(1)])).toBe(1);
    expect(imputed({}, {}, [earned('p', 1, { kind: 'pension' })])).toBe(100_001);
  });

  test('实际低于推算额的按推算额', () => {
    const lower = { imputeWhen: 'lower' };
    expect(imputed({}, lower, [wage(30_000)])).toBe(100_000);
    expect(imputed({}, lower, [wage(130_000)])).toBe(130_000);
    expect(
      imputed({}, lower, [wage(90_000, 20_000), earned('b', 20_000, { kind: 'business' })]),
    ).toBe(100_000);
  });

  test('以推算额为准的，实际高低都按推算额', () => {
    const replace = { imputeWhen: 'replace' };
    expect(imputed({}, replace, [wage(30_000)])).toBe(100_000);
    expect(imputed({}, replace, [wage(130_000)])).toBe(100_000);
    expect(imputed({ labourCapacity: 'none' }, replace, [wage(130_000)])).toBe(130_000);
  });

  test('经查实确实无法就业的，不推算', () => {
    expect(imputed({ cannotFindWork: true })).toBe(0);
    const facts = household({ members: [worker({ cannotFindWork: null })] });
    expect(assessed(facts, placeWith(rule())).missing.map((each) => each.text)).toEqual([
      '申请人的是否经查实确实无法就业',
    ]);
  });

  test('推算额除不尽的，按核算期合计到分', () => {
    const { perCapitaMonthly } = assessed(
      household({ members: [worker()] }),
      placeWith({ ...rule('minimumWage / 7'), incomeWindow: 6 }),
    );
    expect(perCapitaMonthly).toMatchObject({ fen: 171_429 / 3, over: 2 });
  });
});

describe('民发〔2022〕83号第一部分：劳动力系数', () => {
  const place = (more: Record<string, unknown> = {}) => ({
    labourCoefficient: [
      { title: '有劳动能力', when: "labourCapacity = 'full'", give: '100%' },
      { title: '部分丧失', when: "labourCapacity = 'partial'", give: '50%' },
    ],
    coefficientBase: [{ title: '低保标准', give: 'standard * 1 person' }],
    ...more,
  });
  const couple = (changed: Changed, incomes: Given['incomes'] = [], more = {}) =>
    perCapita(
      {
        members: [
          worker(),
          person('b', { cannotFindWork: false, labourCapacity: 'partial', ...changed }),
        ],
        incomes,
      },
      place(more),
    );

  test('各人系数之和乘以基数，平均到人', () => {
    expect(couple({})).toBe(60_000);
    expect(couple({ labourCapacity: 'none' })).toBe(40_000);
  });

  test('按家庭扣减系数，扣完不为负', () => {
    const less = (give: string) => ({ coefficientDeduction: [{ title: '照料', give }] });
    expect(couple({}, [], less('50%'))).toBe(40_000);
    expect(couple({}, [], less('200%'))).toBe(0);
  });

  test('实际劳动收入高于推算的，按实际；低于的补足', () => {
    expect(couple({}, [wage(30_000)])).toBe(60_000);
    expect(couple({}, [wage(140_000)])).toBe(70_000);
  });

  test('确实无法就业的，系数为零；不计入家庭的人不算', () => {
    expect(couple({ cannotFindWork: true })).toBe(40_000);
    expect(couple({ specialStatus: 'conscript' })).toBe(80_000);
  });

  test('没有定基数的，不推算', () => {
    expect(couple({}, [], { coefficientBase: 'not-used' })).toBe(0);
  });

  test('系数除不尽的，按核算期合计到分', () => {
    const third = {
      ...place({ incomeWindow: 1 }),
      coefficientBase: [{ title: '三分之一', give: 'standard * 1 person / 3' }],
    };
    expect(perCapita({ members: [worker()] }, third)).toBe(26_667);
  });
});

describe('按当地核算标准推算种植、养殖、务工收入', () => {
  const norms = [
    { code: 'rice', title: '水稻', low: 30_000, high: 60_000, times: 1, cost: 40 },
    { code: 'pig', title: '生猪', low: 80_000, high: 80_000, times: 2, cost: 0 },
    { code: 'labour', title: '零工', low: 9_000, high: 9_000, times: 12, cost: 33 },
  ];
  const by = (
    activity: string | null,
    quantityHundredths: number,
    normChosen: number | null = null,
  ) => [
    earned('i', null, {
      ...{ kind: 'farming', period: 'per-year', basis: 'norm', activity },
      ...{ quantityHundredths, normChosen },
    }),
  ];
  const yearly = (incomes: Given['incomes'], place: Record<string, unknown> = {}) => {
    const found = assessed(household({ incomes }), placeWith({ activityNorms: norms, ...place }));
    const { fen, over } = found.perCapitaMonthly ?? { fen: 0, over: 1 };
    return (fen * 12) / over;
  };

  test('数量（百分之一亩）×标准×次数，减去成本比例', () => {
    expect(yearly(by('rice', 250, 30_000))).toBe(75_000 * 0.6);
    expect(yearly(by('rice', 250, 60_000))).toBe(150_000 * 0.6);
    expect(yearly(by('pig', 300))).toBe(3 * 80_000 * 2);
  });

  test('按月计的一年12次；核算期不足一年的按比例', () => {
    expect(yearly(by('labour', 100))).toBe(9_000 * 12 - Math.round(9_000 * 12 * 0.33));
    expect(yearly(by('pig', 300), { incomeWindow: 6 })).toBe(3 * 80_000 * 2);
  });

  test('算到分：收入、成本各四舍五入', () => {
    const odd = [{ code: 'rice', title: '水稻', low: 333, high: 333, times: 1, cost: 33 }];
    expect(yearly(by('rice', 150), { activityNorms: odd })).toBe(500 - 165);
  });

  const missing = (incomes: Given['incomes'], place: Record<string, unknown> = {}) =>
    assessed(household({ incomes }), placeWith({ activityNorms: norms, ...place })).missing.map(
      (each) => each.text,
    );

  test('标准给出幅度的，须在幅度内选用', () => {
    const chosen = '申请人的种植收入的在规定范围内选用的核算标准';
    expect(missing(by('rice', 100))).toEqual([chosen]);
    expect(missing(by('rice', 100, 29_999))).toEqual([chosen]);
    expect(missing(by('rice', 100, 60_001))).toEqual([chosen]);
    expect(missing(by('rice', 100, 45_000))).toEqual([]);
  });

  test('表里没有的种类，缺的是当地的核算标准；没有表的地方不能按标准', () => {
    expect(missing(by('tea', 100))).toEqual(['当地“种植、养殖、务工收入核算标准”里“tea”的一行']);
    expect(missing(by('rice', 100), { activityNorms: 'not-used' })).toEqual([
      '申请人的种植收入的当地的核算标准',
    ]);
  });
});

describe('第十三条：成本比例、分摊、一笔收入中不计入的金额', () => {
  const income = (changed: Parameters<typeof earned>[2], place: Record<string, unknown>) => {
    const facts = household({ incomes: [earned('i', 100_000, changed)] });
    const { fen, over } = assessed(facts, placeWith(place)).perCapitaMonthly ?? { fen: 0, over: 1 };
    return fen / over;
  };

  test('规定了成本比例的按比例，没有规定的按登记', () => {
    const share = { costShare: [{ title: '养殖', when: "kind = 'breeding'", give: '60%' }] };
    expect(income({ kind: 'breeding', costs: 1 }, share)).toBe(40_000);
    expect(income({ kind: 'farming', costs: 1 }, share)).toBe(99_999);
  });

  test('一笔收入中不计入的金额，以这笔收入为限', () => {
    const exempt = (give: string) => ({
      exemptAmount: [{ title: '灵活就业前800元', when: "kind = 'other'", give }],
    });
    expect(income({ period: 'once-in-window' }, exempt('400 yuan'))).toBe(5_000);
    expect(income({ period: 'once-in-window' }, exempt('4000 yuan'))).toBe(0);
    expect(income({ kind: 'pension' }, exempt('400 yuan'))).toBe(100_000);
    expect(income({ period: 'once-in-window' }, exempt('400.006 yuan'))).toBe(59_999 / 12);
  });

  test('一次性收入按规定的月数分摊，不足核算期的全算在核算期内', () => {
    const over = (give: string) => ({
      spreadOver: [{ title: '补偿款', when: "kind = 'compensation'", give }],
    });
    const once = { kind: 'compensation', period: 'once-in-window' } as const;
    expect(income(once, over('24 months'))).toBe(50_000 / 12);
    expect(income(once, over('12 months'))).toBe(100_000 / 12);
    expect(income(once, over('7 months'))).toBe(100_000 / 12);
    expect(income(once, over('36 months'))).toBe(33_333 / 12);
    expect(income({ kind: 'gift', period: 'once-in-window' }, over('24 months'))).toBe(
      100_000 / 12,
    );
  });

  test('经营亏损分摊的，不因分摊变成收入', () => {
    const facts = household({
      members: family(1),
      incomes: [
        earned('i', 0, { kind: 'business', period: 'once-in-window', costs: 120_000 }),
        earned('j', 20_000, { kind: 'pension' }),
      ],
    });
    const spread = {
      spreadOver: [{ title: '经营', when: "kind = 'business'", give: '24 months' }],
    };
    expect(assessed(facts, placeWith(spread)).perCapitaMonthly?.fen).toBe(10_000);
  });

  test('按年的收入，核算期6个月的算一半，到分', () => {
    expect(income({ period: 'per-year', amount: 99_999 }, { incomeWindow: 6 })).toBe(50_000 / 6);
  });

  test('按家庭情况扣减的月收入，到分，扣完不为负', () => {
    const less = (give: string) => ({ householdDeduction: [{ title: '照料', give }] });
    expect(income({}, less('300.006 yuan/month'))).toBe(69_999);
    expect(income({}, less('3000 yuan/month'))).toBe(0);
  });
});
