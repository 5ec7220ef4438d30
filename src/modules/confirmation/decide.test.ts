import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import * as leave from '../case/leave.ts';
import { refOf, file } from '../investigation/investigation.fixture.ts';
import { confirmDecision, countyReview, serveNotice } from './decide.ts';
import { caseWithout, given, standing, TODAY } from './decidable.fixture.ts';
import { type ConfirmationRefusal, refusals } from './refusal.ts';

const shown = new Set<string>();

/** The code of a refusal, remembered so that the last test can tell which were never shown. */
function codeOf(decision: ReturnType<typeof confirmDecision>): string {
  const code = decision.ok ? 'ok' : decision.refusal.code;
  shown.add(code);
  return code;
}

const confirm = (left: readonly string[], more: Parameters<typeof given>[0] = {}) =>
  confirmDecision({}, caseWithout(left), { ...given(more), ...standing() });

const toCounty: CaseEvent = { type: 'RouteChanged', route: 'county', because: '测试' };

describe('最低生活保障审核确认办法第二十一条：确认决定', () => {
  it('条件齐全的作出决定，次月起发放，三个工作日内送达', () => {
    const decision = confirm([]);
    expect(decision.ok && decision.events[0]).toMatchObject({
      type: 'DecisionMade',
      by: 'chair',
      decision: {
        outcome: 'grant',
        startMonth: '2026-04',
        serveBy: '2026-03-23',
        organ: '罗江镇人民政府',
        mode: 'own-name',
        instrumentId: 'i-1',
        meetingId: 'meeting-1',
      },
    });
  });

  it.each([
    ['没有受理的', ['accepted'], 'not-accepted'],
    ['有成员没有授权的', ['authorised'], 'authorisation-incomplete'],
    ['没有核对报告的', ['report'], 'report-missing'],
    ['没有入户调查的', ['visit'], 'visit-missing'],
    ['没有初审意见的', ['opinion'], 'opinion-missing'],
    ['没有公示的', ['posted', 'takenDown'], 'notice-missing'],
    ['公示没有撤下留照的', ['takenDown'], 'notice-still-hanging'],
    ['没有集体研究的', ['meeting'], 'meeting-missing'],
  ])('%s，不作决定', (_, left, code) => {
    expect(codeOf(confirm(left))).toBe(code);
  });

  it('公示最后一日不作决定，期满撤下后第一日可以', () => {
    const lastDay = { today: localDate('2026-03-16') };
    expect(codeOf(confirm(['takenDown'], lastDay))).toBe('notice-period-not-over');
    expect(codeOf(confirm([], { today: localDate('2026-03-17') }))).toBe('ok');
  });

  it('核对报告超过有效期的不作决定，有效期最后一日可以', () => {
    const ordered: CaseEvent = {
      type: 'OverdueOrdered',
      instruction: '限期办结',
      finishBy: localDate('2026-09-30'),
    };
    const late = caseWithout([], [ordered, 'aid', localDate('2026-09-01')]);
    const on = (day: string) =>
      confirmDecision({}, late, { ...given({ today: localDate(day) }), ...standing() });
    expect(codeOf(on('2026-09-05'))).toBe('report-stale');
    expect(codeOf(on('2026-09-04'))).toBe('ok');
  });

  it('初审意见之后事实有更正的，重新形成意见', () => {
    const facts = caseWithout([]).household.facts;
    if (!facts) throw new Error('no facts');
    const corrected = { type: 'FactsCorrected', corrections: [], facts } as unknown as CaseEvent;
    const state = caseWithout([], [corrected, 'officer', TODAY]);
    const decision = confirmDecision({}, state, { ...given(), ...standing() });
    expect(codeOf(decision)).toBe('opinion-out-of-date');
  });

  it('已经决定的不能再次决定', () => {
    const first = confirm([]);
    if (!first.ok) throw new Error('must decide');
    const state = caseWithout([], [first.events[0] as CaseEvent, 'chair', TODAY]);
    expect(codeOf(confirmDecision({}, state, { ...given(), ...standing() }))).toBe('case-decided');
  });

  it('县级负责人不能签发乡镇确认的办件', () => {
    expect(codeOf(confirm([], { role: 'county-leader' }))).toBe('wrong-office');
  });

  it('没有计算过程的核算结果不能作出决定', () => {
    const state = caseWithout([]);
    const bare = {
      ...state,
      assessment: {
        ...state.assessment,
        assessments: state.assessment.assessments.map((each) => ({
          ...each,
          result: { ...each.result, trace: [] },
        })),
      },
    };
    const decision = confirmDecision({}, bare, { ...given(), ...standing() });
    expect(codeOf(decision)).toBe('result-without-trace');
  });
});

