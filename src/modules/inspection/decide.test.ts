import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { AnyEvent } from '../../kernel/slot.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import { accountabilitySlot, type AccountabilityState } from './accountability.ts';
import { checkSlot, type CheckState } from './check.ts';
import { correctionSlot, type CorrectionState } from './correction.ts';
import { clearFlag, closeMonth, orderCheck, recordCheck, sendTeam } from './decide.ts';
import * as decide from './decide-correction.ts';
import { doubtRulesOn, doubtsOf, readDoubtRules } from './doubt.ts';
import doubtFile from '../../../regions/national/doubt.json' with { type: 'json' };
import { flagSlot, monthSlot } from './flag.ts';
import { type InspectionRefusal, refusals } from './refusal.ts';

const TODAY = localDate('2026-04-03');
const file = { hash: 'b'.repeat(64), name: '材料.jpg', mime: 'image/jpeg' };
const tested = new Set<string>();
const codeOf = (decision: Decision<AnyEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
function after<State, Event extends AnyEvent>(
  slot: Slot<State, Event>,
  state: State,
  decision: Decision<Event>,
  actor = 'one',
): State {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) };
  return decision.events.reduce((now, event) => evolveSlot(slot, now, event, meta), state);
}

const by = (person = 'one', role = 'inspector') => ({
  ...{ person, name: '演甲', post: '', role, area: placeCode('511702') },
});
const fine = (person: string) => ({
  ...{ person, name: person, isCounty: true, isRelative: false, didWork: false },
});
const given = (change: Partial<ReturnType<typeof fine>> = {}) => ({
  ...{ today: TODAY, by: by(), fewest: 2 },
  people: [fine('one'), { ...fine('two'), ...change }],
});
const orderGiven = {
  ...{ ref: 'R1', place: '511702102200', reasons: ['kin'] as const, hasOpenCheck: false },
  dueOn: localDate('2026-04-24'),
};
const none = checkSlot.initial;
const ordered = after(checkSlot, none, orderCheck({ caseId: 'c' }, none, orderGiven));
const team = ['one', 'two'];
const record = (change: object = {}) => ({
  ...{ on: TODAY, place: '户内', visitors: team, outcome: 'differs' as const },
  ...{ grade: 'grave' as const, discrepancies: ['income' as const] },
  facts: [{ item: '收入', onFile: '务农', onSite: '开店', agrees: false }],
  ...{ result: '收入少报', photos: [file], signatures: [file], ...change },
});
const recorded = (change: object = {}, state: CheckState = ordered, who = given()) =>
  recordCheck(record(change), state, who);
const done = after(checkSlot, ordered, recorded());

describe('DL-12：县级实地核查', () => {
  it('必查的列入一次；没有标记的不列入', () => {
    const again = (state: CheckState, change: object) =>
      codeOf(orderCheck({ caseId: 'c' }, state, { ...orderGiven, ...change }));
    expect(again(ordered, {})).toBe('check-exists');
    expect(again(none, { reasons: [] })).toBe('check-not-flagged');
    expect(again(none, { hasOpenCheck: true })).toBe('check-still-open');
  });
  it('核查组两名以上县级人员，不是近亲属，没有经办过', () => {
    const send = (state: CheckState, people: readonly string[], who = given(), on = TODAY) =>
      codeOf(sendTeam({ team: people, plannedOn: on }, state, who));
    expect(send(ordered, team)).toBeNull();
    expect(send(none, team)).toBe('check-unknown');
    expect(send(done, team)).toBe('check-done');
    expect(send(ordered, ['one', 'one'])).toBe('check-team-small');
    expect(send(ordered, team, given({ isCounty: false }))).toBe('check-stranger');
    expect(send(ordered, team, given({ isRelative: true }))).toBe('check-relative');
    expect(send(ordered, team, given({ didWork: true }))).toBe('check-own-work');
    expect(send(ordered, team, given(), localDate('2026-04-02'))).toBe('check-planned-past');
  });
  it('结果由到场的人登记：日期、照片、签名、逐项对照、等次', () => {
    const code = (change: object) => codeOf(recorded(change));
    expect(codeOf(recorded({}, none))).toBe('check-unknown');
    expect(codeOf(recorded({}, done))).toBe('check-done');
    const absent = { ...given(), by: by('three') };
    expect(codeOf(recorded({}, ordered, absent))).toBe('check-recorder-absent');
    expect(code({ on: localDate('2026-04-04') })).toBe('check-in-future');
    expect(code({ on: localDate('2026-04-02') })).toBe('check-before-order');
    expect(code({ photos: [] })).toBe('check-photo-missing');
    expect(code({ signatures: [] })).toBe('check-signature-missing');
    expect(code({ facts: [] })).toBe('check-fact-missing');
    expect(code({ grade: 'none' })).toBe('check-grade-differs');
    expect(code({ outcome: 'agrees' })).toBe('check-grade-differs');
    const nobody = { outcome: 'unreachable', grade: 'none', discrepancies: [], facts: [] };
    expect(code(nobody)).toBeNull();
  });
});

