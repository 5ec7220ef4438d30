import { describe, expect, test } from 'vitest';
import {
  figureText,
  nearestFen,
  operandText,
  valueText,
  wordsOf,
  yuanText,
} from './figure-text.ts';
import type { RuleSet } from './named.ts';
import { point, whole } from './range.ts';
import { rational } from './rational.ts';
import { parseType } from './type.ts';
import { type Missing, number, truth, type Value } from './value.ts';

const shown = (type: string, top: number | bigint, bottom = 1, title = '') =>
  figureText(parseType(type) ?? { kind: 'date' }, rational(top, bottom), title);

describe('数的写法', () => {
  test.each([
    ['fen', 123_456, '1,234.56 元'],
    ['fen/month', 0, '0.00 元/月'],
    ['fen/month/person', -5, '-0.05 元/人/月'],
    ['fen/year/person', 100, '1.00 元/人/年'],
    ['fen/square-metre', 100, '1.00 元/平方米'],
    ['months', 12, '12 个月'],
    ['persons', 3, '3 人'],
    ['years', 3, '3 年'],
    ['square-metres', 90, '90 平方米'],
    ['square-metres/person', 30, '30 平方米/人'],
    ['number', 7, '7'],
    ['percent', 1, '100%'],
  ])('%s：%i 写作 %s', (type, figure, expected) => {
    expect(shown(type, figure)).toBe(expected);
  });

  test('岁数写岁，别的年数写年', () => {
    expect(shown('years', 60, 1, '周岁')).toBe('60 岁');
    expect(shown('years', 60, 1, '年龄')).toBe('60 岁');
    expect(shown('years', 3, 1, '脱离家庭的年数')).toBe('3 年');
  });

  test('除不尽的：钱写约，百分数和别的数写准确', () => {
    expect(shown('fen', 100, 3)).toBe('约 0.33 元');
    expect(shown('fen', 199, 2)).toBe('约 1.00 元');
    expect(shown('fen', -1, 2)).toBe('约 0.00 元');
    expect(shown('percent', 1, 8)).toBe('12.5%');
    expect(shown('number', 1, 8)).toBe('0.125');
    expect(shown('number', 1, 3)).toBe('1/3');
    expect(shown('months', 7, 2)).toBe('3.5 个月');
  });

  test('算式里的钱不带单位，别的带', () => {
    const [money, months] = [parseType('fen/month'), parseType('months')];
    expect(money && operandText(money, 80_000)).toBe('800.00');
    expect(months && operandText(months, 12)).toBe('12 个月');
  });

  test('超出安全整数的中间数照样准确', () => {
    expect(yuanText(rational(2n ** 60n))).toBe('11529215046068469.76');
  });

  test('最近的一分，半分进', () => {
    expect([nearestFen(rational(1, 2)), nearestFen(rational(49, 100))]).toEqual([1, 0]);
  });
});

describe('值的写法', () => {
  const set = { codes: { KIND: { wage: '工资', rent: '出租' } } } as unknown as RuleSet;
  const missing: Missing = [{ level: 'member', id: 'a', field: 'x', text: '缺' }];
  const text = (type: string, value: Value) =>
    valueText(set, parseType(type) ?? { kind: 'date' }, value);
  const code = (...possible: readonly string[]): Value => ({ kind: 'code', possible, missing: [] });

  test('代码写名称，没有名称的写代码，不止一种可能的未知', () => {
    expect(text('code KIND', code('wage'))).toBe('工资');
    expect(text('code KIND', code('other'))).toBe('other');
    expect(text('code OTHER', code('wage'))).toBe('wage');
    expect(text('code KIND', code('wage', 'rent'))).toBe('未知');
    expect(text('code KIND', code())).toBe('未知');
  });

  test('几个代码用顿号，没有的写无', () => {
    const codes = (...list: readonly string[]): Value => ({
      kind: 'codes',
      codes: list,
      missing: [],
    });
    expect(text('codes KIND', codes())).toBe('无');
    expect(text('codes KIND', codes('rent'))).toBe('出租');
    expect(text('codes KIND', codes('rent', 'wage', 'x'))).toBe('出租、工资、x');
    expect(wordsOf(set, { kind: 'date' }, ['wage', 'rent'])).toBe('wage、rent');
  });

  test('表和规定写各行的名称', () => {
    const row = (title: string) => ({ code: title, title, cells: new Map() });
    const rows = new Map([
      ['a', row('水稻')],
      ['b', row('生猪')],
    ]);
    expect(text('fen', { kind: 'table', rows, missing: [] })).toBe('水稻、生猪');
    const band = (title: string) => ({ title, upTo: 1, amount: 1 });
    const bands = [band('一档'), band('二档')];
    expect(text('fen', { kind: 'bands', bands, missing: [] })).toBe('一档、二档');
    expect(text('fen', { kind: 'cases', text: '甲；乙', missing: [] })).toBe('甲；乙');
    expect(text('fen', { kind: 'not-used', missing: [] })).toBe('本地不使用');
  });

  test('没有定的写未知', () => {
    expect(text('fen', number(point(100)))).toBe('1.00 元');
    expect(text('fen', number(point(100), missing))).toBe('未知');
    expect(text('fen', number(whole(1, 2), missing))).toBe('未知');
    expect(text('yes/no', truth(null, missing))).toBe('未知');
    expect(text('date', { kind: 'date', value: null, missing })).toBe('未知');
    expect([text('yes/no', truth(true)), text('yes/no', truth(false))]).toEqual(['是', '否']);
  });

  test('很大的负数也准确', () => {
    expect(yuanText(rational(-(2n ** 60n)))).toBe('-11529215046068469.76');
    expect(shown('number', 2n ** 60n)).toBe('1152921504606846976');
  });
});
