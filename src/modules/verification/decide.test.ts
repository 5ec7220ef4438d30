import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import type { TypedAnswer } from './answer.ts';
import * as decide from './decide.ts';
import { findingsOf } from './finding.ts';
import { refusals, type VerificationRefusal } from './refusal.ts';
import { reportStands } from './standing.ts';
import * as known from './verification.fixture.ts';

const { accepted, after, authorisedAll, declared, given, revoked, TODAY, VERIFIER } = known;
const tested = new Set<string>();

type Decided = ReturnType<typeof decide.startVerification>;
type Told = known.Told;

function refuses(decided: Decided, code: VerificationRefusal, words = ''): void {
  tested.add(code);
  expect(decided).toMatchObject({ ok: false, refusal: { code } });
  if (!decided.ok) expect(decided.refusal.message).toContain(words);
}

function eventsOf(decided: Decided): readonly CaseEvent[] {
  if (!decided.ok) throw new Error(decided.refusal.message);
  return decided.events;
}

const ready: readonly Told[] = [declared(), accepted, ...authorisedAll];
const request = (state: CaseState, newId = 'r1') =>
  decide.requestVerification({}, state, { ...given, newId, named: [] });
const requested: readonly Told[] = [...ready, ...eventsOf(request(after(...ready)))];
const nothing = (memberId: string): TypedAnswer => ({
  memberId,
  item: 'nothing',
  amount: null,
  text: '',
  asOf: null,
});
const both = [nothing('a'), nothing('b')];
const answer = (
  state: CaseState,
  answers: readonly TypedAnswer[],
  source = 'deposit',
  requestId = 'r1',
) => {
  const ids = answers.map((_, index) => `${source}${index}`);
  return decide.answerSource({ requestId, source, answers }, state, {
    ...given,
    ids,
    via: 'typed',
  });
};
const answerAll = (from: readonly Told[], requestId = 'r1', special: readonly TypedAnswer[] = []) =>
  given.procedure.verificationSources.value.reduce<readonly Told[]>((told, source) => {
    const isSpecial = source === 'deposit' && special.length > 0;
    const answers = isSpecial ? special : both;
    const events = eventsOf(answer(after(...told), answers, source, requestId));
    return [...told, ...events.map((each) => [each, { by: VERIFIER }] as const)];
  }, from);
const issue = (state: CaseState, requestId = 'r1', newId = 'p1') =>
  decide.issueReport({ requestId }, state, { ...given, newId });
const reportOn = (from: readonly Told[], special: readonly TypedAnswer[] = []) => {
  const answered = answerAll(from, 'r1', special);
  return [...answered, ...eventsOf(issue(after(...answered)))];
};
const reported = reportOn(requested);
const deposit = { ...nothing('a'), item: 'deposit', amount: fen(1_200_000) };
const differing = reportOn(requested, [deposit, nothing('b')]);
const dispute = { reportId: 'p1', item: '存款', statement: '账户已注销', evidence: [] };

