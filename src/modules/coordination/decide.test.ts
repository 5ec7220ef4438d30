import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type Fen, fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  evolveCase,
  initialCase,
} from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import { proposalIn } from '../assessment/proposal.ts';
import type { CoordinationRecord, Participant } from './coordination.ts';
import { askCoordination, recordCoordination } from './decide.ts';
import { type CoordinationRefusal, refusals } from './refusal.ts';
import { coordinationInForce } from './coordination-in-force.ts';

const TODAY = localDate('2026-03-10');
const COMPUTED = fen(186_000);
const ASKED = fen(2_000_000);
const OFFICER = 'officer';
const AID = 'aid';
const standards = createStandards();

function given(person: string, today: LocalDate = TODAY): CaseGiven {
  return {
    ...{ now: instant(0), today, calendar: standards.calendarOf('511702102') },
    by: { person, name: person, post: '', role: 'x', area: placeCode('511702102') },
    procedure: standards.procedureOf('511702102', today, 'temporary'),
  };
}

type Result = CaseState['assessment']['assessments'][number]['result'];

/** 临时救助, accepted and calculated; what is changed says so. */
function calculated(
  result: Partial<Pick<Result, 'outcome' | 'monthlyAmount'>> & { needs?: boolean } = {},
): CaseState {
  const { needs = false, outcome = 'eligible', monthlyAmount = COMPUTED } = result;
  const relief = { withinTownship: true, needsCoordination: needs, payments: null };
  return {
    ...initialCase,
    course: { ...initialCase.course, scheme: 'temporary', route: 'township', openedOn: TODAY },
    intake: {
      ...initialCase.intake,
      accepted: { number: '1', on: TODAY, by: 'clerk' } as CaseState['intake']['accepted'],
    },
    household: { ...initialCase.household, revision: 1 },
    assessment: {
      ...initialCase.assessment,
      assessments: [
        {
          ...{ seq: 5, on: TODAY, by: OFFICER, revision: 1, reportId: '' },
          result: {
            ...{ scheme: 'temporary', outcome, monthlyAmount, relief, members: [], persons: [] },
            ...{ parameters: [], tier: null },
          } as unknown as Result,
        },
      ],
    },
  };
}

const tested = new Set<string>();
const codeOf = (decision: Decision<CaseEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (state: CaseState, decision: Decision<CaseEvent>, actor: string): CaseState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(
    (now, event) =>
      evolveCase(now, event, {
        ...{ seq: 9, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) },
      }),
    state,
  );
};
const command = (amount: Fen = ASKED) => ({ amount, opinion: '房屋全部烧毁，按标准难以渡过' });
const ask = (state: CaseState, amount?: Fen, by = OFFICER) =>
  askCoordination(command(amount), state, given(by));
const asked = after(calculated(), ask(calculated()), OFFICER);

const said = (...views: Participant['view'][]): Participant[] =>
  views.map((view, at) => ({
    name: `演${'甲乙丙丁'[at]}`,
    unit: '县民政局',
    view,
    opinion: '同意',
  }));
const record: CoordinationRecord = {
  ...{ heldOn: TODAY, place: '县政府', convener: { name: '演召', post: '副县长' } },
  ...{ participants: said('agree', 'agree', 'disagree'), recused: [] },
  ...{ minutesNumber: '协调〔2026〕1号', result: 'agreed', amount: ASKED, reason: '困难特别重大' },
  minutes: { hash: 'a'.repeat(64), name: '纪要.pdf', mime: 'application/pdf' },
};
const decide = (changed: Partial<CoordinationRecord> = {}, state = asked, by = AID) =>
  recordCoordination({ ...record, ...changed }, state, given(by));

