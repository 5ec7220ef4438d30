import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { type CaseEvent, type CaseState, whyNotAddable } from '../case/index.ts';
import { caseWithout, given, standing, TODAY } from './decidable.fixture.ts';
import { checksOf } from './check.ts';
import { confirmDecision } from './decide.ts';
import { reportRelief, completeRelief } from './relief.ts';

/** 急难型: accepted and opined on; no verification, visit, publicity or meeting. */
const LEFT = ['authorised', 'relatives', 'report', 'visit', 'posted', 'takenDown', 'meeting'];
const asHelpFirst: CaseEvent = {
  type: 'SchemeChanged',
  scheme: 'temporary',
  channel: 'help-first',
  because: '房屋失火，情况紧急',
};
const open = caseWithout(LEFT, [asHelpFirst, 'clerk', TODAY]);

function decided(state: CaseState): CaseState {
  const answer = confirmDecision({}, state, { ...given(), ...standing() });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const steps = answer.events.map((event) => [event, 'chair', TODAY] as const);
  return caseWithout(LEFT, [asHelpFirst, 'clerk', TODAY], ...steps);
}

const helped = decided(open);
const papers = {
  situation: '夜间失火，房屋烧毁，救助后已妥善安置。',
  recipient: '演a',
  handlers: ['经办甲', '经办乙'],
  papers: [],
};
const meetingOn = (on: string, held = true, today: string = TODAY, closed = false) => ({
  meeting: { id: 'm', number: '1号', on: localDate(on), held, closed },
  today: localDate(today),
});
const codeOf = (answer: ReturnType<typeof completeRelief>) =>
  answer.ok ? 'ok' : answer.refusal.code;
const withMore = (state: CaseState, ...events: readonly CaseEvent[]): CaseState =>
  events.reduce<CaseState>((now, event) => {
    if (event.type === 'ReliefCompleted') {
      const completion = { ...event.completion, on: TODAY, by: 'clerk' };
      return { ...now, confirmation: { ...now.confirmation, completion } };
    }
    const reported = { meetingId: 'm', meetingNumber: '1号', on: TODAY };
    return { ...now, confirmation: { ...now.confirmation, reported } };
  }, state);

describe('《社会救助法》第五十条：情况紧急的先行救助', () => {
  it('不经核对、公示、会议；受理和意见仍不能少', () => {
    expect(checksOf(open, given()).map(({ title }) => title)).toEqual([
      '已受理申请',
      '初审意见与核算一致',
      '没有超过全案办理期限',
    ]);
    const bare = caseWithout([...LEFT, 'opinion'], [asHelpFirst, 'clerk', TODAY]);
    const answer = confirmDecision({}, bare, { ...given(), ...standing() });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'opinion-missing' } });
  });

  it('一次给付，没有起始月份，也没有有效期', () => {
    expect(helped.confirmation.decision).toMatchObject({
      outcome: 'grant',
      monthlyAmount: fen(30_000),
      startMonth: null,
      validUntil: null,
    });
  });

  it('救助以后仍可补材料；补齐以后不再收', () => {
    expect(whyNotAddable(helped)).toBeNull();
    const answer = completeRelief(papers, helped);
    if (!answer.ok) throw new Error(answer.refusal.message);
    const done = withMore(helped, ...answer.events);
    expect(whyNotAddable(done)).toBe('case-decided');
    expect(codeOf(completeRelief(papers, done))).toBe('already-completed');
  });

  it('尚未救助的、不是先行救助的，没有手续要补，也不用报告', () => {
    expect(codeOf(completeRelief(papers, open))).toBe('not-decided');
    const ordinary = { ...helped, course: { ...helped.course, channel: 'ordinary' as const } };
    expect(codeOf(completeRelief(papers, ordinary))).toBe('not-help-first');
    expect(codeOf(reportRelief({}, ordinary, meetingOn('2026-03-20')))).toBe('not-help-first');
  });
});

