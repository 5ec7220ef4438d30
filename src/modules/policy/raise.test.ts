import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Entitlement } from '../review/index.ts';
import { type Raisable, raisedMonths } from './raise.ts';

const MAY = '2026-05' as Month;
const entry = (from: string, amount: number): Entitlement => ({
  ...{ from: from as Month, amount: fen(amount), standing: amount > 0 ? 'active' : 'stopped' },
  ...{ decision: '甲1', decidedOn: localDate('2026-04-01') },
});
const found = (
  before: number | null,
  after: number | null,
  more: Partial<Raisable> = {},
): readonly string[] => {
  const amount = (figure: number | null) => (figure === null ? null : fen(figure));
  const amounts = [{ month: MAY, before: amount(before), after: amount(after) }];
  const raisable = { entries: [entry('2026-05', 40_000)], raisedBefore: new Map(), amounts };
  return raisedMonths({ ...raisable, ...more }).map(
    ({ base, raised, open }) => `${base}→${raised}${open && ' 先复核'}`,
  );
};

describe('DL-07：追溯的月份补多少，谁要先复核', () => {
  it('决定的与原来的规定相符的，补到新的数额；没有增加的不补', () => {
    expect(found(40_000, 46_000)).toEqual(['40000→46000']);
    expect(found(40_000, 40_000)).toEqual([]);
    expect(found(40_000, 39_900)).toEqual([]);
  });

  it('那个月没有决定、已经停发的，不补', () => {
    expect(found(40_000, 46_000, { entries: [entry('2026-06', 40_000)] })).toEqual([]);
    const stopped = [entry('2026-04', 40_000), entry('2026-05', 0)];
    expect(found(40_000, 46_000, { entries: stopped })).toEqual([]);
  });

  it('重算与决定不一致的、缺情况的，列出来先复核', () => {
    expect(found(39_000, 46_000)).toEqual(['40000→46000 先复核']);
    expect(found(null, 46_000)).toEqual(['40000→40000 先复核']);
  });

  it('已经按新标准决定的、上一份清单补到这个数的，不再补；更正的文件在补过的上面再补', () => {
    expect(found(40_000, 46_000, { entries: [entry('2026-05', 46_000)] })).toEqual([]);
    const raised = (to: number) => ({ raisedBefore: new Map([[MAY, fen(to)]]) });
    expect(found(40_000, 46_000, raised(46_000))).toEqual([]);
    expect(found(46_000, 47_000, raised(46_000))).toEqual(['40000→47000']);
  });
});
