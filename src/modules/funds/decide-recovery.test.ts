import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addFen, fen } from '../../kernel/fen.ts';
import { addDays, localDate, type Month } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide-recovery.ts';
import {
  instalmentsOf,
  type LinePart,
  nextDue,
  openParts,
  type RecoveryEvent,
  type RecoveryGround,
  recoverySlot,
  type RecoveryState,
  restOf,
  takenFrom,
} from './recovery.ts';
import { type RecoveryRefusal, recoveryRefusals } from './recovery-refusal.ts';

const TODAY = localDate('2026-03-02');
const MONTH = '2026-02' as Month;
const tested = new Set<RecoveryRefusal>();
const codeOf = (decision: Decision<unknown, RecoveryRefusal>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const file = (digit: string) => ({ hash: digit.repeat(64), name: 'a.jpg', mime: 'image/jpeg' });
const part = (lineId: string, amount: number): LinePart => ({
  ...{ lineId, forMonth: MONTH, amount: fen(amount) },
});
const by = (person: string, today = TODAY) => ({ by: { person }, today });
const propose = (
  changed: Partial<decide.ProposeRecovery> = {},
  paid: readonly LinePart[] = [part('甲', 300), part('乙', 200)],
  state: RecoveryState = null,
) =>
  decide.proposeRecovery(
    {
      ...{ ground: 'correction', basis: '演民〔2026〕3号', from: MONTH, to: MONTH },
      ...{ amount: fen(400), parts: 3, firstDueOn: addDays(TODAY, 1), file: file('a') },
      ...changed,
    },
    state,
    {
      today: TODAY,
      payee: { grantId: 'g', number: '1号', payee: '甲演禾', scheme: 'dibao' },
      paid,
    },
  );
const fold = (state: RecoveryState, decision: Decision<RecoveryEvent>, actor: string) => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(
    (now, event) =>
      evolveSlot(recoverySlot, now, event, {
        ...{ seq: 1, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) },
      }),
    state,
  );
};
const proposed = (ground: RecoveryGround = 'correction') =>
  fold(null, propose({ ground }), 'officer');
const agreed = { recovers: true, opinion: '同意追回' };
const open = (ground: RecoveryGround = 'correction') =>
  fold(proposed(ground), decide.decideRecovery(agreed, proposed(ground), by('leader')), 'leader');
const repay = (amount: number, digit: string, state: RecoveryState, on = TODAY) =>
  decide.recordRepayment(
    { amount: fen(amount), on, reference: `收据${digit}`, receipt: file(digit) },
    state,
    by('planner'),
  );

