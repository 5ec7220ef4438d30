import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessedFor, DAY, earned, household, person, placeWith } from '../worked-case.ts';

type Changed = Parameters<typeof person>[1];
type Given = NonNullable<Parameters<typeof household>[0]>;
type Supporter = NonNullable<Given['supporters']>[number];

/** Every self-care act is possible unless said otherwise. */
const ABLE = {
  ...{ canEat: true, canDress: true, canGetUp: true },
  ...{ canToilet: true, canWalk: true, canBathe: true },
};
const old = (changed: Changed = {}) =>
  person('a', { birth: '1950-01-01', currentScheme: 'none', ...ABLE, ...changed });

const assess = (given: Given, changed: Record<string, unknown> = {}) =>
  assessedFor('tekun', household(given), placeWith(changed));
const outcome = (given: Given, changed: Record<string, unknown> = {}) =>
  assess(given, changed).outcome;

/** A child elsewhere, of working age, with an income and nothing that excuses. */
const supporter = (changed: Partial<Supporter> = {}): Supporter => ({
  ...{ id: 's', supports: 'a', relation: 'child', birth: '1980-01-01', exemption: 'none' },
  ...{ disabilityKind: 'none', ownMonthlyIncome: 100_000, actualMonthly: 0 },
  ...{ propertyWithinLimit: true },
  ...changed,
});
const supportedBy = (changed: Partial<Supporter>) =>
  outcome({ members: [old()], supporters: [supporter(changed)] });

describe('《特困人员认定办法》第四条：同时具备三项条件', () => {
  test('三项都具备的，认定', () => {
    const result = assess({ members: [old()] });
    expect(result).toMatchObject({ outcome: 'eligible', missing: [], relief: null, exit: null });
    expect(result.reasons.map((each) => [each.text, each.is])).toEqual([
      ['申请人无劳动能力：符合。', 'met'],
      ['申请人无生活来源：符合。', 'met'],
      ['申请人没有法定义务人或者义务人无履行义务能力：符合。', 'met'],
      ['申请人不在监狱服刑，也没有被宣告失踪：符合。', 'met'],
      ['申请人没有选择孤儿、事实无人抚养儿童保障：符合。', 'met'],
    ]);
  });

  test.each([
    [
      '有劳动能力',
      { members: [old({ birth: '1980-01-01' })] },
      'noLabourCapacity',
      '本人还有劳动能力',
    ],
    [
      '有生活来源',
      { members: [old()], incomes: [earned('i', 80_000)] },
      'noLivelihood',
      '本人有收入来源或者财产超过了规定',
    ],
    [
      '有义务人',
      { members: [old()], supporters: [supporter()] },
      'noSupporter',
      '有能够赡养、抚养、扶养的家人',
    ],
  ] as [string, Given, string, string][])(
    '%s的，不认定，并说明是哪一项',
    (_, given, rule, words) => {
      const result = assess(given);
      expect(result).toMatchObject({ outcome: 'not-eligible', monthlyAmount: 0 });
      expect(result.reasons.filter((each) => each.is === 'not-met')).toMatchObject([{ rule }]);
      expect(result.plainWords).toContain(words);
    },
  );

  test('逐人认定：老人符合，同住的成年子女有劳动能力', () => {
    const result = assess({
      members: [person('a'), person('p', { relation: 'parent', ...ABLE })],
    });
    expect(result.persons.map((each) => [each.member, each.outcome])).toEqual([
      ['a', 'not-eligible'],
      ['p', 'not-eligible'],
    ]);
  });

  test('不认定的没有金额和照料档次；有几项不符合的只说第一项，其他项不说', () => {
    const rich = { incomes: [earned('i', 500_000)], supporters: [supporter()] };
    const result = assess({ members: [old({ birth: '1980-01-01' })], ...rich });
    expect(result.persons).toMatchObject([
      { outcome: 'not-eligible', amount: null, text: '不符合特困人员条件', missing: [] },
    ]);
    expect(result.reasons.map(({ rule, is }) => [rule, is])).toEqual([
      ['noLabourCapacity', 'not-met'],
    ]);
    const second = assess({ members: [old()], ...rich });
    expect(second.reasons.map(({ rule, is }) => [rule, is])).toEqual([['noLivelihood', 'not-met']]);
  });

  test('还没有查清的，逐项写明；照料档次认定以后才写', () => {
    const open = { disabilityKind: null, birth: null, canEat: null, canWalk: null } as const;
    const [asked] = assess({ members: [old(open)] }).persons;
    expect(asked).toMatchObject({ outcome: 'undecided', amount: null });
    expect(asked?.text).toMatch(/^待查清：[^、]+(、[^、]+)+$/);
    expect(asked?.missing.length).toBeGreaterThan(1);
    const [found] = assess({ members: [old()] }).persons;
    expect(found).toMatchObject({ outcome: 'eligible', amount: 114_000, missing: [] });
    expect(found?.text).toBe('具备生活自理能力（全自理）');
  });

  test('两名老人都没有收入的，各自认定，合计发放', () => {
    const result = assess({
      members: [old(), person('b', { birth: '1952-01-01', ...ABLE, currentScheme: 'none' })],
    });
    expect(result.persons.map((each) => [each.outcome, each.amount])).toEqual([
      ['eligible', 114_000],
      ['eligible', 114_000],
    ]);
    expect(result.monthlyAmount).toBe(228_000);
    expect(result.plainWords).toBe(
      '申请人符合特困人员条件，每月可以领取 1,140.00 元。配偶符合特困人员条件，每月可以领取 1,140.00 元。',
    );
  });
});

