import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/local-date.ts';
import {
  after,
  AID,
  codeOf,
  factsOf,
  FILE,
  givenOn,
  OFFICER,
  reassessed,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import { reportDeath } from './decide.ts';
import { reportChange, takeBackReport } from './decide-change.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { tasksOf } from './task.ts';

const dead = (from: readonly Told[] = running()) => {
  const death = { deathId: 'd1', memberId: 'b', diedOn: TODAY, source: '殡葬信息比对' };
  return [...from, ...told(reportDeath(death, after(...from), givenOn()))];
};
const back = (from: readonly Told[], by = AID, reportId = 'd1') =>
  takeBackReport(
    { reportId, changeId: 'c9', reason: '同名同姓，本人健在', files: [FILE] },
    after(...from),
    givenOn(addDays(TODAY, 1), by),
  );
const alone = { ...factsOf(2), members: factsOf(2).members.filter(({ id }) => id !== 'b') };
const kinds = (from: readonly Told[]) =>
  tasksOf(after(...from), givenOn(TODAY)).map(({ kind }) => kind);

describe('登记有误的死亡、变化：另一人核实更正，原登记保留（DB-30、DB-33b、JT-06）', () => {
  it('登记人不能自己更正；没有这条登记、已经更正的不能再更正', () => {
    expect(codeOf(back(dead(), OFFICER))).toBe('report-own-hand');
    expect(codeOf(back(dead(), AID, 'd2'))).toBe('report-unknown');
    const done = [...dead(), ...told(back(dead()), AID)];
    expect(codeOf(back(done))).toBe('report-unknown');
  });

  it('更正后不再有待核实的死亡，名册上原登记和更正都在，可以再登记', () => {
    expect(kinds(dead())).toContain('death');
    const done = [...dead(), ...told(back(dead()), AID)];
    const state = after(...done);
    expect(state.deaths).toEqual([]);
    expect(state.takenBack).toMatchObject([
      { report: { id: 'd1', memberId: 'b', reportedBy: OFFICER.person }, by: AID.person },
    ]);
    expect(kinds(done)).not.toContain('death');
    expect(after(...dead(done)).deaths).toHaveLength(1);
  });

  it('变化同样可以更正', () => {
    const change = { id: 'c1', kind: 'members', what: '儿子迁出', channel: 'village' } as const;
    const told1 = told(
      reportChange({ ...change, happenedOn: TODAY }, after(...running()), givenOn()),
    );
    const from = [...running(), ...told1];
    const state = after(...from, ...told(back(from, AID, 'c1'), AID));
    expect(state.changes).toEqual([]);
    expect(state.takenBack).toHaveLength(1);
  });

  it('已据此重新核算的，更正后须再核算；正在调整的先撤回；已办结的按更正错误办理', () => {
    const counted = reassessed(dead(), alone);
    const state = after(...counted, ...told(back(counted), AID));
    expect(state.changes.map(({ id, settledOn }) => [id, settledOn])).toEqual([['c9', null]]);
    const ask = { id: 'x', kind: 'decrease', ground: 'reassessed', refuser: null } as const;
    const proposal = { ...ask, reasons: '成员去世', files: [] };
    const open = [...counted, ...told(proposeAdjustment(proposal, after(...counted), givenOn()))];
    expect(codeOf(back(open))).toBe('adjustment-open');
    const same = reassessed(dead(running({ amount: 20_000 as never })), alone);
    expect(codeOf(back(same))).toBe('report-settled');
  });
});
