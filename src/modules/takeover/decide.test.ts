import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Instant } from '../../kernel/clock.ts';
import * as decide from './decide.ts';
import { guessMapping } from './ledger-column.ts';
import { refusals } from './refusal.ts';
import { takeoverSlot, type TakeoverEvent, type TakeoverState } from './takeover.ts';

const TODAY = localDate('2026-11-23');
const heading = [
  ...['户编号', '救助类别', '村（社区）', '批准文号', '批准日期', '起始年月', '最近核查日期'],
  ...['姓名', '身份证号', '与户主关系', '备注'],
];
const received: TakeoverEvent = {
  type: 'LedgerReceived',
  fileName: '台账.xlsx',
  hash: 'h',
  heading,
  layout: heading.join('|'),
  rows: 3,
};
const scan = { hash: 'a'.repeat(64), name: '名册.pdf', mime: 'application/pdf' };
const after = (...events: readonly TakeoverEvent[]): TakeoverState =>
  events.reduce(
    (state, event, index) =>
      evolveSlot(takeoverSlot, state, event, {
        seq: index + 1,
        actor: 'p1',
        post: 'post',
        occurredOn: TODAY,
        recordedAt: 0 as Instant,
      }),
    takeoverSlot.initial,
  );
const given = (phase: decide.Phase = 'checked', entered = 0): decide.TakeoverGiven => ({
  today: TODAY,
  phase,
  entered,
});
const codeOf = (decision: ReturnType<typeof decide.settleLayout>) =>
  decision.ok ? null : decision.refusal.code;
const layout = { mapping: guessMapping(heading), system: '乡镇台账用语', asOf: TODAY };
const closed = after(received, { type: 'TakeoverClosed', reason: '文件拿错了' });

describe('《最低生活保障审核确认办法》第二十八条：存量台账的导入', () => {
  it('截至日期在今天的可以，在明天的不可以；列不全、列不存在的不能检查', () => {
    const settle = (more: Partial<typeof layout>, state = after(received)) =>
      codeOf(decide.settleLayout({ ...layout, ...more }, state, given('received')));
    expect(settle({})).toBeNull();
    expect(settle({ asOf: addDays(TODAY, 1) })).toBe('ledger-day-wrong');
    const { document: _, ...incomplete } = layout.mapping;
    expect(settle({ mapping: incomplete })).toBe('ledger-not-readable');
    expect(settle({ mapping: { ...layout.mapping, bank: '没有的列' } })).toBe(
      'ledger-not-readable',
    );
    expect(settle({ mapping: { ...layout.mapping, bank: '姓名' } })).toBe('ledger-not-readable');
    expect(settle({}, closed)).toBe('takeover-closed');
  });

  it('已有户登记以后，不能再改列的对应关系', () => {
    const settle = (entered: number) =>
      codeOf(decide.settleLayout(layout, after(received), given('checked', entered)));
    expect(settle(0)).toBeNull();
    expect(settle(1)).toBe('ledger-partly-entered');
  });

  it('正在检查或者登记时，别的都要等', () => {
    for (const phase of ['checking', 'registering'] as const) {
      expect(codeOf(decide.settleLayout(layout, after(received), given(phase)))).toBe(
        'ledger-being-read',
      );
      expect(
        codeOf(decide.closeTakeover({ reason: '拿错了' }, after(received), given(phase))),
      ).toBe('ledger-being-read');
    }
    expect(
      codeOf(decide.closeTakeover({ reason: '拿错了' }, after(received), given('closed'))),
    ).toBe('takeover-closed');
  });

  it('没有检查完、没有扫描件、没有可登记的户，都不能登记', () => {
    const order = (phase: decide.Phase, scans: readonly (typeof scan)[], waiting: number) =>
      codeOf(decide.orderRegistration({ scans }, after(received), { ...given(phase), waiting }));
    expect(order('received', [scan], 1)).toBe('ledger-not-checked');
    expect(order('checked', [], 1)).toBe('ledger-scan-missing');
    expect(order('checked', [scan], 0)).toBe('nothing-to-enter');
    expect(order('checked', [scan], 1)).toBeNull();
  });

  it('与名册不一致的：没有复核的可以以台账为准，已经生效的不能用台账改', () => {
    const answer = (counts: 'register' | 'ledger', difference: { replaceable: boolean } | null) =>
      codeOf(
        decide.answerDifference({ place: 0, counts }, after(received), { ...given(), difference }),
      );
    expect(answer('ledger', { replaceable: true })).toBeNull();
    expect(answer('ledger', { replaceable: false })).toBe('entry-already-compared');
    expect(answer('register', { replaceable: false })).toBeNull();
    expect(answer('register', null)).toBe('difference-unknown');
  });

  it('每一种不能办理都有依据、有说明、有测试', () => {
    const text = readFileSync(new URL('decide.test.ts', import.meta.url), 'utf8');
    expect(Object.keys(refusals).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message).toMatch(/。$/);
      expect(citation.source).not.toBe('');
    }
  });
});