describe('DL-12：销号和月结', () => {
  const clearGiven = {
    ...{ caseId: 'c', kind: 'kin' as const, isCleared: false, isChecked: true },
    hasOpenCorrection: false,
  };
  const clear = (change: object, state = flagSlot.initial) =>
    clearFlag({ reason: '上门核实属实' }, state, { ...clearGiven, ...change });
  it('县级到过户、整改完了才能销号，只销一次', () => {
    expect(codeOf(clear({ isChecked: false }))).toBe('flag-not-checked');
    expect(codeOf(clear({ hasOpenCorrection: true }))).toBe('flag-correction-open');
    const cleared = after(flagSlot, flagSlot.initial, clear({}));
    expect(codeOf(clear({}, cleared))).toBe('flag-cleared');
  });
  it('有没销号的、抽查没公开的、没到月末的不能月结', () => {
    const monthGiven = { month: '2026-03' as Month, openFlags: 0, isDrawPublished: true };
    const close = (change: object, state = monthSlot.initial) =>
      closeMonth({}, state, { today: localDate('2026-04-01'), ...monthGiven, ...change });
    expect(codeOf(close({ today: localDate('2026-03-31') }))).toBe('month-not-over');
    expect(codeOf(close({ openFlags: 1 }))).toBe('month-flag-open');
    expect(codeOf(close({ isDrawPublished: false }))).toBe('month-draw-open');
    const closed = after(monthSlot, monthSlot.initial, close({}));
    expect(codeOf(close({}, closed))).toBe('month-closed');
  });
});

const orderBody = {
  ...{ checkId: 'k', township: '511702102', what: '收入少报', measure: '重新核算' },
  dueOn: localDate('2026-04-20'),
};
const order = (
  state: CorrectionState,
  check: CheckState,
  isOrdered = false,
  dueOn = '2026-04-20',
) =>
  decide.orderCorrection({ ...orderBody, dueOn: localDate(dueOn) }, state, {
    ...{ today: TODAY, check, isOrdered },
  });
const noOrder = correctionSlot.initial;
const open = after(correctionSlot, noOrder, order(noOrder, done));
const answer = (state: CorrectionState, evidence = [file]) =>
  decide.answerCorrection({ text: '已经整改', evidence }, state);
const answered = after(correctionSlot, open, answer(open));
const recheck = (state: CorrectionState, accepted: boolean, dueOn: string | null = null) =>
  decide.recheckCorrection(
    { accepted, reason: '复核情况', dueOn: dueOn === null ? null : localDate(dueOn) },
    state,
    { today: TODAY },
  );

describe('DL-14：整改', () => {
  it('查出不一致的才下达，只下达一次，期限在今天以后', () => {
    expect(codeOf(order(open, done))).toBe('correction-exists');
    expect(codeOf(order(noOrder, done, true))).toBe('correction-exists');
    expect(codeOf(order(noOrder, ordered))).toBe('correction-no-difference');
    expect(codeOf(order(noOrder, done, false, '2026-04-03'))).toBe('correction-due-past');
    expect(codeOf(order(noOrder, done, false, '2026-04-04'))).toBeNull();
  });
  it('乡镇有证据才能报送；县级复核，退回要有新期限', () => {
    expect(codeOf(answer(noOrder))).toBe('correction-unknown');
    expect(codeOf(answer(open, []))).toBe('correction-unproved');
    expect(codeOf(answer(answered))).toBe('correction-not-open');
    expect(codeOf(recheck(noOrder, true))).toBe('correction-unknown');
    expect(codeOf(recheck(open, true))).toBe('correction-not-answered');
    expect(codeOf(recheck(answered, false))).toBe('correction-no-new-day');
    expect(codeOf(recheck(answered, false, '2026-04-03'))).toBe('correction-no-new-day');
    const back = after(correctionSlot, answered, recheck(answered, false, '2026-04-30'));
    expect([back.dueOn, codeOf(answer(back))]).toEqual(['2026-04-30', null]);
  });
  it('追回只提建议，一次，月份不颠倒', () => {
    const propose = (state: CorrectionState, from = '2026-03', to = '2026-04') =>
      decide.proposeRecovery(
        { amount: fen(100), from: from as Month, to: to as Month, reason: '多发的资金' },
        state,
      );
    expect(codeOf(propose(noOrder))).toBe('correction-unknown');
    expect(codeOf(propose(open, '2026-05', '2026-04'))).toBe('recovery-month-order');
    expect(codeOf(propose(after(correctionSlot, open, propose(open))))).toBe(
      'recovery-already-proposed',
    );
  });
});

