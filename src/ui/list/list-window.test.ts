import { describe, expect, it } from 'vitest';
import { markAfter, windowOf } from './list-window.ts';

describe('清单', () => {
  it('一万行只画看得见的几十行', () => {
    const { from, to } = windowOf(200_000, 600, 40, 10_000);
    expect(from).toBe(4988);
    expect(to).toBe(5027);
  });

  it('开头和末尾不越界', () => {
    expect(windowOf(0, 600, 40, 3)).toEqual({ from: 0, to: 3 });
    expect(windowOf(399_400, 600, 40, 10_000).to).toBe(10_000);
    expect(windowOf(900_000, 600, 40, 10)).toEqual({ from: 10, to: 10 });
  });

  it('j 往下、k 往上，到头不动；没有选中时从第一条开始', () => {
    expect(markAfter(null, 'down', 3)).toBe(0);
    expect(markAfter(2, 'down', 3)).toBe(2);
    expect(markAfter(0, 'up', 3)).toBe(0);
    expect(markAfter(1, 'up', 3)).toBe(0);
    expect(markAfter(null, 'down', 0)).toBeNull();
  });
});
