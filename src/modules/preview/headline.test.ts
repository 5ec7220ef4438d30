import { describe, expect, it } from 'vitest';
import { binWords, changeBins } from './change-bin.ts';
import { headline, monthSpan } from './headline.ts';
import { emptyTally } from './sums.ts';

const tally = {
  ...emptyTally,
  before: { households: 2, amount: 168_000 },
  after: { households: 3, amount: 200_000 },
  kinds: { ...emptyTally.kinds, gain: 2, enter: 1, open: 4 },
  more: 32_000,
  arrears: 96_000,
  arrearsHouseholds: 2,
};

describe('测算结果写成的话', () => {
  it('户数、每月金额、补发和不能判断的，各一句', () => {
    expect(headline('dibao', tally, ['2026-01', '2026-07'])).toEqual([
      '符合的家庭由 2 户变为 3 户，增加 1 户：新符合 1 户。',
      '每月应发由 1,680.00 元/月变为 2,000.00 元/月，增加 320.00 元/月。',
      '原来就符合的，2 户金额增加。',
      '2026年1月至7月应补发 2 户，共 960.00 元，只补已经发放过的月份的差额。',
      '4 户缺少情况不能判断，没有算在内。',
    ]);
  });

  it('有增有减的分开说；不按月发放的只说户数；没有变化的照实说', () => {
    const both = { ...tally, less: 5000, kinds: { ...tally.kinds, lose: 1, leave: 1 } };
    expect(headline('tekun', both, [])).toContain(
      '其中增加的合计 320.00 元/月，减少的合计 50.00 元/月。',
    );
    expect(headline('margin', { ...tally, arrears: 0 }, []).join('')).not.toContain('元');
    expect(headline('dibao', emptyTally, [])).toEqual([
      '符合的家庭 0 户，没有变化。',
      '每月应发 0.00 元/月，没有变化。',
    ]);
  });

  it('补发的月份：一个月、同一年、跨年', () => {
    expect(monthSpan([])).toBe('');
    expect(monthSpan(['2026-03'])).toBe('2026年3月');
    expect(monthSpan(['2026-01', '2026-02', '2026-07'])).toBe('2026年1月至7月');
    expect(monthSpan(['2025-11', '2026-02'])).toBe('2025年11月至2026年2月');
  });
});

describe('增减的分布', () => {
  it('两端之间每一档都有，空档是零，从多到少', () => {
    expect(
      changeBins({ '12': 2, '8': 1 }).map(({ from, households }) => [from, households]),
    ).toEqual([
      [120, 2],
      [110, 0],
      [100, 0],
      [90, 0],
      [80, 1],
    ]);
    expect(changeBins({})).toEqual([]);
  });

  it('最多 20 档：正好 20 档不并，再多一档就并成宽的，户数不丢', () => {
    expect(changeBins({ '0': 1, '19': 1 })).toHaveLength(20);
    const wide = changeBins({ '-3': 4, '-1': 1, '0': 2, '17': 3 });
    expect(wide[0]).toEqual({ from: 160, to: 180, households: 3 });
    expect(wide.at(-1)).toEqual({ from: -40, to: -20, households: 4 });
    expect(wide.reduce((sum, { households }) => sum + households, 0)).toBe(10);
  });

  it('增加和减少不会并在一档里', () => {
    for (const { from, to } of changeBins({ '-60': 1, '-1': 1, '0': 1, '70': 1 })) {
      expect(from >= 0 || to <= 0, `${from}～${to}`).toBe(true);
    }
    expect(binWords({ from: 60, to: 70 })).toBe('增加 60～70 元');
    expect(binWords({ from: -60, to: -50 })).toBe('减少 50～60 元');
  });
});
