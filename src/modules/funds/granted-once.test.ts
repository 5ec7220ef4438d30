import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { grantedOnce } from './granted-once.ts';

const ON = localDate('2026-03-02');
const LATER = localDate('2026-04-02');
type Decision = Parameters<typeof grantedOnce>[0];
const whole = { number: '演〔2026〕1号', on: ON, plan: null, monthlyAmount: fen(80_000) };
const staged = {
  ...whole,
  plan: [
    { on: ON, amount: fen(50_000), condition: '' },
    { on: LATER, amount: fen(30_000), condition: '仍未修复' },
  ],
};
const released = [{ no: 2, on: LATER, amount: fen(30_000) }] as unknown as Parameters<
  typeof grantedOnce
>[1];
const due = (decision: object, fromReserve: number, isHelpFirst = false, later = released) =>
  grantedOnce(decision as Decision, later, { isHelpFirst, fromReserve: fen(fromReserve) }).map(
    ({ kind, basis, amount }) => `${kind} ${basis} ${amount}`,
  );

describe('LS-13、DB-25 · 临时救助里还要由银行发放的', () => {
  it('没有用备用金的全额由银行发放；用了的只发余下的；用完的不再发', () => {
    expect(due(whole, 0)).toEqual(['once 演〔2026〕1号 80000']);
    expect(due(whole, 79_999)).toEqual(['once 演〔2026〕1号 1']);
    expect(due(whole, 80_000)).toEqual([]);
  });
  it('先行救助没有备用金凭证的当场已经给清；有凭证的，余下的由银行发放', () => {
    expect(due(whole, 0, true)).toEqual([]);
    expect(due(whole, 20_000, true)).toEqual(['once 演〔2026〕1号 60000']);
  });
  it('分次发放的，备用金抵第一次；以后各次照发，先行救助的也一样', () => {
    expect(due(staged, 20_000)).toEqual([
      'stage 演〔2026〕1号-1 30000',
      'stage 演〔2026〕1号-2 30000',
    ]);
    expect(due(staged, 50_000, true)).toEqual(['stage 演〔2026〕1号-2 30000']);
    expect(due(staged, 0, true)).toEqual(['stage 演〔2026〕1号-2 30000']);
  });
});
