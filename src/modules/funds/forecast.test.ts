import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Entitlement } from '../review/index.ts';
import {
  firstShort,
  forecastOf,
  type InRegister,
  type Known,
  monthsAhead,
  type Scenario,
  type Trend,
} from './forecast.ts';

const entry = (from: string, amount: number): Entitlement => ({
  ...{ from: from as Month, amount: fen(amount), standing: amount > 0 ? 'active' : 'stopped' },
  ...{ decision: '演1号', decidedOn: localDate('2026-01-05') },
});
const plain: Scenario = {
  ...{ raise: fen(0), raiseFrom: '2026-11' as Month, entering: 100 },
  ...{ subsidy: fen(0), subsidyMonths: 0 },
};
const still: Trend = {
  ...{ months: 6, temporary: fen(0), arrears: fen(0) },
  entered: { households: 0, monthly: fen(0) },
  left: { households: 0, monthly: fen(0) },
};
const months = monthsAhead(localDate('2026-09-15'));
const register: readonly InRegister[] = [
  { scheme: 'dibao', residence: 'rural', members: 3, entries: [entry('2025-01', 90_000)] },
  {
    ...{ scheme: 'tekun', residence: 'urban', members: 1 },
    entries: [entry('2025-01', 50_000), entry('2026-12', 0)],
  },
];
const known = { register, trend: still, subsidies: [], standards: [] };
const totals = (scenario: Scenario, trend = still, subsidies: Known['subsidies'] = []) =>
  forecastOf({ register, trend, subsidies, standards: [] }, months, scenario).map(
    ({ total }) => total,
  );

describe('资金需求预测', () => {
  it('从下个月到年底；十二月看下一年全年', () => {
    expect(months).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsAhead(localDate('2026-12-01'))).toHaveLength(12);
  });
  it('按现在有效的决定逐月算，已经决定从某月停发的从那个月起不算', () => {
    expect(totals(plain)).toEqual([140_000, 140_000, 90_000]);
  });
  it('提标从那个月起按人数加；停发的人不加', () => {
    expect(totals({ ...plain, raise: fen(1_000) })).toEqual([140_000, 144_000, 93_000]);
  });
  it('已经公布、以后执行的标准从那个月起算，和试的相加', () => {
    const standards = [{ from: '2026-11', monthly: 5_000 }];
    const raised = (scenario: Scenario) =>
      forecastOf({ ...known, standards }, months, scenario).map(({ raise }) => raise);
    expect(raised(plain)).toEqual([0, 5_000, 5_000]);
    expect(raised({ ...plain, raise: fen(10) })).toEqual([0, 5_040, 5_030]);
  });
  it('新增、退出按前几个月的平均逐月累计；新增可以按比例试', () => {
    const trend = {
      ...still,
      entered: { households: 6, monthly: fen(60_000) },
      left: { households: 3, monthly: fen(6_000) },
    };
    expect(totals(plain, trend)).toEqual([149_000, 158_000, 117_000]);
    expect(totals({ ...plain, entering: 200 }, trend)).toEqual([159_000, 178_000, 147_000]);
  });
  it('价格补贴发几个月算几个月；补发只算一次；临时救助按月平均', () => {
    const trend = { ...still, arrears: fen(700), temporary: fen(600) };
    expect(totals({ ...plain, subsidy: fen(10), subsidyMonths: 1 }, trend)).toEqual([
      140_000 + 40 + 700 + 100,
      140_100,
      90_100,
    ]);
  });
  it('已经批准的价格补贴按月份、城乡和人数算在内，试的另加；停发的不算', () => {
    const rates = { basis: '演发改〔2026〕3号', urban: fen(5), rural: fen(4) };
    const months = ['2026-10', '2026-12'] as Month[];
    const subsidies = (['dibao', 'tekun'] as const).flatMap((scheme) =>
      months.map((month) => ({ ...rates, scheme, month })),
    );
    const base = [140_000 + 12 + 5, 140_000, 90_000 + 12];
    expect(totals(plain, still, subsidies)).toEqual(base);
    const tried = { ...plain, subsidy: fen(10), subsidyMonths: 1 };
    expect(totals(tried, still, subsidies)[0]).toBe(140_000 + 12 + 5 + 40);
  });
  it('正好够到最后一个月不报，少一分报最后一个月', () => {
    const needs = forecastOf(known, months, plain);
    expect(firstShort(needs, fen(370_000))).toBeNull();
    expect(firstShort(needs, fen(369_999))).toBe('2026-12');
  });
});
