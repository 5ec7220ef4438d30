import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Entitlement } from '../review/index.ts';
import { subsidyMonths } from './subsidy.ts';
import { effectOf, type InRegister } from './subsidy-effect.ts';

const month = (text: string) => text as Month;
const entry = (from: string, amount: number): Entitlement => ({
  ...{ from: month(from), amount: fen(amount), standing: amount > 0 ? 'active' : 'stopped' },
  ...{ decision: '演1号', decidedOn: localDate('2026-01-05') },
});
const family = (more: Partial<InRegister>): InRegister => ({
  ...{ scheme: 'dibao', township: '511702102', residence: 'rural', members: 3 },
  ...{ entries: [entry('2025-01', 90_000)], ...more },
});
const plan = {
  ...{ from: month('2026-02'), until: month('2026-04'), schemes: ['dibao', 'tekun'] as const },
  ...{ urban: fen(5_000), rural: fen(4_000) },
};
const today = localDate('2026-03-02');

describe('SL-32：价格补贴发给谁、每月多少', () => {
  it('按人数和城乡计算，分对象、分乡镇，合计等于各乡镇之和', () => {
    const register = [
      family({}),
      family({ township: '511702103', residence: 'urban', members: 1 }),
      family({ scheme: 'tekun', members: 1 }),
    ];
    const found = effectOf(register, plan, today);
    expect(found).toMatchObject({ households: 3, people: 5, amount: 21_000 });
    expect(found.schemes).toMatchObject([
      { scheme: 'dibao', people: 4, amount: 17_000 },
      { scheme: 'tekun', people: 1, amount: 4_000 },
    ]);
    expect(found.townships).toEqual([
      { township: '511702102', households: 2, people: 4, amount: 16_000 },
      { township: '511702103', households: 1, people: 1, amount: 5_000 },
    ]);
  });

  it('当月没有待遇的、不在对象里的、那一侧不发的，不算', () => {
    const stopped = family({ entries: [entry('2025-01', 90_000), entry('2026-03', 0)] });
    const none = { households: 0, people: 0, amount: 0, schemes: [], townships: [] };
    expect(effectOf([stopped], plan, today)).toEqual(none);
    expect(effectOf([stopped], plan, localDate('2026-02-28'))).toMatchObject({ households: 1 });
    expect(effectOf([family({ scheme: 'tekun' })], { ...plan, schemes: ['dibao'] }, today)).toEqual(
      none,
    );
    expect(effectOf([family({})], { ...plan, rural: fen(0) }, today)).toEqual(none);
  });

  it('还没到的按第一个月看，过去了的按最后一个月看', () => {
    const later = family({ entries: [entry('2026-05', 90_000)] });
    expect(effectOf([later], plan, localDate('2026-06-01')).households).toBe(0);
    expect(effectOf([family({})], plan, localDate('2026-01-01')).households).toBe(1);
  });

  it('月份跨年接着数', () => {
    expect(subsidyMonths({ from: month('2025-11'), until: month('2026-02') })).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02'],
    ]);
    expect(subsidyMonths({ from: month('2026-02'), until: month('2026-01') })).toEqual([]);
  });
});
