import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import * as decide from './decide.ts';
import { instalmentsOf, nextInstalment } from './index.ts';
import { type InstalmentRefusal, refusals } from './refusal.ts';

const DECIDED = localDate('2026-05-06');
const SECOND = localDate('2026-07-06');
const THIRD = localDate('2026-08-06');
const OFFICER = 'officer';
const CHAIR = 'chair';
const standards = createStandards();
const FILE: FileRef = { hash: 'a'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' };

function given(person: string, today: LocalDate, role = 'chair'): decide.InstalmentGiven {
  return {
    ...{ now: instant(0), today, calendar: standards.calendarOf('511702102') },
    by: { person, name: person, post: '', role, area: placeCode('511702102') },
    procedure: standards.procedureOf('511702102', DECIDED, 'temporary'),
    procedureToday: standards.procedureOf('511702102', today, 'temporary'),
  };
}

const plan = [
  { on: DECIDED, amount: fen(60_000), condition: '' },
  { on: SECOND, amount: fen(50_000), condition: '住房未修复' },
  { on: THIRD, amount: fen(50_000), condition: '住房未修复' },
];

function decidedWith(stages: typeof plan | null): CaseState {
  const decision = { plan: stages, on: DECIDED, outcome: 'grant' };
  return {
    ...initialCase,
    course: { ...initialCase.course, scheme: 'temporary', route: 'township' },
    confirmation: {
      ...initialCase.confirmation,
      decision: decision as unknown as CaseState['confirmation']['decision'],
    },
  };
}

const tested = new Set<string>();
const codeOf = (decision: Decision<CaseEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (
  state: CaseState,
  decision: Decision<CaseEvent>,
  [actor, occurredOn]: readonly [string, LocalDate],
): CaseState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(
    (now, event) =>
      evolveCase(now, event, { seq: 9, actor, post: '', occurredOn, recordedAt: instant(0) }),
    state,
  );
};

const look = (state: CaseState, { no = 2, on = SECOND, fit = true, today = SECOND } = {}) =>
  decide.lookAtInstalment(
    { no, on, fit, finding: '仍在租房居住', files: [FILE] },
    state,
    given(OFFICER, today),
  );
const release = (state: CaseState, { no = 2, by = CHAIR, today = SECOND, role = 'chair' } = {}) =>
  decide.releaseInstalment({ no }, state, given(by, today, role));
const start = decidedWith(plan);
const looked = after(start, look(start), [OFFICER, SECOND]);
const released = after(looked, release(looked), [CHAIR, SECOND]);

describe('民发〔2018〕23号第二部分第四项：一次审批、分次发放', () => {
  it('第一次随决定发放，以后每次先回访、再由负责人签发', () => {
    expect(instalmentsOf(start).map(({ status }) => status)).toEqual(['paid', 'due', 'due']);
    expect(nextInstalment(released)).toMatchObject({ no: 3, on: THIRD });
    expect(instalmentsOf(released)[1]).toMatchObject({ status: 'paid', paidOn: SECOND });
  });
  it('到了日期可以发放，前一天不可以', () => {
    const day = addDays(SECOND, -1);
    const early = after(start, look(start, { on: day, today: day }), [OFFICER, day]);
    expect(codeOf(release(early, { today: day }))).toBe('instalment-early');
    expect(codeOf(release(early, { today: SECOND }))).toBeNull();
  });
  it('没有回访、回访认为不应发放、回访的人自己签发，都不行', () => {
    expect(codeOf(release(start))).toBe('instalment-not-looked');
    const unfit = after(start, look(start, { fit: false }), [OFFICER, SECOND]);
    expect(codeOf(release(unfit))).toBe('instalment-unfit');
    expect(codeOf(release(looked, { by: OFFICER }))).toBe('instalment-looker-releases');
  });
  it('按顺序发放；由作出决定的机关发放', () => {
    expect(codeOf(look(start, { no: 3 }))).toBe('instalment-not-next');
    expect(codeOf(release(released, { no: 2 }))).toBe('instalment-not-next');
    expect(codeOf(release(looked, { role: 'county-leader' }))).toBe('instalment-wrong-office');
  });
  it('回访在上一次发放当天可以，前一天、明天不可以', () => {
    const of = (on: LocalDate) => codeOf(look(released, { no: 3, on, today: THIRD }));
    expect(of(SECOND)).toBeNull();
    expect(of(addDays(SECOND, -1))).toBe('instalment-look-date-wrong');
    expect(of(addDays(THIRD, 1))).toBe('instalment-look-date-wrong');
  });
  it('一次发放的、没有决定的、发放完的，没有可办的', () => {
    expect(codeOf(look(decidedWith(null)))).toBe('instalment-none-left');
    expect(codeOf(look(initialCase))).toBe('instalment-none-left');
    const last = after(released, look(released, { no: 3, on: THIRD, today: THIRD }), [
      OFFICER,
      THIRD,
    ]);
    const over = after(last, release(last, { no: 3, today: THIRD }), [CHAIR, THIRD]);
    expect(codeOf(release(over, { no: 3, today: THIRD }))).toBe('instalment-none-left');
  });
});

describe('《社会救助法》第四十八条：停止以前听取意见，停止以后书面说明理由', () => {
  const LAW = localDate('2026-07-01');
  const propose = (state: CaseState, on: LocalDate, today = on) =>
    decide.proposeInstalmentStop(
      { reason: '已恢复工作', on, recipient: '演甲', proof: FILE },
      state,
      given(OFFICER, today),
    );
  const proposed = after(start, propose(start, LAW), [OFFICER, LAW]);
  const answer = (
    state: CaseState,
    changed: Partial<Parameters<typeof decide.answerInstalmentStop>[0]> = {},
    today: LocalDate = LAW,
  ) =>
    decide.answerInstalmentStop(
      { kind: 'statement', on: LAW, content: '没有异议', proof: FILE, ...changed },
      state,
      given(OFFICER, today),
    );
  const stop = (state: CaseState, { stops = true, by = CHAIR, today = LAW, role = 'chair' } = {}) =>
    decide.decideInstalmentStop({ stops, reasons: '情况属实' }, state, given(by, today, role));
  const answered = after(proposed, answer(proposed), [OFFICER, LAW]);

  it('7月1日起没有听取意见不能停止，前一天只须书面说明理由', () => {
    expect(codeOf(stop(proposed, { today: LAW }))).toBe('instalment-not-heard');
    expect(codeOf(stop(proposed, { today: addDays(LAW, -1) }))).toBeNull();
    expect(codeOf(stop(answered, { today: LAW }))).toBeNull();
  });
  it('停止以后不再发放，已经发放的不变；继续发放的，照原计划', () => {
    const stopped = after(answered, stop(answered), [CHAIR, LAW]);
    expect(instalmentsOf(stopped).map(({ status }) => status)).toEqual([
      ...['paid', 'stopped', 'stopped'],
    ]);
    expect(codeOf(stop(stopped))).toBe('instalment-no-stop');
    const goesOn = after(answered, stop(answered, { stops: false }), [CHAIR, LAW]);
    expect(goesOn.instalment).toMatchObject({ stop: null, givenUp: [{ because: '情况属实' }] });
    expect(codeOf(look(goesOn))).toBeNull();
  });
  it('听取意见期间不回访、不发放、不重复告知', () => {
    expect(codeOf(look(proposed))).toBe('instalment-stop-open');
    expect(codeOf(release(proposed))).toBe('instalment-stop-open');
    expect(codeOf(propose(proposed, LAW))).toBe('instalment-stop-open');
  });
  it('告知在决定当天可以，以前、明天不可以', () => {
    expect(codeOf(propose(start, DECIDED))).toBeNull();
    expect(codeOf(propose(start, addDays(DECIDED, -1), DECIDED))).toBe(
      'instalment-notice-date-wrong',
    );
    expect(codeOf(propose(start, addDays(LAW, 1), LAW))).toBe('instalment-notice-date-wrong');
  });
  it('逾期没有答复的，期限过后第一天才能登记', () => {
    const respondBy = proposed.instalment.stop?.notice.respondBy ?? LAW;
    const none = { kind: 'none', proof: null } as const;
    expect(codeOf(answer(proposed, { ...none, on: respondBy }, respondBy))).toBe(
      'instalment-answer-period-running',
    );
    const next = addDays(respondBy, 1);
    expect(codeOf(answer(proposed, { ...none, on: next }, next))).toBeNull();
  });
  it('陈述、听证、放弃都要有材料；日期不能在告知以前；只登记一次', () => {
    expect(codeOf(answer(proposed, { proof: null }))).toBe('instalment-answer-without-proof');
    expect(codeOf(answer(proposed, { on: addDays(LAW, -1) }))).toBe('instalment-answer-date-wrong');
    expect(codeOf(answer(answered))).toBe('instalment-already-answered');
    expect(codeOf(answer(start))).toBe('instalment-no-stop');
  });
  it('提出停止的人、回访的人、别的机关不能决定', () => {
    expect(codeOf(stop(answered, { by: OFFICER }))).toBe('instalment-own-proposal');
    expect(codeOf(stop(answered, { role: 'county-leader' }))).toBe('instalment-wrong-office');
  });
});

describe('分次发放的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as InstalmentRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
