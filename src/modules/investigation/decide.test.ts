import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import { recordCountyVisit } from './county-visit.ts';
import * as decide from './decide.ts';
import * as known from './investigation.fixture.ts';
import { findStandingVisit, type InvestigationEvent, visitStands } from './investigation.ts';
import { type InvestigationRefusal, refusals } from './refusal.ts';
import type { VisitGiven } from './visitor.ts';

const { after, CLERK, ONE, remoteCodes, TODAY, TWO, visitGiven } = known;
const tested = new Set<InvestigationRefusal>();

type Answer = ReturnType<typeof decide.startInvestigation>;

function refuses(answer: Answer, code: InvestigationRefusal, words?: string): void {
  tested.add(code);
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
  if (words && !answer.ok) expect(answer.refusal.message).toContain(words);
}

function eventsOf(answer: Answer): readonly InvestigationEvent[] {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.events;
}

const ready = after(...known.ready);
const visit = (changed: object = {}, state: CaseState = ready, given: VisitGiven = visitGiven()) =>
  decide.recordHomeVisit({ ...known.homeVisit, ...changed }, state, given);
const officeGiven = (value: boolean): VisitGiven => {
  const given = visitGiven();
  const { smallOfficeExceptionAllowed: allowed } = given.procedure;
  const procedure = { ...given.procedure, smallOfficeExceptionAllowed: { ...allowed, value } };
  return { ...given, procedure };
};
const sealed = { cipher: 'c', tail: '', index: '' };
const ask = (changed: object = {}, state: CaseState = ready, given: VisitGiven = visitGiven()) =>
  decide.recordNeighbourInterview({ ...known.interview, ...changed }, state, {
    ...given,
    neighbour: sealed,
  });
const conclude = (state: CaseState, noInterviewBecause: string | null = null) =>
  decide.concludeInvestigation(
    { summary: '与申报情况一致，生活困难', noInterviewBecause },
    state,
    visitGiven(),
  );
const withEvents = (...answers: readonly Answer[]): CaseState =>
  after(...known.ready, ...answers.flatMap(eventsOf));
const concluded: CaseEvent = {
  type: 'InvestigationConcluded',
  summary: '一致',
  noInterviewBecause: null,
};
const concludedToday = [concluded, { on: TODAY }] as const;

describe('最低生活保障审核确认办法 第十五条：启动调查', () => {
  it('受理之日起三个工作日内启动调查，记下应当启动的日期', () => {
    const events = eventsOf(decide.startInvestigation({}, ready, visitGiven()));
    expect(events).toEqual([
      { type: 'InvestigationStarted', on: TODAY, dueOn: localDate('2026-03-05') },
    ]);
  });

  it('超过三个工作日仍可以启动，日期如实记录', () => {
    const late = visitGiven({ today: localDate('2026-03-06') });
    const state = after(...known.ready, ...eventsOf(decide.startInvestigation({}, ready, late)));
    expect(state.investigation).toMatchObject({
      startedOn: '2026-03-06',
      startDueOn: '2026-03-05',
    });
  });

  it('没有受理的申请不能启动调查', () => {
    const answer = decide.startInvestigation({}, after(known.opened), visitGiven());
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-accepted-yet' } });
  });

  it('已经终止的办件不能启动调查', () => {
    const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '撤回' };
    const answer = decide.startInvestigation({}, after(...known.ready, closed), visitGiven());
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'case-closed' } });
  });

  it('调查只启动一次；第一次入户就是启动', () => {
    const started = withEvents(visit({ on: localDate('2026-03-04') }));
    expect(started.investigation.startedOn).toBe('2026-03-04');
    refuses(decide.startInvestigation({}, started, visitGiven()), 'already-started');
  });
});

