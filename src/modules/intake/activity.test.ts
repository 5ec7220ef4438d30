import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { loadRegion } from '../../rules/region.ts';
import { activitiesIn } from './activity.ts';

const norm = (value: unknown, more: object = {}) => ({
  parameter: 'activityNorms',
  value,
  unit: { low: '元', high: '元', times: '月/年', cost: '%' },
  effective: '2024-01-01',
  document: 'made-up',
  rule: 'DB-13b',
  source: '测试用规定',
  ...more,
});
const rice = { code: 'rice', title: '水稻', low: 300, high: 600, times: 1, cost: 40 };
const pig = { code: 'pig', title: '生猪', low: 200, high: 200, times: 2, cost: 60 };
const documents = {
  'made-up': {
    number: '测民发〔2023〕1号',
    title: '测试用规定',
    issuer: '测试县民政局',
    known: '2024-01-01',
  },
};
const regionWith = (entries: readonly unknown[]) => {
  const file = { place: '990101', name: '测试县', documents, entries };
  return loadRegion(
    (path) => (path === '99/9901/990101/standard.json' ? file : undefined),
    '990101',
  );
};
const on = localDate('2026-03-02');

describe('当地核算名录（低保审核确认办法第十三条）', () => {
  it('按当地现行核算标准列出种植、养殖和职业；城乡不同的，以农村的为先，不重复', () => {
    const region = regionWith([
      norm([rice], { residence: 'rural' }),
      norm([pig, { ...rice, low: 1 }], { residence: 'urban' }),
    ]);
    expect(activitiesIn(region, on)).toEqual([
      { code: 'rice', title: '水稻', low: 30_000, high: 60_000 },
      { code: 'pig', title: '生猪', low: 20_000, high: 20_000 },
    ]);
  });

  it('当地没有核算标准、不使用或者尚未施行的，没有名录', () => {
    expect(activitiesIn(regionWith([]), on)).toEqual([]);
    expect(activitiesIn(regionWith([norm('not-used')]), on)).toEqual([]);
    const later = regionWith([norm([rice], { effective: '2026-03-03' })]);
    expect(activitiesIn(later, on)).toEqual([]);
    expect(activitiesIn(later, localDate('2026-03-03'))).toHaveLength(1);
  });
});