describe('民发〔2018〕23号第二部分第三项：提请一事一议', () => {
  it('建议金额超过按标准核算的金额，多一分可以提请，相等的不可以', () => {
    expect(codeOf(ask(calculated(), fen(COMPUTED + 1)))).toBeNull();
    expect(codeOf(ask(calculated(), COMPUTED))).toBe('coordination-not-needed');
  });
  it('当地规则规定须一事一议的，金额不超过标准也要提请', () => {
    expect(codeOf(ask(calculated({ needs: true }), COMPUTED))).toBeNull();
  });
  it('提请以后由县级决定；已经在县级的，程序不变', () => {
    expect(asked.course.route).toBe('county');
    const state = calculated();
    const county = { ...state, course: { ...state.course, route: 'county' as const } };
    const answer = ask(county);
    expect(answer.ok && answer.events.map(({ type }) => type)).toEqual(['CoordinationAsked']);
  });
  it('没有受理、没有符合条件的核算结果，不能提请', () => {
    const state = calculated();
    expect(codeOf(ask({ ...state, intake: initialCase.intake }))).toBe('not-accepted-yet');
    expect(codeOf(ask({ ...state, assessment: initialCase.assessment }))).toBe(
      'coordination-without-result',
    );
    expect(codeOf(ask(calculated({ outcome: 'not-eligible' })))).toBe(
      'coordination-without-result',
    );
    const changed = { ...state, household: { ...state.household, revision: 2 } };
    expect(codeOf(ask(changed))).toBe('coordination-without-result');
  });
  it('只有按一般程序办理的临时救助可以', () => {
    const state = calculated();
    for (const course of [{ scheme: 'dibao' }, { channel: 'help-first' }] as const) {
      const other = { ...state, course: { ...state.course, ...course } };
      expect(codeOf(ask(other))).toBe('coordination-not-for-this');
    }
  });
  it('意见已经形成的先作废；已经提请、已有结论的不重复；核算变了的可以再提请', () => {
    const state = calculated();
    const opinion = { assessmentSeq: 5 } as NonNullable<CaseState['assessment']['opinion']>;
    const opined = { ...state, assessment: { ...state.assessment, opinion } };
    expect(codeOf(ask(opined))).toBe('coordination-opinion-stands');
    expect(codeOf(ask(asked))).toBe('coordination-already-asked');
    const decided = after(asked, decide(), AID);
    expect(codeOf(ask(decided))).toBe('coordination-already-decided');
    const more = calculated({ monthlyAmount: fen(200_000) });
    expect(codeOf(ask({ ...decided, assessment: more.assessment }))).toBeNull();
  });
  it('参加过入户调查的人不能代表乡镇提请', () => {
    const state = calculated();
    const visits = [{ visitors: [{ person: OFFICER }] }];
    const investigation = {
      ...state.investigation,
      visits,
    } as unknown as CaseState['investigation'];
    expect(codeOf(ask({ ...state, investigation }))).toBe('coordination-duty');
    expect(codeOf(ask({ ...state, investigation }, ASKED, 'another'))).toBeNull();
  });
  it('已终止的办件不能提请，也不能登记结论', () => {
    const closed = { ground: 'withdrawn', reason: '', on: TODAY, by: 'x' } as const;
    const over = { ...asked, course: { ...asked.course, closed } };
    expect(codeOf(ask(over))).toBe('case-closed');
    expect(codeOf(decide({}, over))).toBe('case-closed');
  });
});

describe('县级协调机制：人作的决定，如实登记', () => {
  it('同意的，拟救助的金额就是机制同意的金额，只对这一次核算有效', () => {
    const decided = after(asked, decide(), AID);
    expect(coordinationInForce(decided)?.amount).toBe(ASKED);
    expect(proposalIn(decided)).toMatchObject({ outcome: 'grant', monthlyAmount: ASKED });
    const changed = { ...decided, household: { ...decided.household, revision: 2 } };
    expect(coordinationInForce(changed)).toBeNull();
  });
  it('按标准办理的，金额是核算的金额；退回的没有结论', () => {
    const views = said('agree', 'disagree', 'abstain');
    const standard = { result: 'by-standard', amount: null, participants: views } as const;
    expect(proposalIn(after(asked, decide(standard), AID))?.monthlyAmount).toBe(COMPUTED);
    const returned = after(asked, decide({ ...standard, result: 'returned' }), AID);
    expect(coordinationInForce(returned)).toBeNull();
    expect(codeOf(ask(returned))).toBeNull();
  });
  it('过半数同意才算同意，正好一半的不算', () => {
    const half = said('agree', 'agree', 'disagree', 'abstain');
    expect(codeOf(decide({ participants: half }))).toBe('coordination-result-differs');
    const most = said('agree', 'agree', 'agree', 'disagree');
    expect(codeOf(decide({ participants: most }))).toBeNull();
    expect(codeOf(decide({ participants: most, result: 'by-standard', amount: null }))).toBe(
      'coordination-result-differs',
    );
  });
  it('参加人数正好达到规定的可以，少一人不可以', () => {
    expect(codeOf(decide({ participants: said('agree', 'agree', 'agree') }))).toBeNull();
    expect(codeOf(decide({ participants: said('agree', 'agree') }))).toBe('coordination-too-few');
  });
  it('会议在提请当天可以，前一天、明天不可以', () => {
    expect(codeOf(decide({ heldOn: addDays(TODAY, -1) }))).toBe('coordination-date-wrong');
    expect(codeOf(decide({ heldOn: addDays(TODAY, 1) }))).toBe('coordination-date-wrong');
  });
  it('同一人不能写两次，回避的人不能参加，登记册上的近亲属不能参加', () => {
    const twice = [...said('agree', 'agree'), ...said('agree')];
    expect(codeOf(decide({ participants: twice }))).toBe('coordination-named-twice');
    const recused = [{ name: '演甲', reason: '与申请人系姻亲' }];
    expect(codeOf(decide({ recused }))).toBe('coordination-named-twice');
    const hits = [{ officialName: '演乙' }] as unknown as CaseState['disclosure']['hits'];
    const kin = { ...asked, disclosure: { ...asked.disclosure, hits } };
    expect(codeOf(decide({}, kin))).toBe('coordination-kin-takes-part');
  });
  it('同意的要写金额，其他结论不写金额', () => {
    expect(codeOf(decide({ amount: null }))).toBe('coordination-amount-wrong');
    const views = said('agree', 'disagree', 'disagree');
    expect(codeOf(decide({ result: 'returned', participants: views }))).toBe(
      'coordination-amount-wrong',
    );
  });
  it('没有提请的没有结论；提请的人不能登记结论', () => {
    expect(codeOf(decide({}, calculated()))).toBe('coordination-not-asked');
    expect(codeOf(decide({}, asked, OFFICER))).toBe('coordination-own-request');
  });
});

describe('一事一议的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as CoordinationRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
