import { describe, expect, test } from 'vitest';
import { factFaults } from './fact-fault.ts';

const told = (given: unknown) =>
  factFaults(given).map(({ path, message }) => `${path.join('.')} ${message}`);
/** An applicant and others, by relation and birth. */
const family = (...others: readonly (readonly [relation: string, birth?: unknown])[]) => ({
  members: [['self', '1980-05-05'] as const, ...others].map(([relation, birth], index) => ({
    id: `m${index}`,
    relation,
    ...(birth === undefined ? {} : { birth }),
  })),
});
const many = (relation: string, count: number) =>
  family(...Array.from({ length: count }, () => [relation] as const));

describe('家庭成员之间的关系互相矛盾的，指出是哪一名', () => {
  test('申请人一名，不多不少', () => {
    const wrong = ['members 应当有且只有一名申请人'];
    expect(told(family())).toEqual([]);
    expect(told(family(['self']))).toEqual(wrong);
    expect(told({ members: [] })).toEqual(wrong);
    expect(told({})).toEqual(wrong);
  });

  test.each([
    ['spouse', 1, '配偶只能登记一名'],
    ['parent', 2, '父母最多登记两名'],
    ['parent-in-law', 2, '配偶的父母最多登记两名'],
    ['grandparent', 4, '祖父母、外祖父母最多登记四名'],
  ])('%s：最多 %d 名', (relation, most, message) => {
    expect(told(many(relation, most))).toEqual([]);
    expect(told(many(relation, most + 1))).toEqual([`members.${most + 1} ${message}`]);
    expect(told(many(relation, most + 2))).toHaveLength(2);
  });

  test('子女不限名数', () => {
    expect(told(many('child', 9))).toEqual([]);
  });

  test.each([
    ['child', '1980-05-06', '1980-05-05', '子女的出生日期不晚于申请人，请核对'],
    ['grandchild', '1980-05-06', '1980-05-05', '孙子女、外孙子女的出生日期不晚于申请人，请核对'],
  ])('%s 比申请人晚一天出生可以，同一天不可以', (relation, later, same, message) => {
    expect(told(family([relation, later]))).toEqual([]);
    expect(told(family([relation, same]))).toEqual([`members.1 ${message}`]);
  });

  test('申请人比父母晚一天出生可以，同一天不可以；指的是申请人', () => {
    expect(told(family(['parent', '1980-05-04']))).toEqual([]);
    expect(told(family(['parent', '1980-05-05']))).toEqual([
      'members.0 申请人的出生日期不晚于父母，请核对',
    ]);
  });

  test('父母比祖父母、外祖父母晚一天出生可以，同一天不可以', () => {
    const parent = ['parent', '1955-05-05'] as const;
    expect(told(family(parent, ['grandparent', '1955-05-04']))).toEqual([]);
    expect(told(family(parent, ['grandparent', '1955-05-05']))).toEqual([
      'members.1 父母的出生日期不晚于祖父母、外祖父母，请核对',
    ]);
  });

  test('孙子女比子女晚一天出生可以，同一天不可以', () => {
    const child = ['child', '2000-05-05'] as const;
    expect(told(family(child, ['grandchild', '2000-05-06']))).toEqual([]);
    expect(told(family(child, ['grandchild', '2000-05-05']))).toEqual([
      'members.2 孙子女、外孙子女的出生日期不晚于子女，请核对',
    ]);
  });

  test('同一个错只说一次', () => {
    const parents = [
      ['parent', '1980-05-05'],
      ['parent', '1981-01-01'],
    ] as const;
    expect(told(family(...parents))).toEqual(['members.0 申请人的出生日期不晚于父母，请核对']);
  });

  test.each([
    ['没有写', undefined],
    ['不是文字', 19_800_505],
    ['前面多写了', 'a1980-05-05'],
    ['后面多写了', '1980-05-05T00'],
  ])('出生日期%s的不比较，由这一项自己的错误说明', (_title, birth) => {
    expect(told(family(['child', birth]))).toEqual([]);
    expect(told(family(['parent', birth]))).toEqual([]);
  });

  test('不是一组项目的，什么也不说', () => {
    for (const given of [null, undefined, 5, '一户', [family()]]) expect(told(given)).toEqual([]);
    expect(told({ members: '一户' })).toEqual(['members 应当有且只有一名申请人']);
    expect(told({ ...family(), incomes: [null, 'i', [], 3] })).toEqual([]);
  });
});

