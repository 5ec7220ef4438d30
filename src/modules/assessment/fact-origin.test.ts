import { describe, expect, it } from 'vitest';
import { earned, household } from '../../rules/worked-case.ts';
import type { Correction } from '../household/index.ts';
import { originIn } from './fact-origin.ts';

const facts = household({ incomes: [earned('i1', 10_000), earned('i2', 20_000)] });
const declaration = { facts, people: [], account: null, address: null, reason: '' };

function corrected(path: Correction['path'], to: unknown, reason: string): Correction {
  return { path, basis: 'visit', from: null, to, reason, evidence: [], by: 'p' };
}
const originAfter = (...corrections: Correction[]) => originIn({ declaration, corrections });
const amountOf = (id: string) => ({ level: 'income', id, name: 'amount' }) as const;

describe('事实的来源', () => {
  it('没有更正过的是家庭申报；更正过的写依据和理由，以最后一次为准', () => {
    const first = corrected(['incomes', 0, 'amount'], 30_000, '存折');
    const last = corrected(['incomes', 0, 'amount'], 35_000, '工资条');
    const origin = originAfter(first, last);
    expect(origin(amountOf('i1'))).toBe('更正（入户调查、邻里访问）：工资条');
    expect(origin(amountOf('i2'))).toBe('家庭申报');
    expect(origin({ level: 'income', id: 'i1', name: 'kind' })).toBe('家庭申报');
  });

  it('删去前一项之后，位置变了仍认得是哪一项', () => {
    const origin = originAfter(
      corrected(['incomes', 0], null, '没有这项收入'),
      corrected(['incomes', 0, 'amount'], 25_000, '工资条'),
    );
    expect(origin(amountOf('i2'))).toContain('工资条');
  });

  it('补记的一项，各格都来自补记', () => {
    const origin = originAfter(corrected(['incomes', 2], { id: 'i3' }, '查出利息'));
    expect(origin(amountOf('i3'))).toContain('查出利息');
  });

  it('家庭的事实按登记的位置认：突发困难的原因', () => {
    const origin = originAfter(corrected(['relief', 'cause'], 'fire', '现场照片'));
    expect(origin({ level: 'household', id: 'household', name: 'reliefCause' })).toContain(
      '现场照片',
    );
    expect(origin({ level: 'household', id: 'household', name: 'residence' })).toBe('家庭申报');
  });
});
