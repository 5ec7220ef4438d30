import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.ts';
import {
  after,
  CHAIR,
  codeOf,
  factsOf,
  FILE,
  givenOn,
  LEADER,
  OFFICER,
  region,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import * as error from './decide-error.ts';
import { entitlementIn } from './entitlement.ts';
import { mustBeHeard } from './hearing.ts';
import { openAdjustment } from './adjustment.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { tasksOf } from './task.ts';
import * as decision from './decide-adjustment.ts';
import { remediesOf } from '../../paper/remedy.ts';

const wrong = (income: number, changed: Partial<error.ErrorTold> = {}) => ({
  ...{ id: 'e1', kind: 'facts' as const, source: 'self-check' as const, foundOn: TODAY },
  ...{ foundBy: '罗演查', what: '养老金登记有误', cause: '社保数据当时没有更新' },
  files: [FILE],
  facts: factsOf(2, income),
  ...changed,
});
const record = (from: readonly Told[], command: error.ErrorTold) =>
  error.recordError(command, after(...from), { ...givenOn(), region });
const recorded = (income: number) => [
  ...running(),
  ...told(record(running(), wrong(income)), OFFICER),
];
const propose = (from: readonly Told[], kind: 'increase' | 'decrease' | 'stop', waive = false) =>
  proposeAdjustment(
    { id: 'adj1', kind, ground: 'error', reasons: '更正原决定。', files: [], refuser: null, waive },
    after(...from),
    givenOn(),
  );
const remedies = remediesOf({
  mode: 'own-name',
  act: 'decision',
  township: { name: '演镇人民政府', kind: 'township' },
  county: { government: '演县人民政府', bureau: '演县民政局' },
  court: '演县人民法院',
});
const decide = (from: readonly Told[]) =>
  decision.decideAdjustment({ reasons: '更正原决定，依法作出' }, after(...from), {
    ...givenOn(TODAY, CHAIR),
    ...{ organ: '演镇人民政府', mode: 'own-name', number: '演救助调字〔2026〕1号', remedies },
    authority: { ok: true, instrumentId: 'i1', mode: 'own-name' },
  });
const increased = () => {
  const from = [...recorded(40_000)];
  const asked = [...from, ...told(propose(from, 'increase'), OFFICER)];
  return [...asked, ...told(decide(asked), CHAIR)];
};
const judge = (from: readonly Told[], more: object = {}, by = LEADER) =>
  error.judgeTolerance(
    {
      ...{ errorId: 'e1', goodFaith: true, objectiveCause: true, inTime: true, exempt: true },
      reasons: '经办人按当时的核对结果办理，更新后即更正',
      ...more,
    },
    after(...from),
    givenOn(TODAY, by),
  );

describe('《最低生活保障审核确认办法》第三十九条：错误以新的决定更正，原决定不改', () => {
  const paid = entitlementIn(after(...running()).entries, '2026-08' as never)?.amount ?? 0;

  it('收入登高了的：算出少发的月份和金额，逐月列明，决定前什么也不变', () => {
    const state = after(...recorded(40_000));
    const [found] = state.errors;
    expect(found?.months.length).toBeGreaterThan(0);
    expect(found?.months.every((each) => each.paid === paid && each.right === paid + 20_000)).toBe(
      true,
    );
    expect(found?.difference).toBe(20_000 * (found?.months.length ?? 0));
    expect(state.entries).toEqual(after(...running()).entries);
    expect(tasksOf(state, { ...givenOn() }).map(({ kind }) => kind)).toContain('propose');
  });

  it('少发的补发，不须听取意见；自次月起按正确金额，原条目仍在，错误记为已更正', () => {
    const state = after(...increased());
    const [adjustment] = state.adjustments;
    expect(adjustment?.correction?.arrears.act).toBe('pay');
    expect(adjustment?.reasons).toContain('补发');
    expect(adjustment?.decision?.from).toBe('2026-10');
    expect(state.entries.map(({ amount }) => amount)).toEqual([paid, paid + 20_000]);
    expect(state.errors[0]?.corrected).toMatchObject({ on: TODAY, arrears: { act: 'pay' } });
  });

  it('多发的先听取意见；追回还是不予追回由人提出；少发的不能免', () => {
    const from = recorded(90_000);
    const asked = [...from, ...told(propose(from, 'decrease'), OFFICER)];
    const open = openAdjustment(after(...asked).adjustments);
    expect(open?.correction?.arrears.act).toBe('recover');
    expect(open && mustBeHeard(open, after(...asked), givenOn().procedure)).toBe(true);
    expect(codeOf(decide(asked))).toBe('not-heard');
    const left = [...from, ...told(propose(from, 'decrease', true), OFFICER)];
    expect(openAdjustment(after(...left).adjustments)?.correction?.arrears.act).toBe('waive');
    expect(codeOf(propose(recorded(40_000), 'increase', true))).toBe('arrears-owed');
  });

  it('不再符合条件的只能停发；种类与核算不符、没有登记错误的不行', () => {
    expect(codeOf(propose(recorded(160_000), 'decrease'))).toBe('kind-against-result');
    expect(codeOf(propose(recorded(160_000), 'stop'))).toBeNull();
    expect(codeOf(propose(running(), 'increase'))).toBe('error-not-open');
  });

  it('没有差额的不算错误；发现日期在原决定以前、今天以后的不行；同时只有一个', () => {
    expect(codeOf(record(running(), wrong(60_000)))).toBe('error-without-difference');
    const on = (foundOn: LocalDate) => record(running(), wrong(40_000, { foundOn }));
    expect(codeOf(on(addDays(TODAY, 1)))).toBe('error-date-wrong');
    expect(codeOf(on(localDate('2020-01-01')))).toBe('error-date-wrong');
    expect(codeOf(record(recorded(40_000), wrong(30_000)))).toBe('error-already-open');
  });

  it('更正的一年一月都有说法', () => {
    const one = { months: [{ month: '2026-08' as never, paid: fen(1), right: fen(2) }] };
    const arrears = { act: 'recover', amount: fen(100), months: 1 } as const;
    expect(error.arrearsSentence(one, arrears)).toBe('2026-08多发的1.00元，追回。');
    expect(error.arrearsSentence({ months: [] }, { ...arrears, act: 'none' })).toBe('');
  });
});

describe('《最低生活保障审核确认办法》第三十九条：容错由人认定，系统只记录', () => {
  it('更正以前不能认定；三条都符合的可以免责；只能认定一次', () => {
    expect(codeOf(judge(recorded(40_000)))).toBe('tolerance-before-correction');
    const from = increased();
    expect(tasksOf(after(...from), givenOn()).map(({ kind }) => kind)).toContain('tolerance');
    expect(codeOf(judge(from))).toBeNull();
    const done = [...from, ...told(judge(from), LEADER)];
    expect(after(...done).errors[0]?.tolerance).toMatchObject({ exempt: true, by: LEADER.person });
    expect(codeOf(judge(done))).toBe('tolerance-judged');
  });

  it('有一条不符合的不能认定免责，可以认定不免责', () => {
    expect(codeOf(judge(increased(), { inTime: false }))).toBe('tolerance-conditions-unmet');
    expect(codeOf(judge(increased(), { inTime: false, exempt: false }))).toBeNull();
  });

  it('登记错误、作出更正决定的人不能认定', () => {
    expect(codeOf(judge(increased(), {}, OFFICER))).toBe('tolerance-own-hand');
    expect(codeOf(judge(increased(), {}, CHAIR))).toBe('tolerance-own-hand');
  });

  it('核算以后又有变化的，先重新核算', () => {
    const later = told(
      {
        ok: true,
        events: [
          {
            ...{ type: 'ChangeReported', id: 'c', kind: 'income', what: '又有变化' },
            ...{ channel: 'family', happenedOn: TODAY, late: false },
          },
        ],
      } as never,
      OFFICER,
      addDays(TODAY, 1),
    );
    expect(codeOf(propose([...recorded(40_000), ...later], 'increase'))).toBe(
      'reassessment-missing',
    );
  });
});
