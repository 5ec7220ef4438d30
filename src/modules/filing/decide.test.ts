import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { type Found, receiveFiling, sendFiling } from './decide.ts';
import { type FilingEvent, filingSlot, type FilingState, lateIn } from './filing.ts';
import { type FilingRefusal, refusals } from './refusal.ts';

const DUE = localDate('2026-03-24');
const found = (caseId: string, isFiled = false): Found => ({
  ...{ caseId, number: `${caseId}号`, scheme: 'dibao', outcome: 'grant', amount: fen(64_000) },
  ...{ decidedOn: localDate('2026-03-17'), dueOn: DUE, isFiled },
});
const tested = new Set<string>();
const codeOf = (decision: Decision<FilingEvent, FilingRefusal>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (
  state: FilingState,
  decision: Decision<FilingEvent, FilingRefusal>,
  [actor, occurredOn]: readonly [string, LocalDate],
) => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<FilingState>(
    (now, event) =>
      evolveSlot(filingSlot, now, event, {
        ...{ seq: 1, actor, post: '', occurredOn, recordedAt: instant(0) },
      }),
    state,
  );
};
const send = (
  caseIds: readonly string[],
  all: readonly Found[],
  state = filingSlot.initial,
  { note = '', today = DUE } = {},
) => sendFiling({ caseIds, note }, state, { number: '罗江镇备〔2026〕1号', found: all, today });
const by = (person: string) => ({
  by: { person, name: person, post: '', role: 'aid-officer', area: placeCode('511702') },
});
const sentOn = (day: LocalDate) =>
  after(filingSlot.initial, send(['a', 'b'], [found('a'), found('b')]), ['officer', day]);

describe('DL-17 乡镇的决定报县级备案', () => {
  it('到期当天报送不算逾期，第二天算', () => {
    expect(lateIn(sentOn(DUE))).toBe(0);
    expect(lateIn(sentOn(localDate('2026-03-25')))).toBe(2);
  });
  it('到期当天报送不用说明，第二天起要写明迟报的原因', () => {
    const late = addDays(DUE, 1);
    const one = (more: { note?: string; today?: LocalDate }) =>
      codeOf(send(['a'], [found('a')], filingSlot.initial, more));
    expect(one({})).toBeNull();
    expect(one({ today: late })).toBe('filing-late-unexplained');
    expect(one({ today: late, note: '  ' })).toBe('filing-late-unexplained');
    expect(one({ today: late, note: '系统停机' })).toBeNull();
  });
  it('一份备案表只报送一次；同一件不能列两次', () => {
    expect(codeOf(send(['c'], [found('c')], sentOn(DUE)))).toBe('filing-exists');
    expect(codeOf(send(['a', 'a'], [found('a')]))).toBe('filing-case-repeated');
    expect(codeOf(send(['a', 'b'], [found('a'), found('b')]))).toBeNull();
  });
  it('不是本乡镇的决定、已经报送过的，不能报送', () => {
    expect(codeOf(send(['a', 'x'], [found('a')]))).toBe('filing-decision-unknown');
    expect(codeOf(send(['a', 'b'], [found('a'), found('b', true)]))).toBe('filing-twice');
  });
  it('县级接收一次，由报送人以外的人接收；没有报送的不能接收', () => {
    const state = sentOn(DUE);
    expect(codeOf(receiveFiling({ remark: '' }, filingSlot.initial, by('aid')))).toBe(
      'filing-not-sent',
    );
    expect(codeOf(receiveFiling({ remark: '' }, state, by('officer')))).toBe('filing-own-receipt');
    const received = after(state, receiveFiling({ remark: '已收' }, state, by('aid')), [
      'aid',
      DUE,
    ]);
    expect(received.received).toMatchObject({ by: 'aid', remark: '已收' });
    expect(codeOf(receiveFiling({ remark: '' }, received, by('aid')))).toBe(
      'filing-already-received',
    );
  });
});

describe('备案的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    expect(Object.keys(refusals).filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(8);
      expect(citation.source).not.toBe('');
    }
  });
});