describe('先授权、后核对；无委托、不核对（HD-01、HD-02）', () => {
  it('全体成员授权后提请，记下每人依据的授权、时限和来源', () => {
    expect(eventsOf(request(after(...ready)))).toMatchObject([
      {
        type: 'VerificationRequested',
        request: {
          members: ['a', 'b'],
          lookups: [
            { memberId: 'a', authorisationId: 'authorisation-a', identity: 'index-a' },
            { memberId: 'b', authorisationId: 'authorisation-b', identity: 'index-b' },
          ],
          sources: given.procedure.verificationSources.value,
          recheckOf: null,
        },
      },
    ]);
  });

  it('未受理、未登记成员的，不能提请', () => {
    refuses(request(after(declared(), ...authorisedAll)), 'not-accepted-yet');
    refuses(request(after(accepted)), 'household-missing');
  });

  it('有一名成员没有授权，或者授权已撤回，不能提请，并说出姓名', () => {
    const one = after(declared(), accepted, known.authorised('a'));
    refuses(request(one), 'authorisation-missing', '赵演二');
    refuses(request(after(...ready, revoked)), 'authorisation-missing', '赵演二');
  });

  it('核对进行中、报告仍然有效时，不得重复查询', () => {
    refuses(request(after(...requested)), 'verification-under-way');
    refuses(request(after(...reported)), 'report-still-stands');
  });

  it('报告有效、提请以后成员变了又变回来的，可以重新提请，不致停在答不了的提请上', () => {
    const other = [...reported, declared({}, known.anotherPerson), ...authorisedAll];
    const second = [...other, ...eventsOf(request(after(...other), 'r2'))];
    const back = [...second, declared(), ...authorisedAll];
    refuses(request(after(...second), 'r3'), 'verification-under-way');
    expect(eventsOf(request(after(...back), 'r3'))).toMatchObject([
      { type: 'VerificationRequested', request: { id: 'r3' } },
    ]);
  });

  it('核对中家庭成员有变化的，可以重新提请，原提请不再办理', () => {
    const changed = [...requested, declared({}, known.anotherPerson), ...authorisedAll];
    const again = [...changed, ...eventsOf(request(after(...changed), 'r2'))];
    refuses(answer(after(...again), both), 'request-superseded');
    expect(answer(after(...again), both, 'deposit', 'r2').ok).toBe(true);
  });

  it('服刑、强制戒毒、被宣告失踪的不计入成员，不用其授权，也不得查询', () => {
    const away = (specialStatus: 'serving-sentence' | 'declared-missing' | 'conscript') =>
      declared({
        members: [
          { id: 'a', relation: 'self' },
          { id: 'b', relation: 'spouse', specialStatus },
        ],
      });
    const only = (event: CaseEvent) => after(event, accepted, known.authorised('a'));
    for (const status of ['serving-sentence', 'declared-missing'] as const) {
      const events = eventsOf(request(only(away(status))));
      expect(events).toMatchObject([{ request: { members: ['a'] } }]);
      const asked = after(away(status), accepted, known.authorised('a'), ...events);
      refuses(answer(asked, [nothing('b')]), 'outside-request');
      expect(answer(asked, [nothing('a')]).ok).toBe(true);
    }
    refuses(request(only(away('conscript'))), 'authorisation-missing', '赵演二');
  });

  it('提请后离开家庭的人，不得再按原提请查询', () => {
    const left = after(...requested, {
      ...declared({ members: [{ id: 'a', relation: 'self' }] }),
      people: [{ memberId: 'a', name: '赵演一', idNumber: null, phone: null }],
    } as CaseEvent);
    refuses(answer(left, [nothing('b')]), 'outside-request');
  });

  it('已终止的办件不能再核对', () => {
    const closed = after(...ready, { type: 'CaseClosed', ground: 'withdrawn', reason: '撤回' });
    expect(request(closed)).toMatchObject({ refusal: { code: 'case-closed' } });
    expect(answer(closed, both)).toMatchObject({ refusal: { code: 'case-closed' } });
    expect(decide.disputeReport(dispute, closed)).toMatchObject({ ok: false });
  });
});

