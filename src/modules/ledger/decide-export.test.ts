import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addDays, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide-export.ts';
import { type ExportEvent, exportSlot, type ExportState } from './export-request.ts';
import { type ExportRefusal, refusals } from './export-refusal.ts';

const TODAY = localDate('2026-05-06');
const tested = new Set<string>();
const givenBy = (person: string) => ({
  ...{ now: instant(0), today: TODAY, validDays: 1, isAwaited: false },
  by: { person, name: person, post: '', role: 'aid-officer', area: placeCode('511702') },
});
const codeOf = (decision: Decision<ExportEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (state: ExportState, decision: Decision<ExportEvent>, actor: string) => {
  if (!decision.ok) throw new Error(decision.refusal.message);
  const meta = { seq: 1, actor, post: '', occurredOn: TODAY, recordedAt: instant(0) };
  return decision.events.reduce((now, each) => evolveSlot(exportSlot, now, each, meta), state);
};
const list = { path: '/api/ledgers/cases/sheet', title: '受理台账', filter: '' };
const ask = (isAwaited = false) =>
  decide.askExport({ ...list, purpose: '年度核对' }, exportSlot.initial, {
    ...givenBy('甲'),
    isAwaited,
  });
const asked = after(exportSlot.initial, ask(), '甲');

describe('社会救助法第十一条：超过五十人的清单由第二人批准以后导出', () => {
  it('申请写明用途；同样的申请不重复；由另一人批准，只答复一次', () => {
    expect(codeOf(ask(true))).toBe('export-repeated');
    expect(codeOf(decide.approveExport({}, asked, givenBy('甲')))).toBe('export-own-request');
    expect(codeOf(decide.declineExport({ reason: '不需要' }, asked, givenBy('甲')))).toBe(
      'export-own-request',
    );
    const approved = after(asked, decide.approveExport({}, asked, givenBy('乙')), '乙');
    expect(approved).toMatchObject({ status: 'approved', validUntil: addDays(TODAY, 1) });
    expect(codeOf(decide.approveExport({}, approved, givenBy('丙')))).toBe('export-not-asked');
    const declined = after(
      asked,
      decide.declineExport({ reason: '用途不清' }, asked, givenBy('乙')),
      '乙',
    );
    expect(declined).toMatchObject({ status: 'declined', reason: '用途不清' });
  });

  it('五十行自行导出，五十一行须批准；批准过期作废；每人每天有上限', () => {
    const limits = { alone: 50, daily: 200, validDays: 1 };
    const why = (rows: number, more: Partial<Parameters<typeof decide.whyNotTaken>[1]> = {}) => {
      const code = decide.whyNotTaken(rows, {
        ...{ limits, takenToday: 0, approvedUntil: null, today: TODAY, ...more },
      });
      if (code) tested.add(code);
      return code;
    };
    expect(why(50)).toBeNull();
    expect(why(51)).toBe('export-needs-second');
    expect(why(51, { approvedUntil: TODAY })).toBeNull();
    expect(why(51, { approvedUntil: addDays(TODAY, -1) })).toBe('export-needs-second');
    expect(why(50, { takenToday: 150 })).toBeNull();
    expect(why(50, { takenToday: 151 })).toBe('export-over-budget');
    expect(why(201, { approvedUntil: TODAY })).toBe('export-over-budget');
  });

  it('每一种不能办理都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as ExportRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message).toMatch(/。$/);
      expect(citation.source).not.toBe('');
    }
  });
});
