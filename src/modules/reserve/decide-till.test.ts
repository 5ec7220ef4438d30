import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide-till.ts';
import { type Settlement, sumOf, type TillEvent, tillSlot, type TillState } from './till.ts';
import { type TillRefusal, tillRefusals } from './till-refusal.ts';

const LIMIT = fen(2_000_000);
const FILE = { hash: 'a'.repeat(64), name: '盘点表.jpg', mime: 'image/jpeg' };
const person = (name: string) => ({ by: { person: name, name } });
const [officer, reviewer, finance, leader] = ['经办', '复核', '财政', '领导'].map(person) as [
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
];

const tested = new Set<string>();
const codeOf = (decision: Decision<TillEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const apply = (state: TillState, event: TillEvent, actor: string) =>
  evolveSlot(tillSlot, state, event, {
    ...{ seq: 1, actor, post: '', occurredOn: localDate('2026-03-02'), recordedAt: instant(0) },
  });
/** The state after an act that must be allowed. */
const after = (state: TillState, decision: Decision<TillEvent>, by = officer): TillState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce((now, event) => apply(now, event, by.by.person), state);
};
const ask = (state: TillState, amount: number, kind: 'advance' | 'top-up' = 'advance') =>
  decide.askReserve({ askId: '1', kind, reason: '救急难需要', amount: fen(amount) }, state, {
    limit: LIMIT,
  });
const approve = (state: TillState, by = reviewer) =>
  decide.approveReserve({ opinion: '相符' }, state, by);
const pay = (state: TillState, by = finance) =>
  decide.payReserve({ reference: '演拨 1', receipt: FILE }, state, by);
const count = (state: TillState, counted: number, explanation = '', witness = '监盘') =>
  decide.countTill(
    { countId: '1', counted: fen(counted), explanation, witness, sheet: FILE },
    state,
    officer,
  );
const settle = (state: TillState, outcome: Settlement, by = leader) =>
  decide.settleDifference({ outcome, reason: '查明经过' }, state, by);
const spend = (state: TillState, amount: number, seq: number) =>
  apply(state, decide.spendReserve({ caseId: 'c', seq, amount: fen(amount) }), '经办');

function filled(amount: number): TillState {
  const asked = after(tillSlot.initial, ask(tillSlot.initial, amount));
  const approved = after(asked, approve(asked), reviewer);
  return after(approved, pay(approved), finance);
}

