import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import * as decide from './decide-raise.ts';
import { type RaiseListEvent, raiseListSlot, type RaiseListState } from './raise-list.ts';
import { refusals } from './refusal.ts';

const JULY = '2026-07' as Month;
const sum = { households: 2, months: 8, amount: fen(96_000), open: 0 };
const given: decide.ListGiven = {
  ...{ document: '通府发〔2026〕9号', months: [JULY], isListed: false, sum },
};
const told = (state: RaiseListState, event: RaiseListEvent, actor: string): RaiseListState => {
  const reduce = raiseListSlot.evolve[event.type] as (
    state: RaiseListState,
    event: RaiseListEvent,
    meta: object,
  ) => RaiseListState;
  const on = localDate('2026-07-07');
  return reduce(state, event, { seq: 1, actor, post: 'x', occurredOn: on, recordedAt: instant(0) });
};
const list = { policyId: 'p', through: JULY };
const document = '通府发〔2026〕9号';
const listed = told(null, { type: 'RaisesListed', ...list, document, ...sum }, 'officer');
const approved = told(listed, { type: 'RaisesApproved', opinion: '同意' }, 'leader');

const seen = new Set<string>();
const codeOf = (answer: ReturnType<typeof decide.listRaises>) => {
  if (answer.ok) return null;
  seen.add(answer.refusal.code);
  return answer.refusal.code;
};

describe('DL-07：追溯的补发先列清单，由另一人批准', () => {
  it('公布并启用以后才能列；没有要补的月份、没有要补的户不列；同样的不列两次', () => {
    const ask = (more: Partial<decide.ListGiven>, state: RaiseListState = null) =>
      codeOf(decide.listRaises(list, state, { ...given, ...more }));
    expect(ask({})).toBe(null);
    expect(ask({ document: null })).toBe('raise-nothing-published');
    expect(ask({ months: [] })).toBe('raise-not-back');
    expect(ask({ sum: { ...sum, months: 0 } })).toBe('raise-nothing-owed');
    expect(ask({ isListed: true })).toBe('raise-list-waits');
    expect(ask({}, listed)).toBe('raise-list-waits');
  });

  it('列的人不能批；批过的、放弃的不再办理', () => {
    const approve = (state: RaiseListState, by: string) =>
      codeOf(decide.approveRaises('同意', state, { by }));
    expect(approve(listed, 'leader')).toBe(null);
    expect(approve(listed, 'officer')).toBe('raise-own-list');
    expect(approve(approved, 'leader')).toBe('raise-list-over');
    expect(codeOf(decide.giveUpRaises('重新列', approved))).toBe('raise-list-over');
    expect(codeOf(decide.giveUpRaises('重新列', listed))).toBe(null);
    const given = told(listed, { type: 'RaisesGivenUp', reason: '重新列' }, 'officer');
    expect(approve(given, 'leader')).toBe('raise-list-over');
  });

  it('每一种不予办理都试过', () => {
    const codes = Object.keys(refusals).filter((code) => code.startsWith('raise-'));
    expect([...seen].toSorted()).toEqual(codes.toSorted());
  });
});
