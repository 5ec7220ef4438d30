import { describe, expect, test } from 'vitest';
import { fits, parseType, type Type, typeText } from './type.ts';

const of = (text: string): Type => {
  const type = parseType(text);
  if (!type) throw new Error(`no type ${text}`);
  return type;
};

describe('类型的写法', () => {
  test('代码、代码集、分档表、标准表和按情形的规定', () => {
    expect(of('code KIND')).toEqual({ kind: 'code', list: 'KIND' });
    expect(of('codes KIND')).toEqual({ kind: 'codes', list: 'KIND' });
    expect(of('bands fen -> months')).toMatchObject({
      ...{ kind: 'bands', from: { fen: 1 }, to: { month: 1 } },
    });
    expect(of('cases code KIND')).toEqual({ kind: 'cases', of: of('code KIND') });
    const table = of('table KIND -> low fen,  share percent ');
    expect(table.kind === 'table' && [table.list, ...table.columns]).toEqual([
      'KIND',
      ['low', of('fen')],
      ['share', of('percent')],
    ]);
    expect(of('percent')).toMatchObject({ kind: 'number', percent: true });
    expect(of('number')).not.toHaveProperty('percent');
  });

  test.each([
    ...['', 'yes', 'code', 'code A B', 'codess A', 'xcode A', 'codes'],
    ...['bands fen', 'bands fen -> what', 'bands what -> fen', 'xbands fen -> fen'],
    ...['bands fen -> fen fen', 'cases what', 'cases codes A', 'cases table A -> low fen'],
    ...['table A -> ', 'table A -> low', 'table A -> low what', 'xtable A -> low fen'],
    ...['table A -> low fen, low fen', 'table A -> Low fen', 'table A -> low codes A'],
    ...['table A -> 1 low fen', 'table A B -> low fen', 'tables A -> low fen'],
  ])('不是类型：%s', (text) => {
    expect(parseType(text)).toBeNull();
  });
});

describe('两个类型合不合', () => {
  test.each<[string, string, boolean]>([
    ['fen', 'fen', true],
    ['fen', 'fen/month', false],
    ['code A', 'code A', true],
    ['code A', 'code B', false],
    ['codes A', 'codes A', true],
    ['codes A', 'codes B', false],
    ['code A', 'codes A', false],
    ['yes/no', 'yes/no', true],
    ['date', 'date', true],
    ['date', 'yes/no', false],
    ['fen', 'date', false],
    ['bands fen -> fen', 'bands fen -> fen', false],
    ['table A -> low fen', 'table A -> low fen', false],
  ])('%s 与 %s：%s', (one, other, expected) => {
    expect([fits(of(one), of(other)), fits(of(other), of(one))]).toEqual([expected, expected]);
  });

  test('零合每一个单位', () => {
    const zero: Type = { kind: 'number', unit: null };
    expect([fits(zero, of('fen')), fits(of('months'), zero), fits(zero, of('date'))]).toEqual([
      ...[true, true, false],
    ]);
  });

  test('写给人看的类型', () => {
    expect(
      [
        'code A',
        'codes A',
        'yes/no',
        'date',
        'bands fen -> fen',
        'table A -> low fen',
        'cases date',
      ]
        .map(parseType)
        .map((type) => type && typeText(type)),
    ).toEqual(['代码A', '代码集A', '是否', '日期', '分档表', '标准表', null]);
    expect(typeText(of('cases yes/no'))).toBe('是否');
    expect(typeText({ kind: 'number', unit: null })).toBe('零');
    expect(typeText(of('fen'))).toBe('分');
  });
});
