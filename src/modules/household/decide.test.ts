import { describe, expect, it } from 'vitest';
import type { Decision } from '../../kernel/outcome.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import {
  accepted,
  after,
  closed,
  declared,
  factsInput,
  given,
  hitOf,
  idOf,
  opened,
  posted,
  sealed,
  signed,
  TODAY,
} from '../intake/window.fixture.ts';
import { declareHousehold } from './contract.ts';
import * as decide from './decide.ts';
import { identityFaults } from './identity.ts';
import { type HouseholdRefusal, refusals } from './refusal.ts';

const { people, facts } = declared();
const base: decide.DeclareGiven = {
  ...given,
  people,
  account: null,
  address: null,
  hits: null,
  coveredMembers: [],
  recognitions: null,
};
const body = { facts, people: [], account: null, reason: '缺乏劳动力' };
const declare = (state: CaseState, changed: Partial<decide.DeclareGiven> = {}) =>
  decide.declareHousehold(body, state, { ...base, ...changed });

const tested = new Set<string>();
function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}

describe('《最低生活保障审核确认办法》第四条、第九条 如实登记家庭情况', () => {
  it('登记的家庭情况代替以前登记的', () => {
    const decision = declare(after(opened, declared()));
    expect(decision.ok && decision.events.map((each) => each.type)).toEqual(['HouseholdDeclared']);
  });
  it('同一身份证号不能登记两人', () => {
    const twice = people.map((each) => ({ ...each, idNumber: sealed('same') }));
    expect(codeOf(declare(after(opened), { people: twice }))).toBe('same-person-twice');
  });
  it('受理后户籍所在地不能改成其他乡镇，本乡镇的其他村可以；受理前写别处的，受理时再判断', () => {
    const at = (place: PlaceCode, ...told: readonly CaseEvent[]) =>
      codeOf(
        decide.declareHousehold({ ...body, facts: { ...facts, place } }, after(...told), base),
      );
    const away = placeCode('511702109200');
    expect(at(away, opened, declared(), accepted)).toBe('place-elsewhere');
    const { township } = after(opened).course;
    expect(at(placeCode(`${township}299`), opened, declared(), accepted)).toBe(null);
    expect(at(away, opened)).toBe(null);
  });
  it('临时救助在急难发生地申请，不看户籍所在地（LS-03）', () => {
    const relief = { ...opened, scheme: 'temporary' } as CaseEvent;
    const away = { ...facts, place: placeCode('511702109200') };
    const state = after(relief, declared(), accepted);
    expect(codeOf(decide.declareHousehold({ ...body, facts: away }, state, base))).toBe(null);
  });
  it('公示前可以重报，公示后不能；初审意见作废后可以重报', () => {
    const before = after(opened, declared(), accepted);
    expect(codeOf(declare(before))).toBe(null);
    const opinion = { type: 'OpinionFormed', opinion: { hash: 'h' } } as unknown as CaseEvent;
    const hanging = [opened, declared(), accepted, opinion, posted(TODAY)];
    expect(codeOf(declare(after(...hanging)))).toBe('publicity-already-posted');
    const fallen: CaseEvent = { type: 'OpinionSetAside', because: '异议已办结' };
    expect(codeOf(declare(after(...hanging, fallen)))).toBe(null);
  });
  it('身份证号换成另一个人的，原授权终止；没有换人的照旧（HD-03）', () => {
    const state = after(opened, declared(), accepted, signed);
    const other = people.map((each) =>
      each.memberId === 'a' ? { ...each, idNumber: sealed('index-x') } : each,
    );
    const revoked = declare(state, { people: other });
    expect(revoked.ok && revoked.events).toMatchObject([
      { type: 'HouseholdDeclared' },
      { type: 'AuthorisationRevoked', memberId: 'a' },
    ]);
    const kept = declare(state);
    expect(kept.ok && kept.events.map((each) => each.type)).toEqual(['HouseholdDeclared']);
  });
  it('受理前的重复只作提示，受理后不能加入已在别处计入的人', () => {
    const covered = { coveredMembers: ['b'] };
    expect(codeOf(declare(after(opened), covered))).toBe(null);
    const state = after(opened, declared(), accepted);
    expect(codeOf(declare(state, covered))).toBe('member-covered-elsewhere');
  });
  it('已终止的办件不能再登记', () => {
    expect(codeOf(declare(after(opened, closed)))).toBe('case-closed');
  });
  it('受理后重报的，受理日期不变，并重新比对名册', () => {
    const decision = declare(after(opened, declared(), accepted), { hits: [hitOf('x')] });
    expect(decision.ok && decision.events).toMatchObject([
      { type: 'HouseholdDeclared', facts: { acceptedOn: TODAY } },
      { type: 'RegisterMatched' },
    ]);
  });
  it('不予办理的每一种情形都有条文，都有测试', () => {
    const codes = Object.keys(refusals) as HouseholdRefusal[];
    expect(codes.filter((each) => !tested.has(each))).toEqual([]);
  });
});

describe('身份证号与登记内容一致', () => {
  const member = { id: 'a', birth: facts.members[0]?.birth ?? null, sex: 'male' } as const;
  const person = { memberId: 'a', name: '赵演一' };
  const faultsOf = (idNumber: string | null | undefined, changed = {}) =>
    identityFaults([{ ...member, ...changed }], [{ ...person, idNumber }]).map(({ path }) =>
      path.join('.'),
    );
  const right = idOf('1960-05-01', '101');

  it('相符的没有问题', () => {
    expect(faultsOf(right)).toEqual([]);
  });
  it('校验位不对的指出身份证号', () => {
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    expect(faultsOf(wrong)).toEqual(['people.0.idNumber']);
  });
  it('出生日期、性别与证件不符的，指出那一格', () => {
    expect(faultsOf(idOf('1960-05-02', '101'))).toEqual(['facts.members.0.birth']);
    expect(faultsOf(idOf('1960-05-01', '102'))).toEqual(['facts.members.0.sex']);
  });
  it('没有改动的（星号）和没有证件的不核对', () => {
    expect([faultsOf('**************0012'), faultsOf(null), faultsOf(undefined)]).toEqual([
      [],
      [],
      [],
    ]);
  });
  it('每名成员登记一次姓名', () => {
    const named = { ...body, facts: factsInput, people: [person] };
    expect(() => declareHousehold.body.parse(named)).toThrow('每名家庭成员应当登记一次姓名');
  });
});