describe('最低生活保障审核确认办法 第十六条：入户调查', () => {
  it('两名调查人员入户，调查人员和在场成员分别签字', () => {
    const state = withEvents(visit());
    expect(state.investigation.visits).toMatchObject([
      {
        visitors: [
          { person: ONE, name: '何演云' },
          { person: TWO, name: '吕演晴' },
        ],
        signatures: [{ name: '何演云' }, { name: '吕演晴' }, { name: '赵演一' }],
        photoDoubts: [],
      },
    ]);
    expect(visitStands(state)).toBe(true);
  });

  it('一名调查人员不能入户；同一人写两次也不行', () => {
    refuses(visit({ visitors: [ONE] }), 'too-few-visitors', '2 人');
    refuses(visit({ visitors: [ONE, ONE] }), 'too-few-visitors');
  });

  it('不在本乡镇任调查员或者经办的人，不能作为调查人员', () => {
    refuses(visit({ visitors: [ONE, 'stranger'] }), 'visitor-not-investigator');
  });

  it('入户日期可以是今天，不能是明天', () => {
    expect(visit({ on: TODAY }).ok).toBe(true);
    refuses(visit({ on: addDays(TODAY, 1) }), 'act-in-future');
  });

  it('入户日期可以是受理当日，不能早于受理', () => {
    expect(visit({ on: known.ACCEPTED }).ok).toBe(true);
    refuses(visit({ on: addDays(known.ACCEPTED, -1) }), 'before-acceptance');
  });

  it('同一份入户记录不能提交两次', () => {
    refuses(visit({}, withEvents(visit())), 'already-recorded');
  });

  it('在场人应是本户登记的成员', () => {
    refuses(visit({ memberPresent: 'neighbour' }), 'member-not-in-household');
  });

  it('在场人不计入共同生活成员的，不能由其签字；尚不能判断的可以', () => {
    const counted = new Map([['a', false as boolean | null]]);
    refuses(visit({}, ready, visitGiven({ counted })), 'member-not-counted');
    const unknown = new Map([['a', null]]);
    expect(visit({}, ready, visitGiven({ counted: unknown })).ok).toBe(true);
  });

  it('调查人员少一人签字的，不能提交', () => {
    const signatures = [known.byBoth[0], known.byMember];
    refuses(visit({ signatures }), 'visitor-signature-missing');
  });

  it('在场成员没有签字的，不能提交', () => {
    refuses(visit({ signatures: known.byBoth }), 'member-signature-missing');
  });

  it('没有参加的人不能签字', () => {
    const stranger = { ...known.byMember, signer: 'b' };
    refuses(visit({ signatures: [...known.byBoth, stranger] }), 'signature-of-stranger');
    const clerk = { ...known.byMember, as: 'visitor', signer: CLERK };
    refuses(visit({ signatures: [...known.byBoth, clerk] }), 'signature-of-stranger');
  });

  it('入户至少一张照片', () => {
    refuses(visit({ photos: [] }), 'photo-missing');
  });

  it('照片和签名应先上传到本办件', () => {
    const photos = [known.refOf(known.file('9'))];
    refuses(visit({ photos }), 'evidence-not-uploaded');
    const signatures = [...known.byBoth, { ...known.byMember, image: photos[0] }];
    refuses(visit({ signatures }), 'evidence-not-uploaded');
  });

  it('别的办件或者以前入户用过的照片不能再用', () => {
    const files = ['2', '3', '4'].map((digit) => known.file(digit));
    const used = visitGiven({ files: [known.file('1', { usedElsewhere: true }), ...files] });
    refuses(visit({}, ready, used), 'photo-used-before');
    refuses(visit({ id: 'visit-2' }, withEvents(visit())), 'photo-used-before');
  });

  it('照片不是入户当天拍的，记为疑点而不阻止', () => {
    const taken = (day: string) => known.file('1', { takenAt: `${day} 09:12:33` });
    const others = ['2', '3', '4'].map((digit) => known.file(digit));
    const doubts = (day: string) =>
      withEvents(visit({}, ready, visitGiven({ files: [taken(day), ...others] }))).investigation
        .visits[0]?.photoDoubts;
    expect(doubts(TODAY)).toEqual([]);
    expect(doubts('2026-02-20')).toEqual(['照片“演示1.jpg”拍于 2026-02-20，与入户日期不一致']);
  });

  it('突发事件中可以写明原因，以电话或者视频调查，不需要照片和成员签字', () => {
    const because = { remoteBecause: '洪水道路中断', remote: known.byPhone };
    const remote = { photos: [], signatures: known.byBoth, ...because };
    const state = withEvents(visit(remote));
    expect(findStandingVisit(state.investigation)?.remoteBecause).toBe('洪水道路中断');
    refuses(visit({ ...remote, signatures: [] }), 'visitor-signature-missing');
  });
});