describe('第五条：无劳动能力', () => {
  const person5 = (changed: Changed) =>
    outcome({ members: [old({ birth: '1980-01-01', ...changed })] });

  test('60周岁当日起；差一天的不算', () => {
    expect(person5({ birth: '1964-03-15' })).toBe('eligible');
    expect(person5({ birth: '1964-03-16' })).toBe('not-eligible');
  });

  test('未满16周岁；16周岁当日起不算', () => {
    const child = { orphanProgramme: false };
    expect(person5({ birth: '2008-03-16', ...child })).toBe('eligible');
    expect(person5({ birth: '2008-03-15', ...child })).toBe('not-eligible');
  });

  test.each([
    ['intellectual', 3, 'eligible'],
    ['intellectual', 4, 'not-eligible'],
    ['mental', 3, 'eligible'],
    ['mental', 4, 'not-eligible'],
    ['physical', 2, 'eligible'],
    ['physical', 3, 'not-eligible'],
    ['visual', 1, 'eligible'],
    ['visual', 2, 'not-eligible'],
    ['hearing', 1, 'not-eligible'],
    ['speech', 1, 'not-eligible'],
  ] as const)('%s残疾%i级：%s', (disabilityKind, disabilityGrade, expected) => {
    expect(person5({ disabilityKind, disabilityGrade })).toBe(expected);
  });

  test('省级规定的其他情形', () => {
    const ill = { members: [old({ birth: '1980-01-01', seriouslyIll: true })] };
    const rule = { tekunNoLabourRule: [{ title: '重病', when: 'seriouslyIll', give: 'yes' }] };
    expect(outcome(ill)).toBe('not-eligible');
    expect(outcome(ill, rule)).toBe('eligible');
  });

  test('省里把未成年人放宽到未满18周岁的，17岁算', () => {
    const members = [old({ birth: '2006-03-16', orphanProgramme: false })];
    expect(outcome({ members })).toBe('not-eligible');
    expect(outcome({ members }, { tekunMinorAge: 18 })).toBe('eligible');
  });
});

