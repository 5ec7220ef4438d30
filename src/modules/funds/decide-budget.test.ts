import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { instant } from '../../kernel/clock.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { type BudgetRefusal, budgetRefusals } from './budget-refusal.ts';
import { approveBudget, type BudgetGiven, declineBudget, enterBudget } from './decide-budget.ts';
import * as request from './decide-request.ts';
import {
  type BudgetItem,
  type BudgetPaper,
  type FundDocumentEvent,
  fundDocumentSlot,
  type FundDocumentState,
} from './fund-document.ts';
import { type FundRequestEvent, fundRequestSlot, type FundRequestState } from './fund-request.ts';

const TODAY = localDate('2026-03-02');
const tested = new Set<BudgetRefusal>();
const codeOf = (decision: Decision<unknown, BudgetRefusal>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const item = (amount: number, changed: Partial<BudgetItem> = {}): BudgetItem => ({
  ...{ source: 'central', scheme: 'dibao', residence: 'rural', amount: fen(amount) },
  ...changed,
});
const paper = (changed: Partial<BudgetPaper> = {}): BudgetPaper => ({
  ...{ year: 2026, kind: 'allocation', documentNumber: '演财社〔2026〕8号', confirmed: false },
  items: [item(1_000_000)],
  file: { hash: 'a'.repeat(64), name: '文件.pdf', mime: 'application/pdf' },
  ...changed,
});
const given = (changed: Partial<BudgetGiven> = {}): BudgetGiven => ({
  ...{ today: TODAY, isKnown: false, pots: [], usual: [], ...changed },
});
const pots = [
  { ...{ year: 2026, source: 'central', residence: 'rural' }, scheme: 'dibao', left: fen(500) },
] as BudgetGiven['pots'];
const enter = (changed: Partial<BudgetPaper> = {}, about: Partial<BudgetGiven> = {}) =>
  codeOf(enterBudget(paper(changed), null, given(about)));
const by = (person: string) => ({ by: { person } });
const meta = (actor: string) => ({
  ...{ seq: 1, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) },
});

function entered(changed: Partial<BudgetPaper> = {}): FundDocumentState {
  const event: FundDocumentEvent = { type: 'BudgetEntered', ...paper(changed) };
  return evolveSlot(fundDocumentSlot, null, event, meta('planner'));
}

describe('专项管理、分账核算（ZX-05）：预算指标', () => {
  it('同一份文件、同一个文号只登一次', () => {
    expect(enter()).toBeNull();
    expect(enter({}, { isKnown: true })).toBe('budget-document-twice');
    expect(codeOf(enterBudget(paper(), entered(), given()))).toBe('budget-entered');
  });
  it('年度是上年、本年、下年；结转到本年为止', () => {
    expect([2025, 2026, 2027].map((year) => enter({ year }))).toEqual([null, null, null]);
    expect([2024, 2028].map((year) => enter({ year }))).toEqual(
      Array.from({ length: 2 }, () => 'budget-year-wrong'),
    );
    const carried = { kind: 'carry-over', items: [item(500)] } as const;
    expect(enter({ ...carried, year: 2026 }, { pots })).toBeNull();
    expect(enter({ ...carried, year: 2027 }, { pots })).toBe('budget-year-wrong');
  });
  it('同一笔资金只写一行；下达大于零，调整不是零', () => {
    expect(enter({ items: [item(100), item(200)] })).toBe('budget-pot-twice');
    expect(enter({ items: [item(0)] })).toBe('budget-sum-wrong');
    expect(enter({ items: [item(-1)] })).toBe('budget-sum-wrong');
    expect(enter({ kind: 'adjustment', items: [item(0)] })).toBe('budget-sum-wrong');
    expect(enter({ kind: 'adjustment', items: [item(1)] })).toBeNull();
  });
  it('专款专用：同一来源同一项目的城乡之间可以调，别的不能', () => {
    const from = item(-500);
    const move = (to: BudgetItem) => enter({ kind: 'adjustment', items: [from, to] }, { pots });
    expect(move(item(500, { residence: 'urban' }))).toBeNull();
    expect(move(item(500, { scheme: 'tekun' }))).toBe('budget-crosses');
    expect(move(item(500, { source: 'county' }))).toBe('budget-crosses');
  });
  it('正好减到零、正好结完可以，多一分不可以', () => {
    const less = (amount: number) =>
      enter({ kind: 'adjustment', items: [item(-amount)] }, { pots });
    expect([less(500), less(501)]).toEqual([null, 'budget-below-used']);
    const carry = (amount: number) =>
      enter({ kind: 'carry-over', items: [item(amount)] }, { pots });
    expect([carry(500), carry(501)]).toEqual([null, 'budget-below-used']);
  });
  it('元当成分（多一百倍）、万元当成元（少一万倍）先问一句；核对无误的照登', () => {
    const usual = [{ scheme: 'dibao', amount: fen(1_000_000) }] as const;
    const of = (amount: number, confirmed = false) =>
      enter({ items: [item(amount)], confirmed }, { usual });
    expect([of(1_000_000), of(19_999_999), of(20_000_000)]).toEqual([
      ...[null, null, 'budget-implausible'],
    ]);
    expect([of(100_000_000), of(100_000_000, true)]).toEqual(['budget-implausible', null]);
    expect([of(2501), of(2500), of(100)]).toEqual([
      ...[null, 'budget-implausible', 'budget-implausible'],
    ]);
  });
  it('登记的人不能复核；复核只办一次；复核时再看一遍钱还在不在', () => {
    const approve = (state: FundDocumentState, person = 'reviewer', left = pots) =>
      codeOf(approveBudget({ opinion: '相符' }, state, { ...by(person), pots: left }));
    expect(approve(entered())).toBeNull();
    expect(approve(entered(), 'planner')).toBe('budget-own-check');
    const less = entered({ kind: 'adjustment', items: [item(-500)] });
    expect(approve(less)).toBeNull();
    expect(approve(less, 'reviewer', [])).toBe('budget-below-used');
    const declined: FundDocumentEvent = { type: 'BudgetDeclined', reason: '文号不对' };
    const over = evolveSlot(fundDocumentSlot, entered(), declined, meta('reviewer'));
    expect(approve(over)).toBe('budget-checked');
    expect(codeOf(declineBudget({ reason: '不对' }, over, by('reviewer')))).toBe('budget-checked');
    expect(codeOf(declineBudget({ reason: '不对' }, entered(), by('planner')))).toBe(
      'budget-own-check',
    );
  });
});