describe('中办发〔2020〕18号第二部分第15项：备用金的拨付、补足、盘点', () => {
  it('拨付到额度正好可以，多一分不可以；说明还可以拨付多少', () => {
    expect(codeOf(ask(tillSlot.initial, LIMIT))).toBeNull();
    const above = ask(tillSlot.initial, LIMIT + 1);
    expect(codeOf(above)).toBe('reserve-advance-above-limit');
    expect(above.ok ? '' : above.refusal.message).toContain('20,000.00');
    expect(codeOf(ask(tillSlot.initial, 0))).toBe('reserve-advance-above-limit');
    expect(codeOf(ask(filled(1_500_000), 500_000))).toBeNull();
    expect(codeOf(ask(filled(1_500_000), 500_001))).toBe('reserve-advance-above-limit');
  });
  it('等待补足的也占额度', () => {
    const used = spend(filled(LIMIT), 30_000, 1);
    expect(codeOf(ask(used, 1))).toBe('reserve-advance-above-limit');
  });
  it('补足按凭证的合计，不多不少；补足以后这些凭证不再补', () => {
    const used = spend(spend(filled(100_000), 30_000, 1), 20_000, 2);
    const asked = after(used, ask(used, 999_999, 'top-up'));
    expect(asked.ask).toMatchObject({ amount: 50_000 });
    const more = spend(asked, 10_000, 3);
    const approved = after(more, approve(more), reviewer);
    const paid = after(approved, pay(approved), finance);
    expect(paid).toMatchObject({ balance: 90_000, spent: [{ seq: 3, amount: 10_000 }], ask: null });
  });
  it('没有凭证不能补足；一次只有一份申请', () => {
    expect(codeOf(ask(filled(1000), 0, 'top-up'))).toBe('reserve-nothing-spent');
    const asked = after(tillSlot.initial, ask(tillSlot.initial, 1000));
    expect(codeOf(ask(asked, 1000))).toBe('reserve-ask-pending');
  });
  it('申请、复核、拨付是三个人；没有复核不能拨付', () => {
    const asked = after(tillSlot.initial, ask(tillSlot.initial, 1000));
    expect(codeOf(approve(asked, officer))).toBe('reserve-own-ask');
    expect(codeOf(pay(asked))).toBe('reserve-not-approved');
    const approved = after(asked, approve(asked), reviewer);
    expect(codeOf(approve(approved))).toBe('reserve-ask-checked');
    expect(codeOf(pay(approved, officer))).toBe('reserve-own-payment');
    expect(codeOf(pay(approved, reviewer))).toBe('reserve-own-payment');
    expect(codeOf(pay(approved))).toBeNull();
  });
  it('退回的可以重新申请；申请的人不能退回', () => {
    const asked = after(tillSlot.initial, ask(tillSlot.initial, 1000));
    const decline = (by = reviewer) => decide.declineReserve({ reason: '金额偏大' }, asked, by);
    expect(codeOf(decline(officer))).toBe('reserve-own-ask');
    expect(codeOf(ask(after(asked, decline(), reviewer), 900))).toBeNull();
  });
  it('盘点与账上相同的不用说明；差一分就要写明原因，处理以前不再申请、不再盘点', () => {
    const till = filled(10_000);
    expect(codeOf(count(till, 10_000))).toBeNull();
    expect(codeOf(count(till, 9999))).toBe('reserve-count-unexplained');
    expect(codeOf(count(till, 10_001))).toBe('reserve-count-unexplained');
    expect(codeOf(count(till, 9999, '找零差错', '经办'))).toBe('reserve-count-own-witness');
    const short = after(till, count(till, 9999, '找零差错'));
    expect(short).toMatchObject({ balance: 9999, count: { isOpen: true } });
    expect(codeOf(ask(short, 100))).toBe('reserve-difference-open');
    expect(codeOf(count(short, 9999))).toBe('reserve-difference-open');
  });
  it('短款补足或者查明漏登的回到账上，核销的不回；长款上交；盘点的人自己不能处理', () => {
    const till = filled(10_000);
    const short = after(till, count(till, 9000, '少了一千分'));
    expect(codeOf(settle(short, 'handed-in'))).toBe('reserve-settled-otherwise');
    expect(codeOf(settle(short, 'made-good', officer))).toBe('reserve-own-count');
    expect(after(short, settle(short, 'made-good'), leader).balance).toBe(10_000);
    expect(after(short, settle(short, 'found'), leader).balance).toBe(10_000);
    expect(after(short, settle(short, 'written-off'), leader).balance).toBe(9000);
    const over = after(till, count(till, 10_500, '多了五百分'));
    expect(over.balance).toBe(10_000);
    expect(codeOf(settle(over, 'made-good'))).toBe('reserve-settled-otherwise');
    const settled = after(over, settle(over, 'handed-in'), leader);
    expect(settled.balance).toBe(10_000);
    expect(codeOf(settle(settled, 'handed-in'))).toBe('reserve-no-difference');
  });
});

describe('备用金的每一种“不能办理”和账面平衡', () => {
  it('怎样拨付、支付、补足，账上加待补足总是拨付的合计', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 400_000 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (acts) => {
        let till = filled(LIMIT);
        for (const [index, [isPayment, amount]] of acts.entries()) {
          if (isPayment && amount <= till.balance) till = spend(till, amount, index);
          if (isPayment || till.spent.length === 0) continue;
          const asked = after(till, ask(till, 0, 'top-up'));
          const approved = after(asked, approve(asked), reviewer);
          till = after(approved, pay(approved), finance);
        }
        const whole: Fen = fen(till.balance + sumOf(till.spent));
        expect(whole).toBe(LIMIT);
      }),
      { numRuns: 60 },
    );
  });
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(tillRefusals) as TillRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(tillRefusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