describe('公务员法 第七十六条、职责分离：谁不能调查', () => {
  it('申请家庭的近亲属不能调查，写明姓名', () => {
    const kin = after(...known.ready, known.hit(TWO));
    refuses(visit({}, kin), 'visitor-recused', '吕演晴');
    refuses(ask({}, kin), 'visitor-recused', '吕演晴');
  });

  it('已形成初审意见的人不能再调查', () => {
    const opined = after(...known.ready, [known.opinionFormed, { by: TWO }]);
    refuses(visit({}, opined), 'visitor-duty-conflict', '吕演晴');
  });

  it('受理人参加调查，本地允许且写明理由的才可以', () => {
    const image = known.byBoth[1]?.image;
    const body = {
      visitors: [ONE, CLERK],
      signatures: [known.byBoth[0], { as: 'visitor', signer: CLERK, image }, known.byMember],
    };
    const excused = { ...body, smallOfficeReason: '全镇只有一名调查员在岗' };
    refuses(visit(body, ready, officeGiven(true)), 'visitor-accepted-case', '钱演田');
    const state = withEvents(visit(excused, ready, officeGiven(true)));
    expect(state.investigation.visits[0]?.smallOfficeReason).toBe('全镇只有一名调查员在岗');
    refuses(visit(excused, ready, officeGiven(false)), 'visitor-duty-conflict', '钱演田');
  });
});

describe('最低生活保障审核确认办法 第十六条：邻里访问和信函索证', () => {
  it('邻居的姓名只以密文留存', () => {
    const state = withEvents(ask());
    expect(state.investigation.interviews[0]).toMatchObject({
      neighbour: sealed,
      answers: { '几口人居住？': '两口人' },
    });
    expect(JSON.stringify(state)).not.toContain('冯演邻');
  });

  it('邻里访问同样不少于两人', () => {
    refuses(ask({ visitors: [ONE] }), 'too-few-visitors');
    refuses(ask({}, withEvents(ask())), 'already-recorded');
  });

  const authorised = after(...known.ready, known.authorised);
  const letter = {
    id: 'letter-1',
    to: '演示建筑劳务公司',
    memberId: 'a',
    asked: ['是否在贵单位务工'],
    replyBy: addDays(TODAY, 5),
  };
  const send = (changed: object = {}, state = authorised) =>
    decide.sendLetter({ ...letter, ...changed }, state, visitGiven());
  const sent = after(...known.ready, known.authorised, ...eventsOf(send()));
  const answer = (changed: object = {}, state = sent, letterId = 'letter-1') =>
    decide.recordLetterAnswer({ on: TODAY, text: '不在本单位', scan: null, ...changed }, state, {
      ...visitGiven(),
      letterId,
    });

  it('成员授权后才能发函', () => {
    expect(send().ok).toBe(true);
    refuses(send({}, ready), 'member-not-authorised');
    refuses(send({ memberId: 'b' }), 'member-not-authorised');
    refuses(send({}, sent), 'already-recorded');
  });

  it('答复期限在今天以后', () => {
    expect(send({ replyBy: addDays(TODAY, 1) }).ok).toBe(true);
    refuses(send({ replyBy: TODAY }), 'reply-date-passed');
  });

  it('答复登记一次，日期在发函以后、今天以前', () => {
    const answered = after(
      ...known.ready,
      known.authorised,
      ...eventsOf(send()),
      ...eventsOf(answer()),
    );
    expect(answered.investigation.letters[0]?.reply).toEqual({
      on: TODAY,
      text: '不在本单位',
      scan: null,
    });
    refuses(answer({}, answered), 'letter-already-answered');
    refuses(answer({}, sent, 'letter-2'), 'letter-unknown');
    refuses(answer({ on: addDays(TODAY, 1) }), 'act-in-future');
    refuses(answer({ on: addDays(TODAY, -1) }), 'answer-before-letter');
  });
});