describe('用款申请：三个人分别办（ZX-05、JT-06）', () => {
  const roll = { rollId: 'r', scheme: 'dibao', lines: 1, amount: fen(100) } as const;
  const march = { month: '2026-03' as Month };
  const after = (state: FundRequestState, event: FundRequestEvent, actor: string) =>
    evolveSlot(fundRequestSlot, state, event, meta(actor));
  const asked = after(
    null,
    { type: 'FundsRequested', ...march, rolls: [roll], pots: [] },
    'planner',
  );
  const reviewed = after(asked, { type: 'FundRequestReviewed', opinion: '相符' }, 'reviewer');
  const approved = after(reviewed, { type: 'FundRequestApproved', opinion: '同意' }, 'leader');
  const opinion = { opinion: '相符' };

  it('有已封存的花名册才申请；资金够不够都能申请', () => {
    const ask = (rolls: readonly (typeof roll)[], state: FundRequestState = null) =>
      codeOf(request.requestFunds(march, state, { rolls, pots: [] }));
    expect(ask([roll])).toBeNull();
    expect(ask([])).toBe('fund-request-empty');
    expect(ask([roll], asked)).toBe('fund-request-made');
  });
  it('申请的不能复核，复核的不能批准；没复核的不能批准', () => {
    const review = (person: string, state = asked) =>
      codeOf(request.reviewFundRequest(opinion, state, by(person)));
    const approve = (person: string, state = reviewed) =>
      codeOf(request.approveFundRequest(opinion, state, by(person)));
    expect([review('planner'), review('reviewer')]).toEqual(['fund-request-own-review', null]);
    expect([approve('planner'), approve('reviewer'), approve('leader')]).toEqual([
      ...['fund-request-own-review', 'fund-request-own-review', null],
    ]);
    expect(approve('leader', asked)).toBe('fund-request-not-reviewed');
    expect(approve('leader', approved)).toBe('fund-request-over');
    expect(review('reviewer', approved)).toBe('fund-request-over');
  });
  it('复核前后都能退回，批准以后不能', () => {
    const decline = (person: string, state: FundRequestState) =>
      codeOf(request.declineFundRequest({ reason: '金额不符' }, state, by(person)));
    expect([decline('reviewer', asked), decline('leader', reviewed)]).toEqual([null, null]);
    expect(decline('planner', asked)).toBe('fund-request-own-review');
    expect(decline('leader', approved)).toBe('fund-request-over');
  });
});

describe('预算和用款的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(budgetRefusals) as BudgetRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(budgetRefusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
