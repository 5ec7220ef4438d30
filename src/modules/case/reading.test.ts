import { describe, expect, it } from 'vitest';
import { placeCode } from '../../kernel/place.ts';
import { initialCase } from './case.ts';
import { READINGS_A_DAY, revealField, sealedOf } from './reading.ts';

const by = {
  person: 'p',
  name: '演',
  post: 'q',
  role: 'case-officer',
  area: placeCode('511702102'),
};
const reading = { caseId: 'c', memberId: 'm', field: 'phone', purpose: '办理本案' } as const;

describe('《社会救助法》第七十条 · 查看敏感信息', () => {
  it('每次查看留下谁、哪件、哪一项、为何', () => {
    expect(revealField(reading, { by, readingsToday: 0 })).toEqual({
      ok: true,
      events: [{ type: 'SensitiveRead', reading }],
    });
  });

  it('一人一天最多 30 次', () => {
    expect(revealField(reading, { by, readingsToday: READINGS_A_DAY - 1 }).ok).toBe(true);
    expect(revealField(reading, { by, readingsToday: READINGS_A_DAY })).toMatchObject({
      ok: false,
      refusal: { code: 'reading-budget-spent' },
    });
  });

  it('没有登记的，没有可看的', () => {
    for (const field of ['idNumber', 'phone', 'account', 'address'] as const) {
      expect(sealedOf(initialCase, { field, memberId: 'm' })).toBe(null);
    }
  });
});
