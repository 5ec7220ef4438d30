import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { AID, FILE } from './benefit.fixture.ts';
import {
  challengeDue,
  type ChallengeEvent,
  challengeSlot,
  type ChallengeState,
  challengeStatus,
  type Contested,
} from './challenge.ts';
import { type ChallengeRefusal, challengeRefusals } from './challenge-refusal.ts';
import * as decide from './decide-challenge.ts';

const day = localDate;
const TODAY = day('2026-09-01');
const given = { now: instant(0), today: TODAY, by: AID };
const against = (changed: Partial<Contested> = {}): Contested => ({
  ...{ caseId: 'c1', benefitId: null, number: '演低保决字〔2026〕1号' },
  ...{ decidedOn: day('2026-07-01'), servedOn: day('2026-07-03'), organ: '演镇人民政府' },
  ...{ outcome: 'refuse', applicant: '演甲', caseNumber: '511702-2026-000001', recused: [] },
  ...changed,
});
const told: decide.ChallengeTold = {
  ...{ kind: 'review', body: '演县人民政府', fileNumber: '演府复〔2026〕1号' },
  ...{ filedOn: day('2026-08-20'), receivedOn: day('2026-08-25'), replyBy: day('2026-09-04') },
  ...{ claim: '请求撤销不予确认的决定', file: FILE },
};
const outcome = {
  ...{ result: 'anew' as const, on: TODAY, document: '演府复决〔2026〕1号', file: FILE },
  ...{ summary: '主要事实不清，撤销并责令重新作出', amount: null, finishBy: day('2026-09-30') },
};