describe('达州市2021年改革一、社会救助法第四十四条：授权', () => {
  it('没有有效授权的乡镇不作决定，办件转县级', () => {
    const none = standing({ ok: false, because: '赋权书已中止' });
    const decision = confirmDecision({}, caseWithout([]), { ...given(), ...none });
    expect(decision.ok && decision.events).toEqual([
      { type: 'RouteChanged', route: 'county', because: '赋权书已中止' },
    ]);
    shown.add('authority-not-valid');
  });

  it('委托的，以县级民政部门名义作出', () => {
    const entrusted = standing({ ok: true, instrumentId: 'i-2', mode: 'entrusted' });
    const decision = confirmDecision({}, caseWithout([]), { ...given(), ...entrusted });
    expect(decision.ok && decision.events[0]).toMatchObject({
      decision: { organ: '通川区民政局', mode: 'entrusted' },
    });
  });
});

describe('最低生活保障审核确认办法第二十条第二款：县级入户核查', () => {
  const hit: CaseEvent = {
    type: 'RegisterMatched',
    hits: [
      {
        entryId: 'e-1',
        officialName: '何演云',
        position: '村委会主任',
        person: null,
        memberId: 'a',
        relation: '兄弟',
        through: 'statement',
      },
    ],
  };
  it('单独登记备案的，县级没有入户核查不作决定', () => {
    const state = caseWithout([], [hit, 'clerk', TODAY]);
    expect(codeOf(confirmDecision({}, state, { ...given(), ...standing() }))).toBe(
      'county-visit-missing',
    );
  });

  it('县级收到举报的，县级没有入户核查不作决定；核查以后可以，只看举报以后的核查', () => {
    const held = (since: string, state = caseWithout([])) =>
      codeOf(
        confirmDecision({}, state, { ...given(), ...standing(), heldSince: localDate(since) }),
      );
    expect(held(TODAY)).toBe('county-visit-missing');
    expect(held(TODAY, caseWithout([], [visited(true), 'i', TODAY]))).toBe('ok');
    expect(held(addDays(TODAY, 1), caseWithout([], [visited(true), 'i', TODAY]))).toBe(
      'county-visit-missing',
    );
  });

  const visited = (agrees: boolean): CaseEvent =>
    ({
      type: 'CountyVisitRecorded',
      visit: { id: 'v', on: TODAY, visitors: [], agrees, evidence: [], opinionRound: 1 },
    }) as unknown as CaseEvent;
  it('县级核查与初审意见一致的可以决定，不一致的须重新形成初审意见', () => {
    const at = (agrees: boolean, ...first: CaseEvent[]) =>
      caseWithout(
        [],
        ...[...first, visited(agrees)].map((event) => [event, 'inspector', TODAY] as const),
      );
    const decide = (state: ReturnType<typeof caseWithout>) =>
      codeOf(confirmDecision({}, state, { ...given(), ...standing() }));
    expect(decide(at(true, hit))).toBe('ok');
    expect(decide(at(false, hit))).toBe('county-visit-disagrees');
    // Nobody was obliged to go there; what was found counts all the same.
    expect(decide(at(false))).toBe('county-visit-disagrees');
  });
});