describe('第六条：无生活来源', () => {
  const members = [old()];

  test('收入低于低保标准一分的，没有生活来源；正好等于的，有', () => {
    expect(outcome({ members, incomes: [earned('i', 79_999)] })).toBe('eligible');
    expect(outcome({ members, incomes: [earned('i', 80_000)] })).toBe('not-eligible');
  });

  test.each([
    'basic-pension',
    'preferential-pension',
    'old-age-allowance',
    'government-assistance',
  ] as const)('%s 不计入，不问哪一年', (kind) => {
    const given = { members, incomes: [earned('i', 100_000, { kind })] };
    expect(outcome(given, { basicPensionExempt: false })).toBe('eligible');
  });

  test('低保不计入、这里没有列明不计入的，照常计入；省里列明的不计入', () => {
    const given = { members, incomes: [earned('i', 100_000, { kind: 'scholarship' })] };
    expect(outcome(given)).toBe('not-eligible');
    expect(outcome(given, { tekunExemptKinds: ['scholarship'] })).toBe('eligible');
  });

  test('经营、财产是净收入，转移收入减去转移支出', () => {
    const net = (kind: 'rent' | 'farming') =>
      outcome({ members, incomes: [earned('i', 90_000, { kind, costs: 10_001 })] });
    expect([net('rent'), net('farming')]).toEqual(['eligible', 'eligible']);
    const paid = (amount: number) =>
      outcome({
        members,
        incomes: [earned('i', 90_000, { kind: 'pension' })],
        transfersPaid: [
          { id: 't', member: 'a', kind: 'social-insurance', period: 'per-month', amount },
        ],
      });
    expect([paid(10_001), paid(10_000)]).toEqual(['eligible', 'not-eligible']);
  });

  test('义务人实际给付的赡养费计入，免予履行义务的也一样', () => {
    const unable = { exemption: 'tekun' } as const;
    expect(supportedBy({ ...unable, actualMonthly: 79_999 })).toBe('eligible');
    expect(supportedBy({ ...unable, actualMonthly: 80_000 })).toBe('not-eligible');
  });

  test('财产超过当地特困规定的，不算没有生活来源；不看低保的财产规定', () => {
    const deposit = (value: number) => ({
      ...{ members },
      assets: [{ id: 'p', owner: 'a', kind: 'deposit' as const, value }],
    });
    const limit = { tekunFinancialLimit: [{ title: '每户', give: '50000 yuan' }] };
    expect(outcome(deposit(5_000_000), limit)).toBe('eligible');
    expect(outcome(deposit(5_000_001), limit)).toBe('not-eligible');
    expect(outcome(deposit(50_000_000))).toBe('eligible');
  });
});

