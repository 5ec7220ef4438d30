import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  localDate,
  type LocalDate,
  type Month,
} from '../../kernel/local-date.ts';
import { fen } from '../../kernel/fen.ts';
import {
  after,
  AID,
  CHECKERS,
  codeOf,
  enrolmentOf,
  FILE,
  givenOn,
  LEADER,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import type { Check } from './benefit-event.ts';
import { initialBenefit } from './benefit-state.ts';
import * as decide from './decide.ts';
import { entitlementIn } from './entitlement.ts';
import { reviewMonths } from './review-period.ts';
import { tasksOf } from './task.ts';

const entry = {
  from: '2024-06' as Month,
  amount: fen(30_000),
  standing: 'active' as const,
  decision: '原批准文件',
  decidedOn: localDate('2024-05-10'),
};
const { reviewDue: _, ...enrolment } = enrolmentOf();
const existing = { ...enrolment, facts: null, entry, lastCheckedOn: localDate('2026-03-01') };
const register = (more: Partial<typeof existing> = {}, alreadyCovered = false) =>
  decide.registerExistingBenefit({ ...existing, ...more }, initialBenefit, {
    ...givenOn(TODAY, AID),
    alreadyCovered,
  });
const registered = told(register(), AID);

describe('原有救助对象：一人登记，另一人对照文件复核（JT-06、OT-09）', () => {
  it('登记后等待复核，复核无误才列入', () => {
    const state = after(...registered);
    expect(tasksOf(state, givenOn()).map(({ kind }) => kind)).toEqual(['compare']);
    const confirmed = decide.confirmRegisteredBenefit({}, state, givenOn(TODAY, LEADER));
    expect(after(...registered, ...told(confirmed, LEADER)).confirmation).toBe('confirmed');
  });

  it('登记的人不能自己复核', () => {
    const own = decide.confirmRegisteredBenefit({}, after(...registered), givenOn(TODAY, AID));
    expect(codeOf(own)).toBe('own-registration');
    const back = { reason: '与文件不符' };
    expect(
      codeOf(decide.rejectRegisteredBenefit(back, after(...registered), givenOn(TODAY, AID))),
    ).toBe('own-registration');
  });

  it('作出决定列入的、已复核的，不需要复核', () => {
    const state = after(...running());
    expect(codeOf(decide.confirmRegisteredBenefit({}, state, givenOn(TODAY, LEADER)))).toBe(
      'not-awaiting-confirmation',
    );
  });

  it('更正的台账来了：登记人自己撤回，他人退回；复核以后不能撤回', () => {
    const took = (from: readonly Told[], by: typeof AID) =>
      decide.takeBackRegistration({ reason: '台账更正' }, after(...from), givenOn(TODAY, by));
    expect(told(took(registered, AID), AID)[0]?.[0].type).toBe('RegistrationTakenBack');
    expect(told(took(registered, LEADER), LEADER)[0]?.[0].type).toBe('RegisteredBenefitRejected');
    const state = after(...registered, ...told(took(registered, AID), AID));
    expect(state.confirmation).toBe('rejected');
    const compared = decide.confirmRegisteredBenefit(
      {},
      after(...registered),
      givenOn(TODAY, LEADER),
    );
    expect(codeOf(took([...registered, ...told(compared, LEADER)], AID))).toBe(
      'not-awaiting-confirmation',
    );
  });

  it('同一编号不能登记两次；已在享受的人不能再登记；临时救助不列名册', () => {
    const again = decide.registerExistingBenefit(existing, after(...registered), {
      ...givenOn(TODAY, AID),
      alreadyCovered: false,
    });
    expect(codeOf(again)).toBe('benefit-exists');
    expect(codeOf(register({}, true))).toBe('person-already-covered');
    expect(codeOf(register({ scheme: 'temporary' }))).toBe('scheme-without-register');
  });

  it('登记的人是该户近亲属的回避，是别人的近亲属不影响', () => {
    expect(codeOf(register({ recused: [AID.person] }))).toBe('registrar-is-relative');
    expect(codeOf(register({ recused: [LEADER.person] }))).toBeNull();
  });

  it('原决定日期在今天的可以，在明天的不可以', () => {
    expect(codeOf(register({ entry: { ...entry, decidedOn: TODAY } }))).toBeNull();
    const tomorrow = { ...entry, decidedOn: addDays(TODAY, 1) };
    expect(codeOf(register({ entry: tomorrow }))).toBe('document-date-wrong');
  });

  it('家庭情况未知的，按半年核查一次', () => {
    expect(after(...registered).reviewDue).toBe('2026-09-01');
  });

  it('退回的不再能办理任何事', () => {
    const back = decide.rejectRegisteredBenefit(
      { reason: '与文件不符' },
      after(...registered),
      givenOn(TODAY, LEADER),
    );
    const state = after(...registered, ...told(back, LEADER));
    expect(codeOf(decide.startReview({ reviewId: 'r' }, state, givenOn()))).toBe('not-in-force');
    expect(tasksOf(state, givenOn())).toEqual([]);
  });
});

describe('《最低生活保障审核确认办法》第三十一条：定期核查', () => {
  const started = [
    ...running(),
    ...told(decide.startReview({ reviewId: 'r1' }, after(...running()), givenOn())),
  ];
  const check = (more: Partial<Check> = {}): Check => ({
    method: 'visit',
    on: TODAY,
    checkers: CHECKERS,
    reference: '',
    findings: '没有明显变化',
    files: [FILE],
    ...more,
  });
  const record = (more: Partial<Check> = {}, from = started, today: LocalDate = TODAY) =>
    decide.recordCheck(check(more), after(...from), {
      ...givenOn(today),
      colleagues: [...CHECKERS, 'p-relative'],
    });
  const conclude = (from: readonly Told[], outcome: 'unchanged' | 'changed' = 'unchanged') =>
    decide.concludeReview({ outcome, note: '经核查没有变化' }, after(...from), givenOn());

  it('每年一次；有劳动能力或者灵活就业的半年一次；特困每年一次', () => {
    const { procedure } = givenOn();
    const { facts } = enrolmentOf();
    const working = facts && {
      ...facts,
      members: facts.members.map((each) => ({ ...each, labourCapacity: 'full' as const })),
    };
    expect(reviewMonths('dibao', facts, procedure)).toBe(12);
    expect(reviewMonths('dibao', working, procedure)).toBe(6);
    expect(reviewMonths('tekun', working, procedure)).toBe(12);
  });

  it('已有一次在办的，不能再开始；没有开始的，不能登记', () => {
    expect(codeOf(decide.startReview({ reviewId: 'r2' }, after(...started), givenOn()))).toBe(
      'review-already-open',
    );
    expect(codeOf(record({}, [...running()]))).toBe('review-not-open');
    expect(codeOf(conclude(running()))).toBe('review-not-open');
  });

  it('入户两人可以，一人不可以，同一人写两次不算两人', () => {
    expect(codeOf(record())).toBeNull();
    expect(codeOf(record({ checkers: CHECKERS.slice(0, 1) }))).toBe('too-few-checkers');
    expect(codeOf(record({ checkers: ['p-investigator', 'p-investigator'] }))).toBe(
      'too-few-checkers',
    );
  });

  it('不在岗的人、该户的近亲属不能核查', () => {
    expect(codeOf(record({ checkers: [...CHECKERS, 'p-stranger'] }))).toBe('checker-unknown');
    expect(codeOf(record({ checkers: [...CHECKERS, 'p-relative'] }))).toBe('checker-is-relative');
  });

  it('核查在开始当天、今天的可以，以前、以后的不可以', () => {
    expect(codeOf(record({ on: addDays(TODAY, -1) }))).toBe('check-date-wrong');
    expect(codeOf(record({ on: addDays(TODAY, 1) }))).toBe('check-date-wrong');
    expect(codeOf(record({ on: TODAY }, started, addDays(TODAY, 3)))).toBeNull();
  });

  it('核对要有报告编号，电话、视频要写明突发事件', () => {
    const one = { checkers: ['p-investigator'] };
    expect(codeOf(record({ ...one, method: 'verification' }))).toBe('reference-missing');
    expect(
      codeOf(record({ ...one, method: 'verification', reference: '核报〔2026〕8号' })),
    ).toBeNull();
    expect(codeOf(record({ ...one, method: 'remote', reference: ' ' }))).toBe('reference-missing');
  });

  it('没有核查不能作结论；作出后从最后一次核查之日重新起算（I-19）', () => {
    expect(codeOf(conclude(started))).toBe('not-checked-yet');
    const checked = [...started, ...told(record())];
    const state = after(...checked, ...told(conclude(checked)));
    expect([state.lastCheckedOn, state.reviewDue]).toEqual(['2026-09-01', '2027-09-01']);
    expect(entitlementIn(state.entries, '2026-10' as Month)?.amount).toBe(100_000);
  });

  it('待办随进度变化，过了期限也还是待办，没有什么因到期自动变动', () => {
    const kinds = (from: readonly Told[]) =>
      tasksOf(after(...from), givenOn()).map(({ kind, what }) => [kind, what]);
    expect(kinds(running())).toEqual([['review', '开始定期核查']]);
    expect(kinds(started)).toEqual([['review', '登记核查情况']]);
    expect(kinds([...started, ...told(record())])).toEqual([['conclude', '作出核查结论']]);
    const late = decide.startReview(
      { reviewId: 'r' },
      after(...running()),
      givenOn(localDate('2028-01-05')),
    );
    expect(codeOf(late)).toBeNull();
  });
});

describe('民发〔2022〕83号第一部分（三）：成员死亡，三个月内复核', () => {
  const report = (memberId: string, diedOn: LocalDate, from: readonly Told[] = running()) =>
    decide.reportDeath(
      { deathId: 'd1', memberId, diedOn, source: '殡葬信息' },
      after(...from),
      givenOn(),
    );

  it('死亡当天可以登记，以后的日期不可以；期限为三个月', () => {
    const state = after(...running(), ...told(report('b', TODAY)));
    expect(state.deaths[0]?.dueOn).toBe('2026-12-01');
    expect(codeOf(report('b', addDays(TODAY, 1)))).toBe('death-in-future');
  });

  it('出生当天去世的可以登记，早于出生的不可以', () => {
    const born = after(...running()).enrolment?.people.find(
      ({ memberId }) => memberId === 'b',
    )?.birth;
    if (!born) throw new Error('no birth');
    expect(report('b', born).ok).toBe(true);
    expect(codeOf(report('b', addDays(born, -1)))).toBe('death-before-birth');
  });

  it('名册以外的人、已登记的人不能登记', () => {
    expect(codeOf(report('z', TODAY))).toBe('member-unknown');
    const once = [...running(), ...told(report('b', TODAY))];
    expect(codeOf(report('b', TODAY, once))).toBe('death-already-reported');
  });
});

describe('名册中的金额：后作的决定自其起始月起取代先前的', () => {
  const from = (month: string, amount: number, standing: 'active' | 'stopped' = 'active') => ({
    ...entry,
    from: month as Month,
    amount: fen(amount),
    standing,
  });

  it('起始月以前没有；起始月当月有', () => {
    const entries = [from('2026-04', 100)];
    expect(entitlementIn(entries, '2026-03' as Month)).toBeUndefined();
    expect(entitlementIn(entries, '2026-04' as Month)?.amount).toBe(100);
  });

  it('先定的停发在后定的恢复之后不再起作用', () => {
    const entries = [from('2026-01', 100), from('2026-10', 0, 'stopped'), from('2026-07', 80)];
    expect(entitlementIn(entries, '2026-06' as Month)?.amount).toBe(100);
    expect(entitlementIn(entries, '2026-10' as Month)?.amount).toBe(80);
  });
});

describe('《最低生活保障审核确认办法》第三十一条：重大突发事件可以延长核查期限（DB-31b）', () => {
  const due = after(...running()).reviewDue ?? TODAY;
  const longest = addMonths(due, givenOn().procedure.reviewMonthsStable.value);
  const extend = (until: LocalDate, from: readonly Told[] = running()) =>
    decide.extendReview(
      { until, emergency: '七月洪涝灾害，县政府通知', basis: FILE },
      after(...from),
      givenOn(TODAY, AID),
    );
  it('晚于原定日期一天的可以，等于原定日期的不行；最长再一个周期', () => {
    expect(codeOf(extend(due))).toBe('review-extension-wrong');
    expect(codeOf(extend(addDays(due, 1)))).toBeNull();
    expect(codeOf(extend(longest))).toBeNull();
    expect(codeOf(extend(addDays(longest, 1)))).toBe('review-extension-wrong');
  });
  it('同一期只延长一次；核查以后重新起算，可以再延长；待遇不变', () => {
    const until = addDays(due, 30);
    const extended = [...running(), ...told(extend(until), AID)];
    expect(after(...extended)).toMatchObject({ reviewDue: until, extended: { until } });
    expect(after(...extended).entries).toEqual(after(...running()).entries);
    expect(codeOf(extend(addDays(until, 1), extended))).toBe('review-extended-already');
  });
});