describe('JT-10：先行救助向下一次会议报告', () => {
  it('救助当天或者以后的会议可以，前一天的不可以', () => {
    expect(codeOf(reportRelief({}, helped, meetingOn(TODAY)))).toBe('ok');
    expect(codeOf(reportRelief({}, helped, meetingOn('2026-03-17')))).toBe('meeting-before-relief');
  });

  it('会议当天可以报告，前一天还没有召开，不可以', () => {
    const next = '2026-03-19';
    expect(codeOf(reportRelief({}, helped, meetingOn(next, true, next)))).toBe('ok');
    expect(codeOf(reportRelief({}, helped, meetingOn(next)))).toBe('meeting-not-held');
  });

  it('没有人到会或者已经取消的会议，不能作为报告的会议', () => {
    expect(codeOf(reportRelief({}, helped, meetingOn(TODAY, false)))).toBe('meeting-not-held');
  });

  it('已经结束、纪要已经签字的会议不能再加，没有签字的可以', () => {
    expect(codeOf(reportRelief({}, helped, meetingOn(TODAY, true, TODAY, true)))).toBe(
      'meeting-minutes-closed',
    );
    expect(codeOf(reportRelief({}, helped, meetingOn(TODAY, true, TODAY, false)))).toBe('ok');
  });

  it('须是本乡镇的会议，只报告一次', () => {
    expect(codeOf(reportRelief({}, helped, { meeting: null, today: TODAY }))).toBe(
      'report-meeting-unknown',
    );
    const told = reportRelief({}, helped, meetingOn(TODAY));
    if (!told.ok) throw new Error(told.refusal.message);
    const state = withMore(helped, ...told.events);
    expect(codeOf(reportRelief({}, state, meetingOn(TODAY)))).toBe('already-reported');
  });

  it('已终止的办件不再补、不再报', () => {
    const closed = { ground: 'withdrawn', reason: '', on: TODAY, by: 'x' } as const;
    const over = { ...helped, course: { ...helped.course, closed } };
    expect(codeOf(completeRelief(papers, over))).toBe('case-closed');
    expect(codeOf(reportRelief({}, over, meetingOn(TODAY)))).toBe('case-closed');
  });
});

describe('《特困人员认定办法》第二十条：没有评估自理能力的，不能作出决定', () => {
  const asTekun: CaseEvent = {
    type: 'SchemeChanged',
    scheme: 'tekun',
    channel: 'ordinary',
    because: '',
  };
  it('每个需要评估的人都已评估，才可以决定', () => {
    const state = caseWithout([], [asTekun, 'clerk', TODAY]);
    const facts = state.household.facts;
    if (!facts) throw new Error('no facts');
    const members = facts.members.map((each) => ({ ...each, birth: localDate('1950-01-01') }));
    const old = { ...state, household: { ...state.household, facts: { ...facts, members } } };
    const check = checksOf(old, given()).find(({ title }) => title === '生活自理能力已评估');
    expect(check?.refusal?.code).toBe('care-missing');
  });
});

describe('民发〔2018〕23号第二部分第三项：须一事一议的，没有结论不能作出决定', () => {
  const asRelief: CaseEvent = {
    type: 'SchemeChanged',
    ...{ scheme: 'temporary', channel: 'ordinary', because: '' },
  };
  const relief = (needsCoordination: boolean, computed = 30_000) => {
    const state = caseWithout([], [asRelief, 'clerk', TODAY]);
    const assessments = state.assessment.assessments.map((each) => ({
      ...each,
      result: {
        ...each.result,
        ...{ scheme: 'temporary' as const, monthlyAmount: fen(computed) },
        relief: { withinTownship: true, needsCoordination, payments: null },
      },
    }));
    return { ...state, assessment: { ...state.assessment, assessments } };
  };
  const coded = (state: CaseState) => {
    const failed = checksOf(state, given()).find(({ refusal }) => refusal !== null);
    return failed?.refusal?.code ?? null;
  };
  it('当地规则须一事一议的要等结论，不须的不用', () => {
    expect(coded(relief(true))).toBe('coordination-missing');
    expect(coded(relief(false))).toBeNull();
  });
  it('没有一事一议，意见的金额与核算差一分也不能决定', () => {
    expect(coded(relief(false, 29_999))).toBe('opinion-out-of-date');
  });
});
