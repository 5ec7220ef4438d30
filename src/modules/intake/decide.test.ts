import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import * as decide from './decide.ts';
import { type IntakeRefusal, refusals } from './refusal.ts';
import {
  accepted,
  after,
  CLERK,
  closed,
  complete,
  declared,
  file,
  given,
  hitOf,
  opened,
  sealed,
  signed,
  signing,
  TODAY,
  VILLAGE,
} from './window.fixture.ts';

const tested = new Set<string>();

function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}

function eventsOf(decision: Decision<CaseEvent>): readonly CaseEvent[] {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
}

const ready = after(opened, declared(), complete);
const acceptGiven: decide.AcceptGiven = {
  ...given,
  number: '511702-2026-000001',
  hits: [],
  coveredMembers: [],
  notCounted: [],
  recognitions: [],
};
const accept = (state: CaseState, changed: Partial<decide.AcceptGiven> = {}) =>
  decide.acceptApplication({}, state, { ...acceptGiven, ...changed });

describe('《最低生活保障审核确认办法》第四条 申请', () => {
  const openGiven: decide.OpenGiven = {
    ...given,
    township: placeCode(VILLAGE.slice(0, 9)),
    route: 'county',
    routeBecause: '没有赋权文件',
  };
  const asked = { village: VILLAGE, scheme: 'dibao', channel: 'ordinary' } as const;
  it('以家庭为单位建立办件，记下由谁决定和依据', () => {
    const [event] = eventsOf(decide.openCase(asked, after(), openGiven));
    expect(event).toMatchObject({
      village: VILLAGE,
      route: 'county',
      routeBecause: '没有赋权文件',
    });
  });
  it('同一办件不能建立两次', () => {
    const again = decide.openCase(asked, after(opened), openGiven);
    expect(codeOf(again)).toBe('already-opened');
  });
});

describe('第十条 受理和一次性告知', () => {
  it('材料齐全的当日受理', () => {
    expect(eventsOf(accept(ready)).map((each) => each.type)).toEqual([
      'ApplicationAccepted',
      'RegisterMatched',
    ]);
  });
  it('未登记家庭情况的不能受理', () => {
    expect(codeOf(accept(after(opened)))).toBe('not-declared');
  });
  it('已受理的不重复受理', () => {
    expect(codeOf(accept(after(opened, declared(), complete, accepted)))).toBe('already-accepted');
  });
  it('缺少材料的不能受理，说明缺什么', () => {
    const decision = accept(after(opened, declared()));
    expect(codeOf(decision)).toBe('materials-missing');
    expect(!decision.ok && decision.refusal.message).toContain(
      '社会救助申请书、赵演一的居民身份证',
    );
  });
  it('没有问过收入的，算没有填完', () => {
    const decision = accept(after(opened, declared({ incomes: null }), complete));
    expect(!decision.ok && decision.refusal.message).toContain('收入情况');
  });
  it('申请人没有身份证号的不能受理', () => {
    const decision = accept(after(opened, declared({}, { applicantId: null }), complete));
    expect(!decision.ok && decision.refusal.message).toContain('赵演一的身份证号');
  });
  it('撤回的办件不能再受理', () => {
    expect(codeOf(accept(after(opened, declared(), complete, closed)))).toBe('case-closed');
  });

  const give = (state: CaseState) => decide.giveOneTimeNotice({}, state, given);
  const [told] = eventsOf(give(after(opened, declared())));
  it('一次告知全部缺少的材料', () => {
    const missing = told?.type === 'OneTimeNoticeGiven' ? told.missing : [];
    expect(missing.map((each) => each.text)).toEqual(['社会救助申请书', '赵演一的居民身份证']);
  });
  it('材料齐全的不需要告知', () => {
    expect(codeOf(give(ready))).toBe('nothing-missing');
  });
  it('已告知过的不得再次要求补正', () => {
    const state = told ? after(opened, declared(), told) : after();
    expect(codeOf(give(state))).toBe('notice-already-given');
  });
  it('家庭情况变化后可以再次告知', () => {
    const state = told ? after(opened, declared(), told, declared()) : after();
    expect(eventsOf(give(state))).toHaveLength(1);
  });

  const item = { code: 'id-card', memberId: 'a', files: [] };
  const record = (got: 'paper' | 'scan' | 'promised', code = 'id-card') =>
    decide.recordChecklist({ items: [{ ...item, code, got }] }, after(opened, declared()), given);
  it('登记已核原件', () => {
    expect(eventsOf(record('paper'))).toHaveLength(1);
  });
  it('能通过信息核对取得的材料不得要求提供', () => {
    expect(codeOf(record('paper', 'residence-booklet'))).toBe('document-not-asked');
  });
  it('身份证件不能以承诺代替', () => {
    expect(codeOf(record('promised'))).toBe('promise-not-allowed');
  });
  it('标为扫描的应当有文件', () => {
    expect(codeOf(record('scan'))).toBe('scan-without-file');
  });

  const refuse = (ground: 'incomplete' | 'other', state = after(opened, declared())) =>
    decide.refuseAcceptance({ ground, reason: '材料不齐又不补正' }, state);
  it('不予受理应当写明理由，办件随之终结', () => {
    expect(eventsOf(refuse('other')).map((each) => each.type)).toEqual([
      'AcceptanceRefused',
      'CaseClosed',
    ]);
  });
  it('因材料不齐不予受理的，应当先一次性告知', () => {
    expect(codeOf(refuse('incomplete'))).toBe('one-time-notice-not-given');
  });
  it('告知后仍不齐的，可以不予受理', () => {
    const state = told ? after(opened, declared(), told) : after();
    expect(eventsOf(refuse('incomplete', state))).toHaveLength(2);
  });
});

