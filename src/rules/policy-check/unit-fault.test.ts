import { describe, expect, test } from 'vitest';
import type { WrittenEntry } from '../region-file.ts';
import { findDeclared } from './declared.ts';
import { columnUnits, unitFaults, wantedUnits } from './unit-fault.ts';
import { kindFaults, valueFaultsOf } from './value-fault.ts';

function declared(name: string) {
  const found = findDeclared(name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
}
const entry = (value: unknown, unit?: unknown) =>
  ({ value, ...(unit === undefined ? {} : { unit }) }) as unknown as WrittenEntry;
const units = (name: string, value: unknown, unit?: unknown) =>
  unitFaults(declared(name), entry(value, unit)).map(
    ({ code, path, message }) => `${code} ${path.join('.')} ${message}`,
  );
const values = (name: string, value: unknown, unit?: unknown) =>
  valueFaultsOf(declared(name), entry(value, unit), value).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

const STANDARD = '“低保标准”（standard）';
const norm = { code: 'rice', title: '水稻', low: 300, high: 600, times: 12, cost: 40 };
const NORM = { low: '元', high: '元', times: '次/年', cost: '%' };

describe('单位', () => {
  test('一个数：没有写、写错、写成各列的，各说怎么写', () => {
    const wanted = '“元/人/月”或者“分/人/月”';
    expect(units('standard', 640, '元/人/月')).toEqual([]);
    expect(units('standard', 640)).toEqual([
      `unit-missing unit ${STANDARD}没有写明单位，请写 "unit": ${wanted}`,
    ]);
    expect(units('standard', 640, '元')).toEqual([
      `unit-wrong unit ${STANDARD}的单位应当是${wanted}，现在是“元”`,
    ]);
    expect(units('standard', 640, { low: '元' })).toEqual([
      `unit-wrong unit ${STANDARD}的单位应当是${wanted}，现在是各列的单位`,
    ]);
  });

  test('不使用的、不是单个数的，不写单位', () => {
    expect(units('tierTable', 'not-used')).toEqual([]);
    expect(units('tierTable', 'not-used', '元/人/月')[0]).toMatch(/写明不使用，请删去 unit$/);
    expect(units('supportShared', true)).toEqual([]);
    expect(units('supportShared', true, '%')[0]).toMatch(/不是单个数值，单位写在各行的算式里/);
    expect(units('publicityDayUnit', 'calendar', '日')[0]).toMatch(/^unit-needless/);
    expect(units('startInvestigationWorkingDays', 3)[0]).toContain('“个工作日”');
  });

  test('表：每列一个单位，多的、少的、错的都说', () => {
    expect(units('activityNorms', [norm], NORM)).toEqual([]);
    expect(units('activityNorms', [norm], '元')[0]).toContain(
      '请写明各列的单位："unit": {"low": "元", "high": "元", "times": "',
    );
    expect(units('activityNorms', [norm])[0]).toMatch(/^unit-missing unit /);
    const { cost: _, ...less } = NORM;
    expect(units('activityNorms', [norm], { ...less, low: '%', title: '元' })).toEqual([
      expect.stringMatching(/^unit-wrong unit\.low .*“low”一列的单位应当是“元”或者“分”，现在是“%”/),
      expect.stringMatching(/^unit-missing unit .*“cost”一列没有写明单位，请写“%”/),
      expect.stringMatching(/^unit-needless unit\.title .*没有要写单位的“title”一列/),
    ]);
  });

  test('分档表的单位就是档的单位；表只有数的列有单位', () => {
    expect(wantedUnits('bands fen/month/person -> fen/month/person')).toEqual(
      wantedUnits('fen/month/person'),
    );
    const yesNo = { kind: 'yes/no' } as const;
    const percent = { kind: 'number', unit: {}, percent: true } as never;
    const columns = new Map([
      ['own', yesNo],
      ['cost', percent],
    ] as const);
    const type = { kind: 'table', list: 'ACTIVITY', columns } as const;
    const made = columnUnits(type, 'table ACTIVITY -> own yes/no, cost percent');
    expect([...made]).toEqual([['cost', ['%']]]);
  });
});

describe('值', () => {
  test.each<[string, unknown, string]>([
    ['standard', '640', '是一个数，例如 740'],
    ['standard', 'not-used', '不能写作不使用（not-used），是一个数，例如 740'],
    ['tierTable', 5, '是分档表，写成'],
    ['activityNorms', {}, '是一张表，写成'],
    ['dibaoFinancialLimit', 5, '要按情形写，例如'],
    ['provincialExclusions', 'conscript', '是代码的列表'],
    ['amountMethod', ['difference'], '是一个代码'],
    ['supportShared', '是', '是是非题'],
  ])('%s 写成 %j：%s', (name, value, words) => {
    const [fault, ...more] = kindFaults(declared(name), entry(value));
    expect([fault?.path, more]).toEqual([['value'], []]);
    const begin = fault?.message.slice(fault.message.indexOf('）') + 1);
    expect(begin?.startsWith(words), begin).toBe(true);
  });

  test.each<[string, unknown]>([
    ['standard', 640],
    ['tierTable', []],
    ['tierTable', 'not-used'],
    ['dibaoFinancialLimit', {}],
    ['dibaoFinancialLimit', []],
    ['amountMethod', 'difference'],
    ['supportShared', false],
    ['publicityDays', 'x'],
  ])('%s 写成 %j，写法对', (name, value) => {
    expect(kindFaults(declared(name), entry(value))).toEqual([]);
  });

  test('范围按所写的单位说；表里的数说到哪一行哪一列', () => {
    expect(values('standard', 100_000, '元/人/月')).toEqual([]);
    expect(values('standard', 100_001, '元/人/月')).toEqual([
      `value ${STANDARD}应当在 0.01 到 100000 元/人/月之间，现在是 100001 元/人/月`,
    ]);
    expect(values('standard', 0, '元/人/月')[0]).toContain('应当在 0.01 到');
    expect(values('standard', 640.001, '元/人/月')[0]).toContain('640.001 元/人/月写法有误');
    const tiers = [
      { title: '一', upTo: 1, amount: 100_001 },
      { title: '二', upTo: 100_001, amount: 5 },
    ];
    expect(values('tierTable', tiers, '元/人/月').map((each) => each.split(' ')[0])).toEqual([
      ...['value.0.amount', 'value.1.upTo'],
    ]);
    const wrong = [norm, { ...norm, code: 'pig', low: 100_001, cost: 101 }];
    expect(values('activityNorms', wrong, NORM).map((each) => each.split(' ')[0])).toEqual([
      ...['value.1.low', 'value.1.cost'],
    ]);
    expect(values('activityNorms', ['x', norm], NORM).length).toBeGreaterThan(0);
  });

  test('表里哪一行不对', () => {
    const rows = Array.from({ length: 11 }, (_, index) => ({ ...norm, code: `c${index}` }));
    const double = [...rows, { ...norm, code: 'c3' }];
    const [fault] = valueFaultsOf(declared('activityNorms'), entry(double, NORM), double);
    expect(fault?.path).toEqual(['value', 11]);
  });

  test('程序的期限按自己的限度', () => {
    const days = (value: unknown) => values('startInvestigationWorkingDays', value, '个工作日');
    expect([days(3), days(4).length, days('3').length]).toEqual([[], 1, 1]);
    expect(days(4)[0]).toMatch(/^value “.*”（startInvestigationWorkingDays）/);
  });
});