describe('最低生活保障审核确认办法 第十七条：县级核对', () => {
  it('启动一次，不能重复启动', () => {
    const command = { requestId: 'r1' };
    const started = [
      ...requested,
      ...eventsOf(decide.startVerification(command, after(...requested), given)),
    ];
    expect(after(...started).verification.requests[0]?.startedOn).toBe(TODAY);
    refuses(decide.startVerification(command, after(...started), given), 'already-started');
  });

  it('没有的提请、已出报告的提请不能再答复', () => {
    refuses(answer(after(...requested), both, 'deposit', 'r9'), 'request-unknown');
    refuses(answer(after(...reported), both), 'report-already-issued');
  });

  it('受理了本办件的人不能做核对', () => {
    const state = after(...ready, [accepted, { by: VERIFIER }], ...requested.slice(ready.length));
    refuses(answer(state, both), 'duty-conflict');
  });

  it('只能查询提请的人和来源（SL-70）', () => {
    const state = after(...requested);
    refuses(answer(state, [nothing('z')]), 'outside-request');
    refuses(answer(state, both, 'non-bank-payment'), 'outside-request');
  });

  it('授权撤回后不得再查询该成员，其他成员照常', () => {
    const state = after(...requested, revoked);
    refuses(answer(state, both), 'authorisation-revoked', '赵演二');
    expect(answer(state, [nothing('a')]).ok).toBe(true);
  });

  it('每次答复带办件编号和授权（I-16）', () => {
    expect(eventsOf(answer(after(...requested), [nothing('a')]))).toMatchObject([
      {
        caseNumber: '511702-2026-000001',
        authorisations: [{ memberId: 'a', authorisationId: 'authorisation-a' }],
      },
    ]);
  });

  it('项目、金额、原因、日期逐条核对', () => {
    const state = after(...requested);
    const one = (changed: Partial<TypedAnswer>) => answer(state, [{ ...nothing('a'), ...changed }]);
    refuses(one({ item: 'house' }), 'item-not-of-source');
    refuses(one({ item: 'deposit' }), 'amount-missing');
    expect(one({ item: 'deposit', amount: fen(0) }).ok).toBe(true);
    refuses(one({ amount: fen(1) }), 'amount-unexpected');
    refuses(one({ item: 'unavailable', text: '不通 ' }), 'reason-missing');
    expect(one({ item: 'unavailable', text: '接口超时' }).ok).toBe(true);
    refuses(one({ asOf: '2026-03-03' as LocalDate }), 'as-of-in-future');
    expect(one({ asOf: TODAY }).ok).toBe(true);
    refuses(answer(state, [nothing('a'), deposit]), 'nothing-beside-something');
  });

  it('所有来源对所有成员都答复后才能出具报告，有效期按月计算', () => {
    const answered = answerAll(requested);
    refuses(issue(after(...answered.slice(0, -1))), 'sources-unanswered', '赵演一');
    expect(eventsOf(issue(after(...answered)))).toMatchObject([{ validUntil: '2026-09-02' }]);
  });
});

describe('最低生活保障审核确认办法 第十八条：说明、异议和复查', () => {
  const explain = (state: CaseState, changed: object = {}) =>
    decide.explainFinding(
      {
        finding: findingsOf(after(...differing))[0]?.key ?? '',
        outcome: 'declaration-stands',
        explanation: '账户余额为代收款',
        evidence: [],
        ...changed,
      },
      state,
    );

  it('没有报告、报告有异议、没有这项差异的，不能说明', () => {
    refuses(explain(after(...requested)), 'report-missing');
    refuses(explain(after(...reported)), 'finding-unknown');
    const disputed = [
      ...differing,
      ...eventsOf(decide.disputeReport(dispute, after(...differing))),
    ];
    refuses(explain(after(...disputed)), 'report-disputed');
  });

  it('选“已更正”的，家庭事实必须已与核对结果一致', () => {
    const corrected = { outcome: 'facts-corrected' };
    refuses(explain(after(...differing), corrected), 'facts-not-corrected');
    const facts = declared({
      assets: [{ id: 's', owner: 'a', kind: 'deposit', value: 1_200_000 }],
    });
    if (facts.type !== 'HouseholdDeclared') throw new Error('not a declaration');
    const correction: CaseEvent = { type: 'FactsCorrected', corrections: [], facts: facts.facts };
    expect(explain(after(...differing, correction), corrected).ok).toBe(true);
  });

  it('核对结果告知家庭一次，日期在出具报告之日至今天之间', () => {
    const told = { reportId: dispute.reportId, on: given.today, how: '当面告知，并送达报告' };
    const tell = (changed: object, ...events: typeof reported) =>
      decide.tellVerificationResult({ ...told, ...changed }, after(...events), given);
    const issuedOn = after(...reported).verification.reports[0]?.issuedOn ?? given.today;
    const events = eventsOf(tell({}, ...reported));
    expect(eventsOf(tell({ on: issuedOn }, ...reported))).toHaveLength(1);
    refuses(tell({ on: addDays(issuedOn, -1) }, ...reported), 'told-outside-report');
    refuses(tell({ on: addDays(given.today, 1) }, ...reported), 'told-outside-report');
    refuses(tell({}, ...requested), 'report-missing');
    refuses(tell({ reportId: 'other' }, ...reported), 'report-superseded');
    refuses(tell({}, ...reported, ...events), 'result-already-told');
  });

  it('对最新的报告提出异议一次，随后复查，原报告留存', () => {
    refuses(decide.disputeReport(dispute, after(...requested)), 'report-missing');
    const other = { ...dispute, reportId: 'p0' };
    refuses(decide.disputeReport(other, after(...reported)), 'report-superseded');
    const disputed = [...reported, ...eventsOf(decide.disputeReport(dispute, after(...reported)))];
    refuses(decide.disputeReport(dispute, after(...disputed)), 'report-already-disputed');
    const [recheck] = eventsOf(request(after(...disputed), 'r2'));
    expect(recheck).toMatchObject({ request: { recheckOf: 'p1' } });
    expect(after(...disputed).verification.reports).toHaveLength(1);
  });
});

