import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { replayAssessment } from '../../rules/replay.ts';
import type { CaseEvent } from '../case/index.ts';
import * as leave from '../case/leave.ts';
import * as known from './assessment.fixture.ts';
import { after, factsWith, givenWith, readyWith, there, type Told } from './assessment.fixture.ts';
import { changeScheme, type SchemeGiven } from './change-scheme.ts';
import * as decide from './decide.ts';
import { goOrdinary } from './go-ordinary.ts';
import { hashedContent, proposalOf } from './proposal.ts';
import { refusals } from './refusal.ts';
import { topLine } from './sheet.ts';

const tested = new Set<string>();
const codeOf = (decision: Decision<unknown>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const eventsOf = (decision: Decision<CaseEvent>): readonly CaseEvent[] => {
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.events;
};

const POOR = factsWith(100_000);
const reasons = { reasons: '家庭困难，建议给予救助', smallOffice: null };
const assessedAfter = (told: readonly Told[], place?: string): Told[] => {
  const given = givenWith(place ? { place } : {});
  return [...told, ...eventsOf(decide.assess({}, after(...told), given))];
};
const opinedAfter = (told: readonly Told[], by = known.OFFICER): Told[] => {
  const computed = assessedAfter(told);
  const opinion = decide.formOpinion(reasons, after(...computed), givenWith({ by }));
  return [...computed, ...eventsOf(opinion).map((each): Told => [each, { by }])];
};
const noticeOf = (hash: string): CaseEvent => ({
  type: 'NoticePosted',
  notice: {
    id: 'notice-1',
    kind: 'before',
    level: 'village',
    postedOn: known.TODAY,
    endsOn: localDate('2026-03-12'),
    proposalHash: hash,
    photo: known.file('6'),
  },
});
const objected: CaseEvent = {
  type: 'ObjectionReceived',
  objection: {
    id: 'objection-1',
    receivedOn: known.TODAY,
    channel: 'window',
    objector: null,
    content: { cipher: '', tail: '', index: '' },
    proposalHash: 'a'.repeat(64),
    answeredFromRound: 2,
    inConfirmation: false,
  },
};
const ready = readyWith(POOR);
const opined = opinedAfter(ready);
const posted = [...opined, noticeOf('a'.repeat(64))];

describe('《最低生活保障审核确认办法》第十九条、第二十三条：核算', () => {
  it('核对报告有效、调查完成后按现有事实核算，结果全部存下并可重算', () => {
    const state = after(...assessedAfter(ready));
    const [stored] = state.assessment.assessments;
    expect(stored?.result).toMatchObject({
      outcome: 'eligible',
      monthlyAmount: 86_000,
      on: known.ACCEPTED,
      knownOn: known.TODAY,
    });
    expect(stored).toMatchObject({ revision: 1, reportId: 'report-1' });
    const names = new Map(
      state.household.declaration?.people.map((each) => [each.memberId, each.name]),
    );
    const replay = replayAssessment(
      there(stored).result,
      POOR,
      givenWith().region,
      (each) => names.get(each.id) ?? '',
    );
    expect(replay.same).toBe(true);
  });

  it('通川区按补差：不足部分乘以人数', () => {
    const { result } = there(after(...assessedAfter(ready)).assessment.assessments[0]);
    expect(topLine(result)).toBe('符合低保：月人均 约 333.33 元 < 620 元；每月 860.00 元');
    expect(result.tier).toBeNull();
  });

  it('尤溪县按分档：由分档表定额，初审意见载明档次', () => {
    const on = localDate('2021-09-10');
    const facts = factsWith(60_000, known.YOUXI);
    const told: Told[] = [
      known.opened,
      known.declaredWith(facts),
      [
        { type: 'ApplicationAccepted', number: '350426-2021-000001', on },
        { by: known.CLERK, on },
      ],
      ...known.reported(facts, localDate('2022-03-10')),
      known.visited,
      known.concluded,
    ];
    const given = givenWith({ place: known.YOUXI, today: on });
    const computed = [...told, ...eventsOf(decide.assess({}, after(...told), given))];
    const opinion = eventsOf(decide.formOpinion(reasons, after(...computed), given));
    const { assessment } = after(...computed, ...opinion);
    const result = assessment.assessments[0]?.result;
    expect(result?.outcome).toBe('eligible');
    expect(assessment.opinion).toMatchObject({
      outcome: 'grant',
      tier: result?.tier,
      monthlyAmount: result?.monthlyAmount,
      places: ['village'],
    });
    expect(assessment.opinion?.tier).toMatch(/档|类/);
  });

  it.each([
    ['低于', 185_999, 'eligible'],
    ['等于', 186_000, 'not-eligible'],
    ['高于', 186_001, 'not-eligible'],
  ])('月人均收入%s标准', (_, income, outcome) => {
    const told = assessedAfter(readyWith(factsWith(income)));
    expect(after(...told).assessment.assessments[0]?.result.outcome).toBe(outcome);
  });

  it('缺少事实不得出结果，并逐项说明缺什么', () => {
    const decision = decide.assess({}, after(...readyWith(factsWith(null))), givenWith());
    expect(codeOf(decision)).toBe('facts-missing');
    expect(!decision.ok && decision.refusal.message).toContain('收入金额');
  });

  it('未受理、核对报告未出或者过期、调查未完成，不得核算', () => {
    const declared = [known.opened, known.declaredWith(POOR)];
    const refusalOf = (...told: readonly Told[]) =>
      codeOf(decide.assess({}, after(...told), givenWith()));
    expect(refusalOf(...declared)).toBe('not-accepted-yet');
    expect(refusalOf(...declared, known.accepted)).toBe('report-missing');
    const stale = known.reported(POOR, localDate('2026-03-04'));
    expect(refusalOf(...declared, known.accepted, ...stale, known.visited, known.concluded)).toBe(
      'report-stale',
    );
    const reported = [...declared, known.accepted, ...known.reported(POOR)];
    expect(refusalOf(...reported)).toBe('investigation-open');
    expect(refusalOf(...reported, known.concluded)).toBe('investigation-open');
  });

  it('县里给过临时救助而没有登记的，先登记再核算，写明是哪一次（国发〔2014〕47号）', () => {
    const granted = {
      ...{ number: '511702-2026-000009', on: localDate('2026-03-01'), amount: fen(62_000) },
    };
    const given = { ...givenWith(), earlierReliefs: [granted] };
    const decision = decide.assess({}, after(...ready), given);
    expect(codeOf(decision)).toBe('earlier-relief-unrecorded');
    expect(!decision.ok && decision.refusal.message).toContain(
      '2026年3月1日给予临时救助 620.00 元，受理号 511702-2026-000009',
    );
    const told = { id: 'r', grantedOn: granted.on, cause: 'fire', amount: granted.amount } as const;
    const facts = { ...POOR, pastReliefs: [told] };
    expect(codeOf(decide.assess({}, after(...readyWith(facts)), given))).toBeNull();
  });

  it('当地没有标准的，拒绝核算而不是沿用旧值', () => {
    const facts = factsWith(60_000, known.YOUXI);
    const given = { ...givenWith(), region: givenWith({ place: '110101001' }).region };
    expect(codeOf(decide.assess({}, after(...readyWith(facts)), given))).toBe('parameter-missing');
  });
});

describe('《最低生活保障审核确认办法》第十九条：更正事实', () => {
  const correct = (told: readonly Told[], path: (string | number)[], from: unknown, to: unknown) =>
    decide.correctFacts(
      { corrections: [{ path, from, to, basis: 'visit', reason: '入户所见', evidence: [] }] },
      after(...told),
    );

  it('可以更正一项事实、补记一项、删去一项；更正后须重新核算', () => {
    const path = ['incomes', 0, 'amount'];
    const corrected = eventsOf(correct(opined, path, 100_000, 120_000));
    const state = after(...opined, ...corrected);
    expect(state.household.facts?.incomes?.[0]?.amount).toBe(120_000);
    expect(state.household.corrections).toMatchObject([
      { by: known.OFFICER, from: 100_000, to: 120_000 },
    ]);
    expect(codeOf(decide.formOpinion(reasons, state, givenWith()))).toBe('assessment-out-of-date');
    const asset = { id: 'asset-9', owner: 'a', kind: 'deposit', value: 500_000 };
    const added = after(...ready, ...eventsOf(correct(ready, ['assets', 0], null, asset)));
    expect(added.household.facts?.assets).toMatchObject([{ kind: 'deposit', value: 500_000 }]);
    const income = POOR.incomes?.[0];
    const struck = after(...ready, ...eventsOf(correct(ready, ['incomes', 0], income, null)));
    expect(struck.household.facts?.incomes).toEqual([]);
  });

  it.each([
    ['核算结果', ['monthlyAmount']],
    ['户籍地', ['place']],
    ['受理日期', ['acceptedOn']],
    ['成员增减', ['members', 0]],
    ['编号', ['incomes', 0, 'id']],
    ['不存在的收入', ['incomes', 7, 'amount']],
    ['对象原型', ['__proto__']],
  ])('%s不能更正', (_, path) => {
    expect(codeOf(correct(ready, path, null, 1))).toBe('not-a-fact');
  });

  it('原值不符、前后相同、不合要求、没有依据、已经公示，都不得更正', () => {
    const path = ['incomes', 0, 'amount'];
    expect(codeOf(correct(ready, path, 90_000, 120_000))).toBe('correction-out-of-date');
    expect(codeOf(correct(ready, path, 100_000, 100_000))).toBe('nothing-corrected');
    expect(codeOf(correct(ready, path, 100_000, -1))).toBe('facts-invalid');
    const unvisited = [known.opened, known.declaredWith(POOR), known.accepted];
    expect(codeOf(correct(unvisited, path, 100_000, 1))).toBe('basis-missing');
    expect(codeOf(correct(posted, path, 100_000, 1))).toBe('opinion-published');
  });
});

describe('《最低生活保障审核确认办法》第十九条、分离办理：初审意见', () => {
  const form = (
    told: readonly Told[],
    by = known.OFFICER,
    values = {},
    command = reasons as { reasons: string; smallOffice: string | null },
  ) => decide.formOpinion(command, after(...told), givenWith({ by }, values));
  const computed = assessedAfter(ready);

  it('结果和金额取自核算，理由由人写明', () => {
    expect(after(...opined).assessment.opinion).toMatchObject({
      outcome: 'grant',
      monthlyAmount: 86_000,
      members: 3,
      by: known.OFFICER,
      places: ['village', 'township'],
    });
  });

  it('调查人员、核对人员不得提出初审意见', () => {
    expect(codeOf(form(computed, known.ONE))).toBe('duty-forbidden');
    expect(codeOf(form(computed, known.VERIFIER))).toBe('duty-forbidden');
  });

  it('受理人员兼任初审：当地不允许的不行，允许的须写明理由', () => {
    const withReason = { ...reasons, smallOffice: '全乡只有一名民政干部' };
    const allowed = { smallOfficeExceptionAllowed: true };
    expect(codeOf(form(computed, known.CLERK, {}, withReason))).toBe('small-office-reason-missing');
    expect(codeOf(form(computed, known.CLERK, allowed))).toBe('small-office-reason-missing');
    const [event] = eventsOf(form(computed, known.CLERK, allowed, withReason));
    expect(event).toMatchObject({ opinion: { smallOffice: '全乡只有一名民政干部' } });
  });

  it('没有核算、已经形成、异议未办结的，不得形成', () => {
    expect(codeOf(form(ready))).toBe('assessment-missing');
    expect(codeOf(form(opined))).toBe('opinion-already-formed');
    expect(codeOf(form([...computed, objected]))).toBe('objection-open');
  });

  it('核算结果未定的，不得形成', () => {
    const [event] = eventsOf(decide.assess({}, after(...ready), givenWith()));
    if (event?.type !== 'Assessed') throw new Error('not computed');
    const result = { ...event.result, outcome: 'undecided' as const };
    expect(codeOf(form([...ready, { ...event, result }]))).toBe('result-undecided');
  });

  it('哈希随办件、轮次、金额而变；不再次公示的地方轮次不变', () => {
    const { assessment } = after(...opined);
    const proposal = there(proposalOf(there(assessment.assessments[0]).result));
    const again = givenWith().procedure;
    const once = givenWith({}, { republishAfterObjection: false }).procedure;
    const first = after(...ready).assessment;
    const about = { caseId: 'c', scheme: 'dibao', successor: null } as const;
    expect(hashedContent(about, first, again, proposal).round).toBe(1);
    expect(hashedContent(about, assessment, again, proposal).round).toBe(2);
    expect(hashedContent(about, assessment, once, proposal).round).toBe(1);
    const succeeded = { ...about, successor: 'm2' };
    expect(hashedContent(succeeded, assessment, once, proposal)).not.toEqual(
      hashedContent(about, assessment, once, proposal),
    );
    expect(proposal.monthlyAmount).toBe(fen(86_000));
  });
});

describe('《最低生活保障审核确认办法》第十九条：初审意见作废', () => {
  const hash = 'a'.repeat(64);
  const aside = (told: readonly Told[], ground: 'returned' | 'new-facts' = 'new-facts') =>
    decide.setOpinionAside({ ground, reason: '情况有变化' }, after(...told));
  const deliberated = (resolution: 'approve' | 'return'): CaseEvent => ({
    type: 'Deliberated',
    deliberation: { resolution, proposalHash: hash, voters: [] } as never,
  });

  it('有新情况或者会议退回的作废，作废后可以再更正、再核算', () => {
    const state = after(...posted, ...eventsOf(aside(posted)));
    expect(state.assessment.opinion).toBeNull();
    expect(state.assessment.opinedBy).toEqual([known.OFFICER]);
    expect(codeOf(decide.assess({}, state, givenWith()))).toBeNull();
    expect(codeOf(aside([...posted, deliberated('return')], 'returned'))).toBeNull();
  });

  it('没有意见、没有退回、在议程上、异议未办结、已经议决的，不得作废', () => {
    expect(codeOf(aside(ready))).toBe('opinion-missing');
    expect(codeOf(aside(posted, 'returned'))).toBe('not-returned');
    const agenda: CaseEvent = { type: 'PutOnAgenda', meetingId: 'm', proposalHash: hash };
    expect(codeOf(aside([...posted, agenda]))).toBe('on-agenda');
    expect(codeOf(aside([...posted, objected]))).toBe('objection-open');
    expect(codeOf(aside([...posted, deliberated('approve')]))).toBe('already-resolved');
    const visited = (agrees: boolean, opinionRound = 1): CaseEvent => ({
      type: 'CountyVisitRecorded',
      visit: { id: 'v', on: known.TODAY, visitors: [], agrees, opinionRound } as never,
    });
    const passed = [...posted, deliberated('approve')];
    expect(codeOf(aside([...passed, visited(true)]))).toBe('already-resolved');
    expect(codeOf(aside([...passed, visited(false, 0)]))).toBe('already-resolved');
    expect(codeOf(aside([...passed, visited(false)], 'returned'))).toBeNull();
  });

  it('张贴后不得重新核算', () => {
    expect(codeOf(decide.assess({}, after(...posted), givenWith()))).toBe('opinion-published');
  });
});

describe('一次申请、分类审核认定（民发〔2022〕83号）：转办其他救助', () => {
  const asked = { scheme: 'margin', agreedBy: '赵演一', reason: '收入略高于低保标准' } as const;
  const stays = {
    ...{ route: 'township', routeBecause: '' },
    ...{ coveredMembers: [], notCounted: [], recognitions: null },
  } as SchemeGiven;
  const change = (told: readonly Told[], changed: object = {}, given: Partial<SchemeGiven> = {}) =>
    changeScheme({ ...asked, ...changed }, after(...told), { ...givenWith(), ...stays, ...given });

  it('家庭同意的，不用重新填写，按新的救助办理；原来的意见作废', () => {
    const opined = opinedAfter(ready);
    const events = eventsOf(change(opined));
    expect(events.map(({ type }) => type)).toEqual(['OpinionSetAside', 'SchemeChanged']);
    const state = after(...opined, ...events);
    expect(state.course).toMatchObject({ scheme: 'margin', before: [{ scheme: 'dibao' }] });
    expect(state.household.facts).toEqual(after(...opined).household.facts);
    expect(state.assessment.opinion).toBeNull();
    const form = decide.formOpinion(reasons, state, { ...givenWith(), hash: '' });
    expect(codeOf(form)).toBe('assessment-missing');
  });

  it('新的救助没有下放的，转由县级决定', () => {
    const county = { route: 'county', routeBecause: '没有低保边缘的赋权书' } as const;
    expect(eventsOf(change(ready, {}, county)).at(-1)).toEqual({
      type: 'RouteChanged',
      route: 'county',
      because: '没有低保边缘的赋权书',
    });
  });

  it('已经在按这一类办理的，不用转办', () => {
    expect(codeOf(change(ready, { scheme: 'dibao' }))).toBe('scheme-same');
  });

  it('新的救助不能受理的，也不能转办：户籍在别处、正在享受不能同时享受的救助', () => {
    const isTemporary: Told = {
      type: 'SchemeChanged',
      ...{ scheme: 'temporary', channel: 'ordinary', because: '' },
    };
    const facts = factsWith(100_000);
    const [self = ''] = facts.members.map(({ id }) => id);
    const moved = readyWith({ ...facts, place: placeCode('511702103200') });
    expect(codeOf(change([...moved, isTemporary]))).toBe('registered-elsewhere');
    expect(codeOf(change([...ready, isTemporary]))).toBeNull();
    const covered = { coveredMembers: [self] };
    expect(codeOf(change([...ready, isTemporary], {}, covered))).toBe('applicant-already-covered');
  });

  it('先行救助受理时没有要材料的，转办以前补齐', () => {
    const isHelp: Told = {
      type: 'SchemeChanged',
      ...{ scheme: 'temporary', channel: 'help-first', because: '' },
    };
    expect(codeOf(change([...ready, isHelp]))).toBe('materials-missing');
  });
});

describe('《特困人员认定办法》第二十条至第二十二条：先评估自理能力，再核算', () => {
  const asTekun: Told = {
    type: 'SchemeChanged',
    scheme: 'tekun',
    channel: 'ordinary',
    because: '无劳动能力、无生活来源',
  };
  const family = factsWith(0);
  const members = family.members.map((each) => ({ ...each, birth: localDate('1950-01-01') }));
  const elderly = { ...family, members };

  it('六十周岁以上的没有评估，不能核算', () => {
    const state = after(...readyWith(elderly), asTekun);
    expect(codeOf(decide.assess({}, state, givenWith()))).toBe('care-not-assessed');
  });

  it('评估以后家庭又改报自理情况的，须重新评估；与评估一致的不须', () => {
    const acts = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'] as const;
    const can = Object.fromEntries(acts.map((act) => [act, act !== 'canBathe']));
    const found: CaseEvent[] = members.map(({ id }) => ({
      type: 'SelfCareAssessed',
      care: { memberId: id, can } as never,
    }));
    const told = (canBathe: boolean) => {
      const facts = { ...elderly, members: members.map((each) => ({ ...each, ...can, canBathe })) };
      return leave.care(after(...readyWith(facts), asTekun, ...found)).is;
    };
    expect(told(false)).toBe('met');
    expect(told(true)).toBe('not-met');
  });
});

describe('民发〔2018〕23号：一事一议、分次发放、改按一般程序', () => {
  const asRelief: Told = {
    type: 'SchemeChanged',
    ...{ scheme: 'temporary', channel: 'ordinary', because: '' },
  };
  const assessedAs = (relief: object, outcome = 'eligible'): Told[] => {
    const [event] = eventsOf(decide.assess({}, after(...ready), givenWith()));
    if (event?.type !== 'Assessed') throw new Error('not computed');
    const own = { scheme: 'temporary', outcome, monthlyAmount: fen(90_000), relief };
    return [
      ...ready,
      asRelief,
      { ...event, result: { ...event.result, ...own } as typeof event.result },
    ];
  };
  const plain = { withinTownship: true, needsCoordination: false, payments: [fen(90_000)] };
  const day = (months: number) => addMonths(known.TODAY, months);
  const stages = (...dues: (readonly [LocalDate, number])[]) =>
    dues.map(([on, amount]) => ({ on, amount: fen(amount), condition: '' }));
  const twice = stages([known.TODAY, 45_000], [day(1), 45_000]);
  const form = (told: readonly Told[], plan: typeof twice | null) =>
    decide.formOpinion({ ...reasons, plan }, after(...told), givenWith());

  it('须一事一议的，没有县级协调机制的结论不能形成意见', () => {
    const needs = { ...plain, needsCoordination: true };
    expect(codeOf(form(assessedAs(needs), null))).toBe('coordination-open');
    expect(codeOf(form(assessedAs(plain), null))).toBeNull();
  });

  it('分次发放：合计一分不差；日期从今天起、按先后，最后一次在12个月以内', () => {
    const told = assessedAs(plain);
    const [event] = eventsOf(form(told, twice));
    expect(event).toMatchObject({ opinion: { plan: twice } });
    const of = (...dues: (readonly [LocalDate, number])[]) => codeOf(form(told, stages(...dues)));
    expect(of([known.TODAY, 45_000], [day(1), 45_001])).toBe('plan-sum-differs');
    expect(of([known.TODAY, 45_000], [day(12), 45_000])).toBeNull();
    expect(of([known.TODAY, 45_000], [addDays(day(12), 1), 45_000])).toBe('plan-dates-wrong');
    expect(of([addDays(known.TODAY, -1), 45_000], [day(1), 45_000])).toBe('plan-dates-wrong');
    expect(of([known.TODAY, 45_000], [known.TODAY, 45_000])).toBe('plan-dates-wrong');
  });

  it('当地规定分次的，必须按次数填写；不给予的、不是临时救助的不能分次', () => {
    const thrice = { ...plain, payments: [fen(30_000), fen(30_000), fen(30_000)] };
    expect(codeOf(form(assessedAs(thrice), null))).toBe('plan-missing');
    expect(codeOf(form(assessedAs(thrice), twice))).toBe('plan-missing');
    const three = stages([known.TODAY, 30_000], [day(1), 30_000], [day(2), 30_000]);
    expect(codeOf(form(assessedAs(thrice), three))).toBeNull();
    expect(codeOf(form(assessedAs(plain, 'not-eligible'), twice))).toBe('plan-not-possible');
    expect(codeOf(form(assessedAfter(ready), twice))).toBe('plan-not-possible');
  });

  it('先行救助可以改按一般程序，意见作废；已经是一般程序的不用改', () => {
    const isHelp: Told = {
      type: 'SchemeChanged',
      ...{ scheme: 'temporary', channel: 'help-first', because: '' },
    };
    const given = { ...givenWith(), coveredMembers: [], notCounted: [] };
    const ask = (...told: readonly Told[]) =>
      goOrdinary({ reason: '情况已经不紧急' }, after(...told), given);
    expect(codeOf(ask(...ready, isHelp))).toBe('materials-missing');
    expect(codeOf(ask(...ready, asRelief))).toBe('already-ordinary');
    const unaccepted = [known.opened, known.declaredWith(POOR), isHelp];
    expect(eventsOf(ask(...unaccepted))).toEqual([
      { type: 'ChannelChanged', channel: 'ordinary', because: '情况已经不紧急' },
    ]);
  });
});

describe('每一种不予办理都有测试', () => {
  it('联合类型逐一核对', () => {
    expect(Object.keys(refusals).filter((code) => !tested.has(code))).toEqual([]);
  });

  it('每一条都有依据和下一步', () => {
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
