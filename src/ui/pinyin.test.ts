import { describe, expect, it } from 'vitest';
import { loadInitials, rankOf } from './pinyin.ts';

describe('下拉选择认拼音首字母', () => {
  const place = { value: '511702101', label: '东城街道' };

  it('首字母、汉字、代码都能找到', async () => {
    const initials = await loadInitials();
    expect(
      ['dcjd', 'dc', '东城', '511702', '街道', 'jd'].map((t) => rankOf(t, place, initials)),
    ).toEqual([0, 0, 0, 1, 2, 2]);
    expect(rankOf('xc', place, initials)).toBeNull();
  });

  it('拼音表还没取到时，汉字照样能找', () => {
    expect(rankOf('东', place, null)).toBe(0);
    expect(rankOf('dc', place, null)).toBeNull();
  });
});