describe('最低生活保障审核确认办法 第十六条、第十九条：完成调查与重新调查', () => {
  it('入户和邻里访问齐全，可以完成调查', () => {
    const state = withEvents(visit(), ask());
    expect(eventsOf(conclude(state))).toMatchObject([{ type: 'InvestigationConcluded' }]);
  });

  it('没有入户的，不能完成调查', () => {
    refuses(conclude(withEvents(ask())), 'home-visit-missing');
  });

  it('没有邻里访问的，写明原因才能完成', () => {
    const state = withEvents(visit());
    refuses(conclude(state), 'interview-missing');
    expect(conclude(state, '独居山上，周围没有邻居').ok).toBe(true);
  });

  it('完成以后不能再补入户记录', () => {
    const state = after(...known.ready, ...eventsOf(visit()), concludedToday);
    refuses(visit({ id: 'visit-2' }, state), 'investigation-concluded');
  });

  const finished = [
    ...known.ready,
    ...eventsOf(visit()),
    ...eventsOf(ask()),
    concludedToday,
  ] as const;
  const reopen = (...more: readonly known.Told[]) =>
    decide.reopenInvestigation({ because: '异议成立，重新核实' }, after(...finished, ...more));
  const objection = (receivedOn: typeof TODAY): CaseEvent => ({
    type: 'ObjectionReceived',
    objection: {
      id: 'o',
      receivedOn,
      channel: '电话',
      objector: null,
      content: sealed,
      proposalHash: '',
      answeredFromRound: 1,
      inConfirmation: false,
    },
  });
  const handled = (upheld: boolean): CaseEvent => ({
    type: 'ObjectionHandled',
    objectionId: 'o',
    how: 'reinvestigation',
    upheld,
    reply: '已核实',
  });

  it('没有新的情况不能重新调查，正在调查的不需要重新调查', () => {
    refuses(reopen(), 'no-ground-to-reopen');
    refuses(
      decide.reopenInvestigation({ because: '异议成立' }, withEvents(visit())),
      'investigation-open',
    );
  });

  it('异议待办或者成立的可以重新调查，不成立的不可以', () => {
    expect(eventsOf(reopen(objection(TODAY)))).toMatchObject([{ ground: 'objection' }]);
    const upheld = reopen(objection(TODAY), [handled(true), { on: TODAY }]);
    expect(upheld.ok).toBe(true);
    refuses(reopen(objection(TODAY), [handled(false), { on: TODAY }]), 'no-ground-to-reopen');
  });

  it('会议退回、县级退回、县级核查不一致的可以重新调查', () => {
    const returned = {
      type: 'Deliberated',
      deliberation: { resolution: 'return' },
    } as unknown as CaseEvent;
    expect(eventsOf(reopen([returned, { on: TODAY }]))).toMatchObject([
      { ground: 'meeting-return' },
    ]);
    const reviewed = { type: 'CountyReviewed', agrees: false } as unknown as CaseEvent;
    expect(eventsOf(reopen([reviewed, { on: TODAY }]))).toMatchObject([
      { ground: 'county-review' },
    ]);
    const differs = eventsOf(county({ agrees: false, because: '抽查发现疑点' }));
    expect(eventsOf(reopen(...differs))).toMatchObject([{ ground: 'county-visit' }]);
  });

  it('重新调查后须再次入户，以前的入户不算，日期不早于重新调查', () => {
    const again: CaseEvent = {
      type: 'InvestigationReopened',
      ground: 'objection',
      because: '异议成立',
    };
    const second = after(...finished, [again, { on: TODAY }]);
    expect(visitStands(second)).toBe(false);
    refuses(conclude(second), 'home-visit-missing');
    refuses(visit({ id: 'visit-2', on: addDays(TODAY, -1) }, second), 'before-reopening');
    const photos = [known.refOf(known.file('5'))];
    expect(visit({ id: 'visit-2', photos }, second).ok).toBe(true);
  });
});

const opined = after(...known.ready, [known.opinionFormed, { by: CLERK }]);
const registered = after(...known.ready, known.hit('an-official'), [
  known.opinionFormed,
  { by: CLERK },
]);
const county = (changed: object = {}, state: CaseState = opined, given = known.countyGiven()) =>
  recordCountyVisit({ ...known.countyVisit, ...changed }, state, given);

