import { describe, expect, test } from 'vitest';
import { earned, family, person } from '../rules/worked-case.ts';
import { type Asked, holdsIn, yuanIn } from './region-shape.fixture.ts';

const ofOne = (changed: Parameters<typeof person>[1]) => ({ members: [person('a', changed)] });

describe('低保金额、单人户、渐退', () => {
  test.each([
    [
      '重残，又满80周岁：取50%',
      { disabilityKind: 'physical', disabilityGrade: 1, birth: '1940-01-01' },
      '400.00 元',
    ],
    ['满80周岁当天：30%', { birth: '1944-03-15' }, '240.00 元'],
    ['未满80周岁一天：10%', { birth: '1944-03-16' }, '80.00 元'],
    ['一般成年人：没有', {}, '0.00 元'],
  ] as const)('取最高一项增发：%s', (_, changed, expected) => {
    const asked = { facts: ofOne(changed), rule: 'memberSupplement', of: 'a' };
    expect(yuanIn('highest-supplement', asked)).toBe(expected);
  });

  test.each([
    ['差额90%的A类', 'urban', 80, '720.00 元'],
    ['差额一半的B类', 'urban', 400, '400.00 元'],
    ['城市C类，差额10元', 'urban', 790, '10.00 元'],
    ['农村C类，差额10元，补到每年400元', 'rural', 790, '33.33 元'],
    ['农村C类，差额33.34元，从差额', 'rural', 766.66, '33.34 元'],
  ] as const)('呼和浩特：%s', (_, residence, income, expected) => {
    const facts = { residence, incomes: [earned('i', Math.round(income * 100))] };
    expect(yuanIn('hohhot', { facts, rule: 'monthlyAmount' })).toBe(expected);
  });

  test.each([
    ['人均1599.99元，全额', 1599.99, '800.00 元'],
    ['人均正好1600元（2倍），50%', 1600, '400.00 元'],
    ['人均800元，家庭符合不了低保，全额', 800, '800.00 元'],
  ])('沈阳单人户：%s', (_, income, expected) => {
    const facts = {
      ...ofOne({ disabilityKind: 'physical', disabilityGrade: 2, specialHardship: false }),
      incomes: [earned('i', Math.round(income * 100))],
    };
    expect(yuanIn('shenyang', { facts, rule: 'aloneAmount', of: 'a' })).toBe(expected);
  });

  const leaving = (reason: string, since: string, income = 1000): Asked => ({
    rule: 'inGradualExit',
    facts: {
      incomes: [earned('i', income * 100)],
      exit: { reason: reason as 'pension', since, formerAmount: 40_000 },
    },
  });
  test.each([
    ['领取养老金，第6个月', leaving('pension', '2023-09-16'), '是'],
    ['领取养老金，满6个月', leaving('pension', '2023-09-15'), '否'],
    ['领取养老金，人均正好2倍标准', leaving('pension', '2024-01-15', 1600), '否'],
    ['毕业后就业，不满6个月', leaving('graduate', '2023-09-16'), '是'],
    ['毕业后就业，第7个月，月数待定', leaving('graduate', '2023-08-16'), '尚不能确定'],
    ['毕业后就业，满12个月', leaving('graduate', '2023-03-15'), '否'],
    ['公益性岗位，差一天满2年', leaving('public-post', '2022-03-16'), '是'],
    ['公益性岗位，满2年', leaving('public-post', '2022-03-15'), '否'],
    ['残疾人就业，差一天满3年', leaving('disabled-work', '2021-03-16'), '是'],
    ['残疾人就业，满3年', leaving('disabled-work', '2021-03-15'), '否'],
  ])('赣州延退：%s，%s', (_, asked, expected) => {
    expect(holdsIn('ganzhou', asked)).toBe(expected);
  });
});

