import { describe, expect, test } from 'vitest';
import { household, person } from './worked-case.ts';
import { type HouseholdFault, readHousehold } from './household-fault.ts';

const told = (json: unknown): readonly string[] => {
  const read = readHousehold(json);
  return read.ok ? [] : read.faults.map((each: HouseholdFault) => each.message);
};
const family = (more: object) => ({ ...household(), ...more });

describe('读取一户的情况：错误一次说全，用表格里的名称', () => {
  test('写得对的读成事实', () => {
    expect(readHousehold(household())).toEqual({ ok: true, facts: household() });
  });

  test.each([
    ['不是一组项目', [], '整个家庭：应当是一组项目（{…}），现在是列表'],
    ['缺成员', family({ members: undefined }), '家庭成员：没有填写'],
    ['没有成员', family({ members: [] }), '家庭成员：至少写 1 条'],
    ['户籍所在地写错', family({ place: '达州' }), '户籍所在地：写法不对："达州"'],
    ['日期写法不对', family({ acceptedOn: '2026年11月' }), '受理日期：不是1900年以后的有效日期'],
    [
      '1900年以前',
      family({ members: [person('a', { birth: '1899-12-31' })] }),
      '家庭成员第 1 条“出生日期”：不是1900年以后的有效日期',
    ],
    [
      '代码写错',
      family({ members: [{ ...person('a'), sex: 'femal' }] }),
      '家庭成员第 1 条“性别”：不认识"femal"，是不是“female”？',
    ],
    [
      '金额为负',
      family({
        incomes: [{ id: 'i', member: 'a', kind: 'wage', period: 'per-month', amount: -1 }],
      }),
      '收入情况第 1 条“收入金额”：不能小于 0',
    ],
    [
      '金额带角分',
      family({
        incomes: [{ id: 'i', member: 'a', kind: 'wage', period: 'per-month', amount: 1.5 }],
      }),
      '收入情况第 1 条“收入金额”：应当是整数，现在是1.5',
    ],
    [
      '面积为负',
      family({ assets: [{ id: 'h', owner: 'a', kind: 'house', areaSquareMetres: -80 }] }),
      '财产情况第 1 条“房屋面积”：不能小于 0',
    ],
    [
      '不认识的项目',
      family({ members: [{ ...person('a'), brith: '1970-01-01' }] }),
      '家庭成员第 1 条：不认识的项目“brith”，是不是“birth”？',
    ],
    [
      '临时救助里写错',
      family({ relief: { kind: 'urgent' } }),
      '申请临时救助的情况“遇到的突发困难”：不认识"urgent"',
    ],
    [
      '需要救助的人数超过家庭人数',
      family({ relief: { kind: 'emergency', persons: 2 } }),
      '申请临时救助的情况“需要救助的人数”：填写了 2 人，家庭成员只有 1 人，请核对',
    ],
    [
      '需要救助的人数为零',
      family({ relief: { kind: 'emergency', persons: 0 } }),
      '申请临时救助的情况“需要救助的人数”：不能小于 1',
    ],
    [
      '户里不认识的项目',
      family({ residense: 'urban' }),
      '整个家庭：不认识的项目“residense”，是不是“residence”？',
    ],
    [
      '临时救助里不认识的项目',
      family({ relief: { knd: 'none' } }),
      '申请临时救助的情况：不认识的项目“knd”，是不是“kind”？',
    ],
    ['列表写成别的', family({ incomes: 5 }), '收入情况：应当是列表（[…]），现在是5'],
    ['记录写成别的', family({ incomes: [5] }), '收入情况第 1 条：应当是一组项目（{…}），现在是5'],
  ])('%s', (_title, json, message) => {
    expect(
      told(json).some((each) => each.startsWith(message)),
      told(json).join('\n'),
    ).toBe(true);
  });

  test('需要救助的人数等于家庭人数的，可以', () => {
    expect(told(family({ relief: { kind: 'emergency', persons: 1 } }))).toEqual([]);
  });

  test('名称不认识的，指的是名称；值写错的，指的是值', () => {
    const faultsOf = (json: unknown) => {
      const read = readHousehold(json);
      return read.ok
        ? []
        : read.faults.map(({ path, isName }) => [path.join('.'), isName ?? false]);
    };
    expect(faultsOf(family({ residense: 'urban' }))).toEqual([['residense', true]]);
    expect(faultsOf(family({ residence: 'city' }))).toEqual([['residence', false]]);
  });

  test('两名配偶、子女比申请人大、面积为负，一次全部说出', () => {
    const members = [
      person('a', { birth: '1990-01-01' }),
      person('b'),
      person('c'),
      person('d', { relation: 'child', birth: '1980-01-01' }),
    ];
    const assets = [{ id: 'h', owner: 'x', kind: 'house', areaSquareMetres: -80 }];
    expect(told(family({ members, assets }))).toEqual([
      '财产情况第 1 条“房屋面积”：不能小于 0',
      '家庭成员第 3 条：配偶只能登记一名',
      '家庭成员第 4 条：子女的出生日期不晚于申请人，请核对',
      '财产情况第 1 条：没有这名家庭成员：x',
    ]);
  });
});
