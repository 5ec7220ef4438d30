import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import * as operation from './operation.ts';
import { ANY, whole } from './range.ts';
import { type Missing, number, truth, type Value } from './value.ts';

const missing: Missing = [{ level: 'member', id: 'a', field: 'x', text: '缺' }];
const yes = truth(true);
const no = truth(false);
const open = truth(null, missing);
const code = (...possible: readonly string[]): Value => ({
  ...{ kind: 'code', possible, missing: possible.length === 1 ? [] : missing },
});
const date = (text: string | null): Value => ({
  ...{ kind: 'date', value: text === null ? null : localDate(text) },
  missing: text === null ? missing : [],
});
const figure = (low: number, high = low) => number(whole(low, high), low === high ? [] : missing);
const unknown = number(ANY, missing);
const codes: Value = { kind: 'codes', codes: ['x'], missing: [] };

describe('两者之一：两边一样的才定', () => {
  const { either } = operation;
  test('数合成范围，相同的已定', () => {
    expect(either(figure(1), figure(3), missing)).toEqual(figure(1, 3));
    expect(either(figure(2), figure(2), missing)).toEqual(figure(2));
  });

  test('是否、代码、日期', () => {
    expect(either(yes, yes, missing)).toEqual(yes);
    expect(either(yes, no, missing)).toEqual(open);
    expect(either(open, yes, missing)).toEqual(open);
    expect(either(code('a'), code('a'), missing)).toEqual(code('a'));
    expect(either(code('a'), code('b', 'a'), missing)).toEqual(code('a', 'b'));
    const day = date('2024-03-15');
    expect(either(day, date('2024-03-15'), missing)).toEqual(day);
    expect(either(day, date('2024-03-16'), missing)).toEqual(date(null));
    expect(either(date(null), date(null), missing)).toEqual(date(null));
  });

  test('不同种类的不能合', () => {
    expect(() => either(yes, figure(1), missing)).toThrow(Error);
    expect(() => either(codes, codes, missing)).toThrow(Error);
  });
});

describe('属于：所有可能都在里面才是，都不在才否', () => {
  const { memberOf } = operation;
  test('按可能的代码', () => {
    expect(memberOf(code('a'), ['a', 'b'])).toEqual(yes);
    expect(memberOf(code('c'), ['a', 'b'])).toEqual(no);
    expect(memberOf(code('a', 'b'), ['a', 'b', 'c'])).toEqual(yes);
    expect(memberOf(code('a', 'c'), ['a', 'b'])).toEqual(open);
    expect(memberOf(code('c', 'd'), ['a', 'b'])).toEqual(no);
    expect(() => memberOf(yes, ['a'])).toThrow(Error);
  });
});

describe('比较', () => {
  const says = (operator: string, left: Value, right: Value) => {
    const { value, missing: open } = operation.truthOf(operation.comparison(operator, left, right));
    return value === null ? open : value;
  };
  const all = (left: Value, right: Value) =>
    ['=', '<>', '<', '<=', '>', '>='].map((operator) => says(operator, left, right));

  test.each<[string, (text: number) => Value]>([
    ['数', (at) => figure(at)],
    ['日期', (at) => date(`2024-03-0${at}`)],
  ])('%s：小于、等于、大于', (_kind, of) => {
    expect(all(of(1), of(2))).toEqual([false, true, true, true, false, false]);
    expect(all(of(2), of(2))).toEqual([true, false, false, true, false, true]);
    expect(all(of(3), of(2))).toEqual([false, true, false, false, true, true]);
  });

  test('范围不重叠的已定，重叠的写缺什么', () => {
    expect(all(figure(1, 2), figure(3))).toEqual([false, true, true, true, false, false]);
    expect(all(figure(4, 5), figure(3))).toEqual([false, true, false, false, true, true]);
    expect(all(figure(3, 4), figure(3))).toEqual([
      ...[missing, missing, false, missing, missing, true],
    ]);
    expect(all(unknown, figure(3))).toEqual(Array(6).fill(missing));
  });

  test('不知道的日期什么也定不了', () => {
    expect(all(date(null), date('2024-03-01'))).toEqual(Array(6).fill(missing));
    expect(all(date('2024-03-01'), date(null))).toEqual(Array(6).fill(missing));
  });

  test('代码：没有共同的可能才不同，两边都定了才相同', () => {
    expect(says('=', code('a'), code('a'))).toBe(true);
    expect(says('<>', code('a'), code('a'))).toBe(false);
    expect(says('=', code('a'), code('b', 'c'))).toBe(false);
    expect(says('=', code('a'), code('a', 'b'))).toEqual(missing);
    expect(says('=', code('a', 'b'), code('a'))).toEqual(missing);
    expect(says('<>', code('a', 'b'), code('c'))).toBe(true);
  });

  test('是否：两边都知道才比', () => {
    expect(says('=', yes, yes)).toBe(true);
    expect(says('=', yes, no)).toBe(false);
    expect(says('<>', yes, no)).toBe(true);
    expect(says('=', no, no)).toBe(true);
    expect(says('=', open, yes)).toEqual(missing);
    expect(says('=', yes, open)).toEqual(missing);
  });
});

