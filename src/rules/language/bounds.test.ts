import { describe, expect, test } from 'vitest';
import { frameOf } from './bind.ts';
import { boundFaults, boundOf, boundsOf, boundText, isSafe } from './bounds.ts';
import type { Level, RuleSetText } from './declaration.ts';
import { ANY, point, type Range, whole } from './range.ts';
import { rational } from './rational.ts';
import { smallFrame } from './small-frame.fixture.ts';
import { parseFormula } from './syntax.ts';

const citation = { rule: 'DB-13', source: '测试用规定' };
const tiers = {
  ...{ name: 'tiers', title: '分档', type: 'bands fen/month/person -> fen/month/person', citation },
  range: [0, 500] as const,
};
const tiered = {
  ...({
    level: 'household',
    name: 'tiered',
    title: '按档',
    type: 'fen/month/person',
    citation,
  } as const),
  formula: 'lookup(tiers, standard)',
};
const frame: RuleSetText = {
  ...smallFrame,
  parameters: [...smallFrame.parameters, tiers],
  rules: [...smallFrame.rules, tiered],
};

const read = frameOf(frame);
if (!read.ok) throw new Error(read.faults.map((each) => each.message).join('；'));
const bounds = boundsOf(read.rules);
const of = (formula: string, level: Level = 'household'): Range =>
  boundOf(bounds, parseFormula(formula), level);
const MOST = 10_000_000;

describe('每个算式的得数在什么范围，由事实和参数的范围证明', () => {
  test('加减乘除', () => {
    expect(of('standard')).toEqual(whole(0, MOST));
    expect(of('standard + 5')).toEqual(whole(5, MOST + 5));
    expect(of('standard - 5')).toEqual(whole(-5, MOST - 5));
    expect(of('standard * 3')).toEqual(whole(0, 3 * MOST));
    expect(of('standard / window')).toEqual(whole(0, MOST));
    expect(of('costShare')).toEqual(whole(0, 1));
  });

  test('两支中哪一支都可能；是否只有两种', () => {
    expect(of('if below then 5 else standard')).toEqual(whole(0, MOST));
    expect(of('if below then 5 else 7')).toEqual(whole(5, 7));
    expect(of('below')).toEqual(ANY);
    expect(of('standard < 5')).toEqual(whole(0, 1));
  });

  test('最高、最低、取整、查表和日期', () => {
    expect(of('max(5, 7, 6)')).toEqual(point(7));
    expect(of('min(5, 7, 3)')).toEqual(point(3));
    expect(of('max(standard, 5)')).toEqual(whole(5, MOST));
    expect(of('min(standard, 5)')).toEqual(whole(0, 5));
    expect(of(`round(standard, 'up', 10)`)).toEqual(whole(-10, MOST + 10));
    expect(of(`round(standard, 'up', window)`)).toEqual(whole(-12, MOST + 12));
    expect(of(`round(standard, 'up')`)).toEqual(ANY);
    expect(of('lookup(tiers, standard)')).toEqual(whole(0, 500));
    expect(of('yearsBetween(birth, day)', 'member')).toEqual(whole(-150, 150));
    expect(of('monthsBetween(birth, day)', 'member')).toEqual(whole(-1800, 1800));
    expect(of('unknown("其他")')).toEqual(whole(0, 100_000_000_000));
  });

  test('标准表的一格按这一列的范围，人数和记录数按最多的', () => {
    expect(of('cell(norms, activity, yield)', 'income')).toEqual(whole(0, 1_000_000));
    expect(of('cell(norms, activity, cost)', 'income')).toEqual(whole(0, 1));
    expect(of('cell(norms, activity, wrong)', 'income')).toEqual(ANY);
    expect(of('cell(wrong, activity, cost)', 'income')).toEqual(ANY);
    expect(of('count(member)')).toEqual(whole(0, 30));
    expect(of('sum(member: 2)')).toEqual(whole(0, 60));
    expect(of('count(income)', 'member')).toEqual(whole(0, 40));
    expect(of('count(income)')).toEqual(whole(0, 1200));
  });

  test('没有的名称没有界', () => {
    expect(of('wrong')).toEqual(ANY);
    expect(of('wrong()')).toEqual(ANY);
  });
});

describe('超出可以精确计算的整数的不接受', () => {
  const SAFE = Number.MAX_SAFE_INTEGER;
  test('正好到边界可以，多一不可以，没有界不可以', () => {
    expect([isSafe(whole(-SAFE, SAFE)), isSafe({ low: 0, high: rational(2n ** 53n) })]).toEqual([
      ...[true, false],
    ]);
    expect(isSafe({ low: rational(-(2n ** 53n)), high: 0 })).toBe(false);
    expect([isSafe({ low: null, high: 0 }), isSafe({ low: 0, high: null })]).toEqual([
      ...[false, false],
    ]);
    expect(boundText(whole(-1, 5))).toBe('-1 至 5');
    expect(boundText(ANY)).toBe('无界 至 无界');
  });

  test('指明是哪一条规则', () => {
    const huge = {
      ...({ level: 'household', name: 'huge', title: '很大', type: 'fen', citation } as const),
      formula: 'sum(member: sum(income: amount * 100000))',
    };
    const wide = frameOf({ ...smallFrame, rules: [...smallFrame.rules, huge] });
    const faults = wide.ok ? boundFaults(boundsOf(wide.rules)) : wide.faults;
    expect(faults.map(({ rule }) => rule)).toEqual(['huge']);
    expect(faults[0]?.message).toContain('数值可能超出安全整数范围：0 至 ');
    expect(boundFaults(bounds)).toEqual([]);
  });
});