describe('第四条、第五条、第七条 户籍和重复申请', () => {
  it('户籍不在本乡镇的不在此受理', () => {
    const place = placeCode('511702109201');
    const state = after(opened, declared({ place }), complete);
    expect(codeOf(accept(state))).toBe('registered-elsewhere');
  });
  it('申请人已在别处受理或者享受的不能重复受理', () => {
    expect(codeOf(accept(ready, { coveredMembers: ['a'] }))).toBe('applicant-already-covered');
  });
  it('共同生活的成员已在别处计入的，先核清', () => {
    expect(codeOf(accept(ready, { coveredMembers: ['b'] }))).toBe('member-already-covered');
  });
  it('依规定不计入本户的成员，可以在别处计入', () => {
    const covered = { coveredMembers: ['b'], notCounted: ['b'] };
    expect(eventsOf(accept(ready, covered))).toHaveLength(2);
  });
});

describe('第十一条 近亲属', () => {
  it('受理人是家庭成员近亲属的应当回避', () => {
    expect(codeOf(accept(ready, { hits: [hitOf(CLERK)] }))).toBe('handler-is-relative');
  });
  it('他人是近亲属的，受理并单独登记备案', () => {
    const state = after(
      opened,
      declared(),
      complete,
      ...eventsOf(accept(ready, { hits: [hitOf('x')] })),
    );
    expect(state.disclosure.registered).toBe(true);
  });
  const relative = { name: '何演云', relation: '子女', position: '入户调查员' };
  const declare = (state: CaseState, hits: readonly ReturnType<typeof hitOf>[] | null) =>
    decide.declareNearRelatives({ none: false, relatives: [relative] }, state, { hits });
  it('受理前只记声明，受理后同时比对名册', () => {
    const types = (state: CaseState, hits: ReturnType<typeof hitOf>[] | null) =>
      eventsOf(declare(state, hits)).map((each) => each.type);
    expect(types(ready, null)).toEqual(['NearRelativesDeclared']);
    const after9 = after(opened, declared(), complete, accepted);
    expect(types(after9, [hitOf('x')])).toEqual(['NearRelativesDeclared', 'RegisterMatched']);
  });
  it('比对结果与上次相同的不再登记，县级已解除的不因此恢复', () => {
    const hits = [hitOf('x')];
    const matched: CaseEvent = { type: 'RegisterMatched', hits };
    const lifted: CaseEvent = { type: 'SeparateRegistrationCleared', reason: '同名不同人' };
    const state = after(opened, declared(), complete, accepted, matched, lifted);
    const events = eventsOf(
      decide.declareNearRelatives({ none: true, relatives: [] }, state, { hits }),
    );
    expect(events.map((each) => each.type)).toEqual(['NearRelativesDeclared']);
  });
});

