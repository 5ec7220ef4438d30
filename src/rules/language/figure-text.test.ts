import { describe, expect, test } from 'vitest';
import { figureText, nearestFen, operandText, yuanText } from './figure-text.ts';
import { rational } from './rational.ts';
import { parseType } from './type.ts';

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
