import { describe, expect, it } from 'vitest';
import { assessed, earned, family, household } from '../../rules/worked-case.ts';
import { topLine, whatWouldChange } from './sheet.ts';

const withIncome = (amount: number) =>
  assessed(household({ members: family(1), incomes: [earned('i', amount)] }));

describe('核算表', () => {
  it('什么会改变结果：每个条件一句，只写名称和离线多远', () => {
    const [first] = whatWouldChange(withIncome(75_000));
    expect(first).toBe('家庭月人均收入低于低保标准：比规定的线低 50.00 元');
  });

  it('收入等于标准的，结论一行写清比较', () => {
    expect(topLine(withIncome(80_000))).toMatch(/^不符合低保：/);
    expect(topLine(withIncome(80_000))).not.toContain('。');
  });
});
