import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn, isReplaced, nextEntitlement } from './entitlement.ts';

const month = (text: string) => monthOf(localDate(`${text}-01`));
const entry = (
  from: string,
  amount: number,
  standing: Entitlement['standing'] = 'active',
): Entitlement => ({
  ...{ from: month(from), amount: fen(amount), standing },
  ...{ decision: `决定 ${amount}`, decidedOn: localDate('2026-11-20') },
});

describe('逐月待遇：本月应发、以后应发、被代替的决定', () => {
  it('新批准的本月没有应发，次月起应发', () => {
    const entries = [entry('2026-12', 94_617)];
    expect(entitlementIn(entries, month('2026-11'))).toBe(undefined);
    expect(nextEntitlement(entries, month('2026-11'))).toBe(entries[0]);
    expect(nextEntitlement(entries, month('2026-12'))).toBe(null);
  });

  it('起发之前又调整的，前一个决定被代替', () => {
    const entries = [entry('2026-12', 94_617), entry('2026-12', 50_000)];
    expect([0, 1].map((at) => isReplaced(entries, at))).toEqual([true, false]);
    expect(nextEntitlement(entries, month('2026-11'))).toBe(entries[1]);
  });

  it('后来的决定代替渐退的终点，不代替已经开始的月份', () => {
    const entries = [
      entry('2026-06', 80_000),
      entry('2026-12', 40_000, 'gradual-exit'),
      entry('2027-03', 0, 'stopped'),
      entry('2027-01', 80_000),
    ];
    expect(entries.map((_, at) => isReplaced(entries, at))).toEqual([false, false, true, false]);
    expect(nextEntitlement(entries, month('2026-12'))).toBe(entries[3]);
    expect(nextEntitlement(entries, month('2027-01'))).toBe(null);
  });
});
