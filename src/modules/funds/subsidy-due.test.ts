import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Entitlement } from '../review/index.ts';
import { duesOf, type Lined } from './due.ts';
import { subsidiesDue, type Subsidy } from './subsidy-due.ts';

const month = (text: string) => text as Month;
const entries: readonly Entitlement[] = [
  {
    ...{ from: month('2026-01'), amount: fen(62_000), standing: 'active' },
    ...{ decision: '演1号', decidedOn: localDate('2026-01-05') },
  },
];
const of = (text: string, basis = '演发改〔2026〕3号'): Subsidy => ({
  ...{ month: month(text), basis, urban: fen(5_000), rural: fen(4_000) },
});
const family = { entries, people: 3, residence: 'rural' } as const;
const dues = (subsidies: readonly Subsidy[], lined: readonly Lined[], at: string) =>
  duesOf({ entries, once: subsidiesDue(subsidies, family) }, lined, {
    ...{ month: month(at), first: month('2026-02') },
  })
    .filter(({ kind }) => kind === 'subsidy')
    .map(({ forMonth, amount }) => [forMonth, amount]);

describe('SL-32：价格补贴随花名册发放', () => {
  it('当月有待遇的按人数发；那一侧不发的、已经停发的没有', () => {
    expect(subsidiesDue([of('2026-03')], family)).toMatchObject([{ amount: 12_000 }]);
    expect(subsidiesDue([of('2026-03')], { ...family, residence: 'urban' })).toMatchObject([
      { amount: 15_000 },
    ]);
    expect(subsidiesDue([{ ...of('2026-03'), rural: fen(0) }], family)).toEqual([]);
    expect(subsidiesDue([of('2025-12')], family)).toEqual([]);
  });

  it('到了那个月才发，以前月份的补上；系统发放以前的月份不补', () => {
    const plan = ['2026-01', '2026-02', '2026-03', '2026-04'].map((each) => of(each));
    expect(dues(plan, [], '2026-03')).toEqual([
      ['2026-02', 12_000],
      ['2026-03', 12_000],
    ]);
  });

  it('一个月只发一次，换了文件也不再发', () => {
    const lined: Lined = {
      ...{ kind: 'subsidy', forMonth: month('2026-03'), basis: '演发改〔2026〕1号' },
      amount: fen(12_000),
    };
    expect(dues([of('2026-03')], [lined], '2026-03')).toEqual([]);
    expect(dues([of('2026-03'), of('2026-04')], [lined], '2026-04')).toEqual([['2026-04', 12_000]]);
  });
});