describe('第八条：义务人无履行义务能力', () => {
  test('第一项：特困人员', () => {
    expect(supportedBy({ exemption: 'tekun' })).toBe('eligible');
  });

  test('第二项：60周岁以上的低保对象；差一天的不算', () => {
    expect(supportedBy({ exemption: 'dibao', birth: '1964-03-15' })).toBe('eligible');
    expect(supportedBy({ exemption: 'dibao', birth: '1964-03-16' })).toBe('not-eligible');
  });

  const YEAR = { disposableIncome: 3_600_000 };
  const at = (changed: Partial<Supporter>) =>
    outcome({ members: [old()], supporters: [supporter(changed)] }, YEAR);

  test('第三项：70周岁以上，本人收入低于上年度人均可支配收入，财产符合', () => {
    const aged = { birth: '1954-03-15', ownMonthlyIncome: 299_999 };
    expect(at(aged)).toBe('eligible');
    expect(at({ ...aged, ownMonthlyIncome: 300_000 })).toBe('not-eligible');
    expect(at({ ...aged, birth: '1954-03-16' })).toBe('not-eligible');
    expect(at({ ...aged, propertyWithinLimit: false })).toBe('not-eligible');
  });

  test('第四项：重度残疾、三级智力或者精神残疾，收入、财产同上', () => {
    const low = { ownMonthlyIncome: 299_999 };
    const graded = (disabilityKind: 'physical' | 'mental' | 'intellectual', grade: number) =>
      at({ ...low, disabilityKind, disabilityGrade: grade });
    expect([graded('physical', 2), graded('physical', 3)]).toEqual(['eligible', 'not-eligible']);
    expect([graded('mental', 3), graded('mental', 4)]).toEqual(['eligible', 'not-eligible']);
    expect(graded('intellectual', 3)).toBe('eligible');
    const disabled = { disabilityKind: 'physical', disabilityGrade: 1 } as const;
    expect(at({ ...disabled, ownMonthlyIncome: 300_000 })).toBe('not-eligible');
    expect(at({ ...disabled, ...low, propertyWithinLimit: false })).toBe('not-eligible');
  });

  test.each(['no-capacity', 'missing', 'serving-sentence'] as const)(
    '第五项：%s，且财产符合',
    (exemption) => {
      expect(supportedBy({ exemption })).toBe('eligible');
      expect(supportedBy({ exemption, propertyWithinLimit: false })).toBe('not-eligible');
    },
  );

  test('强制隔离戒毒、低保边缘不在列明的情形里', () => {
    expect(supportedBy({ exemption: 'drug-treatment' })).toBe('not-eligible');
    expect(supportedBy({ exemption: 'margin-or-rigid' })).toBe('not-eligible');
  });

  test('第六项：省级规定的其他情形', () => {
    const rule = { tekunSupporterUnable: [{ title: '重病', when: 'supporterIll', give: 'yes' }] };
    const given = { members: [old()], supporters: [supporter({ seriouslyIll: true })] };
    expect(outcome(given)).toBe('not-eligible');
    expect(outcome(given, rule)).toBe('eligible');
  });

  test('几名义务人里有一名有能力的，就有人供养', () => {
    const unable = supporter({ exemption: 'tekun' });
    const able = supporter({ id: 't' });
    expect(outcome({ members: [old()], supporters: [unable, able] })).toBe('not-eligible');
    expect(outcome({ members: [old()], supporters: [unable, { ...unable, id: 't' }] })).toBe(
      'eligible',
    );
  });

  test('同住的成年成员有劳动能力或者有生活来源的，视为能够履行义务', () => {
    const couple = (birth: string, pension: number) =>
      assess({
        members: [old(), person('b', { birth, currentScheme: 'none', ...ABLE })],
        incomes: [earned('i', pension, { member: 'b', kind: 'pension' })],
      }).persons.find((each) => each.member === 'a')?.outcome;
    expect(couple('1950-01-01', 0)).toBe('eligible');
    expect(couple('1980-01-01', 0)).toBe('not-eligible');
    expect(couple('1950-01-01', 79_999)).toBe('eligible');
    expect(couple('1950-01-01', 80_000)).toBe('not-eligible');
  });

  test('同住的未成年人不是义务人；不计入家庭的人也不是', () => {
    const beside = (changed: Changed) =>
      assess({ members: [old(), person('x', { currentScheme: 'none', ...ABLE, ...changed })] })
        .persons[0]?.outcome;
    expect(beside({ relation: 'grandchild', birth: '2012-01-01', orphanProgramme: true })).toBe(
      'eligible',
    );
    expect(beside({ specialStatus: 'serving-sentence' })).toBe('eligible');
  });
});

describe('第九条：与孤儿、事实无人抚养儿童保障不重复', () => {
  const child = (changed: Changed) =>
    assess({ members: [old({ birth: '2015-01-01', ...changed })] });

  test('选择孤儿等保障的未成年人不再认定；没有选择的认定', () => {
    expect(child({ orphanProgramme: true }).outcome).toBe('not-eligible');
    expect(child({ orphanProgramme: true }).plainWords).toContain('已经选择孤儿');
    expect(child({ orphanProgramme: false }).outcome).toBe('eligible');
  });

  test('成年人不问这一项', () => {
    expect(outcome({ members: [old({ orphanProgramme: null })] })).toBe('eligible');
  });
});

