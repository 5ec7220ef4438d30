import { describe, expect, test } from 'vitest';
import { clock, grouped, progressText } from './progress.ts';

describe('核算一批的进度', () => {
  test('已核算多少、多快、还要多久', () => {
    const text = progressText({ households: 12_500, bad: 3, seconds: 10, share: 0.25 });
    expect(text).toBe('已核算 12,500 户，3 户有误，1,250 户/秒，已读 25%，还需约 0:30');
  });

  test('没有有误的不提；读完了不再说还要多久', () => {
    const text = progressText({ households: 5, bad: 0, seconds: 0, share: 1 });
    expect(text).toBe('已核算 5 户，0 户/秒，已读 100%，还需约 0:00');
  });

  test('时间和千位', () => {
    expect([clock(59), clock(60), clock(3599), clock(3723)]).toEqual([
      '0:59',
      '1:00',
      '59:59',
      '1:02:03',
    ]);
    expect([grouped(999), grouped(1000), grouped(1_234_567)]).toEqual([
      '999',
      '1,000',
      '1,234,567',
    ]);
  });
});