describe('公务员法第七十六条：近亲属不参加研究', () => {
  const learned = (person: string): CaseEvent => ({
    type: 'RegisterMatched',
    hits: [
      {
        ...{ entryId: 'e-2', officialName: '罗演明', position: '委员', person },
        ...{ memberId: 'a', relation: '姐弟', through: 'registered-relative' },
      },
    ],
  });
  const visited = {
    type: 'CountyVisitRecorded',
    visit: { id: 'v', on: TODAY, visitors: [], agrees: true, evidence: [], opinionRound: 1 },
  } as unknown as CaseEvent;
  const after = (...events: readonly CaseEvent[]) =>
    caseWithout([], ...events.map((event) => [event, 'aid', TODAY] as const));
  const decide = (state: CaseState, more = {}) =>
    codeOf(confirmDecision({}, state, { ...given(more), ...standing() }));

  it('表决以后才查明与表决人员系近亲属的，原表决不作数，重新研究；与其他人员的不影响', () => {
    const tainted = after(learned('voter-2'), visited);
    expect(decide(tainted)).toBe('voter-recused-since');
    expect(leave.deliberation(tainted)).toMatchObject({ is: 'not-met' });
    expect(decide(after(learned('clerk-9'), visited))).toBe('ok');
    expect(leave.deliberation(after(learned('clerk-9')))).toMatchObject({ is: 'met' });
  });

  it('县级审核人员系近亲属的，另行审核', () => {
    const reviewed: CaseEvent = {
      type: 'CountyReviewed',
      ...{ agrees: true, opinion: '同意', proposalHash: 'a'.repeat(64) },
    };
    const leader = { role: 'county-leader', person: 'leader' };
    const own = after(toCounty, reviewed, learned('aid'), visited);
    expect(decide(own, leader)).toBe('county-review-missing');
    expect(leave.countyReview(own)).toMatchObject({ is: 'not-met' });
    expect(decide(after(toCounty, reviewed, learned('aid-2'), visited), leader)).toBe('ok');
  });
});

describe('最低生活保障审核确认办法第十九条：重新调查', () => {
  it('重新调查没有完成的，不作决定；完成后可以', () => {
    const state = caseWithout([]);
    const open = { ...state, investigation: { ...state.investigation, concluded: null } };
    const decide = (each: CaseState) =>
      codeOf(confirmDecision({}, each, { ...given(), ...standing() }));
    expect(decide(open)).toBe('investigation-open');
    expect(decide(state)).toBe('ok');
  });
});

describe('最低生活保障审核确认办法第十一条：近亲属声明', () => {
  it('没有声明、没有与名册比对的不作决定', () => {
    expect(codeOf(confirm(['relatives']))).toBe('near-relatives-undeclared');
  });
});

describe('公务员法第七十六条：回避', () => {
  it('在本案回避的负责人不能签发，其他负责人可以', () => {
    const state = caseWithout([]);
    const [meeting] = state.deliberation.deliberations;
    if (!meeting) throw new Error('no meeting');
    const without = { ...meeting, voters: ['voter-1', 'voter-2', 'voter-3'], recused: ['chair'] };
    const left = { ...state, deliberation: { ...state.deliberation, deliberations: [without] } };
    expect(codeOf(confirmDecision({}, left, { ...given(), ...standing() }))).toBe(
      'recused-decides',
    );
    const deputy = given({ person: 'deputy' });
    expect(codeOf(confirmDecision({}, left, { ...deputy, ...standing() }))).toBe('ok');
  });
});

describe('最低生活保障审核确认办法第二十二条：办理时限', () => {
  it('二十个工作日的最后一日可以决定，次日须先延期', () => {
    expect(codeOf(confirm([], { today: localDate('2026-03-30') }))).toBe('ok');
    expect(codeOf(confirm([], { today: localDate('2026-03-31') }))).toBe('total-time-over');
  });

  it('没有延期的，县级督办不能代替延期；超过四十五个工作日的，督办后可以决定', () => {
    const ordered: CaseEvent = {
      type: 'OverdueOrdered',
      instruction: '限期办结',
      finishBy: localDate('2026-05-30'),
    };
    const state = caseWithout([], [ordered, 'aid', localDate('2026-03-31')]);
    const on = (today: string) =>
      codeOf(confirmDecision({}, state, { ...given({ today: localDate(today) }), ...standing() }));
    expect(on('2026-05-08')).toBe('total-time-over');
    expect(on('2026-05-09')).toBe('ok');
  });
});