describe('第二十四条：终止和延续', () => {
  test('在监狱服刑的、被宣告失踪的，不认定', () => {
    const spouse = (specialStatus: 'serving-sentence' | 'declared-missing' | 'none') =>
      assess({
        members: [old(), person('b', { birth: '1950-01-01', ...ABLE, specialStatus })],
      }).persons[1]?.outcome;
    expect(spouse('none')).toBe('eligible');
    expect(spouse('serving-sentence')).toBe('not-eligible');
    expect(spouse('declared-missing')).toBe('not-eligible');
  });

  const youth = (changed: Changed) =>
    outcome({
      members: [old({ orphanProgramme: false, currentScheme: 'tekun', ...changed })],
    });

  test('原为特困人员的未成年人，继续到18周岁；18周岁当日起不再延续', () => {
    expect(youth({ birth: '2006-03-16' })).toBe('eligible');
    expect(youth({ birth: '2006-03-15' })).toBe('not-eligible');
  });

  test('年满18周岁仍在义务教育、高中、中职就读的，继续；大专的不延续', () => {
    const adult = { birth: '2005-01-01' } as const;
    expect(youth({ ...adult, studentLevel: 'senior' })).toBe('eligible');
    expect(youth({ ...adult, studentLevel: 'compulsory' })).toBe('eligible');
    expect(youth({ ...adult, studentLevel: 'college' })).toBe('not-eligible');
  });

  test('新申请的16、17岁未成年人，不因此认定', () => {
    expect(youth({ birth: '2007-01-01', currentScheme: 'none' })).toBe('not-eligible');
  });
});

describe('第二十一条、第二十二条：生活自理能力', () => {
  const ACTS = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'] as const;
  const CARE = { 'full-self': 10_000, partial: 30_000, none: 60_000 };
  const amount = (fails: number) => {
    const acts = Object.fromEntries(ACTS.map((act, index) => [act, index >= fails]));
    const { persons, monthlyAmount } = assess({ members: [old(acts)] });
    return { text: persons[0]?.text, care: Number(monthlyAmount) - 104_000 };
  };

  test.each([
    [0, 'full-self', '具备生活自理能力（全自理）'],
    [1, 'partial', '部分丧失生活自理能力（半护理）'],
    [2, 'partial', '部分丧失生活自理能力（半护理）'],
    [3, 'partial', '部分丧失生活自理能力（半护理）'],
    [4, 'none', '完全丧失生活自理能力（全护理）'],
    [5, 'none', '完全丧失生活自理能力（全护理）'],
    [6, 'none', '完全丧失生活自理能力（全护理）'],
  ] as const)('%i项不能自主完成：%s（I-13）', (fails, tier, text) => {
    expect(amount(fails)).toEqual({ text, care: CARE[tier] });
  });

  test.each(ACTS)('只有%s一项不能的，是半护理', (act) => {
    expect(assess({ members: [old({ [act]: false })] }).monthlyAmount).toBe(104_000 + 30_000);
  });

  test('六项没有评估的，不能确定，指名缺哪一项', () => {
    const result = assess({ members: [old({ canWalk: null, canBathe: null })] });
    expect(result.outcome).toBe('undecided');
    expect(result.missing.map((each) => each.text)).toEqual([
      '申请人的能否在室内自主行走',
      '申请人的能否自主洗澡',
    ]);
  });

  test('已有四项不能的，其余没有评估也定得下来', () => {
    const fails = { canEat: false, canDress: false, canGetUp: false, canToilet: false };
    const result = assess({ members: [old({ ...fails, canWalk: null, canBathe: null })] });
    expect(result).toMatchObject({ outcome: 'eligible', monthlyAmount: 164_000 });
  });
});

