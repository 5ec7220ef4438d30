import { describe, expect, test } from 'vitest';
import { point, whole } from './range.ts';
import { atom, bracketed, combined, operandOf, sentence, spaced } from './told.ts';
import { number } from './value.ts';

describe('算式的各部分合在一起，该加括号的加括号', () => {
  const [a, b] = [atom('a'), atom('b')];
  const sum = combined(a, '+', b);
  const product = combined(a, '×', b);

  test('加减是和，乘除是积', () => {
    expect([sum, product]).toEqual([
      { text: 'a + b', strength: 1 },
      { text: 'a × b', strength: 2 },
    ]);
    expect(combined(a, '−', b)).toEqual({ text: 'a − b', strength: 1 });
    expect(combined(a, '÷', b)).toEqual({ text: 'a ÷ b', strength: 2 });
  });

  test('和乘进积里要括号，积加进和里不要', () => {
    expect(combined(sum, '×', product).text).toBe('（a + b）× a × b');
    expect(combined(product, '×', sum).text).toBe('a × b ×（a + b）');
    expect(combined(product, '+', sum).text).toBe('a × b + a + b');
    expect(combined(sum, '+', product).text).toBe('a + b + a × b');
  });

  test('减去和、除以积要括号，左边不要', () => {
    expect(combined(sum, '−', sum).text).toBe('a + b −（a + b）');
    expect(combined(product, '−', product).text).toBe('a × b − a × b');
    expect(combined(product, '÷', product).text).toBe('a × b ÷（a × b）');
    expect(combined(product, '÷', a).text).toBe('a × b ÷ a');
  });

  test('一句话总要括号', () => {
    expect(combined(sentence('甲'), '+', b).text).toBe('（甲）+ b');
    expect(bracketed(sentence('甲'), 0)).toBe('甲');
    expect(bracketed(sum, 1)).toBe('a + b');
    expect(bracketed(sum, 2)).toBe('（a + b）');
  });

  test('全角的括号、引号后面不空格', () => {
    expect([spaced('甲', '1'), spaced('（甲）', '1'), spaced('“甲”', '1')]).toEqual([
      ...['甲 1', '（甲）1', '“甲”1'],
    ]);
    expect(spaced('”甲', '1')).toBe('”甲 1');
  });

  test('没有定的数写未知；没有类型的数不带单位', () => {
    const missing = [{ level: 'member', id: 'a', field: 'x', text: '缺' }];
    expect(operandOf(null, number(point(5)))).toBe('5');
    expect(operandOf(null, number(point(5), missing))).toBe('未知');
    expect(operandOf(null, number(whole(1, 2), missing))).toBe('未知');
    expect(operandOf(null, { kind: 'yes/no', value: true, missing: [] })).toBe('未知');
  });
});