describe('分档表：第一档上限不低于这个数的', () => {
  const table: Value = {
    ...{ kind: 'bands', missing: [] },
    bands: [
      { title: '一档', upTo: 100, amount: 30 },
      { title: '二档', upTo: 200, amount: 20 },
      { title: '三档', upTo: 300, amount: 50 },
    ],
  };
  const at = (low: number, high = low) => operation.lookup(table, figure(low, high));

  test('正好等于上限的在这一档，超过最后一档的为零', () => {
    expect([at(0), at(100), at(101), at(200), at(300), at(301)]).toEqual(
      [30, 30, 20, 20, 50, 0].map((amount) => figure(amount)),
    );
  });

  test('不知道的数：可能碰到的各档', () => {
    expect(at(50, 150)).toEqual(figure(20, 30));
    expect(at(150, 250)).toEqual(figure(20, 50));
    expect(at(50, 100)).toEqual(figure(30));
    expect(at(250, 350)).toEqual(figure(0, 50));
    expect(at(301, 400)).toEqual(figure(0));
    expect(operation.lookup(table, unknown)).toEqual(figure(0, 50));
    expect(operation.lookup(table, number({ low: null, high: 150 }, missing))).toEqual(
      figure(20, 30),
    );
    expect(operation.lookup(table, number({ low: 150, high: null }, missing))).toEqual(
      figure(0, 50),
    );
  });

  test('不是分档表的不能查', () => {
    expect(() => operation.lookup(yes, figure(1))).toThrow(Error);
  });
});

describe('取整和查表', () => {
  test('方向没有规定的，按每一种可能', () => {
    const { roundedValue } = operation;
    expect(roundedValue(figure(14), code('up'), figure(10))).toEqual(figure(20));
    expect(roundedValue(figure(14), code('down', 'up'), figure(10))).toEqual(figure(10, 20));
    expect(roundedValue(figure(20), code('down', 'up'), figure(10))).toEqual(figure(20));
    expect(roundedValue(figure(14), code('up'), figure(1, 10))).toEqual(figure(4, 24));
    expect(() => roundedValue(figure(14), code('up'), undefined)).toThrow(Error);
    expect(() => roundedValue(figure(14), yes, figure(1))).toThrow(Error);
  });

  const row = (amount: number) => ({
    ...{ code: 'rice', title: '水稻', cells: new Map([['low', figure(amount)]]) },
  });
  const norms: Value = {
    ...{ kind: 'table', missing: [] },
    rows: new Map([
      ['rice', row(30)],
      ['pig', row(50)],
    ]),
  };
  const cell = (of: Value, column = 'low') => operation.cellValue(norms, of, column, () => unknown);

  test('没有这一行的，缺的是当地的标准', () => {
    expect(cell(code('rice'))).toEqual(figure(30));
    expect(cell(code('rice', 'pig'))).toEqual(figure(30, 50));
    expect(cell(code('fish'))).toEqual(unknown);
    expect(cell(code('rice', 'fish'))).toEqual(unknown);
    expect(cell(code('rice'), 'high')).toEqual(unknown);
    expect(() => cell(yes)).toThrow(Error);
    expect(() => operation.cellValue(yes, code('rice'), 'low', () => unknown)).toThrow(Error);
  });

  test('种类不对的不能算', () => {
    expect(() => operation.truthOf(figure(1))).toThrow(Error);
    expect(() => operation.rangeOf(yes)).toThrow(Error);
  });
});
