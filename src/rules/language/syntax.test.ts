import { describe, expect, test } from 'vitest';
import { rational } from './rational.ts';
import { parseFormula, standsAt, tryParse } from './syntax.ts';
import { partsOf } from './walk.ts';

const FORMULA = 'if a > (b + 20%) then sum(member where counted: c) else 0';

describe('算式的各部分知道自己写在哪里', () => {
  test('整个算式和其中每一部分都对应原文', () => {
    const read = tryParse(FORMULA);
    if (!read.ok) throw new Error(read.message);
    const textOf = (tree: typeof read.tree) => FORMULA.slice(...(standsAt(tree) ?? [0, 0]));
    const [condition, then] = partsOf(read.tree, 'household').map((each) => each.of);
    if (!condition || !then) throw new Error('no parts');
    expect(textOf(read.tree)).toBe(FORMULA);
    expect(textOf(condition)).toBe('a > (b + 20%)');
    expect(partsOf(condition, 'household').map((each) => textOf(each.of))).toEqual([
      'a',
      'b + 20%',
    ]);
    expect(textOf(then)).toBe('sum(member where counted: c)');
    expect(partsOf(then, 'household').map((each) => textOf(each.of))).toEqual(['counted', 'c']);
  });

  test('读不懂的，给出第一个读不懂的字符', () => {
    expect(tryParse('a +* b')).toMatchObject({ ok: false, position: 3 });
    expect(tryParse('a +')).toMatchObject({ ok: false, position: 3 });
  });
});

describe('数和单位', () => {
  test.each([
    ['5', rational(5), 'number'],
    ['2.50', rational(5, 2), 'number'],
    ['5 fen', rational(5), 'fen'],
    ['5 yuan', rational(500), 'fen'],
    ['2.5 yuan / 1 month', null, null],
    ['2.5 yuan/month', rational(250), 'fen/month'],
    ['30%', rational(3, 10), 'percent'],
    ['12.5%', rational(1, 8), 'percent'],
    ['0.05%', rational(1, 2000), 'percent'],
  ])('%s', (text, value, unit) => {
    const tree = parseFormula(text);
    if (unit === null) expect(tree).toMatchObject({ is: '/', left: { unit: 'fen' } });
    else expect(tree).toEqual({ is: 'number', value, unit });
  });

  test('是、否和名称', () => {
    expect(parseFormula('yes')).toEqual({ is: 'yes/no', value: true });
    expect(parseFormula('no')).toEqual({ is: 'yes/no', value: false });
    expect(parseFormula('yesterday')).toEqual({ is: 'name', name: 'yesterday' });
    expect(parseFormula('unknown("其他收入")')).toEqual({ is: 'unknown', text: '其他收入' });
    expect(parseFormula(`a in ('x', 'y')`)).toMatchObject({ is: 'in', codes: ['x', 'y'] });
  });

  test('读不懂的写明第几个字符起，最多引二十个字符', () => {
    const message = (text: string) => {
      const read = tryParse(text);
      return read.ok ? '' : read.message;
    };
    expect(message('a +')).toBe('算式写法有误，末尾不完整：a +');
    expect(message('a + ')).toBe('算式写法有误，末尾不完整：a + ');
    const text = `a +* ${'b'.repeat(30)}`;
    expect(message(text)).toBe(`算式写法有误，第4个字符“* ${'b'.repeat(18)}”处读不懂：${text}`);
    expect(message('a +* b ')).toContain('“* b”');
    expect(() => parseFormula('a +* b')).toThrow(SyntaxError);
  });
});
