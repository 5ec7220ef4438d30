import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/local-date.ts';
import { careCandidates, type CaseEvent, type CaseState, leaveCare } from '../case/index.ts';
import * as known from './investigation.fixture.ts';
import { assessSelfCare, type SelfCareFound } from './self-care.ts';

const { after, TODAY, visitGiven } = known;
const asTekun: CaseEvent = {
  type: 'SchemeChanged',
  scheme: 'tekun',
  channel: 'ordinary',
  because: '无劳动能力、无生活来源',
};
const ready = after(...known.ready, asTekun);
const ALL = {
  ...{ canEat: true, canDress: true, canGetUp: true },
  ...{ canToilet: true, canWalk: true, canBathe: true },
};
const found: SelfCareFound = {
  memberId: 'a',
  on: TODAY,
  can: { ...ALL, canBathe: false },
  assessors: ['评估员甲', '评估员乙'],
  helper: null,
  record: known.refOf(known.file('8')),
};
const assess = (changed: Partial<SelfCareFound> = {}, state: CaseState = ready) =>
  assessSelfCare({ ...found, ...changed }, state, visitGiven());
const codeOf = (answer: ReturnType<typeof assess>) => (answer.ok ? 'ok' : answer.refusal.code);

describe('《特困人员认定办法》第二十条、第二十一条：县级评估生活自理能力', () => {
  it('六项指标逐项记录，改正申报的情况，档次由此得出', () => {
    const answer = assess();
    if (!answer.ok) throw new Error(answer.refusal.message);
    expect(answer.events.map(({ type }) => type)).toEqual(['SelfCareAssessed', 'FactsCorrected']);
    const state = after(...known.ready, asTekun, ...answer.events);
    expect(state.household.facts?.members[0]).toMatchObject({ canEat: true, canBathe: false });
    expect(state.household.corrections.at(-1)).toMatchObject({
      path: ['members', 0, 'canBathe'],
      reason: '县级评估生活自理能力',
    });
    expect(state.investigation.care).toHaveLength(1);
    const again = assess({}, state);
    expect(again.ok && again.events.map(({ type }) => type)).toEqual(['SelfCareAssessed']);
  });

  it('不是特困人员申请的，不评估', () => {
    expect(codeOf(assess({}, after(...known.ready)))).toBe('care-not-asked');
  });

  it('受理以后、当天以前；只评估登记的家庭成员', () => {
    expect(codeOf(assess({ on: addDays(TODAY, 1) }))).toBe('act-in-future');
    expect(codeOf(assess({ on: addDays(known.ACCEPTED, -1) }))).toBe('before-acceptance');
    expect(codeOf(assess({ on: known.ACCEPTED }))).toBe('ok');
    expect(codeOf(assess({ memberId: 'x' }))).toBe('member-not-in-household');
  });

  it('尚未受理的、已终止的，不评估', () => {
    expect(codeOf(assess({}, after(known.opened, known.declared, asTekun)))).toBe(
      'not-accepted-yet',
    );
    const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '不再申请' };
    expect(codeOf(assess({}, after(...known.ready, asTekun, closed)))).toBe('case-closed');
  });

  it('初审意见公示以后不再改', () => {
    const posted: CaseEvent = {
      type: 'NoticePosted',
      notice: {
        id: 'n',
        kind: 'before',
        level: 'village',
        postedOn: TODAY,
        endsOn: addDays(TODAY, 7),
        proposalHash: 'a'.repeat(64),
        photo: known.refOf(known.file('7')),
      },
    };
    const state = after(...known.ready, asTekun, known.opinionFormed, posted);
    expect(codeOf(assess({}, state))).toBe('care-published');
  });
});

describe('《特困人员认定办法》第五条：谁需要评估', () => {
  const withMember = (changed: object): CaseState => {
    const facts = ready.household.facts;
    if (!facts) throw new Error('no facts');
    const [first, second] = facts.members;
    const members = [{ ...first, ...changed }, second] as typeof facts.members;
    return { ...ready, household: { ...ready.household, facts: { ...facts, members } } };
  };
  it.each([
    ['满60周岁', { birth: '1966-03-02' }, true],
    ['差一天60周岁', { birth: '1966-03-03' }, false],
    ['未满16周岁', { birth: '2010-03-03' }, true],
    ['满16周岁', { birth: '2010-03-02' }, false],
    ['残疾人', { birth: '1980-01-01', disabilityKind: 'physical' }, true],
    ['年龄、残疾都没有填的', {}, false],
  ])('%s', (_, changed, asked) => {
    const state = withMember(changed);
    expect(careCandidates(state)).toEqual(asked ? ['a'] : []);
    expect(leaveCare(state).is).toBe(asked ? 'not-met' : 'met');
  });
});
