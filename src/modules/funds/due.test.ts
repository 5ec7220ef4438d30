import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen } from '../../kernel/fen.ts';
import { addMonths, localDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { Entitlement } from '../review/index.ts';
import { type Due, duesOf, type Grant, type Lined, overpaidOf } from './due.ts';

const month = (text: string) => text as Month;
const entry = (from: string, amount: number, decidedOn: string, decision = decidedOn) =>
  ({
    from: month(from),
    amount: fen(amount),
    standing: amount > 0 ? 'active' : 'stopped',
    decision,
    decidedOn: localDate(decidedOn),
  }) as Entitlement;
const grant = (...entries: Entitlement[]): Grant => ({ entries, once: [] });
const at = (text: string, first = '2026-03') => ({ month: month(text), first: month(first) });
const seen = (dues: readonly Due[]) =>
  dues.map(({ kind, forMonth, amount }) => [kind, forMonth, amount]);

describe('《最低生活保障审核确认办法》第二十五条 · 按月发放', () => {
  it('这个月应发多少就发多少，发过的不再发', () => {
    const one = grant(entry('2026-01', 30_000, '2025-12-10'));
    const dues = duesOf(one, [], at('2026-03'));
    expect(seen(dues)).toEqual([['monthly', '2026-03', 30_000]]);
    expect(duesOf(one, dues, at('2026-03'))).toEqual([]);
  });

  it('决定从下月起的，这个月不发；从这个月起的，发', () => {
    expect(duesOf(grant(entry('2026-04', 30_000, '2026-03-20')), [], at('2026-03'))).toEqual([]);
    const now = grant(entry('2026-03', 30_000, '2026-02-20'));
    expect(seen(duesOf(now, [], at('2026-03')))).toEqual([['monthly', '2026-03', 30_000]]);
  });

  it('上月该发没有发的（暂缓的），列为补发', () => {
    const one = grant(entry('2026-03', 30_000, '2026-02-20'));
    expect(seen(duesOf(one, [], at('2026-04')))).toEqual([
      ['arrears', '2026-03', 30_000],
      ['monthly', '2026-04', 30_000],
    ]);
  });

  it('提标追溯到系统发放以前的月份，只补差额；以前发过的不重发', () => {
    const one = grant(
      entry('2024-06', 30_000, '2024-05-10'),
      entry('2026-01', 32_000, '2026-04-08'),
    );
    const lined = [line('2026-03', 30_000)];
    expect(seen(duesOf(one, lined, at('2026-04')))).toEqual([
      ['arrears', '2026-01', 2_000],
      ['arrears', '2026-02', 2_000],
      ['arrears', '2026-03', 2_000],
      ['monthly', '2026-04', 32_000],
    ]);
  });

  it('停发以后不再列；停发追溯的，多发的列为应追回，不抵扣', () => {
    const one = grant(
      entry('2026-03', 30_000, '2026-02-10'),
      entry('2026-04', 0, '2026-05-06'),
      entry('2026-06', 10_000, '2026-05-20'),
    );
    const lined = [line('2026-03', 30_000), line('2026-04', 30_000)];
    expect(duesOf(one, lined, at('2026-05'))).toEqual([]);
    expect(overpaidOf(one, lined, at('2026-05'))).toEqual([{ month: '2026-04', amount: 30_000 }]);
    expect(seen(duesOf(one, lined, at('2026-06')))).toEqual([['monthly', '2026-06', 10_000]]);
  });

  it('一次性的钱只列一次；系统发放以前决定的不列，以后的月份才决定的也不列', () => {
    const once = (on: string) =>
      ({ kind: 'once', basis: `临〔${on}〕`, on: localDate(on), amount: fen(200_000) }) as const;
    const one: Grant = {
      entries: [],
      once: [once('2026-02-27'), once('2026-03-01'), once('2026-04-01')],
    };
    const dues = duesOf(one, [], at('2026-03'));
    expect(seen(dues)).toEqual([['once', '2026-03', 200_000]]);
    expect(duesOf(one, dues, at('2026-03'))).toEqual([]);
  });
});

function line(forMonth: string, amount: number): Lined {
  return { kind: 'monthly', forMonth: month(forMonth), basis: '', amount: fen(amount) };
}

describe('按月发放 · 任意的决定和任意的发放次序', () => {
  const FIRST = month('2026-03');
  const later = (months: number) => monthOf(addMonths(localDate('2026-03-01'), months));
  const entries = fc
    .array(
      fc.record({
        starts: fc.integer({ min: -6, max: 9 }),
        amount: fc.integer({ min: 0, max: 90 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((made) =>
      made.map(({ starts, amount }, index) =>
        entry(later(starts), amount * 100, addMonths(localDate('2026-01-15'), index)),
      ),
    );

  it('决定不变时，隔几个月一起发和按月发，总额一分不差', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (made, paid) => {
        const one = grant(...made);
        const rolled = (days: readonly boolean[]) =>
          days.reduce<readonly Lined[]>(
            (lined, isPaid, index) =>
              isPaid
                ? [...lined, ...duesOf(one, lined, { month: later(index), first: FIRST })]
                : lined,
            [],
          );
        const every = rolled([...paid.map(() => true), true]);
        const some = rolled([...paid, true]);
        const total = (lines: readonly Lined[]) => addFen(...lines.map(({ amount }) => amount));
        expect(total(some)).toBe(total(every));
      }),
    );
  });

  it('发过一次以后，同样的决定再也列不出一行', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 9 }), (made, months) => {
        const at9 = { month: later(months), first: FIRST };
        const lined = duesOf(grant(...made), [], at9);
        expect(duesOf(grant(...made), lined, at9)).toEqual([]);
        expect(lined.every(({ amount }) => amount > 0)).toBe(true);
      }),
    );
  });
});

describe('DL-07：新标准追溯到以前的月份，按月补到新的数额', () => {
  const raised = (month: string, base: number, to: number) => ({
    ...{ month: month as Month, base: fen(base), raised: fen(to), basis: '通府发〔2026〕9号' },
  });
  const old = entry('2026-01', 40_000, '2025-12-10', '甲1');
  const paid = (month: string, amount: number, kind: 'monthly' | 'arrears' = 'monthly') => ({
    ...{ kind, forMonth: month as Month, basis: '甲1', amount: fen(amount) },
  });
  const at = { month: '2026-08' as Month, first: '2026-07' as Month };
  const months = ['2026-05', '2026-07', '2026-08'];
  const owed: Grant = {
    ...{ entries: [old], once: [] },
    raises: months.map((month) => raised(month, 40_000, 46_000)),
  };

  it('补以前各月的差额，别的系统发过的月份也补；当月直接按新的', () => {
    expect(duesOf(owed, [paid('2026-07', 40_000)], at)).toEqual([
      ...months.slice(0, 2).map((month) => ({
        ...{ kind: 'arrears', forMonth: month, basis: '通府发〔2026〕9号', amount: 6000 },
      })),
      { kind: 'monthly', forMonth: '2026-08', basis: '甲1', amount: 46_000 },
    ]);
  });

  it('补过的月份不再补；以后另有决定的月份按那个决定', () => {
    const lined = [
      ...[paid('2026-05', 6000, 'arrears'), paid('2026-07', 40_000)],
      ...[paid('2026-07', 6000, 'arrears'), paid('2026-08', 46_000)],
    ];
    expect(duesOf(owed, lined, at)).toEqual([]);
    const ended = { ...owed, entries: [old, entry('2026-07', 0, '2026-08-03')] };
    expect(duesOf(ended, [], at).map(({ forMonth }) => forMonth)).toEqual(['2026-05']);
  });
});
