import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DivisionIndex, indexDivision, kindOf } from '../src/kernel/division.ts';

const read = (folder: string): DivisionIndex =>
  indexDivision(
    JSON.parse(readFileSync(new URL(`${folder}/division.json`, import.meta.url), 'utf8')),
  );
const dazhou = read('51/5117');
const sanming = read('35/3504');

const below = (index: DivisionIndex, code: string, level: string) =>
  index.division.places
    .map(([each]) => index.findPlace(each))
    .filter((place) => place?.level === level && place.code.startsWith(code));

describe('国家统计局 2023 年统计用区划代码：达州', () => {
  test('7 个县（市、区）、200 个乡镇（街道）、2283 个村（社区）', () => {
    expect(below(dazhou, '5117', 'county')).toHaveLength(7);
    expect(below(dazhou, '5117', 'township')).toHaveLength(200);
    expect(below(dazhou, '5117', 'village')).toHaveLength(2283);
  });

  test.each([
    ['511702', '通川区', 18, 209],
    ['511703', '达川区', 33, 452],
    ['511722', '宣汉县', 37, 423],
    ['511723', '开江县', 13, 162],
    ['511724', '大竹县', 31, 324],
    ['511725', '渠县', 37, 415],
    ['511781', '万源市', 31, 298],
  ])('%s %s:%i 个乡级、%i 个村级', (code, name, townships, villages) => {
    expect(dazhou.pathName(code)).toBe(`四川省达州市${name}`);
    expect(below(dazhou, code, 'township')).toHaveLength(townships);
    expect(below(dazhou, code, 'village')).toHaveLength(villages);
  });
});

describe('国家统计局 2023 年统计用区划代码：三明市尤溪县', () => {
  test('15 个乡镇、271 个村（社区）', () => {
    expect(sanming.pathName('350426')).toBe('福建省三明市尤溪县');
    expect(below(sanming, '350426', 'township')).toHaveLength(15);
    expect(below(sanming, '350426', 'village')).toHaveLength(271);
  });
});

describe.each([
  ['51/5117', dazhou],
  ['35/3504', sanming],
])('区划文件 %s', (_, index) => {
  const codes = index.division.places.map(([code]) => code);

  test('代码不重复，按代码顺序排列，只有省、地、县、乡、村五级', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(codes.toSorted());
    expect([...new Set(codes.map((code) => code.length))]).toEqual([2, 4, 6, 9, 12]);
  });

  test('下级代码以上级代码开头，除省外每一处都是某处的下级', () => {
    const listed = codes.flatMap((code) => {
      const children = index.children(code).map((place) => place.code);
      expect(children.every((child) => child.startsWith(code))).toBe(true);
      return children;
    });
    expect(listed).toHaveLength(codes.length - 1);
  });

  test('同一上级之下名称不重复，名称只有汉字', () => {
    for (const code of codes) {
      const names = index.children(code).map((place) => place.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^\p{Script=Han}+$/u.test(name))).toEqual([]);
    }
  });

  test('乡级都分得出街道、镇、乡、民族乡', () => {
    expect(below(index, '', 'township').filter((it) => it && kindOf(it) === 'unknown')).toEqual([]);
  });

  test('注明来源、版本、许可和数据日期', () => {
    expect(index.division).toMatchObject({ version: '2.7.0', validFrom: '2023-06-30' });
    expect(index.division.source).toContain('国家统计局');
    expect(index.division.licence).toContain('WTFPL');
  });
});
