import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { type AnyEvent, evolveSlot, type Slot } from '../../kernel/slot.ts';
import {
  answerAnomaly,
  closeDispatch,
  handAnomaly,
  hashOf,
  recordMeeting,
  seekAnomalies,
} from './decide.ts';
import { recordedLines, reportTable, returnTable, takeTable } from './decide-table.ts';
import { type DispatchState, dispatchSlot, type RaisedAnomaly } from './dispatch.ts';
import { averageDays, type FigureRow, figureCodes, orderedRows, totalOf } from './figure.ts';
import { summedTables, tableSlot, type TableState } from './monthly-table.ts';
import { type DispatchRefusal, refusals } from './refusal.ts';

const TODAY = localDate('2026-04-03');
const MARCH = '2026-03' as Month;
const tested = new Set<string>();
const codeOf = (decision: Decision<AnyEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
function after<State, Event extends AnyEvent>(
  slot: Slot<State, Event>,
  state: State,
  decision: Decision<Event>,
): State {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor: 'one', post: '', occurredOn: TODAY, recordedAt: instant(0) };
  return decision.events.reduce((now, event) => evolveSlot(slot, now, event, meta), state);
}

const by = (person: string, role = 'inspector') => ({
  ...{ person, name: '演甲', post: '', role, area: placeCode('511702') },
});
const given = (today = '2026-04-03', who = by('one')) => ({
  ...{ now: instant(0), today: localDate(today), by: who, county: '511702', month: MARCH },
});
const anomaly = (key: string, people: readonly string[] = []): RaisedAnomaly => ({
  ...{ rule: 'fast-decision', key, place: '511702102', sentence: '过快', about: [], people },
  ...{ owner: 'inspector', dueOn: localDate('2026-04-10') },
});
const none = dispatchSlot.initial;
const seek = (found: readonly RaisedAnomaly[], state = none, today = '2026-04-03') =>
  seekAnomalies({}, state, { ...given(today), found });
const sought = after(dispatchSlot, none, seek([anomaly('a'), anomaly('b', ['two'])]));
const meeting = (heldOn = '2026-04-03', dueOn = '2026-04-20') => ({
  ...{ heldOn: localDate(heldOn), place: '会议室', chair: '演甲', attendees: ['演甲'] },
  ...{ notes: '研究本月异常', decisions: [{ what: '复查', who: '演乙', dueOn: localDate(dueOn) }] },
});
const row = (area: string, values: FigureRow['values']): FigureRow => ({
  ...{ area, scheme: 'dibao', values },
});
const figures = [
  row('511702102202', { accepted: 2, granted: 1, days: 15 }),
  row('511702102200', { accepted: 1, refused: 1, days: 16 }),
];
const closing = (change: object = {}) => ({
  ...{ ...given(), openFlags: 0, isDrawPublished: true, figures },
  tables: [{ township: '511702102', standing: 'taken' as const }],
  ...change,
});
const settled = ['a', 'b'].reduce(
  (state, key) =>
    after(
      dispatchSlot,
      state,
      answerAnomaly({ key, disposal: 'check', note: '转县级核查' }, state, given()),
    ),
  after(dispatchSlot, sought, recordMeeting(meeting(), sought, given())),
);
const close = (state: DispatchState, change: object = {}, body: object = {}) =>
  closeDispatch({ unanswered: [], withoutTables: '', ...body }, state, closing(change));
const closed = after(dispatchSlot, settled, close(settled));

