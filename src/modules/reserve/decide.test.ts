import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import { type ReserveGiven, useReserve } from './decide.ts';
import { type ReserveRefusal, refusals } from './refusal.ts';
import type { Advance } from './reserve.ts';

const TODAY = localDate('2026-03-10');
const standards = createStandards();
const FULL = fen(2_000_000);
const given = (more: Partial<ReserveGiven> = {}) => ({
  ...{ balance: FULL, isLined: false, ...more },
  ...{ now: instant(0), today: TODAY, calendar: standards.calendarOf('511702102') },
  by: {
    ...{ person: 'officer', name: '演甲', post: '', role: 'case-officer' },
    area: placeCode('511702102'),
  },
  procedure: standards.procedureOf('511702102', TODAY, 'temporary'),
});
const CASE_LIMIT = given().procedure.reserveCaseLimit.value;

function decided(
  changed: {
    scheme?: 'dibao';
    outcome?: string;
    route?: string;
    amount?: number;
    plan?: readonly object[];
  } = {},
): CaseState {
  const { scheme = 'temporary', outcome = 'grant', route = 'township' } = changed;
  const monthlyAmount = fen(changed.amount ?? CASE_LIMIT * 3);
  const decision = { outcome, route, on: TODAY, monthlyAmount, plan: changed.plan ?? null };
  return {
    ...initialCase,
    course: { ...initialCase.course, scheme },
    confirmation: {
      ...initialCase.confirmation,
      decision: decision as unknown as CaseState['confirmation']['decision'],
    },
  };
}

const tested = new Set<string>();
const codeOf = (decision: Decision<CaseEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const advance = (amount: Fen, digit = '1'): Advance => ({
  ...{ amount, on: TODAY, handedOutBy: '演甲', receivedBy: '演乙', witness: '演丙' },
  voucher: { hash: digit.repeat(64), name: '凭证.jpg', mime: 'image/jpeg' },
});
const pay = (changed: Partial<Advance> = {}, state = decided(), more: Partial<ReserveGiven> = {}) =>
  useReserve({ ...advance(fen(50_000)), ...changed }, state, given(more));
const after = (state: CaseState, decision: Decision<CaseEvent>): CaseState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(
    (now, event) =>
      evolveCase(now, event, {
        ...{ seq: 9, actor: 'officer', post: '', occurredOn: TODAY, recordedAt: instant(0) },
      }),
    state,
  );
};

describe('民发〔2018〕23号第三部分第三项：乡镇备用金', () => {
  it('写明发放、领取、见证的人和凭证', () => {
    expect(after(decided(), pay()).reserve.advances).toMatchObject([
      { amount: 50_000, handedOutBy: '演甲', receivedBy: '演乙', witness: '演丙', by: 'officer' },
    ]);
  });
  it('单次正好到上限可以，多一分不可以', () => {
    expect(codeOf(pay({ amount: fen(CASE_LIMIT) }))).toBeNull();
    expect(codeOf(pay({ amount: fen(CASE_LIMIT + 1) }))).toBe('reserve-above-case-limit');
  });
  it('合计正好到决定的金额可以，多一分不可以', () => {
    const state = decided({ amount: 80_000 });
    const once = after(state, pay({ amount: fen(50_000) }, state));
    const more = (amount: number) => codeOf(useReserve(advance(fen(amount), '2'), once, given()));
    expect(more(30_000)).toBeNull();
    expect(more(30_001)).toBe('reserve-above-decision');
  });
  it('正好用完账上的钱可以，少一分不可以；说明账上还有多少', () => {
    expect(codeOf(pay({}, decided(), { balance: fen(50_000) }))).toBeNull();
    const short = pay({}, decided(), { balance: fen(49_999) });
    expect(codeOf(short)).toBe('reserve-above-balance');
    expect(short.ok ? '' : short.refusal.message).toContain('499.99');
  });
  it('已经列入花名册由银行发放的，不能再用备用金支付', () => {
    expect(codeOf(pay({}, decided(), { isLined: true }))).toBe('reserve-paid-by-bank');
  });
  it('分次发放的，备用金只能支付第一次的金额', () => {
    const plan = [{ on: TODAY, amount: fen(60_000), condition: '' }];
    const state = decided({ amount: 90_000, plan });
    expect(codeOf(pay({ amount: fen(60_000) }, state))).toBeNull();
    expect(codeOf(pay({ amount: fen(60_001) }, state))).toBe('reserve-above-decision');
  });
  it('同一张凭证不登记两次', () => {
    const once = after(decided(), pay());
    expect(codeOf(pay({}, once))).toBe('reserve-voucher-used');
  });
  it('发放、领取、见证是三个人', () => {
    expect(codeOf(pay({ witness: '演甲' }))).toBe('reserve-same-person');
    expect(codeOf(pay({ receivedBy: '演丙' }))).toBe('reserve-same-person');
  });
  it('决定当天可以支付，前一天、明天不可以', () => {
    expect(codeOf(pay({ on: addDays(TODAY, -1) }))).toBe('reserve-date-wrong');
    expect(codeOf(pay({ on: addDays(TODAY, 1) }))).toBe('reserve-date-wrong');
  });
  it('没有决定、不给予、不是临时救助的不能用；县级决定的由县级拨付', () => {
    expect(codeOf(pay({}, initialCase))).toBe('reserve-not-granted');
    expect(codeOf(pay({}, decided({ outcome: 'refuse' })))).toBe('reserve-not-granted');
    expect(codeOf(pay({}, decided({ scheme: 'dibao' })))).toBe('reserve-not-granted');
    expect(codeOf(pay({}, decided({ route: 'county' })))).toBe('reserve-not-by-township');
  });
});

describe('备用金的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as ReserveRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