describe('第六条 委托', () => {
  const proxy = { name: '吴演十', relation: '同村村民', paper: file };
  const name = (index: string) => decide.nameProxy(proxy, ready, { idNumber: sealed(index) });
  it('书面委托他人代为申请', () => {
    expect(eventsOf(name('index-z'))[0]).toMatchObject({
      type: 'ProxyNamed',
      proxy: { name: '吴演十' },
    });
  });
  it('家庭成员自己就能申请，不是代理', () => {
    expect(codeOf(name('index-a'))).toBe('proxy-is-member');
  });
});

describe('第九条和核对授权：每名成员签署，监护人代签', () => {
  type Signing = Parameters<typeof decide.signAuthorisation>[0];
  const sign = (changed: Partial<Signing>, state = ready) =>
    decide.signAuthorisation({ ...signing, ...changed }, state, given);
  const asGuardian = {
    memberId: 'b',
    signedBy: 'guardian',
    guardianName: '赵演一',
    guardianRelation: '父亲',
  } as const;
  it('成年人本人签署', () => {
    expect(eventsOf(sign({}))).toHaveLength(1);
  });
  it('未成年人不能自己签', () => {
    expect(codeOf(sign({ memberId: 'b' }))).toBe('minor-signs-alone');
  });
  it('未成年人由监护人签', () => {
    expect(eventsOf(sign(asGuardian))[0]).toMatchObject({
      authorisation: { memberId: 'b', guardianName: '赵演一', guardianGround: null },
    });
  });
  it('满 18 周岁当天本人可以签，前一天不能', () => {
    const grown = (birth: string) => {
      const child = { id: 'b', relation: 'child', birth, sex: 'female' } as const;
      const man = { id: 'a', relation: 'self', birth: '1960-05-01', sex: 'male' } as const;
      return codeOf(sign({ memberId: 'b' }, after(opened, declared({ members: [man, child] }))));
    };
    expect([grown('2008-03-02'), grown('2008-03-03')]).toEqual([null, 'minor-signs-alone']);
  });
  it('成年人由他人代签要写明依据', () => {
    const forAdult = { ...asGuardian, memberId: 'a', guardianName: '赵演三' };
    expect(codeOf(sign(forAdult))).toBe('guardian-ground-missing');
    expect(eventsOf(sign({ ...forAdult, guardianGround: '精神残疾一级' }))).toHaveLength(1);
  });
  it('监护人自己未成年的不能代签', () => {
    expect(codeOf(sign({ ...asGuardian, guardianName: '赵演二' }))).toBe('guardian-is-minor');
  });
  it('不是家庭成员的不需要签', () => {
    expect(codeOf(sign({ memberId: 'z' }))).toBe('no-such-member');
  });
  it('签署日期在申请当天的有效，前一天和明天的无效', () => {
    const on = (signedOn: LocalDate) => codeOf(sign({ signedOn }));
    expect([on(TODAY), on(localDate('2026-03-01')), on(localDate('2026-03-03'))]).toEqual([
      null,
      'signed-outside-application',
      'signed-outside-application',
    ]);
  });
  const authorised = after(opened, declared(), signed);
  it('不重复签署', () => {
    expect(codeOf(sign({}, authorised))).toBe('already-authorised');
  });
  const revoke = (state: CaseState) =>
    decide.revokeAuthorisation({ memberId: 'a', reason: '不同意查询存款' }, state);
  it('可以撤回授权，撤回后可以重新签', () => {
    const state = after(opened, declared(), signed, ...eventsOf(revoke(authorised)));
    expect(eventsOf(sign({}, state))).toHaveLength(1);
  });
  it('没有授权的无从撤回', () => {
    expect(codeOf(revoke(ready))).toBe('not-authorised');
  });
});

describe('不予办理的每一种情形', () => {
  it('都有条文，都有测试', () => {
    const codes = Object.keys(refusals) as IntakeRefusal[];
    // Shown in continue-case.test.ts.
    expect(codes.filter((each) => !tested.has(each))).toEqual(['source-not-over']);
    expect(codes.every((each) => refusals[each].citation.source.length > 0)).toBe(true);
  });
});