describe('收入和财产的日期不晚于受理日期', () => {
  const on = (name: string, field: string, date: unknown) =>
    told({
      ...family(),
      acceptedOn: '2024-03-15',
      [name]: [{ owner: 'm0', member: 'm0', [field]: date }],
    });

  test.each([
    ['assets', 'acquiredOn'],
    ['incomes', 'receivedOn'],
  ])('%s：受理当天可以，后一天不可以', (name, field) => {
    expect(on(name, field, '2024-03-15')).toEqual([]);
    expect(on(name, field, '2024-03-16')).toEqual([`${name}.0.${field} 日期晚于受理日期，请核对`]);
    expect(on(name, field, 20_240_316)).toEqual([]);
  });

  test('还没有受理的不比较', () => {
    const assets = [{ owner: 'm0', acquiredOn: '2099-01-01' }];
    expect(told({ ...family(), assets })).toEqual([]);
    expect(told({ ...family(), assets, acceptedOn: '明天' })).toEqual([]);
  });
});

describe('记录的编号和归属', () => {
  const owner = {
    ...{ incomes: 'member', transfersPaid: 'member', assets: 'owner' },
    ...{ supporters: 'supports', spendings: 'member' },
  } as const;
  const listed = (name: keyof typeof owner, ids: readonly string[], member = 'm0') => ({
    ...family(['spouse']),
    [name]: ids.map((id) => ({ id, [owner[name]]: member })),
  });
  const names = Object.keys(owner) as (keyof typeof owner)[];

  test.each(names)('%s：编号不能重复', (name) => {
    expect(told(listed(name, ['x', 'y']))).toEqual([]);
    expect(told(listed(name, ['x', 'y', 'x']))).toEqual([`${name}.2 编号重复：x`]);
  });

  test.each(names)('%s：要记在本户成员名下', (name) => {
    expect(told(listed(name, ['x'], 'm1'))).toEqual([]);
    expect(told(listed(name, ['x'], 'm2'))).toEqual([`${name}.0 没有这名家庭成员：m2`]);
  });

  test.each(names)('%s：一名成员名下 40 条可以，第 41 条不可以', (name) => {
    const ids = Array.from({ length: 41 }, (_, index) => `x${index}`);
    expect(told(listed(name, ids.slice(0, 40)))).toEqual([]);
    expect(told(listed(name, ids))).toEqual([`${name}.40 一名成员名下最多登记 40 条`]);
  });

  test('成员和已经获得的救助只看编号', () => {
    const members = Array.from({ length: 2 }, () => ({ id: 'm', relation: 'child' }));
    expect(told({ members: [...family().members, ...members] })).toEqual(['members.2 编号重复：m']);
    const past = (count: number) =>
      told({ ...family(), pastReliefs: Array.from({ length: count }, (_, id) => ({ id })) });
    expect(past(41)).toEqual([]);
    expect(told({ ...family(), pastReliefs: [{ id: 'p' }, { id: 'p' }] })).toEqual([
      'pastReliefs.1 编号重复：p',
    ]);
  });
});

describe('金额合计要能够精确计算', () => {
  const MOST = Number.MAX_SAFE_INTEGER;
  const TOO_LARGE = '金额合计超过可以计算的范围，请核对是否多输了零';
  const incomes = (...rows: readonly (readonly [amount: unknown, period: string])[]) =>
    told({
      ...family(),
      incomes: rows.map(([amount, period], index) => ({ id: index, member: 'm0', amount, period })),
    });
  const assets = (...rows: readonly object[]) =>
    told({ ...family(), assets: rows.map((each, id) => ({ id, owner: 'm0', ...each })) });

  test('按月的收入算两年，按年的算两次，合计的边界', () => {
    const monthly = Math.floor(MOST / 24);
    expect(incomes([monthly, 'per-month'])).toEqual([]);
    expect(incomes([monthly + 1, 'per-month'])).toEqual([`incomes ${TOO_LARGE}`]);
    const yearly = Math.floor(MOST / 2);
    expect(incomes([yearly, 'per-year'])).toEqual([]);
    expect(incomes([yearly + 1, 'per-year'])).toEqual([`incomes ${TOO_LARGE}`]);
    expect(incomes([yearly, 'per-year'], [1, 'per-month'])).toEqual([`incomes ${TOO_LARGE}`]);
  });

  test('财产价值和注册资本一起算', () => {
    expect(assets({ value: MOST - 1, registeredCapital: 1 })).toEqual([]);
    expect(assets({ value: MOST, registeredCapital: 1 })).toEqual([`assets ${TOO_LARGE}`]);
    expect(assets({ value: MOST }, { value: 1 })).toEqual([`assets ${TOO_LARGE}`]);
  });

  test('负数按大小算，不是数的不算', () => {
    expect(assets({ value: -MOST, registeredCapital: -1 })).toEqual([`assets ${TOO_LARGE}`]);
    expect(assets({ value: MOST }, { value: '1' }, { value: null })).toEqual([]);
    expect(assets({ value: Number.POSITIVE_INFINITY }, { value: Number.NaN })).toEqual([]);
  });
});
