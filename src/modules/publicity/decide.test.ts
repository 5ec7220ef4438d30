import { describe, expect, it } from 'vitest';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import * as known from '../assessment/assessment.fixture.ts';
import {
  after,
  factsWith,
  givenWith,
  readyWith,
  there,
  type Told,
} from '../assessment/assessment.fixture.ts';
import { assess, formOpinion } from '../assessment/decide.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import * as leave from '../case/leave.ts';
import * as decide from './decide.ts';
import type { NoticeKind, NoticeLevel } from './publicity.ts';
import { publicityStands } from './publicity-stands.ts';
import { refusals } from './refusal.ts';

const tested = new Set<string>();
const codeOf = (decision: Decision<unknown> | ReturnType<typeof publicityStands>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const eventsOf = (decision: Decision<CaseEvent>): readonly CaseEvent[] => {
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.events;
};

const FACTS = factsWith(100_000);
const ready = readyWith(FACTS);
const opinedOn = (hash: string, told: readonly Told[]): Told[] => {
  const given = { ...givenWith(), hash };
  const computed = [...told, ...eventsOf(assess({}, after(...told), given))];
  const reasons = { reasons: '建议给予救助', smallOffice: null };
  return [...computed, ...eventsOf(formOpinion(reasons, after(...computed), given))];
};
const HASH = 'a'.repeat(64);
const opined = opinedOn(HASH, ready);

let photos = 10;
const newPhoto = () => ({ ...known.file('7'), hash: String((photos += 1)).padStart(64, '0') });
const on = (today: LocalDate, by = known.POSTER) => givenWith({ today, by });
const post = (
  told: readonly Told[],
  level: NoticeLevel,
  today = known.TODAY,
  kind: NoticeKind = 'before',
) =>
  decide.postNotice(
    { id: `${kind}-${level}-${today}`, kind, level, photo: newPhoto() },
    after(...told),
    on(today),
  );
const down = (told: readonly Told[], noticeId: string, today: LocalDate) =>
  decide.takeDownNotice({ noticeId, photo: newPhoto() }, after(...told), on(today));
const told = (decision: Decision<CaseEvent>, day = known.TODAY, by = known.POSTER): Told[] =>
  eventsOf(decision).map((event): Told => [event, { by, on: day }]);
const postedOn = (day: LocalDate, from: readonly Told[] = opined): Told[] => {
  const one = [...from, ...told(post(from, 'township', day), day)];
  return [...one, ...told(post(one, 'village', day), day)];
};
const downOn = (day: LocalDate, from: readonly Told[], hung = known.TODAY): Told[] => {
  const one = [...from, ...told(down(from, `before-township-${hung}`, day), day)];
  return [...one, ...told(down(one, `before-village-${hung}`, day), day)];
};
const sealed = { cipher: 'v1', tail: '', index: '' };
const object = (from: readonly Told[], day: LocalDate, id = 'objection-1') =>
  decide.receiveObjection({ id, channel: 'window' }, after(...from), {
    ...on(day, known.CLERK),
    objector: sealed,
    content: sealed,
  });
const participants = (villagers: number, others: number) =>
  [...Array(villagers + others).keys()].map((index) => ({
    name: `演${index}`,
    group: index < villagers ? ('villager' as const) : ('township' as const),
    signed: true,
  }));
const appraisal = (changed: Partial<decide.AppraisalAsked> = {}): decide.AppraisalAsked => ({
  id: 'appraisal-1',
  on: known.TODAY,
  from: '09:30',
  place: '村委会',
  chair: '陈演民',
  recorder: '李演委',
  participants: participants(6, 3),
  presented: '介绍情况',
  opinions: [],
  agree: 8,
  disagree: 1,
  conclusion: '属实',
  record: known.file('8'),
  ...changed,
});
const LAST = localDate('2026-03-12');
const NEXT = addDays(LAST, 1);
const hung = postedOn(known.TODAY);
const over = downOn(NEXT, hung);
const stands = (state: CaseState, today: LocalDate) => publicityStands(state, on(today));
const decided = (outcome: 'grant' | 'refuse'): CaseEvent => ({
  type: 'DecisionMade',
  by: 'chair',
  decision: { outcome, proposalHash: HASH, on: NEXT } as never,
});

describe('《最低生活保障审核确认办法》第十九条、《民法典》第二百零三条：公示期限', () => {
  it('张贴当日不计，七日届满，次日撤下', () => {
    expect(after(...hung).publicity.notices.map((each) => each.endsOn)).toEqual([LAST, LAST]);
    expect(codeOf(down(hung, `before-village-${known.TODAY}`, LAST))).toBe(
      'notice-period-not-over',
    );
    expect(codeOf(down(hung, `before-village-${known.TODAY}`, NEXT))).toBeNull();
  });

  it.each([
    ['末日是工作日', '2026-03-05', '2026-03-12'],
    ['末日是周六，顺延到周一', '2026-03-07', '2026-03-16'],
    ['末日在国庆假期，顺延到节后第一个工作日', '2026-09-25', '2026-10-08'],
    ['末日是调休上班的周六，不顺延', '2026-10-03', '2026-10-10'],
  ])('%s', (_, from, until) => {
    const [event] = eventsOf(post(opined, 'village', localDate(from)));
    expect(event).toMatchObject({ notice: { postedOn: from, endsOn: until } });
  });

  it('按工作日计的地方也不少于七个自然日', () => {
    const given = givenWith(
      { by: known.POSTER },
      { publicityDayUnit: 'working', publicityDays: 3 },
    );
    const photo = newPhoto();
    const command = { id: 'n', kind: 'before', level: 'village', photo } as const;
    const [event] = eventsOf(decide.postNotice(command, after(...opined), given));
    expect(event).toMatchObject({ notice: { endsOn: LAST } });
  });
});

describe('达州市改革做法第四点：两级两次张贴', () => {
  it('没有意见、意见过时、异议未办结的，不得张贴', () => {
    expect(codeOf(post(ready, 'village'))).toBe('opinion-missing');
    const corrected: CaseEvent = { type: 'FactsCorrected', corrections: [], facts: FACTS };
    expect(codeOf(post([...opined, corrected], 'village'))).toBe('opinion-out-of-date');
    const one = [...opined, ...told(post(opined, 'village'))];
    expect(codeOf(post([...one, ...told(object(one, known.TODAY))], 'township'))).toBe(
      'objection-open',
    );
  });

  it('同一地点不重复张贴，作废的先撤下，照片不得重复使用', () => {
    expect(codeOf(post(hung, 'village'))).toBe('already-posted');
    const aside: CaseEvent = { type: 'OpinionSetAside', because: '情况有变化' };
    const again = opinedOn('b'.repeat(64), [...hung, aside]);
    expect(codeOf(post(again, 'village'))).toBe('old-notice-hanging');
    const cleared = downOn(known.TODAY, again);
    expect(codeOf(post(cleared, 'village', NEXT))).toBeNull();
    const used = there(after(...hung).publicity.notices[0]).photo;
    const one = [...opined, ...told(post(opined, 'township'))];
    const first = there(after(...one).publicity.notices[0]);
    const command = { id: 'n', kind: 'before', level: 'village', photo: first.photo } as const;
    expect(codeOf(decide.postNotice(command, after(...one), on(known.TODAY)))).toBe('photo-reused');
    const same = { noticeId: `before-village-${known.TODAY}`, photo: used };
    expect(codeOf(decide.takeDownNotice(same, after(...hung), on(NEXT)))).toBe('photo-reused');
  });

  it('核对人员不得张贴', () => {
    const command = { id: 'n', kind: 'before', level: 'village', photo: newPhoto() } as const;
    expect(
      codeOf(decide.postNotice(command, after(...opined), on(known.TODAY, known.VERIFIER))),
    ).toBe('duty-forbidden');
  });

  it('撤下不存在或者已撤下的公示，予以拒绝', () => {
    expect(codeOf(down(hung, 'none', NEXT))).toBe('notice-unknown');
    expect(codeOf(down(over, `before-village-${known.TODAY}`, NEXT))).toBe('notice-already-down');
  });

  it('公布在决定之后；不予确认的不公布', () => {
    expect(codeOf(post(over, 'village', NEXT, 'after'))).toBe('not-decided-yet');
    expect(codeOf(post([...over, decided('refuse')], 'village', NEXT, 'after'))).toBe(
      'nothing-to-announce',
    );
    const granted = [...over, decided('grant')];
    expect(codeOf(post(granted, 'village', NEXT))).toBe('case-decided');
    const one = [...granted, ...told(post(granted, 'village', NEXT, 'after'), NEXT)];
    expect(leave.announcement(after(...one)).is).toBe('not-met');
    const both = [...one, ...told(post(one, 'township', NEXT, 'after'), NEXT)];
    expect(leave.announcement(after(...both)).is).toBe('met');
  });
});

describe('公示能否支持集体研究和确认（I-4）', () => {
  it('两处满期、撤下并无异议，才成立；与环节的办结条件一致', () => {
    const cases: readonly [readonly Told[], LocalDate, string | null][] = [
      [ready, known.TODAY, 'opinion-missing'],
      [opined, known.TODAY, 'notice-missing'],
      [[...opined, ...told(post(opined, 'village'))], NEXT, 'notice-missing'],
      [hung, LAST, 'notice-period-not-over'],
      [hung, NEXT, 'notice-still-hanging'],
      [[...hung, ...told(object(hung, LAST), LAST)], NEXT, 'objection-open'],
      [
        [...over, { type: 'FactsCorrected', corrections: [], facts: FACTS }],
        NEXT,
        'opinion-out-of-date',
      ],
      [over, NEXT, null],
    ];
    for (const [events, today, code] of cases) {
      const state = after(...events);
      expect(codeOf(stands(state, today))).toBe(code);
      const passed = leave.opinion(state).is === 'met' && leave.publicity(state).is === 'met';
      expect([code, passed]).toEqual([code, code === null]);
    }
    expect(stands(after(...over), NEXT)).toEqual({ ok: true, proposalHash: HASH, endedOn: LAST });
  });

  it('只要求村级张贴的地方，村级满期即可', () => {
    const given = givenWith({ by: known.POSTER }, { publicityPlaces: ['village'] });
    const opinion = opined.map(
      (each): Told =>
        'type' in each && each.type === 'OpinionFormed'
          ? { ...each, opinion: { ...each.opinion, places: ['village'] } }
          : each,
    );
    const one = [...opinion, ...told(post(opinion, 'village'))];
    const done = [...one, ...told(down(one, `before-village-${known.TODAY}`, NEXT), NEXT)];
    expect(publicityStands(after(...done), { ...given, today: NEXT }).ok).toBe(true);
    expect(leave.publicity(after(...done)).is).toBe('met');
  });

  it('张贴之后公布的放假安排使末日顺延的，提前撤下不算满期', () => {
    const early = after(...over);
    const notices = early.publicity.notices.map((each) => ({
      ...each,
      endsOn: localDate('2026-03-11'),
      takenDown: each.takenDown && { ...each.takenDown, on: LAST },
    }));
    const state = { ...early, publicity: { ...early.publicity, notices } };
    expect(codeOf(stands(state, NEXT))).toBe('notice-missing');
  });

  it('公示期未满的，不得作出决定', () => {
    expect(codeOf(stands(after(...hung), LAST))).toBe('notice-period-not-over');
    expect(codeOf(stands(after(...hung), NEXT))).toBe('notice-still-hanging');
  });

  it('意见作废后提前撤下、又形成同样意见的，重新张贴，原来的不算；满期撤下的算', () => {
    const setAside: CaseEvent = { type: 'OpinionSetAside', because: '情况有变化' };
    const again = (from: readonly Told[]) => opinedOn(HASH, [...from, setAside]);
    const early = again(downOn(known.TODAY, [...hung, setAside]));
    expect(codeOf(stands(after(...early), NEXT))).toBe('notice-missing');
    expect(leave.publicity(after(...early)).is).toBe('not-met');
    expect(post(early, 'village', addDays(known.TODAY, 1)).ok).toBe(true);
    const full = again(over);
    expect(publicityStands(after(...full), on(NEXT)).ok).toBe(true);
    expect(codeOf(post(full, 'village', NEXT))).toBe('already-posted');
  });
});

describe('《最低生活保障审核确认办法》第十九条：异议', () => {
  const open = [...hung, ...told(object(hung, LAST), LAST, known.CLERK)];
  const handle = (
    events: readonly Told[],
    how: 'reinvestigation' | 'appraisal',
    objectionId = 'objection-1',
  ) =>
    decide.handleObjection(
      { objectionId, how, upheld: false, reply: '经查不属实' },
      after(...events),
    );
  const hold = (
    events: readonly Told[],
    changed: Partial<decide.AppraisalAsked> = {},
    today = NEXT,
  ) =>
    decide.holdAppraisal(
      appraisal({ on: LAST, ...changed }),
      after(...events),
      on(today, known.OFFICER),
    );

  it('末日收到的仍在期内；期满后收到的属确认阶段，须县级入户', () => {
    expect(after(...open).publicity.objections[0]?.inConfirmation).toBe(false);
    expect(leave.needsCountyVisit(after(...open))).toBe(false);
    const late = after(...over, ...told(object(over, NEXT), NEXT));
    expect(late.publicity.objections[0]?.inConfirmation).toBe(true);
    expect(leave.needsCountyVisit(late)).toBe(true);
    expect(leave.countyVisit(late).is).toBe('not-met');
  });

  it('尚未公示、重复登记、已经决定的，不作异议登记', () => {
    expect(codeOf(object(opined, known.TODAY))).toBe('nothing-published');
    expect(codeOf(object(open, LAST))).toBe('objection-repeated');
    expect(codeOf(object([...over, decided('grant')], NEXT))).toBe('case-decided');
  });

  it('民主评议须有异议，村民代表达到三分之二，全部签名', () => {
    expect(codeOf(hold(hung))).toBe('no-open-objection');
    expect(codeOf(hold(open, { on: known.TODAY }))).toBe('appraisal-date-wrong');
    expect(codeOf(hold(open, { on: addDays(NEXT, 1) }))).toBe('appraisal-date-wrong');
    expect(codeOf(hold(open, { participants: participants(5, 3) }))).toBe('too-few-villagers');
    expect(codeOf(hold(open, { participants: participants(6, 3) }))).toBeNull();
    const unsigned = participants(6, 3).map((each, index) => ({ ...each, signed: index > 0 }));
    expect(codeOf(hold(open, { participants: unsigned }))).toBe('participant-unsigned');
    expect(codeOf(hold(open, { agree: 9, disagree: 1 }))).toBe('votes-do-not-add-up');
  });

  it('办结须有异议之后的评议或者重新调查，办结后意见作废', () => {
    expect(codeOf(handle(open, 'appraisal'))).toBe('not-appraised');
    expect(codeOf(handle(open, 'reinvestigation'))).toBe('not-reinvestigated');
    expect(codeOf(handle(open, 'appraisal', 'none'))).toBe('objection-unknown');
    const appraised = [...open, ...told(hold(open), NEXT)];
    const handled = [...appraised, ...told(handle(appraised, 'appraisal'), NEXT)];
    expect(after(...handled).assessment.opinion).toBeNull();
    expect(codeOf(handle(handled, 'appraisal'))).toBe('objection-already-handled');
    const second = [...handled, ...told(object(handled, NEXT, 'objection-2'), NEXT)];
    expect(codeOf(handle(second, 'appraisal', 'objection-2'))).toBe('not-appraised');
  });

  it('重新调查须在异议之后重新启动并完成', () => {
    const reopened: CaseEvent = {
      type: 'InvestigationReopened',
      ground: 'objection',
      because: '异议',
    };
    expect(codeOf(handle([...open, reopened], 'reinvestigation'))).toBe('not-reinvestigated');
    expect(codeOf(handle([...open, reopened, known.concluded], 'reinvestigation'))).toBeNull();
  });

  it('重新形成的意见须重新公示，原公示不再算数', () => {
    const appraised = [...open, ...told(hold(open), NEXT)];
    const handled = [...appraised, ...told(handle(appraised, 'appraisal'), NEXT)];
    const again = opinedOn('b'.repeat(64), handled);
    expect(codeOf(stands(after(...again), NEXT))).toBe('notice-missing');
    const kept = opinedOn(HASH, downOn(NEXT, handled));
    expect(codeOf(stands(after(...kept), NEXT))).toBe(null);
  });
});

describe('每一种不予办理都有测试', () => {
  it('联合类型逐一核对', () => {
    expect(Object.keys(refusals).filter((code) => !tested.has(code))).toEqual([]);
  });
});