describe('财产', () => {
  const deposit = (yuan: number) => [
    {
      id: 'd',
      owner: 'a',
      kind: 'deposit',
      value: Math.round(yuan * 100),
      necessary: false,
    } as const,
  ];
  test.each([
    ['3人9万元', 3, 90_000, '是'],
    ['3人9万元多一分', 3, 90_000.01, '否'],
    ['2人6.6万元', 2, 66_000, '是'],
    ['2人6.6万元多一分', 2, 66_000.01, '否'],
  ])('上海存款：%s', (_, size, yuan, expected) => {
    const facts = { members: family(size), assets: deposit(yuan) };
    expect(holdsIn('shanghai', { facts, rule: 'dibaoFinancialWithin' })).toBe(expected);
  });

  const home = (id: string, areaSquareMetres: number, more: object = {}) => ({
    ...({
      id,
      owner: 'a',
      kind: 'house',
      value: 0,
      necessary: false,
      houseKind: 'commercial',
    } as const),
    areaSquareMetres,
    acquiredOn: '2010-01-01',
    ...more,
  });
  test.each([
    ['两套共111平方米、3人，正好平均', [home('h', 60), home('g', 51)], '否'],
    ['两套共110平方米、3人', [home('h', 60), home('g', 50)], '是'],
    ['一套200平方米', [home('h', 200)], '是'],
    ['三套', [home('h', 10), home('g', 10), home('f', 10)], '否'],
  ])('上海住房：%s', (_, assets, expected) => {
    const facts = { members: family(3), assets };
    expect(holdsIn('shanghai', { facts, rule: 'dibaoPropertyWithin' })).toBe(expected);
  });

  const spare = { highFeeEducation: false, hiresOthers: false, usesVehicles: false };
  const consuming = { ...spare, extraConsumption: 0, utilitiesMonthly: 0 } as const;
  test.each([
    ['没有各项情形', {}, '是'],
    ['三年前当天买房', { assets: [home('h', 60, { acquiredOn: '2021-03-15' })] }, '是'],
    ['差一天满三年买房', { assets: [home('h', 60, { acquiredOn: '2021-03-16' })] }, '否'],
    ['半年消费差一分到5倍标准', { extraConsumption: 399_999 }, '是'],
    ['半年消费正好5倍标准', { extraConsumption: 400_000 }, '否'],
    ['水电等正好30%', { utilitiesMonthly: 24_000 }, '是'],
    ['水电等超过30%一分', { utilitiesMonthly: 24_001 }, '否'],
    ['经常使用车辆', { usesVehicles: true }, '否'],
    ['自费留学', { highFeeEducation: true }, '否'],
    ['雇人', { hiresOthers: true }, '否'],
    ['水电等没有查清', { utilitiesMonthly: null }, '尚不能确定'],
  ])('重庆某区消费条件：%s', (_, changed, expected) => {
    const facts = { ...consuming, ...changed };
    expect(holdsIn('chongqing-district', { facts, rule: 'dibaoNotBarred' })).toBe(expected);
  });

  test.each([
    ['一套商品房、一套祖屋', [home('h', 60), home('g', 60, { houseKind: 'dilapidated' })], '是'],
    ['两套商品房', [home('h', 60), home('g', 60)], '否'],
    [
      '夫妻摊档，认定为必需',
      [{ id: 'm', owner: 'a', kind: 'market-entity', registeredCapital: 0, necessary: true }],
      '是',
    ],
    [
      '开办企业',
      [{ id: 'm', owner: 'a', kind: 'market-entity', registeredCapital: 0, necessary: false }],
      '否',
    ],
  ] as const)('揭阳：%s', (_, assets, expected) => {
    const asked = { facts: { assets: [...assets] }, rule: 'dibaoPropertyWithin' };
    expect(holdsIn('jieyang', asked)).toBe(expected);
  });

  const car = (id: string, yuan: number) => ({
    ...({ id, owner: 'a', kind: 'vehicle', necessary: false, vehicleUse: 'private' } as const),
    value: Math.round(yuan * 100),
  });
  test.each([
    ['三套共180平方米、3人，正好2倍', [home('h', 60), home('g', 60), home('f', 60)], '是'],
    ['三套共181平方米、3人', [home('h', 60), home('g', 60), home('f', 61)], '否'],
    [
      '三套共181平方米，有拆迁安置',
      [home('h', 60), home('g', 60), home('f', 61, { houseKind: 'relocation' })],
      '是',
    ],
    ['一辆车正好10年标准', [car('v', 96_000)], '是'],
    ['一辆车超过10年标准一分', [car('v', 96_000.01)], '否'],
    ['两辆车', [car('v', 1), car('u', 1)], '否'],
    [
      '注册资本正好30万元',
      [
        {
          id: 'm',
          owner: 'a',
          kind: 'market-entity',
          registeredCapital: 30_000_000,
          necessary: false,
        } as const,
      ],
      '是',
    ],
    [
      '注册资本30万元多一分',
      [
        {
          id: 'm',
          owner: 'a',
          kind: 'market-entity',
          registeredCapital: 30_000_001,
          necessary: false,
        } as const,
      ],
      '否',
    ],
  ])('按面积和购买时间：%s', (_, assets, expected) => {
    const facts = { members: family(3), assets };
    expect(holdsIn('property-by-area', { facts, rule: 'rigidPropertyWithin' })).toBe(expected);
  });
});

