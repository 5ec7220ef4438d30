import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import * as decide from './decide.ts';
import type { ReferralEvent, ReferralOutcome } from './referral.ts';
import { type ReferralRefusal, refusals } from './refusal.ts';

const TODAY = localDate('2026-05-06');
const FILE = { hash: 'a'.repeat(64), name: '转介单.jpg', mime: 'image/jpeg' };
const standards = createStandards();
const given = {
  ...{ now: instant(0), today: TODAY, calendar: standards.calendarOf('511702102') },
  by: { person: 'p', name: '演甲', post: '', role: 'case-officer', area: placeCode('511702102') },
  procedure: standards.procedureOf('511702102', TODAY, 'dibao'),
};
const accepted: CaseState = {
  ...initialCase,
  intake: { ...initialCase.intake, accepted: { number: '1', on: TODAY, by: 'p' } },
};
const tested = new Set<string>();

function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}

function after(state: CaseState, decision: Decision<ReferralEvent>): CaseState {
  if (!decision.ok) throw new Error(decision.refusal.message);
  const meta = { seq: 1, actor: 'p', post: '', occurredOn: TODAY, recordedAt: instant(0) };
  return decision.events.reduce((now: CaseState, each) => evolveCase(now, each, meta), state);
}

const prepare = (state: CaseState, to = '演县医疗保障局', id = 'r1') =>
  decide.prepareReferral({ id, to, needs: ['medical'], what: '自付医疗费高' }, state);
const send = (state: CaseState, on: LocalDate = TODAY, id = 'r1') =>
  decide.sendReferral({ id, on, signedBy: '演甲', consent: FILE }, state, given);
const answer = (state: CaseState, outcome: ReferralOutcome, on: LocalDate = TODAY) =>
  decide.recordReferralAnswer(
    { id: 'r1', on, outcome, text: '已办理', from: '王演', scan: null },
    state,
    given,
  );
const drop = (state: CaseState) => decide.dropReferral({ id: 'r1', reason: '家庭不同意' }, state);
const prepared = after(accepted, prepare(accepted));
const sent = after(prepared, send(prepared));

describe('关于改革完善社会救助制度的意见第十五项：转介（LS-20）', () => {
  it('受理以后随时可以转介，决定以后、不予确认以后也可以；同一单位不重复', () => {
    expect(codeOf(prepare(initialCase))).toBe('referral-before-acceptance');
    expect(codeOf(prepare(accepted))).toBeNull();
    expect(codeOf(prepare(prepared))).toBe('referral-repeated');
    expect(codeOf(prepare(prepared, '演县慈善会', 'r2'))).toBeNull();
    expect(codeOf(prepare(after(prepared, drop(prepared)), '演县医疗保障局', 'r2'))).toBeNull();
  });

  it('服务对象签字以后才送出，一次', () => {
    expect(codeOf(answer(prepared, 'done'))).toBe('referral-not-sent');
    expect(codeOf(send(prepared, addDays(TODAY, -1)))).toBe('referral-date-wrong');
    expect(codeOf(send(prepared, addDays(TODAY, 1)))).toBe('referral-date-wrong');
    expect(codeOf(send(prepared, TODAY, 'r9'))).toBe('referral-unknown');
    expect(codeOf(send(sent))).toBe('referral-sent-already');
  });

  it('回执登记办理结果；正在办理的可以再答复，办结的不再登记', () => {
    expect(codeOf(answer(sent, 'done', addDays(TODAY, -1)))).toBe('referral-date-wrong');
    expect(codeOf(answer(sent, 'done', addDays(TODAY, 1)))).toBe('referral-date-wrong');
    const working = after(sent, answer(sent, 'working'));
    const done = after(working, answer(working, 'done'));
    expect(done.referral.referrals[0]?.answers.map(({ outcome }) => outcome)).toEqual([
      'working',
      'done',
    ]);
    expect(codeOf(answer(done, 'done'))).toBe('referral-over');
    expect(codeOf(drop(done))).toBe('referral-over');
    expect(codeOf(drop(sent))).toBeNull();
  });

  it('每一种不能办理都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as ReferralRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message).toMatch(/。$/);
      expect(citation.source).not.toBe('');
    }
  });
});
