import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import {
  accepted,
  after,
  closed,
  declared,
  file,
  given,
  opened,
  sealed,
  signed,
  TODAY,
} from '../intake/window.fixture.ts';
import { applicantName } from './applicant.ts';
import * as decide from './record-member-change.ts';
import { type MemberRefusal, memberRefusals } from './member-refusal.ts';

const base = [opened, declared(), accepted, signed];
const opinion = { type: 'OpinionFormed', opinion: { hash: 'h' } } as unknown as CaseEvent;
const listed: CaseEvent = { type: 'PutOnAgenda', meetingId: 'm', proposalHash: 'h' };
const guardianSigns = {
  memberId: 'b',
  signedBy: 'guardian',
  guardianName: '赵演叔',
  signature: file,
  relations: [],
} as const;
const died = {
  memberId: 'a',
  because: 'died',
  on: TODAY,
  source: '村委会报告，死亡证明',
  files: [file],
  heir: null,
  succession: guardianSigns,
} as const;
const childLeft = { ...died, memberId: 'b', because: 'left', succession: null } as const;

const tested = new Set<string>();
function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
const depart = (command: Parameters<typeof decide.recordDeparture>[0], state: CaseState) =>
  decide.recordDeparture(command, state, given);
const typesOf = (decision: Decision<CaseEvent>) =>
  decision.ok ? decision.events.map(({ type }) => type) : [];

describe('《最低生活保障审核确认办法》第四条、第九条 办理中申请人或者成员死亡、离开', () => {
  it('申请人死亡的，由其他成员签名继续；原意见作废', () => {
    expect(typesOf(depart(died, after(...base, opinion)))).toEqual([
      'OpinionSetAside',
      'MemberGone',
    ]);
    const decision = depart(died, after(...base));
    const state = after(...base, ...(decision.ok ? decision.events : []));
    expect(state.household.facts?.members).toMatchObject([{ id: 'b', relation: 'self' }]);
    expect(state.household.declaration?.people.map(({ memberId }) => memberId)).toEqual(['b']);
    expect(state.household.revision).toBe(2);
    expect(state.household.succession?.memberId).toBe('b');
  });
  it('最后一名成员离开以后，办件仍然记着最后的申请人', () => {
    const alone = after(...base, { type: 'MemberGone', ...childLeft, name: '赵演童' });
    const last = depart({ ...died, succession: null }, alone);
    const events = last.ok ? last.events : [];
    expect(events.map(({ type }) => type)).toEqual(['MemberGone', 'CaseClosed']);
    const name = applicantName(alone.household);
    expect(name).not.toBe('');
    const left: CaseEvent = { type: 'MemberGone', ...childLeft, name: '赵演童' };
    expect(applicantName(after(...base, left, ...events).household)).toBe(name);
    expect(applicantName(after(opened).household)).toBe('');
  });
  it('没有人继续申请、不是本户的人继续的，不行', () => {
    expect(codeOf(depart({ ...died, succession: null }, after(...base)))).toBe('successor-missing');
    const stranger = { ...guardianSigns, memberId: 'x' };
    expect(codeOf(depart({ ...died, succession: stranger }, after(...base)))).toBe(
      'member-not-in-family',
    );
  });
  it('新申请人未满18周岁的，由监护人签名；年满的本人签名', () => {
    const alone = { ...guardianSigns, signedBy: 'member', guardianName: null } as const;
    expect(codeOf(depart({ ...died, succession: alone }, after(...base)))).toBe(
      'successor-needs-guardian',
    );
    const grown = declared({
      members: [
        { id: 'a', relation: 'self', birth: '1960-05-01', sex: 'male' },
        { id: 'b', relation: 'child', birth: '2008-03-02', sex: 'female' },
      ],
    });
    const state = after(opened, grown, accepted);
    expect(codeOf(depart({ ...died, succession: alone }, state))).toBe(null);
  });
  it('三口之家须逐人说明与新申请人的关系，关系前后矛盾的不行', () => {
    const three = declared({
      members: [
        { id: 'a', relation: 'self', birth: '1960-05-01', sex: 'male' },
        { id: 'b', relation: 'child', birth: '2015-05-01', sex: 'female' },
        { id: 'c', relation: 'spouse', birth: '1962-05-01', sex: 'female' },
      ],
    });
    const state = after(opened, three, accepted);
    const wife = {
      ...guardianSigns,
      memberId: 'c',
      signedBy: 'member',
      guardianName: null,
    } as const;
    expect(codeOf(depart({ ...died, succession: wife }, state))).toBe(
      'successor-relations-missing',
    );
    const told = (relation: 'child' | 'parent') => ({
      ...wife,
      relations: [{ memberId: 'b', relation }],
    });
    expect(codeOf(depart({ ...died, succession: told('parent') }, state))).toBe(
      'family-contradicts-itself',
    );
    expect(codeOf(depart({ ...died, succession: told('child') }, state))).toBe(null);
  });
  it('只剩的一人死亡的，办件终止；离开的，也终止', () => {
    const state = after(...base, {
      type: 'MemberGone',
      name: '赵演二',
      ...childLeft,
    });
    const ended = depart({ ...died, succession: null }, state);
    expect(ended.ok && ended.events.at(-1)).toMatchObject({ type: 'CaseClosed', ground: 'died' });
    const left = depart({ ...died, because: 'left', succession: null }, state);
    expect(left.ok && left.events.at(-1)).toMatchObject({ ground: 'moved-away' });
  });
  it('不是申请人离开的，不换申请人；其收入、财产随之不计，遗产由继承的成员计入', () => {
    expect(codeOf(depart({ ...childLeft, succession: guardianSigns }, after(...base)))).toBe(
      'successor-needless',
    );
    const owning = declared({
      incomes: [{ id: 'i', member: 'b', kind: 'other', period: 'per-month', amount: 100 }],
      assets: [{ id: 'x', owner: 'b', kind: 'deposit', value: 5000 }],
    });
    const gone = (heir: string | null): CaseEvent => ({
      type: 'MemberGone',
      name: '赵演二',
      ...childLeft,
      heir,
    });
    const factsWith = (heir: string | null) =>
      after(opened, owning, accepted, gone(heir)).household.facts;
    expect(factsWith(null)).toMatchObject({ incomes: [], assets: [] });
    expect(factsWith('a')).toMatchObject({ incomes: [], assets: [{ owner: 'a', value: 5000 }] });
  });
  it('需要救助的人数不多于留下的人数（LS-14）', () => {
    const relief = { kind: 'emergency', cause: 'fire', persons: 2 } as const;
    const asking = [opened, declared({ relief }), accepted, signed];
    const decision = depart(childLeft, after(...asking));
    const state = after(...asking, ...(decision.ok ? decision.events : []));
    expect(state.household.facts?.relief).toMatchObject({ cause: 'fire', persons: 1 });
    expect(state.household.declaration?.facts.relief?.persons).toBe(1);
  });

  it('账户是离开的人的，不再使用', () => {
    const account = { bank: '演示银行', holder: '赵演二', number: sealed('n') };
    const state = after(opened, { ...declared(), account }, accepted, {
      type: 'MemberGone',
      name: '赵演二',
      ...childLeft,
    });
    expect(state.household.declaration?.account).toBe(null);
  });
  it('受理前、已终止、已列入议程、没有证明、日期在今天以后的，不能登记', () => {
    expect(codeOf(depart(childLeft, after(opened, declared())))).toBe(
      'member-change-before-acceptance',
    );
    expect(codeOf(depart(childLeft, after(...base, closed)))).toBe('case-closed');
    expect(codeOf(depart(childLeft, after(...base, opinion, listed)))).toBe(
      'member-change-on-agenda',
    );
    expect(codeOf(depart({ ...childLeft, files: [] }, after(...base)))).toBe(
      'member-change-without-proof',
    );
    for (const on of [addDays(TODAY, 1), localDate('1900-01-01')]) {
      expect(codeOf(depart({ ...childLeft, on }, after(...base)))).toBe('member-change-date-wrong');
    }
  });
});

