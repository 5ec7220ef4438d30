import { describe, expect, it } from 'vitest';
import { shownSums, shownUse } from './fund-use.ts';

const row = (township: string, households: number) => ({
  ...{ township, scheme: 'dibao', households, amount: households * 100 },
});
const hiddenOf = (rows: readonly ReturnType<typeof row>[]) =>
  shownUse(rows).map(({ households }) => households);

describe('公开资金使用情况（ZX-62、SL-67），不让人认出是哪一家（ZX-61）', () => {
  it('四户不公开，五户公开', () => {
    expect(hiddenOf([row('甲', 5), row('乙', 6)])).toEqual([5, 6]);
    expect(hiddenOf([row('甲', 4), row('乙', 3), row('丙', 9)])).toEqual([null, null, 9]);
  });
  it('只有一行太小的，连同次小的一起不公开，合计减不出来', () => {
    expect(hiddenOf([row('甲', 4), row('乙', 20), row('丙', 9)])).toEqual([null, 20, null]);
    expect(hiddenOf([row('甲', 4)])).toEqual([null]);
  });
  it('合计也太小的不公开；够大的照实', () => {
    expect(shownSums([row('甲', 2), row('乙', 2)])).toEqual([
      { scheme: 'dibao', households: null, amount: null },
    ]);
    expect(shownSums([row('甲', 4), row('乙', 9)])).toEqual([
      { scheme: 'dibao', households: 13, amount: 1300 },
    ]);
  });
});