describe('《社会救助法》第十七条：基本生活标准加照料护理标准', () => {
  const amount = (changed: Record<string, unknown>) =>
    Number(assess({ members: [old()] }, changed).monthlyAmount) - 10_000;

  test('基本生活标准是低保标准的1.3倍，按当地的办法取整', () => {
    expect(amount({ standard: 78_850 })).toBe(102_600);
    expect(amount({ standard: 78_850, tekunBasicRounding: 'down' })).toBe(102_500);
    expect(amount({ standard: 78_850, tekunBasicStep: 1 })).toBe(102_505);
  });

  test('公布了数额的从其公布', () => {
    expect(amount({ tekunBasicAmount: 111_100 })).toBe(111_100);
  });

  test('按供养方式等另定的从其规定', () => {
    const rule = [
      { title: '集中', when: "careMode = 'institution'", give: '1500.5 yuan/month' },
      { title: '分散', give: '1200 yuan/month' },
    ];
    const of = (careMode: 'home' | 'institution') =>
      assess({ members: [old({ careMode })] }, { tekunBasicRule: rule }).monthlyAmount;
    expect([of('institution'), of('home')]).toEqual([150_100 + 10_000, 120_000 + 10_000]);
  });

  test('照料护理标准可以是最低工资的比例', () => {
    const rule = [{ title: '全自理', give: '1/6 * minimumWage' }];
    const care = assess({ members: [old()] }, { tekunCareStandard: rule }).monthlyAmount;
    expect(Number(care) - 104_000).toBe(33_333);
  });

  test('当地没有规定照料护理标准的，不能计算', () => {
    const result = assessScheme(
      'tekun',
      household({ members: [old()] }),
      placeWith({ tekunCareStandard: undefined }),
      { on: DAY },
    );
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});

describe('还缺什么，逐人指名', () => {
  const missing = (given: Given) => assess(given).missing.map((each) => each.text);

  test('残疾类别、义务人情况、收入未查的，各自指名', () => {
    expect(missing({ members: [old({ birth: '1980-01-01', disabilityKind: null })] })).toEqual([
      '申请人的残疾类别',
    ]);
    expect(missing({ members: [old()], supporters: null })).toEqual([
      '申请人的家庭以外的赡养、扶养、抚养义务人情况',
    ]);
    expect(missing({ members: [old()], incomes: null })).toEqual(['申请人的收入情况']);
  });

  test('义务人缺的，说明是哪一名义务人的哪一项', () => {
    const members = [old()];
    expect(missing({ members, supporters: [supporter({ exemption: null })] })).toEqual([
      '申请人的义务人（子女）的免予计算的情形',
    ]);
    const aged = supporter({ birth: '1950-01-01', ownMonthlyIncome: null });
    expect(missing({ members, supporters: [aged] })).toEqual([
      '申请人的义务人（子女）的本人月收入',
    ]);
  });

  test('已经有一项不符合的，不再追问', () => {
    const worker = old({ birth: '1980-01-01', canEat: null });
    expect(assess({ members: [worker], assets: null, incomes: null })).toMatchObject({
      outcome: 'not-eligible',
      missing: [],
    });
  });

  test('本人是不是计入没有查清、可能谁都不计入的，不能先说符合', () => {
    const given = { members: [old({ specialStatus: 'clergy', clergyApartSince: null })] };
    expect(assess(given)).toMatchObject({ outcome: 'undecided', monthlyAmount: null });
    expect(missing(given)).toEqual(['申请人的脱离家庭在宗教场所居住的起始日期']);
  });

  test('一人定了、一人没定的，全家没定', () => {
    const members = [
      old(),
      person('b', { birth: '1951-01-01', ...ABLE, canEat: null, currentScheme: 'none' }),
    ];
    const result = assess({ members });
    expect(result).toMatchObject({ outcome: 'undecided', monthlyAmount: null });
    expect(result.persons.map((each) => each.outcome)).toEqual(['eligible', 'undecided']);
    expect(result.persons[1]?.text).toBe('待查清：配偶的能否自主吃饭');
  });
});