function fold(...events: readonly ChallengeEvent[]): ChallengeState {
  return events.reduce<ChallengeState>(
    (state, event, index) =>
      evolveSlot(challengeSlot, state, event, {
        ...{ seq: index + 1, actor: 'p', post: 'p', occurredOn: TODAY, recordedAt: instant(0) },
      }),
    challengeSlot.initial,
  );
}
const tested = new Set<string>();
function codeOf(decision: Decision<ChallengeEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
const eventsOf = (decision: Decision<ChallengeEvent>) => (decision.ok ? decision.events : []);
const register = (changed: Partial<decide.ChallengeTold> = {}, of = against(), state = fold()) =>
  decide.registerChallenge({ ...told, ...changed }, state, { ...given, against: of });
const registered = (of = against()) => eventsOf(register({}, of));
const decided = (
  of = against(),
  changed: Partial<Parameters<typeof decide.recordOutcome>[0]> = {},
) => [
  ...registered(of),
  ...eventsOf(decide.recordOutcome({ ...outcome, ...changed }, fold(...registered(of)), given)),
];
const conclude = (
  events: readonly ChallengeEvent[],
  followed: Partial<decide.Followed> = {},
  files = [] as (typeof FILE)[],
) =>
  decide.concludeChallenge({ how: '已重新作出决定', files }, fold(...events), {
    ...given,
    ...{ newDecision: null, restored: false, ...followed },
  });

describe('行政复议、行政诉讼登记（OT-05）', () => {
  it('复议六十日、诉讼六个月，自知道之日起算；过期的照样登记，标明', () => {
    const inTimeOf = (filedOn: LocalDate, kind: 'review' | 'suit') => {
      const [event] = eventsOf(register({ filedOn, kind, receivedOn: TODAY, replyBy: TODAY }));
      return event?.type === 'ChallengeRegistered' ? [event.inTime, event.lastDay] : null;
    };
    expect(inTimeOf(day('2026-09-01'), 'review')).toEqual([true, '2026-09-01']);
    expect(decide.lastDayFor('review', day('2026-07-02'))).toBe('2026-08-31');
    expect(decide.lastDayFor('suit', day('2026-07-03'))).toBe('2027-01-03');
    const late = register(
      { filedOn: TODAY, receivedOn: TODAY },
      against({ servedOn: day('2026-07-02') }),
    );
    expect(eventsOf(late)).toMatchObject([{ inTime: false }]);
  });
  it('日期依次为决定、申请、收到、今天，答复期限不早于收到', () => {
    expect(codeOf(register())).toBeNull();
    expect(codeOf(register({ filedOn: day('2026-06-30') }))).toBe('challenge-date-wrong');
    expect(codeOf(register({ receivedOn: day('2026-08-19') }))).toBe('challenge-date-wrong');
    expect(codeOf(register({ receivedOn: addDays(TODAY, 1) }))).toBe('challenge-date-wrong');
    expect(codeOf(register({ replyBy: day('2026-08-24') }))).toBe('challenge-date-wrong');
    expect(codeOf(register({}, against(), fold(...registered())))).toBe('challenge-exists');
  });
  it('答复只登记一次，不早于收到；裁决以后不能再答复', () => {
    const reply = (on: LocalDate, events: readonly ChallengeEvent[]) =>
      decide.replyToChallenge({ on, reply: '事实清楚', file: FILE }, fold(...events), given);
    const open = registered();
    expect(codeOf(reply(day('2026-08-24'), open))).toBe('challenge-date-wrong');
    const replied = [...open, ...eventsOf(reply(TODAY, open))];
    expect(codeOf(reply(TODAY, replied))).toBe('challenge-replied');
    expect(codeOf(reply(TODAY, decided()))).toBe('challenge-decided');
    expect([challengeStatus(fold(...open)), challengeStatus(fold(...replied))]).toEqual([
      '待答复',
      '审理中',
    ]);
    expect([challengeDue(fold(...open)), challengeDue(fold(...replied))]).toEqual([
      '2026-09-04',
      '',
    ]);
  });
});

describe('复议决定、裁判的登记和执行（OT-05、DB-38）', () => {
  const record = (changed: Partial<Parameters<typeof decide.recordOutcome>[0]>) =>
    decide.recordOutcome({ ...outcome, ...changed }, fold(...registered()), given);
  it('变更的写明金额，责令的写明期限，文书日期不早于收到、不晚于今天', () => {
    expect(codeOf(record({ result: 'changed' }))).toBe('challenge-amount-missing');
    expect(codeOf(record({ result: 'changed', amount: fen(50_000) }))).toBeNull();
    expect(codeOf(record({ finishBy: null }))).toBe('challenge-finish-missing');
    expect(codeOf(record({ finishBy: day('2026-08-31') }))).toBe('challenge-finish-missing');
    expect(codeOf(record({ on: addDays(TODAY, 1) }))).toBe('challenge-date-wrong');
    expect(codeOf(record({ result: 'upheld', finishBy: null }))).toBeNull();
    expect(challengeStatus(fold(...decided(against(), { result: 'upheld' })))).toBe('已结');
  });
  it('维持的不需要执行；没有裁决的不能执行；执行过的不重复', () => {
    expect(codeOf(conclude(registered()))).toBe('challenge-not-decided');
    expect(codeOf(conclude(decided(against(), { result: 'upheld' })))).toBe(
      'challenge-needs-nothing',
    );
    const done = [
      ...decided(),
      ...eventsOf(conclude(decided(), { newDecision: { number: '新1号' } })),
    ];
    expect(codeOf(conclude(done))).toBe('challenge-carried-out');
    expect([challengeStatus(fold(...done)), challengeDue(fold(...done))]).toEqual(['已执行', '']);
    expect([challengeStatus(fold(...decided())), challengeDue(fold(...decided()))]).toEqual([
      '待执行',
      '2026-09-30',
    ]);
  });
  it('原来不予确认的，须在新办件中重新作出决定', () => {
    expect(codeOf(conclude(decided()))).toBe('challenge-new-decision-missing');
    expect(codeOf(conclude(decided(), { newDecision: { number: '新1号' } }))).toBeNull();
  });
  it('原来调整的，先恢复发放；责令重新作出的，还须重新决定', () => {
    const of = against({ outcome: 'adjusted', benefitId: 'b1' });
    const set = decided(of, { result: 'set-aside' });
    expect(codeOf(conclude(set))).toBe('challenge-not-restored');
    expect(codeOf(conclude(set, { restored: true }))).toBeNull();
    expect(codeOf(conclude(decided(of), { restored: true }))).toBe(
      'challenge-new-decision-missing',
    );
  });
  it('一次性救助的变更，须有履行凭证', () => {
    const of = against({ outcome: 'grant' });
    const changed = decided(of, { result: 'changed', amount: fen(100_000) });
    expect(codeOf(conclude(changed))).toBe('challenge-without-proof');
    expect(codeOf(conclude(changed, {}, [FILE]))).toBeNull();
  });
  it('已裁决的不能再登记裁决；每一种情形都有条文，都有测试', () => {
    expect(codeOf(decide.recordOutcome(outcome, fold(...decided()), given))).toBe(
      'challenge-decided',
    );
    const codes = Object.keys(challengeRefusals) as ChallengeRefusal[];
    expect(codes.filter((each) => !tested.has(each))).toEqual([]);
  });
});