describe('DB-39、DL-18：问责和容错', () => {
  const ground = (change: object = {}): decide.Ground => ({
    ...{ correctionId: 'x', township: '511702102', ref: 'R1', grade: 'grave', what: '少报' },
    ...{ orderedOn: TODAY, isClosed: false, ...change },
  });
  const start = accountabilitySlot.initial;
  const openCase = (corrections: readonly decide.Ground[], ids = ['x'], state = start) =>
    decide.openAccountability(
      { township: '511702102', correctionIds: ids, reason: '多发资金' },
      state,
      { today: TODAY, corrections },
    );
  const opened = after(accountabilitySlot, start, openCase([ground()]));
  const says = (holds: boolean) => ({ holds, why: '查阅档案认定' });
  const examine = (state: AccountabilityState, objective = true) =>
    decide.examineTolerance(
      {
        heard: '听取说明',
        grounds: {
          ...{ goodFaith: says(true), diligent: says(true), corrected: says(true) },
          objective: says(objective),
        },
      },
      state,
    );
  const examined = after(accountabilitySlot, opened, examine(opened));
  const conclude = (state: AccountabilityState, isCorrected = true, person = 'leader') =>
    decide.concludeAccountability({ conclusion: 'exempt', reason: '尽职免责' }, state, {
      ...{ by: by(person, 'county-leader'), isCorrected },
    });
  it('严重一次，或者一年内较重两次，同一个乡镇', () => {
    expect(codeOf(openCase([ground()], ['x'], opened))).toBe('accountability-exists');
    expect(codeOf(openCase([ground({ township: '511702109' })]))).toBe('accountability-elsewhere');
    expect(codeOf(openCase([ground()], ['x', 'y']))).toBe('accountability-elsewhere');
    const serious = ground({ grade: 'serious' });
    const old = ground({ grade: 'serious', correctionId: 'y', orderedOn: localDate('2025-04-03') });
    const recent = { ...old, orderedOn: localDate('2025-04-04') };
    expect(codeOf(openCase([serious]))).toBe('accountability-not-grounded');
    expect(codeOf(openCase([serious, old], ['x', 'y']))).toBe('accountability-not-grounded');
    expect(codeOf(openCase([serious, recent], ['x', 'y']))).toBeNull();
  });
  it('先审查容错，再由另外的人作结论；缺一项、没改正就不能不追究', () => {
    expect(codeOf(examine(start))).toBe('accountability-unknown');
    expect(codeOf(examine(examined))).toBe('accountability-examined');
    expect(codeOf(conclude(start))).toBe('accountability-unknown');
    expect(codeOf(conclude(opened))).toBe('accountability-not-examined');
    expect(codeOf(conclude(examined, true, 'one'))).toBe('accountability-same-person');
    expect(codeOf(conclude(examined, false))).toBe('accountability-not-exempt');
    const lacking = after(accountabilitySlot, opened, examine(opened, false));
    expect(codeOf(conclude(lacking))).toBe('accountability-not-exempt');
    const concluded = after(accountabilitySlot, examined, conclude(examined));
    expect(codeOf(conclude(concluded))).toBe('accountability-concluded');
  });
});

describe('DL-12：重大疑点按注明日期的规则认定', () => {
  const rules = doubtRulesOn(readDoubtRules(doubtFile), TODAY);
  const visit = { id: 'v', on: TODAY, photoDoubts: [], smallOfficeReason: null, remote: null };
  const state = (change: object, told = 0) =>
    ({
      investigation: { visits: [{ ...visit, ...change }], madeGood: [] },
      verification: {
        explanations: Array.from({ length: told }, () => ({
          ...{ outcome: 'declaration-stands', evidence: [] },
        })),
      },
    }) as unknown as Parameters<typeof doubtsOf>[0];
  const found = (change: object, told = 0) =>
    doubtsOf(state(change, told), rules).map(({ rule }) => rule);
  it('每一条规则两边各一例', () => {
    expect(found({})).toEqual([]);
    expect(found({ photoDoubts: ['照片拍于前一天'] })).toEqual(['photo-day']);
    expect(found({ remote: { makeGoodBy: TODAY } })).toEqual(['visit-by-phone']);
    expect(found({ smallOfficeReason: '全镇只有一人' })).toEqual(['one-person-office']);
    expect([found({}, 2), found({}, 3)]).toEqual([[], ['differences']]);
  });
  it('规则没有施行的日子不适用', () => {
    expect(doubtRulesOn(readDoubtRules(doubtFile), localDate('2025-12-31'))).toEqual([]);
  });
});

describe('县级核查的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as InspectionRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(6);
      expect(citation.source).not.toBe('');
    }
  });
});
