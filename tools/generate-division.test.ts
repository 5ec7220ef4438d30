import { expect, test } from 'vitest';
import { indexDivision } from '../src/kernel/division.ts';
import { cutPlaces, formatDivision, parseRows } from './generate-division.ts';

const levels = [
  'code,name\n51,"四川省"\n35,"福建省"\n',
  'code,name,provinceCode\n5117,"达州市",51\n',
  'code,name,cityCode,provinceCode\n511702,"通川区",5117,51\n511703,"达川区",5117,51\n',
].map(parseRows);

test('只取某一前缀之下的地方,连同它的各级上级', () => {
  expect(cutPlaces(levels, '511702').map(([code]) => code)).toEqual(['51', '5117', '511702']);
  expect(cutPlaces(levels, '5117').at(-1)).toEqual(['511703', '达川区']);
});

test('读不懂的行不放过', () => {
  expect(() => parseRows('code,name\nx,"四川省"\n')).toThrow('unreadable line');
});

test('写出的文件读得回来,一处一行', () => {
  const division = {
    title: '试',
    source: '国家统计局',
    version: '2.7.0',
    licence: '公开数据',
    validFrom: '2023-06-30',
    places: cutPlaces(levels, '5117'),
  };
  const text = formatDivision(division);
  expect(indexDivision(JSON.parse(text)).division).toEqual(division);
  expect(text).toContain('\n    ["511702","通川区"],\n');
});
