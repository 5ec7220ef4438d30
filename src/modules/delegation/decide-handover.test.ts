import { describe, expect, it } from 'vitest';
import { placeCode } from '../../kernel/place.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import {
  accepted,
  after,
  closed,
  declared,
  given,
  opened,
  signed,
} from '../intake/window.fixture.ts';
import * as decide from './decide-handover.ts';
import { type HandoverRefusal, handoverRefusals } from './handover-refusal.ts';

const base = [opened, declared(), accepted, signed];
const because = '赋权书 演字〔2026〕1号 已撤回，由县级民政部门确认。';
const none: decide.HandoverGiven = { ...given, authority: { ok: false, because } };
const valid: decide.HandoverGiven = { ...given, authority: { ok: true } };
const note = '赋权书已撤回，按程序移交';
const handed: CaseEvent = { type: 'CaseHandedOver', because, note, list: ['申请受理材料'] };
const listed: CaseEvent = { type: 'PutOnAgenda', meetingId: 'm', proposalHash: 'h' };
const toCounty: CaseEvent = { type: 'RouteChanged', route: 'county', because };

const tested = new Set<string>();
function codeOf(decision: Decision<CaseEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
const handOver = (state: CaseState, known = none) => decide.handOverCase({ note }, state, known);
const receive = (state: CaseState, known = none) => decide.receiveHandover({ note }, state, known);

describe('赋权撤回、中止、到期后，未决定的办件移交县级（DL-02、SL-44）', () => {
  it('移交清单由办理过程生成，各环节都保留，程序到县级接收时才变更', () => {
    const decision = handOver(after(...base));
    expect(decision.ok && decision.events).toMatchObject([
      {
        type: 'CaseHandedOver',
        because,
        list: [
          '申请受理材料：511702-2026-000001，2026年3月2日受理，家庭成员 2 人',
          '授权承诺 1 份',
        ],
      },
    ]);
    const state = after(...base, handed);
    expect(state.course.route).toBe('township');
    const received = receive(state);
    expect(received.ok && received.events.map(({ type }) => type)).toEqual([
      'HandoverReceived',
      'RouteChanged',
    ]);
    const now = after(...base, handed, ...(received.ok ? received.events : []));
    expect(now.course).toMatchObject({ route: 'county', township: placeCode('511702102') });
    expect(now.intake).toEqual(state.intake);
    expect(now.handover.handovers).toMatchObject([{ status: 'received', answer: note }]);
  });
  it('赋权有效的不移交；恢复有效的不接收，退回乡镇', () => {
    expect(codeOf(handOver(after(...base), valid))).toBe('handover-authority-valid');
    const state = after(...base, handed);
    expect(codeOf(receive(state, valid))).toBe('handover-authority-valid');
    const returned = decide.returnHandover({ reason: '赋权已恢复' }, state);
    const now = after(...base, handed, ...(returned.ok ? returned.events : []));
    expect(now.handover.handovers).toMatchObject([{ status: 'returned' }]);
    expect(codeOf(handOver(now))).toBe(null);
  });
  it('受理前、已在县级、已移交、已列入议程的，不移交', () => {
    expect(codeOf(handOver(after(opened, declared())))).toBe('handover-before-acceptance');
    expect(codeOf(handOver(after(...base, toCounty)))).toBe('handover-already-county');
    expect(codeOf(handOver(after(...base, handed)))).toBe('handover-awaited');
    expect(codeOf(handOver(after(...base, listed)))).toBe('handover-on-agenda');
  });
  it('没有移交的，无从接收、退回；已终止的什么也不办；会议已转县级的，只作接收', () => {
    expect(codeOf(receive(after(...base)))).toBe('handover-not-awaited');
    expect(codeOf(decide.returnHandover({ reason: note }, after(...base)))).toBe(
      'handover-not-awaited',
    );
    expect(codeOf(receive(after(...base, handed, closed)))).toBe('case-closed');
    const late = receive(after(...base, handed, toCounty));
    expect(late.ok && late.events).toEqual([{ type: 'HandoverReceived', note }]);
  });
  it('不予办理的每一种情形都有条文，都有测试', () => {
    const codes = Object.keys(handoverRefusals) as HandoverRefusal[];
    expect(codes.filter((each) => !tested.has(each))).toEqual([]);
  });
});
