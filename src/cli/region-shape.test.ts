import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import type { HouseholdFactsInput } from '../rules/facts.ts';
import { checkPolicy } from '../rules/policy-check/check-policy.ts';
import { earned, person } from '../rules/worked-case.ts';
import { readRegionJson } from './region-reader.ts';
import { type Asked, shapeJson, shapePath, SHAPES, yuanIn } from './region-shape.fixture.ts';

const on = localDate('2026-11-23');
const worker = (changed: Parameters<typeof person>[1] = {}) =>
  person('a', {
    sex: 'male',
    birth: '1984-01-01',
    labourCapacity: 'full',
    employment: 'employed',
    cannotFindWork: false,
    ...changed,
  });
const wage = (yuan: number, costs = 0) =>
  earned('w', Math.round(yuan * 100), { kind: 'wage', costs: costs * 100 });
const ofOne = (changed: Parameters<typeof person>[1]) => ({ members: [person('a', changed)] });

describe('docs/example/region：每一种样子只写数据', () => {
  const names = readdirSync(SHAPES).map((file) => file.replace('.json', ''));

  test.each(names.toSorted())('%s 检查没有错误，也没有提醒', (name) => {
    const json = shapeJson(name);
    const { faults } = checkPolicy([{ file: shapePath(json.place), json }], readRegionJson, {
      on,
      knownOn: on,
    });
    expect(faults).toEqual([]);
  });
});

describe('收入', () => {
  test.each([
    ['工资2000元，标准800元，扣240元', 2000, '1,760.00 元'],
    ['工资正好240元，扣完', 240, '0.00 元'],
    ['工资240.01元，扣240元', 240.01, '0.01 元'],
  ])('赣州：%s', (_, income, expected) => {
    const facts = { members: [worker()], incomes: [wage(income)] };
    expect(yuanIn('ganzhou', { facts, rule: 'monthlyIncome' })).toBe(expected);
  });

  test.each([
    ['力工一年计6个月，选3500元', 'labourer', 100, 3500, '21,000.00 元'],
    ['水电工计12个月，选最高5000元', 'plumber', 100, 5000, '60,000.00 元'],
    ['水稻5.5亩，选1200元', 'rice', 550, 1200, '6,600.00 元'],
    ['西瓜，选的低于下限一分', 'watermelon', 100, 699.99, '尚不能确定'],
    ['西瓜，选的正好是下限', 'watermelon', 100, 700, '700.00 元'],
    ['西瓜，选的高于上限一分', 'watermelon', 100, 5000.01, '尚不能确定'],
  ])('通榆：%s', (_, activity, quantityHundredths, chosen, expected) => {
    const income = earned('i', null, {
      kind: 'farming',
      basis: 'norm',
      activity,
      quantityHundredths,
      normChosen: Math.round(chosen * 100),
    });
    const facts = { members: [worker({ employment: 'flexible' })], incomes: [income] };
    expect(yuanIn('tongyu', { facts, rule: 'countedIncome', of: 'i' })).toBe(expected);
  });

  const wageless = { yuan: { minimumWage: 2000 }, rule: 'coefficientIncome' };
  const perMonth = (members: HouseholdFactsInput['members']): Asked => ({
    ...wageless,
    facts: { members },
  });
  const second = (changed: Parameters<typeof person>[1]) =>
    person('b', {
      sex: 'female',
      birth: '1985-01-01',
      labourCapacity: 'full',
      cannotFindWork: false,
      ...changed,
    });
  const child = (id: string, changed: Parameters<typeof person>[1] = {}) =>
    person(id, {
      relation: 'child',
      sex: 'male',
      birth: '2014-05-05',
      studentLevel: 'compulsory',
      cannotFindWork: false,
      ...changed,
    });
  test.each([
    ['两名正常劳动力：系数2', [worker(), second({})], '48,000.00 元'],
    ['一名正常、一名慢性病：1.2', [worker(), second({ chronicallyIll: true })], '28,800.00 元'],
    [
      '两名慢性病：0.4−0.3',
      [worker({ chronicallyIll: true }), second({ chronicallyIll: true })],
      '2,400.00 元',
    ],
    ['女满55周岁当天不计', [worker(), second({ birth: '1969-03-15' })], '24,000.00 元'],
    ['女未满55周岁一天仍计', [worker(), second({ birth: '1969-03-16' })], '48,000.00 元'],
    ['重病一人：1−1', [worker(), second({ seriouslyIll: true })], '0.00 元'],
    ['单亲、两名学生：1−0.5', [worker(), child('c'), child('d')], '12,000.00 元'],
    ['单亲、一名学生：不扣', [worker(), child('c')], '24,000.00 元'],
    [
      '重病一人、学龄前儿童一名：1−1.5，不低于零',
      [worker(), second({ seriouslyIll: true }), child('c', { studentLevel: 'preschool' })],
      '0.00 元',
    ],
  ])('劳动力系数：%s', (_, members, expected) => {
    expect(yuanIn('labour-coefficient', perMonth(members))).toBe(expected);
  });

  test.each([
    ['粮食收入1万元，成本40%', 'grain', '6,000.00 元'],
    ['烤烟收入1万元，成本45%', 'tobacco', '5,500.00 元'],
    ['水果收入1万元，成本15%', 'fruit', '8,500.00 元'],
  ])('楚雄：%s', (_, activity, expected) => {
    const income = earned('i', null, {
      kind: 'farming',
      basis: 'norm',
      activity,
      quantityHundredths: 10_000,
      normChosen: null,
    });
    const asked = {
      facts: { members: [worker()], incomes: [income] },
      rule: 'countedIncome',
      of: 'i',
    };
    expect(yuanIn('chuxiong', asked)).toBe(expected);
  });

  test('楚雄：养殖收入1万元，成本40%', () => {
    const income = earned('i', 1_000_000, { kind: 'breeding', period: 'per-year', costs: null });
    const asked = {
      facts: { members: [worker()], incomes: [income] },
      rule: 'countedIncome',
      of: 'i',
    };
    expect(yuanIn('chuxiong', asked)).toBe('6,000.00 元');
  });

  test('就业成本按最低工资与标准之差：工资3000元，最低工资2000元，标准800元', () => {
    const facts = { members: [worker()], incomes: [wage(3000)] };
    const asked = { facts, yuan: { minimumWage: 2000 }, rule: 'monthlyIncome' };
    expect(yuanIn('employment-cost-gap', asked)).toBe('1,800.00 元');
  });

  test.each([
    ['未满60周岁一天，不免', '1964-03-16', '15,000.00 元'],
    ['满60周岁当天，免6000元', '1964-03-15', '9,000.00 元'],
  ])('零星收入：%s', (_, birth, expected) => {
    const income = earned('i', 1_500_000, { kind: 'wage', period: 'per-year' });
    const facts = { members: [worker({ birth })], incomes: [income] };
    const asked = { facts, yuan: { minimumWage: 2000 }, rule: 'countedIncome', of: 'i' };
    expect(yuanIn('employment-cost-gap', asked)).toBe(expected);
  });

  test.each([
    ['教育支出5万元，年收入2万元，只扣超过4万元的1万元', 'education', '10,000.00 元'],
    ['医疗支出5万元，已获救助1万元，扣4万元', 'medical', '40,000.00 元'],
    ['康复支出不在扣减之列', 'rehabilitation', '0.00 元'],
  ] as const)('衡阳：%s', (_, kind, expected) => {
    const facts: Asked['facts'] = {
      incomes: [earned('i', 2_000_000, { period: 'per-year' })],
      spendings: [
        {
          id: 's',
          member: 'a',
          kind,
          ownShare: 5_000_000,
          aidReceived: kind === 'medical' ? 1_000_000 : 0,
        },
      ],
    };
    expect(yuanIn('hengyang', { facts, rule: 'rigidDeduction', on: '2025-12-01' })).toBe(expected);
  });

  test('衡阳：重残人员按人扣减两项补贴之和', () => {
    const facts = {
      ...ofOne({ disabilityKind: 'physical', disabilityGrade: 2 }),
      incomes: [earned('i', 50_000)],
    };
    expect(yuanIn('hengyang', { facts, rule: 'monthlyIncome', on: '2025-12-01' })).toBe(
      '290.00 元',
    );
  });
});