describe('没有有效核对报告不能认定（I-1、HD-06）', () => {
  const stands = (told: readonly Told[], day: LocalDate = TODAY) => {
    const standing = reportStands(after(...told), day);
    if (!standing.ok) tested.add(standing.refusal.code);
    return standing.ok ? '' : standing.refusal.code;
  };

  it('没有报告、有异议、有未说明的差异', () => {
    expect(stands(requested)).toBe('report-missing');
    expect(stands(reported)).toBe('');
    expect(stands(differing)).toBe('findings-unexplained');
    const disputed = [...reported, ...eventsOf(decide.disputeReport(dispute, after(...reported)))];
    expect(stands(disputed)).toBe('report-disputed');
  });

  it('有效期最后一天有效，次日失效', () => {
    expect(stands(reported, localDate('2026-09-02'))).toBe('');
    expect(stands(reported, localDate('2026-09-03'))).toBe('report-stale');
  });

  it('出具后家庭成员增加或者换人的，报告失效；只更正金额的仍有效', () => {
    expect(stands([...reported, declared({}, known.oneMore)])).toBe('report-stale');
    expect(stands([...reported, declared({}, known.anotherPerson)])).toBe('report-stale');
    const facts = declared({ incomes: [] });
    if (facts.type !== 'HouseholdDeclared') throw new Error('not a declaration');
    const correction: CaseEvent = { type: 'FactsCorrected', corrections: [], facts: facts.facts };
    expect(stands([...reported, correction])).toBe('');
  });
});

describe('来源各有期限，逾期催办（HD-05）', () => {
  const remind = (from: readonly Told[], query?: { remindedOn: string }, source = 'deposit') =>
    decide.remindSource({ requestId: 'r1', source }, after(...from), { ...given, query });

  it('没有接口的直接录入；已经全部答复的不催；一天只催一次', () => {
    expect(remind(requested, { remindedOn: '' }).ok).toBe(true);
    expect(remind(requested, { remindedOn: addDays(TODAY, -1) }).ok).toBe(true);
    refuses(remind(requested, { remindedOn: TODAY }), 'source-reminded-today');
    refuses(remind(requested), 'source-not-connected');
    refuses(remind(answerAll(requested), { remindedOn: '' }), 'source-already-answered');
    refuses(remind(reported, { remindedOn: '' }), 'report-already-issued');
  });

  it('只答复了一部分的，仍算没有答复，不能出报告', () => {
    const part = [{ ...nothing('a'), partial: true as const }, nothing('b')];
    const told = eventsOf(answer(after(...requested), part));
    expect(remind([...requested, ...told], { remindedOn: '' }).ok).toBe(true);
    refuses(issue(after(...requested, ...told)), 'sources-unanswered');
  });

  it('本地来源只能答复约定的项目', () => {
    const named = [{ source: '农业机械登记', items: ['vehicle'] as const }];
    const asked = decide.requestVerification({}, after(...ready), { ...given, newId: 'r1', named });
    const state = after(...ready, ...eventsOf(asked));
    const vehicle = { ...nothing('a'), item: 'vehicle' };
    expect(answer(state, [vehicle], '农业机械登记').ok).toBe(true);
    expect(answer(state, [nothing('a')], '农业机械登记').ok).toBe(true);
    refuses(answer(state, [{ ...vehicle, item: 'house' }], '农业机械登记'), 'item-not-of-source');
    refuses(answer(after(...requested), [vehicle], '农业机械登记'), 'outside-request');
  });
});

describe('本模块的每一种拒绝', () => {
  it('都有测试', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
