import { describe, expect, it } from 'vitest';
import type { LocalityParameter } from '../../../modules/standards/contract.ts';
import { type Group, saysTheSame, shownGroups, type Wanted } from './shown-parameter.ts';

function parameter(name: string, title: string, ...texts: readonly string[]): LocalityParameter {
  const timeline = texts.map((text) => ({
    residence: null,
    figure: { text, table: null },
    placeName: '达州市',
    effective: '2025-07-01',
    until: null,
    known: '2025-08-01',
    document: null,
    documentTitle: '四川省2025年城乡低保标准低限',
    issuer: '四川省民政厅',
    source: '',
    rule: 'DB-23',
    doubt: null,
    standIn: false,
  }));
  return { name, title, timeline, inForce: timeline.map((_, index) => index) };
}

const all: Wanted = { text: '', onlyUsed: false, onlyDifferent: false };
const group = (...parameters: readonly LocalityParameter[]): Group => ({
  title: '标准',
  parameters: [...parameters],
});
const standard = (text: string) => parameter('standard', '低保标准', text);
const unused = parameter('tierTable', '分档表', '本地不使用');
const missing = parameter('disposableIncome', '人均可支配收入');
const names = (groups: readonly Group[]) =>
  groups.flatMap(({ parameters }) => parameters.map(({ name }) => name));

describe('标准与规则的查询', () => {
  it('只看用到的：写明不使用的和没有规定的都不列', () => {
    const groups = [group(standard('826.00 元/人/月'), unused, missing)];
    expect(names(shownGroups(groups, undefined, all))).toHaveLength(3);
    expect(names(shownGroups(groups, undefined, { ...all, onlyUsed: true }))).toEqual(['standard']);
  });

  it('比较时另一边用到的也列；只看不同的，相同的不列', () => {
    const here = [group(standard('826.00 元/人/月'), unused)];
    const there = [group(standard('826.00 元/人/月'), parameter('tierTable', '分档表', '5 档'))];
    expect(names(shownGroups(here, there, { ...all, onlyUsed: true }))).toEqual([
      'standard',
      'tierTable',
    ]);
    expect(names(shownGroups(here, there, { ...all, onlyDifferent: true }))).toEqual(['tierTable']);
  });

  it('数值相同就算相同，不论文件；另一边没有的算不同', () => {
    expect(saysTheSame(standard('1'), standard('1'))).toBe(true);
    expect(saysTheSame(standard('1'), standard('2'))).toBe(false);
    expect(saysTheSame(standard('1'), null)).toBe(false);
    expect(saysTheSame(missing, null)).toBe(true);
  });

  it('按名称、数值、文件查找；没有的整组不列', () => {
    const groups = [group(standard('826.00 元/人/月'), unused)];
    const found = (text: string) => names(shownGroups(groups, undefined, { ...all, text }));
    expect(found('826')).toEqual(['standard']);
    expect(found('分档')).toEqual(['tierTable']);
    expect(found('低限')).toEqual(['standard', 'tierTable']);
    expect(shownGroups(groups, undefined, { ...all, text: '没有的字' })).toEqual([]);
  });
});