describe('赡养费', () => {
  const supported = (changed: object): Asked => ({
    rule: 'supportIncome',
    facts: {
      members: [person('a', { birth: '1950-01-01' })],
      supporters: [
        {
          id: 's',
          supports: 'a',
          relation: 'child',
          familySize: 3,
          familyMonthlyIncome: 800_000,
          supportedPersons: 2,
          agreedMonthly: 0,
          actualMonthly: 0,
          ownMonthlyIncome: 500_000,
          exemption: 'none',
          seriouslyIll: false,
          obligors: 2,
          residence: 'urban',
          ...changed,
        },
      ],
    },
    yuan: { standard: 600 },
  });

  test.each([
    ['（8000−2×600×3）×20%÷2', {}, '440.00 元'],
    ['正好2倍的不计', { familyMonthlyIncome: 360_000 }, '0.00 元'],
    ['父母付的抚养费：收入的20%', { relation: 'parent', supportedPersons: 1 }, '1,000.00 元'],
    ['抚养两人：每人20%', { relation: 'parent', supportedPersons: 2 }, '1,000.00 元'],
    ['抚养三人：合计50%，每人六分之一', { relation: 'parent', supportedPersons: 3 }, '833.33 元'],
    ['有裁判的从裁判', { agreedMonthly: 30_000 }, '300.00 元'],
    ['实际更高的从实际', { actualMonthly: 60_000 }, '600.00 元'],
    ['刚性支出困难家庭的义务人不计', { exemption: 'margin-or-rigid' }, '0.00 元'],
  ])('M3：%s', (_, changed, expected) => {
    expect(yuanIn('support-family-excess', supported(changed))).toBe(expected);
  });

  test.each([
    ['独生子女50%', { obligors: 1 }, '2,200.00 元'],
    ['两名子女30%', { obligors: 2 }, '1,320.00 元'],
    ['三名以上20%', { obligors: 3 }, '880.00 元'],
    ['患重病的义务人免予计算', { seriouslyIll: true }, '0.00 元'],
    ['子女人数不清楚的，不能确定', { obligors: null }, '尚不能确定'],
  ])('按子女人数：%s', (_, changed, expected) => {
    expect(yuanIn('support-by-children', supported(changed))).toBe(expected);
  });

  const anshan = (residence: 'urban' | 'rural', changed: object): Asked => ({
    ...supported(changed),
    facts: { ...supported(changed).facts, residence },
  });
  test.each([
    ['子女：（8000−600×3）×50%÷2', {}, '1,550.00 元'],
    ['配偶没有裁判的：收入的25%', { relation: 'spouse', supportedPersons: 1 }, '1,250.00 元'],
    ['抚养三人：合计50%，每人六分之一', { relation: 'parent', supportedPersons: 3 }, '833.33 元'],
  ])('M2 鞍山（regions/21/2103）：%s', (_, changed, expected) => {
    expect(yuanIn('../../../regions/21/2103/rule', anshan('rural', changed))).toBe(expected);
  });
});
