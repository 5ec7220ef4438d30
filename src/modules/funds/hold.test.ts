import { describe, expect, it } from 'vitest';
import { holdOf, type Standing } from './hold.ts';

const good: Standing = {
  isCompared: true,
  hasOpenDeath: false,
  account: { holder: '孙演禾', isChecked: false },
  names: ['孙演禾', '李演麦'],
};

describe('TH-07 · 暂缓发放', () => {
  it('没有疑点的照常发放', () => {
    expect(holdOf(good)).toBe('');
  });

  it.each([
    ['登记没有第二人核对', { isCompared: false }, 'not-compared'],
    ['死亡待核实', { hasOpenDeath: true }, 'death'],
    ['没有账户', { account: null }, 'no-account'],
    ['户名是外人', { account: { holder: '钱演云', isChecked: false } }, 'other-holder'],
  ] as const)('%s的暂缓', (_, more, hold) => {
    expect(holdOf({ ...good, ...more })).toBe(hold);
  });

  it('户名是监护人、经两人核对过的照发', () => {
    expect(holdOf({ ...good, account: { holder: '钱演云', isChecked: true } })).toBe('');
  });
});