describe('追回（SL-73、SL-74）：没有发放记录的不能追回', () => {
  it('正好是发过的金额可以，多一分不可以；没有发放过的一分也不可以', () => {
    expect(codeOf(propose({ amount: fen(500) }))).toBeNull();
    expect(codeOf(propose({ amount: fen(501) }))).toBe('recovery-without-paid-line');
    expect(codeOf(propose({ amount: fen(1), parts: 1 }, []))).toBe('recovery-without-paid-line');
  });
  it('月份不倒着写，不到以后；第一期在今天以后；每期至少一分', () => {
    expect(codeOf(propose({ from: '2026-03' as Month }))).toBe('recovery-months-wrong');
    expect(codeOf(propose({ to: '2026-03' as Month }))).toBeNull();
    expect(codeOf(propose({ to: '2026-04' as Month }))).toBe('recovery-months-wrong');
    expect(codeOf(propose({ firstDueOn: TODAY }))).toBe('recovery-plan-wrong');
    expect(codeOf(propose({ amount: fen(3) }))).toBeNull();
    expect(codeOf(propose({ amount: fen(2) }))).toBe('recovery-plan-wrong');
    expect(codeOf(propose({}, [part('甲', 400)], proposed()))).toBe('recovery-proposed');
  });
  it('提出的人不能决定；只决定一次；骗取的必须追回', () => {
    const say = (recovers: boolean, state: RecoveryState, person = 'leader') =>
      codeOf(decide.decideRecovery({ recovers, opinion: '同意' }, state, by(person)));
    expect(say(true, proposed(), 'officer')).toBe('recovery-own-decision');
    expect(say(true, open())).toBe('recovery-decided');
    expect(say(false, proposed())).toBeNull();
    expect(say(false, proposed('fraud'))).toBe('recovery-not-waivable');
  });
  it('分期退回，先退最早的一笔；正好退清就办结，多一分不收；同一收据不入两次', () => {
    const once = fold(open(), repay(350, 'b', open()), 'planner');
    expect(openParts(once as NonNullable<RecoveryState>)).toEqual([part('乙', 50)]);
    expect(codeOf(repay(50, 'b', once))).toBe('recovery-receipt-used');
    expect(codeOf(repay(51, 'c', once))).toBe('recovery-above-rest');
    const done = fold(once, repay(50, 'c', once), 'planner');
    expect(done?.status).toBe('settled');
    expect(codeOf(repay(1, 'd', done))).toBe('recovery-not-open');
    expect(codeOf(repay(1, 'd', proposed()))).toBe('recovery-not-open');
  });
  it('退回日期在决定当天到今天之间', () => {
    expect(codeOf(repay(1, 'b', open(), TODAY))).toBeNull();
    expect(codeOf(repay(1, 'b', open(), addDays(TODAY, -1)))).toBe('recovery-date-wrong');
    expect(codeOf(repay(1, 'b', open(), addDays(TODAY, 1)))).toBe('recovery-date-wrong');
  });
  it('非家庭过错的可以由另一人免除余额；骗取、拒不停发的不可以', () => {
    const waive = (state: RecoveryState, person = 'leader') =>
      decide.waiveRecovery({ ground: 'hardship', reason: '家庭确有困难' }, state, by(person));
    const once = fold(open(), repay(150, 'b', open()), 'planner');
    const waived = fold(once, waive(once), 'leader');
    expect(waived).toMatchObject({ status: 'waived', waived: { amount: 250 } });
    expect(codeOf(waive(waived))).toBe('recovery-not-open');
    expect(codeOf(waive(once, 'officer'))).toBe('recovery-own-decision');
    expect(codeOf(waive(open('fraud')))).toBe('recovery-not-waivable');
    expect(codeOf(waive(open('refused-stop')))).toBe('recovery-not-waivable');
  });
});

describe('分期', () => {
  it('第一期没退够，仍是第一期到期；退够了是下一期', () => {
    const state = open();
    const due = (now: RecoveryState) => now && nextDue(now);
    expect(state?.instalments.map(({ amount }) => amount)).toEqual([134, 133, 133]);
    expect(due(fold(state, repay(133, 'b', state), 'planner'))).toBe('2026-03-03');
    expect(due(fold(state, repay(134, 'b', state), 'planner'))).toBe('2026-04-03');
  });
  it('随便分几期、怎样退，合计总是一分不差', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), fc.nat(), (paid, parts, some) => {
        const all = paid.map((amount, index) => part(`${index}`, amount));
        const sum = addFen(...all.map(({ amount }) => amount));
        const wanted = fen(1 + (some % sum));
        const taken = takenFrom(all, wanted);
        expect(addFen(...(taken ?? []).map(({ amount }) => amount))).toBe(wanted);
        expect(takenFrom(all, fen(sum + 1))).toBeNull();
        const plan = instalmentsOf(wanted, parts, TODAY).map(({ amount }) => amount);
        expect(addFen(...plan)).toBe(wanted);
        expect(Math.max(...plan) - Math.min(...plan)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('没退的永远是应退减已退', () => {
    const state = open();
    const once = fold(state, repay(37, 'b', state), 'planner');
    expect(once && restOf(once)).toBe(363);
  });
});

describe('追回的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(recoveryRefusals) as RecoveryRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(recoveryRefusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
