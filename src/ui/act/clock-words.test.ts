import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { clockState, clockWords } from './clock-words.ts';

const due = localDate('2026-12-07');

describe('办理时限的说法', () => {
  it('还有余时：写明哪天、周几、还剩几个工作日', () => {
    expect(clockWords({ due, left: 6 })).toBe('应于 12月7日（周一）前办结 · 还剩 6 个工作日');
  });

  it('自然日的期限写“天”，动作可以换', () => {
    expect(clockWords({ due, left: 2, unit: 'day', act: '公示期满' })).toBe(
      '应于 12月7日（周一）前公示期满 · 还剩 2 天',
    );
  });

  it('当天是今天到期，次日才是超期', () => {
    expect(clockWords({ due, left: 0 })).toMatch(/^今天到期/);
    expect(clockWords({ due, left: -1 })).toMatch(/^已超期 1 个工作日/);
  });

  it('四个工作日不变色，三个变琥珀色，过期才变红', () => {
    expect([4, 3, 0, -1].map((left) => clockState({ due, left }))).toEqual([
      'calm',
      'short',
      'short',
      'overdue',
    ]);
  });

  it('中止的时钟说明等什么，不算超期', () => {
    const clock = { due, left: -3, paused: '等申请人补正材料' };
    expect(clockWords(clock)).toBe('计时已中止：等申请人补正材料');
    expect(clockState(clock)).toBe('paused');
  });

  it('跨年的期限写出年份', () => {
    const next = { due: localDate('2027-01-04'), left: 9 };
    expect(clockWords(next, localDate('2026-12-20'))).toContain('应于 2027年1月4日（周一）前');
  });
});
