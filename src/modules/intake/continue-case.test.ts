import { describe, expect, it } from 'vitest';
import { placeCode } from '../../kernel/place.ts';
import type { CaseEvent } from '../case/index.ts';
import { continueCase, type ContinueGiven } from './continue-case.ts';
import { after, declared as declaredWith, opened, VILLAGE } from './window.fixture.ts';

const declared = declaredWith();
const closed: CaseEvent = { type: 'CaseClosed', ground: 'withdrawn', reason: '改申请其他救助' };
const over = after(opened, declared, closed);
const given = (changed: Partial<ContinueGiven> = {}): ContinueGiven => ({
  township: placeCode(VILLAGE.slice(0, 9)),
  village: placeCode(VILLAGE),
  route: 'township',
  routeBecause: '赋权书',
  source: over,
  declaration: over.household.declaration,
  ...changed,
});
const go = (changed: Partial<ContinueGiven> = {}, state = after()) =>
  continueCase({ scheme: 'margin' }, state, given(changed));
const codeOf = (answer: ReturnType<typeof go>) => (answer.ok ? 'ok' : answer.refusal.code);

describe('国办发〔2023〕39号 一次申请：前一件办结以后，换一类救助不用重新填写', () => {
  it('家庭情况照旧，授权和材料另办', () => {
    const answer = go();
    if (!answer.ok) throw new Error(answer.refusal.message);
    const state = after(...answer.events);
    expect(state.course).toMatchObject({ scheme: 'margin', channel: 'ordinary' });
    expect(state.household.facts?.members).toEqual(over.household.facts?.members);
    expect(state.intake).toMatchObject({ authorisations: [], accepted: null });
  });

  it('前一件还在办的，在那一件里转办，不另建', () => {
    expect(codeOf(go({ source: after(opened, declared) }))).toBe('source-not-over');
  });

  it('前一件没有登记家庭情况的，重新登记', () => {
    expect(codeOf(go({ declaration: null }))).toBe('not-declared');
  });

  it('同一编号不能建立两次', () => {
    expect(codeOf(go({}, after(opened)))).toBe('already-opened');
  });
});
