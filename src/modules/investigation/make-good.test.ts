import { afterAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import { concludeInvestigation, recordHomeVisit } from './decide.ts';
import * as known from './investigation.fixture.ts';
import { type InvestigationEvent, owedVisits, visitStands } from './investigation.ts';
import { approveRemoteVisit, makeGoodVisit } from './make-good.ts';
import type { VisitGiven } from './visitor.ts';

const { after, CLERK, ONE, TODAY, visitGiven } = known;
const tested = new Set<string>();

type Answer = ReturnType<typeof recordHomeVisit>;

function codeOf(answer: Answer): string | null {
  if (answer.ok) return null;
  tested.add(answer.refusal.code);
  return answer.refusal.code;
}
function eventsOf(answer: Answer): readonly InvestigationEvent[] {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.events;
}
/** The place asks for these. */
function placeWith(changed: { approval?: boolean; days?: number }, today = TODAY): VisitGiven {
  const given = visitGiven({ today });
  const { remoteVisitNeedsApproval: approval, remoteVisitMadeGoodWorkingDays: days } =
    given.procedure;
  const procedure = {
    ...given.procedure,
    remoteVisitNeedsApproval: { ...approval, value: changed.approval ?? true },
    remoteVisitMadeGoodWorkingDays: { ...days, value: changed.days ?? 20 },
  };
  return { ...given, procedure };
}

const called = {
  ...known.homeVisit,
  ...{ photos: [], signatures: known.byBoth },
  ...{ remoteBecause: '洪水道路中断', remote: known.byPhone },
};
const ready = after(...known.ready);
const call = (changed: object = {}, given: VisitGiven = placeWith({})) =>
  recordHomeVisit({ ...called, ...changed } as typeof called, ready, given);
const asked: CaseEvent = {
  type: 'NeighbourInterviewRecorded',
  interview: { visitors: [] } as never,
};
const stateAfter = (given: VisitGiven = placeWith({}), ...more: readonly known.Told[]): CaseState =>
  after(...known.ready, ...eventsOf(call({}, given)), asked, ...more);
const asChair: VisitGiven = {
  ...placeWith({}),
  by: { ...placeWith({}).by, person: 'person-chair' },
};
const approve = (state: CaseState, visitId = 'visit-1', given = asChair) =>
  approveRemoteVisit({ visitId, opinion: '道路中断属实' }, state, given);
const conclude = (state: CaseState, given: VisitGiven) =>
  codeOf(
    concludeInvestigation(
      { summary: '与申报一致', noInterviewBecause: null },
      state,
      given,
    ) as Answer,
  );
const approved: CaseEvent = { type: 'RemoteVisitApproved', visitId: 'visit-1', opinion: '同意' };

afterAll(() => {
  expect(known.remoteCodes.filter((code) => !tested.has(code))).toEqual([]);
});

describe('最低生活保障审核确认办法 第十六条：重大突发事件时以电话、视频调查', () => {
  it('写明电话还是视频、因为什么突发事件，附上材料；算作本轮的调查', () => {
    const state = stateAfter();
    expect(state.investigation.visits[0]?.remote).toMatchObject({ way: 'phone', ground: 'flood' });
    expect(visitStands(state)).toBe(true);
  });

  it('没有写明方式的、没有材料的，不能代替入户', () => {
    expect(codeOf(call({ remote: null }))).toBe('remote-way-missing');
    expect(codeOf(call({ remote: { ...known.byPhone, evidence: [] } }))).toBe(
      'remote-evidence-missing',
    );
  });

  it('须经没有参加调查的负责人批准，批准以前不能完成调查；当地不要求批准的除外', () => {
    expect(conclude(stateAfter(), placeWith({}))).toBe('remote-visit-not-approved');
    expect(conclude(stateAfter(), placeWith({ approval: false }))).toBeNull();
    expect(codeOf(approve(stateAfter()))).toBeNull();
    expect(conclude(stateAfter(placeWith({}), approved), placeWith({}))).toBeNull();
    const byVisitor = { ...placeWith({}), by: { ...placeWith({}).by, person: ONE } };
    expect(codeOf(approve(stateAfter(), 'visit-1', byVisitor))).toBe('own-remote-visit');
    expect(codeOf(approve(stateAfter(placeWith({}), approved)))).toBe('remote-visit-approved');
    expect(codeOf(approve(stateAfter(), 'visit-9'))).toBe('remote-visit-unknown');
  });

  it('现场入户不需要批准', () => {
    const there = recordHomeVisit(known.homeVisit, ready, placeWith({}));
    const state = after(...known.ready, ...eventsOf(there), asked);
    expect(conclude(state, placeWith({}))).toBeNull();
    expect(codeOf(approve(state))).toBe('remote-visit-unknown');
  });
});

describe('突发事件过后补充入户', () => {
  const later = placeWith({}, addDays(TODAY, 10));
  const made = {
    ...{ id: 'visit-2', visitId: 'visit-1', on: addDays(TODAY, 10), memberPresent: 'a' },
    ...{ visitors: known.homeVisit.visitors, agrees: true, result: '与电话调查一致' },
    ...{ photos: known.homeVisit.photos, signatures: known.homeVisit.signatures },
    smallOfficeReason: null,
  };
  const good = (changed: object = {}, state: CaseState = stateAfter()) =>
    codeOf(makeGoodVisit({ ...made, ...changed } as typeof made, state, later));

  it('期限由当地规定：二十个工作日，末日照日历计算；当地定为零的，不须补', () => {
    expect(stateAfter().investigation.visits[0]?.remote?.makeGoodBy).toBe('2026-04-02');
    const none = stateAfter(placeWith({ days: 0 }));
    expect(owedVisits(none.investigation)).toEqual([]);
    expect(good({}, none)).toBe('visit-not-owed');
  });

  it('补上以后不再欠；再去现场调查过的，也不再欠', () => {
    const state = stateAfter();
    expect(owedVisits(state.investigation)).toHaveLength(1);
    expect(good()).toBeNull();
    const events = eventsOf(makeGoodVisit(made, state, later));
    const after1 = stateAfter(placeWith({}), ...events);
    expect(owedVisits(after1.investigation)).toEqual([]);
    expect(good({}, after1)).toBe('visit-not-owed');
    const there = { ...known.homeVisit, id: 'visit-3' };
    const again = stateAfter(
      placeWith({}),
      ...eventsOf(recordHomeVisit(there, ready, placeWith({}))),
    );
    expect(owedVisits(again.investigation)).toEqual([]);
  });

  it('决定以后也要补；办件终止的除外', () => {
    const decision = { type: 'DecisionMade', decision: {} } as unknown as CaseEvent;
    expect(good({}, stateAfter(placeWith({}), decision))).toBeNull();
    const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '撤回' };
    expect(good({}, stateAfter(placeWith({}), closed))).toBe('case-closed');
  });

  it('日期在电话调查之后、今天以前：同日可以，早一日不行，明日不行', () => {
    expect(good({ on: TODAY })).toBeNull();
    expect(good({ on: addDays(TODAY, -1) })).toBe('made-good-before-visit');
    expect(good({ on: addDays(TODAY, 11) })).toBe('act-in-future');
  });

  it('两人同去、在场成员签字、有照片，与入户调查同样要求', () => {
    expect(good({ visitors: [ONE] })).toBe('too-few-visitors');
    expect(good({ signatures: known.byBoth })).toBe('member-signature-missing');
    expect(good({ photos: [] })).toBe('photo-missing');
    expect(good({ memberPresent: 'stranger' })).toBe('member-not-in-household');
    expect(good({ visitors: [ONE, CLERK] })).not.toBeNull();
  });

  it('补充入户的记录写明是否一致', () => {
    const events = eventsOf(makeGoodVisit({ ...made, agrees: false }, stateAfter(), later));
    const state = stateAfter(placeWith({}), ...events);
    expect(state.investigation.madeGood).toMatchObject([
      { visitId: 'visit-1', agrees: false, on: localDate('2026-03-15') },
    ]);
  });
});