describe('《最低生活保障审核确认办法》第九条、第二十三条 办理中成员增加', () => {
  const [, daughter] = declared().facts.members;
  if (!daughter) throw new Error('a family of two');
  const member = { ...daughter, id: 'c', birth: localDate('2026-03-01') };
  const person = { memberId: 'c', name: '赵演三', idNumber: sealed('index-c'), phone: null };
  const born = {
    member,
    because: 'born',
    on: TODAY,
    source: '出生医学证明',
    files: [file],
  } as const;
  const join = (state: CaseState, changed: Partial<decide.ArrivalGiven> = {}) =>
    decide.recordArrival(born, state, {
      ...given,
      person,
      hits: [],
      coveredMembers: [],
      ...changed,
    });

  it('受理以后出生的也登记为成员，原意见作废', () => {
    expect(typesOf(join(after(...base, opinion)))).toEqual([
      'OpinionSetAside',
      'MemberJoined',
      'RegisterMatched',
    ]);
    const decision = join(after(...base));
    const state = after(...base, ...(decision.ok ? decision.events : []));
    expect(state.household.facts?.members.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(state.household.changes).toMatchObject([{ kind: 'joined', name: '赵演三' }]);
  });
  it('已是本户成员的、身份证号相同的，不重复登记', () => {
    const same = { ...person, idNumber: sealed('index-b') };
    expect(codeOf(join(after(...base), { person: same }))).toBe('member-already-in-family');
    const again = decide.recordArrival({ ...born, member: daughter }, after(...base), {
      ...given,
      ...{ person, hits: [], coveredMembers: [] },
    });
    expect(codeOf(again)).toBe('member-already-in-family');
  });
  it('已在别处计入的，不能加入', () => {
    const decision = join(after(...base), { coveredMembers: ['c'] });
    expect(decision.ok ? null : decision.refusal.code).toBe('member-covered-elsewhere');
  });
  it('第二名配偶不行', () => {
    const wife = { ...member, id: 'd', relation: 'spouse' } as const;
    const one: CaseEvent = { type: 'MemberJoined', ...born, member: wife, person };
    const second = { ...born, member: { ...wife, id: 'e' } };
    const decision = decide.recordArrival(second, after(...base, one), {
      ...given,
      ...{ person: { ...person, memberId: 'e', idNumber: null }, hits: [], coveredMembers: [] },
    });
    expect(codeOf(decision)).toBe('family-contradicts-itself');
  });
  it('不予办理的每一种情形都有条文，都有测试', () => {
    const codes = Object.keys(memberRefusals) as MemberRefusal[];
    expect(codes.filter((each) => !tested.has(each))).toEqual([]);
  });
});