describe('达州市2021年改革做法第七点：每月调度，发现异常及时处置', () => {
  it('月份还没有到的不能查找；同一条异常再查找也只有一条', () => {
    expect(codeOf(seek([], none, '2026-02-28'))).toBe('dispatch-month-ahead');
    expect(codeOf(seek([], none, '2026-03-01'))).toBeNull();
    const again = after(dispatchSlot, sought, seek([anomaly('a'), anomaly('c')], sought));
    expect(again.anomalies.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(codeOf(seek([], closed))).toBe('dispatch-closed');
  });

  it('交给县级在岗、与异常无关的人，期限不早于今天', () => {
    const hand = (change: object = {}, state = sought) =>
      handAnomaly({ key: 'b', to: 'three', dueOn: TODAY, reason: '由你核对', ...change }, state, {
        ...given(),
        staff: ['one', 'two', 'three'],
      });
    expect(codeOf(hand({ key: 'x' }))).toBe('anomaly-unknown');
    expect(codeOf(hand({ to: 'clerk' }))).toBe('anomaly-stranger');
    expect(codeOf(hand({ to: 'two' }))).toBe('anomaly-own');
    expect(codeOf(hand({ dueOn: localDate('2026-04-02') }))).toBe('anomaly-due-past');
    const handed = after(dispatchSlot, sought, hand());
    const answer = { key: 'b', disposal: 'explained', note: '已经核对' } as const;
    expect(codeOf(answerAnomaly(answer, handed, given()))).toBe('anomaly-not-yours');
    expect(codeOf(answerAnomaly(answer, handed, given(TODAY, by('three', 'verifier'))))).toBeNull();
    expect(
      codeOf(answerAnomaly(answer, handed, given(TODAY, by('x', 'county-leader')))),
    ).toBeNull();
    expect(codeOf(hand({}, settled))).toBe('anomaly-answered');
  });

  it('与异常有关的人自己不能处置；没有交办的由承办岗位处置', () => {
    const answer = (who: ReturnType<typeof by>) =>
      codeOf(
        answerAnomaly(
          { key: 'b', disposal: 'explained', note: '正常情况' },
          sought,
          given(TODAY, who),
        ),
      );
    expect(answer(by('two'))).toBe('anomaly-own');
    expect(answer(by('three', 'aid-officer'))).toBe('anomaly-not-yours');
    expect(answer(by('three'))).toBeNull();
  });

  it('调度会不早于这个月，不晚于今天；议定事项的期限不早于开会', () => {
    const met = (heldOn: string, dueOn = '2026-04-20') =>
      codeOf(recordMeeting(meeting(heldOn, dueOn), sought, given()));
    expect(met('2026-02-28')).toBe('dispatch-met-early');
    expect(met('2026-04-04')).toBe('dispatch-met-ahead');
    expect(met('2026-04-03', '2026-04-02')).toBe('dispatch-decision-past');
    expect(met('2026-04-03', '2026-04-03')).toBeNull();
  });
});

describe('达州市2021年改革做法第七点：月结', () => {
  it('月份结束、必查销号、抽查公开、查过异常、逐条处置、开过会、月报收齐，才能月结', () => {
    expect(codeOf(close(settled, { today: localDate('2026-03-31') }))).toBe(
      'dispatch-month-not-over',
    );
    expect(codeOf(close(settled, { openFlags: 1 }))).toBe('dispatch-flag-open');
    expect(codeOf(close(settled, { isDrawPublished: false }))).toBe('dispatch-draw-open');
    const early = { ...settled, soughtOn: localDate('2026-03-31') };
    expect(codeOf(close(early))).toBe('dispatch-not-sought');
    expect(codeOf(close(sought))).toBe('dispatch-anomaly-open');
    const unanswered = ['a', 'b'].map((key) => ({ key, reason: '等县级核查结果' }));
    expect(codeOf(close(sought, {}, { unanswered }))).toBe('dispatch-not-met');
    const tables = [{ township: '511702102', standing: 'reported' }];
    expect(codeOf(close(settled, { tables }))).toBe('dispatch-table-open');
    expect(codeOf(close(settled, { tables }, { withoutTables: '下月一并报送' }))).toBeNull();
    expect(codeOf(close(settled, { today: localDate('2026-04-01') }))).toBeNull();
    expect(codeOf(close(closed))).toBe('dispatch-closed');
  });

  it('没有处置的异常写明理由可以先月结，理由留在调度表里', () => {
    const met = after(dispatchSlot, sought, recordMeeting(meeting(), sought, given()));
    const unanswered = ['a', 'b', 'x'].map((key) => ({ key, reason: '等县级核查结果' }));
    const left = after(dispatchSlot, met, close(met, {}, { unanswered }));
    expect(left.closed?.unanswered.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('冻结的数字与次序无关，改一个数指纹就变', () => {
    const hash = closed.closed?.hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const of = (rows: readonly FigureRow[]) =>
      hashOf({ county: '511702', month: MARCH, figures: rows });
    expect(of(figures.toReversed())).toBe(hash);
    expect(of([row('511702102200', { accepted: 2, refused: 1, days: 16 })])).not.toBe(hash);
    expect(orderedRows([row('511702102200', { accepted: 0 })])).toEqual([]);
  });

  it('合计是各村之和；平均用时是总数相除，没有决定的没有平均', () => {
    const sums = totalOf(figures);
    expect(sums).toMatchObject({ accepted: 3, granted: 1, refused: 1, days: 31, paid: 0 });
    expect(averageDays(sums)).toBe(155);
    expect(averageDays({})).toBeNull();
    expect(figureCodes.length).toBeGreaterThan(30);
  });
});

const recorded = {
  dibao: { households: 3, persons: 6, women: 2 },
  tekun: { persons: 1 },
  temporary: { accepted: 2 },
};
const report = (change: object = {}) => ({
  ...{ changed: [], head: '演甲', deputy: '演乙', phone: '0818-2345678' },
  filled: { ...{ population: 7, illness: 3, disability: 0, schooling: 0 }, ...zero },
  ...change,
});
const zero = { disaster: 0, labour: 0, other: 0 };
const tableGiven = { ...given(), isClosed: false, recorded };
const blank = tableSlot.initial;
const give = (change: object = {}, state: TableState = blank, around: object = {}) =>
  reportTable(report(change), state, { ...tableGiven, ...around });
const reported = after(tableSlot, blank, give());
const taken = after(tableSlot, reported, takeTable({}, reported, { isClosed: false }));

describe('达州市2021年改革做法第七点：乡镇月报逐级报送、审核、汇总', () => {
  it('月份结束以后报送；报送的等审核，收下的不能再改', () => {
    expect(codeOf(give({}, blank, { today: localDate('2026-03-31') }))).toBe(
      'table-month-not-over',
    );
    expect(codeOf(give({}, reported))).toBe('table-waiting');
    expect(codeOf(give({}, taken))).toBe('table-taken');
    expect(codeOf(give({}, blank, { isClosed: true }))).toBe('dispatch-closed');
    expect(codeOf(takeTable({}, blank, { isClosed: false }))).toBe('table-not-reported');
    expect(codeOf(returnTable({ reason: '有误' }, taken, { isClosed: false }))).toBe('table-taken');
    expect(codeOf(takeTable({}, reported, { isClosed: true }))).toBe('dispatch-closed');
  });

  it('只能更改月报里的项目，一项改一次；单项不多于总人数，致贫原因合计等于户数，人口不少于在册', () => {
    const told = { scheme: 'dibao', code: 'women', value: 3, why: '一人性别登记有误' };
    expect(codeOf(give({ changed: [{ ...told, code: 'accepted' }] }))).toBe('table-figure-unknown');
    expect(codeOf(give({ changed: [told, told] }))).toBe('table-figure-unknown');
    expect(codeOf(give({ changed: [{ ...told, value: 7 }] }))).toBe('table-part-exceeds');
    expect(codeOf(give({ changed: [{ ...told, value: 6 }] }))).toBeNull();
    const filled = report().filled;
    expect(codeOf(give({ filled: { ...filled, illness: 2 } }))).toBe('table-grounds-differ');
    expect(codeOf(give({ filled: { ...filled, population: 6 } }))).toBe('table-population-small');
    const state = after(tableSlot, blank, give({ changed: [told] }));
    expect(state.report?.lines.find(({ why }) => why !== '')).toEqual({
      ...{ scheme: 'dibao', code: 'women', recorded: 2, reported: 3, why: told.why },
    });
  });

  it('退回写明原因，可以再报；县级的表是收下的各表之和', () => {
    const back = after(
      tableSlot,
      reported,
      returnTable({ reason: '人数有误' }, reported, tableGiven),
    );
    expect(back).toMatchObject({ standing: 'returned', returns: [{ reason: '人数有误' }] });
    expect(codeOf(give({}, back))).toBeNull();
    const own = taken.report;
    if (!own) throw new Error('taken without a report');
    const { lines, filled } = summedTables([own, own]);
    const households = lines.find(
      ({ scheme, code }) => scheme === 'dibao' && code === 'households',
    );
    expect([households?.reported, filled.illness, lines.length]).toEqual([
      ...[6, 6, recordedLines(recorded).length],
    ]);
  });

  it('每一种不予办理都有测试', () => {
    const all = Object.keys(refusals) as DispatchRefusal[];
    expect(all.filter((code) => !tested.has(code))).toEqual([]);
  });
});