describe('刚性支出困难家庭', () => {
  const spending = (yuan: number, income: number): Asked['facts'] => ({
    incomes: [earned('i', income * 100)],
    spendings: [
      { id: 's', member: 'a', kind: 'medical', ownShare: Math.round(yuan * 100), aidReceived: 0 },
    ],
  });
  test.each([
    ['年收入24000元，支出正好60%', 14_400, '是'],
    ['年收入24000元，支出差一分到60%', 14_399.99, '否'],
  ])('坪山：%s', (_, yuan, expected) => {
    expect(
      holdsIn('pingshan', { facts: spending(yuan, 2000), rule: 'rigidRatioMet', on: '2025-03-15' }),
    ).toBe(expected);
  });

  test.each([
    ['月收入3000元、标准800元，扣支出后正好2倍', 16_800, '否'],
    ['扣支出后比2倍少一分多', 16_800.12, '是'],
  ])('柳南：%s', (_, yuan, expected) => {
    expect(
      holdsIn('liunan', { facts: spending(yuan, 3000), rule: 'rigidOtherMet', on: '2025-03-15' }),
    ).toBe(expected);
  });

  test.each([
    ['人均正好1.5倍，扣支出后低于标准', 1200, 6000, '是'],
    ['人均低于1.5倍，归低保或边缘', 1199, 6000, '否'],
    ['扣支出后正好等于标准', 1200, 4800, '否'],
  ])('姜堰：%s', (_, income, yuan, expected) => {
    expect(
      holdsIn('jiangyan', {
        facts: spending(yuan, income),
        rule: 'rigidOtherMet',
        on: '2025-03-15',
      }),
    ).toBe(expected);
  });
});

describe('特困', () => {
  const helped = (careMode: 'institution' | 'home', changed: object = {}): Asked['facts'] =>
    ofOne({
      birth: '1950-01-01',
      careMode,
      ...{
        canEat: true,
        canDress: true,
        canGetUp: true,
        canToilet: true,
        canWalk: true,
        canBathe: true,
      },
      ...changed,
    });
  test.each([
    ['集中供养1.5倍', helped('institution'), '1,200.00 元'],
    ['分散供养1.3倍', helped('home'), '1,040.00 元'],
  ])('按供养方式：%s', (_, facts, expected) => {
    expect(yuanIn('tekun-by-mode', { facts, rule: 'tekunOwnBasic', of: 'a' })).toBe(expected);
  });

  test.each([
    ['比3年的标准少一分', 28_799.99, '是'],
    ['正好3年的标准', 28_800, '否'],
  ])('财产须低于3年的标准：%s', (_, yuan, expected) => {
    const facts: Asked['facts'] = {
      assets: [
        { id: 'd', owner: 'a', kind: 'deposit', value: Math.round(yuan * 100), necessary: false },
      ],
    };
    expect(holdsIn('tekun-by-mode', { facts, rule: 'tekunFinancialWithin' })).toBe(expected);
  });
});

describe('临时救助', () => {
  const relief = (changed: object): Asked['facts'] => ({
    members: family(2),
    relief: {
      kind: 'emergency',
      cause: 'fire',
      severity: 'serious',
      persons: 2,
      months: 3,
      days: 30,
      loss: 10_000_000,
      repeatJustified: false,
      ...changed,
    },
    pastReliefs: [],
  });
  test.each([
    ['3个月：3×800×2', { months: 3 }, '4,800.00 元', '是'],
    ['4个月，超过乡镇3倍', { months: 4 }, '6,400.00 元', '否'],
    ['8个月，封顶6倍', { months: 8 }, '9,600.00 元', '否'],
  ])('按倍数：%s', (_, changed, expected, withinTownship) => {
    const facts = relief(changed);
    expect(yuanIn('temporary-by-multiple', { facts, rule: 'temporaryExact' })).toBe(expected);
    expect(holdsIn('temporary-by-multiple', { facts, rule: 'withinTownship' })).toBe(
      withinTownship,
    );
  });

  test.each([
    ['同一年同一事由', '2024-01-01', '否'],
    ['上一年同一事由', '2023-12-31', '是'],
  ])('同一事由一年一次：%s', (_, grantedOn, expected) => {
    const facts = {
      ...relief({}),
      pastReliefs: [{ id: 'p', grantedOn, cause: 'fire', amount: 100_000 } as const],
    };
    expect(holdsIn('temporary-by-multiple', { facts, rule: 'notRepeated' })).toBe(expected);
  });

  test.each([
    ['火灾45天', { days: 45 }, '2,400.00 元'],
    ['火灾150天，封顶120天', { days: 150 }, '6,400.00 元'],
    ['重病150天', { cause: 'illness', days: 150 }, '8,000.00 元'],
    ['失业90天，封顶60天', { cause: 'unemployment', days: 90 }, '3,200.00 元'],
  ])('按天：%s', (_, changed, expected) => {
    expect(yuanIn('temporary-by-day', { facts: relief(changed), rule: 'temporaryExact' })).toBe(
      expected,
    );
  });

  test.each([
    ['支出型1个月，按最少2个月', { kind: 'spending', months: 1 }, '3,200.00 元', '是'],
    ['支出型15个月，按最多12个月', { kind: 'spending', months: 15 }, '19,200.00 元', '否'],
    ['急难型损失1000元', { loss: 100_000 }, '1,000.00 元', '是'],
  ])('龙华：%s', (_, changed, expected, withinStreet) => {
    const facts = relief(changed);
    expect(yuanIn('longhua', { facts, rule: 'temporaryExact' })).toBe(expected);
    expect(holdsIn('longhua', { facts, rule: 'withinTownship' })).toBe(withinStreet);
  });
});