describe('县级审核确认程序', () => {
  const review = { agrees: true, opinion: '同意乡镇意见' };
  const aid = given({ person: 'aid', role: 'aid-officer' });

  it('乡镇确认的办件不经县级审核', () => {
    expect(codeOf(countyReview(review, caseWithout([]), aid))).toBe('not-county-route');
  });

  it('没有初审意见、公示未期满的不审核', () => {
    const at = (left: readonly string[]) =>
      countyReview(review, caseWithout(left, [toCounty, 'chair', TODAY]), aid);
    expect(codeOf(at(['opinion']))).toBe('opinion-missing');
    expect(codeOf(at(['takenDown']))).toBe('notice-still-hanging');
    expect(codeOf(at([]))).toBe('ok');
  });

  const reviewed = (agrees: boolean, by = 'aid') => {
    const event: CaseEvent = {
      type: 'CountyReviewed',
      agrees,
      opinion: '意见',
      proposalHash: 'a'.repeat(64),
    };
    return caseWithout(['meeting'], [toCounty, 'chair', TODAY], [event, by, TODAY]);
  };
  const leader = { ...given({ person: 'leader', role: 'county-leader' }) };
  const county = standing({ ok: true, instrumentId: null, mode: 'county' });

  it('未经审核、审核不同意、审核人自己签发的，都不作决定', () => {
    const unreviewed = caseWithout(['meeting'], [toCounty, 'chair', TODAY]);
    const decide = (state: ReturnType<typeof caseWithout>) =>
      codeOf(confirmDecision({}, state, { ...leader, ...county }));
    expect(decide(unreviewed)).toBe('county-review-missing');
    expect(decide(reviewed(false))).toBe('county-review-disagrees');
    expect(decide(reviewed(true, 'leader'))).toBe('reviewer-decides');
    expect(decide(reviewed(true))).toBe('ok');
  });

  it('办理过本件的人不审核、不签发', () => {
    const verifier = given({ person: 'verifier', role: 'aid-officer' });
    const at = caseWithout([], [toCounty, 'chair', TODAY]);
    expect(codeOf(countyReview(review, at, verifier))).toBe('duty-forbids-decision');
    const signing = { ...given({ person: 'verifier', role: 'county-leader' }), ...county };
    expect(codeOf(confirmDecision({}, reviewed(true), signing))).toBe('duty-forbids-decision');
  });

  it('不同意的，初审意见退回', () => {
    const state = caseWithout([], [toCounty, 'chair', TODAY]);
    const decision = countyReview({ agrees: false, opinion: '收入核算有误' }, state, aid);
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual([
      'CountyReviewed',
      'OpinionSetAside',
    ]);
  });
});

describe('送达', () => {
  const decided = confirm([]);
  const event = decided.ok ? (decided.events[0] as CaseEvent) : null;
  if (!event) throw new Error('must decide');
  const state = caseWithout([], [event, 'chair', TODAY]);
  const service = { method: 'in-person', recipient: '演一', proof: refOf(file('6')) } as const;
  const clerk = given({ person: 'clerk', role: 'window-clerk' });
  const serve = (on: string, at = state) =>
    serveNotice({ ...service, on: localDate(on) }, at, clerk);

  it('决定之前没有可送达的通知书', () => {
    expect(codeOf(serve('2026-03-18', caseWithout([])))).toBe('not-decided');
  });

  it('送达日期不早于决定日期、不晚于今天', () => {
    expect(codeOf(serve('2026-03-17'))).toBe('service-before-decision');
    expect(codeOf(serve('2026-03-19'))).toBe('service-in-future');
    expect(codeOf(serve('2026-03-18'))).toBe('ok');
  });

  it('已送达的不重复登记', () => {
    const once = serve('2026-03-18');
    if (!once.ok) throw new Error('must serve');
    const served = caseWithout(
      [],
      [event, 'chair', TODAY],
      [once.events[0] as CaseEvent, 'clerk', TODAY],
    );
    expect(codeOf(serve('2026-03-18', served))).toBe('already-served');
  });
});

/** Shown in relief.test.ts. */
const ofRelief: readonly ConfirmationRefusal[] = [
  'care-missing',
  'coordination-missing',
  'not-help-first',
  'already-completed',
  'already-reported',
  'report-meeting-unknown',
  'meeting-before-relief',
  'meeting-not-held',
  'meeting-minutes-closed',
];

describe('每一种不予办理的情形都有用例', () => {
  it('没有遗漏', () => {
    const own = Object.keys(refusals) as ConfirmationRefusal[];
    expect(own.filter((code) => !shown.has(code))).toEqual(ofRelief);
  });
});