describe('最低生活保障审核确认办法 第二十条：县级入户', () => {
  it('单独登记备案的，县级两人入户，不需要另写理由', () => {
    expect(eventsOf(county({ because: '多余的理由' }, registered))).toMatchObject([
      { type: 'CountyVisitRecorded', visit: { because: null, agrees: true } },
    ]);
  });

  it('不属于必查情形的，写明理由才可以核查', () => {
    refuses(county(), 'county-visit-not-needed');
    expect(county({ because: '照片日期有疑点，入户复核' }).ok).toBe(true);
  });

  it('初审以前不能县级核查', () => {
    refuses(county({}, ready), 'county-visit-too-early');
  });

  it('提交人应亲自参加，且不少于两人', () => {
    refuses(county({ visitors: [known.OFFICER, 'x'] }, registered), 'inspector-not-present');
    refuses(county({ visitors: [known.INSPECTOR] }, registered), 'too-few-visitors');
  });

  it('另一人应是本县民政部门的工作人员', () => {
    refuses(county({ visitors: [known.INSPECTOR, ONE] }, registered), 'visitor-not-county');
  });

  it('现场照片或者材料不能少', () => {
    refuses(county({ evidence: [] }, registered), 'county-evidence-missing');
    const evidence = [known.refOf(known.file('9'))];
    refuses(county({ evidence }, registered), 'evidence-not-uploaded');
  });

  it('日期在受理和今天之间，同一记录不重复', () => {
    refuses(county({ on: addDays(TODAY, 1) }, registered), 'act-in-future');
    refuses(county({ on: addDays(known.ACCEPTED, -1) }, registered), 'before-acceptance');
    const twice = eventsOf(county({}, registered)).reduce<CaseState>(
      (_, event) => after(...known.ready, known.hit('an-official'), known.opinionFormed, event),
      registered,
    );
    refuses(county({}, twice), 'already-recorded');
  });

  it('参加过本件乡镇环节的人不能县级核查', () => {
    const visited = after(...known.ready, known.hit('an-official'), [
      known.opinionFormed,
      { by: known.OFFICER },
    ]);
    refuses(county({}, visited), 'visitor-duty-conflict', '李演禾');
  });
});

describe('最低生活保障审核确认办法 第十五条第二款：人户分离的', () => {
  const asking = (...events: readonly CaseEvent[]) =>
    after(...known.ready, ...eventsOf(visit()), ...eventsOf(ask()), ...events);
  const basis: CaseEvent = {
    type: 'ResidenceBasisRecorded',
    basis: { ground: 'split-hukou', hukouPlace: '外省某县', permit: null },
  };
  const request = { id: 'r1', to: null, toName: '外省某镇', members: ['a'], note: '' };
  const sent: CaseEvent = {
    type: 'CooperationRequested',
    request: { ...request, asked: ['assistance'], sentOn: TODAY, replyBy: addDays(TODAY, 7) },
  };
  const answered = (assisted: boolean): CaseEvent => ({
    type: 'CooperationAnswered',
    requestId: 'r1',
    answer: { on: TODAY, from: '某镇', text: '属实', assisted, scan: null, via: 'letter' },
  });

  it('请户籍地协助、收到答复以后才能完成调查', () => {
    refuses(conclude(asking(basis)), 'cooperation-not-asked');
    refuses(conclude(asking(basis, sent)), 'cooperation-unanswered');
    expect(conclude(asking(basis, sent, answered(false))).ok).toBe(true);
  });

  it('户籍地已在救助的，不能完成调查', () => {
    refuses(conclude(asking(basis, sent, answered(true))), 'assisted-elsewhere');
  });
});

describe('本模块的每一个“不”', () => {
  it('都有一项测试，且写明依据', () => {
    // Of the assessment of self-care: shown in self-care.test.ts.
    const elsewhere = ['care-not-asked', 'care-published', ...remoteCodes];
    const shown = [...tested, ...elsewhere];
    expect(shown.toSorted()).toEqual(Object.keys(refusals).toSorted());
    for (const { citation, message } of Object.values(refusals)) {
      expect(citation.source).not.toBe('');
      expect(message).toMatch(/。$/);
    }
  });
});
