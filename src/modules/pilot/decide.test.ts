import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { beginPilot, concludePilot, type PilotGiven, widenPilot } from './decide.ts';
import { addSums, figureOf, figureWords, noSums } from './figure.ts';
import { endedOn, type PilotEvent, type PilotPlan, pilotSlot, type PilotState } from './pilot.ts';
import { refusals } from './refusal.ts';

const plan: PilotPlan = {
  county: '511702',
  name: '第一批试点',
  document: '通川府办发〔2026〕1号',
  townships: ['511702102'],
  matters: ['dibao', 'tekun'],
  acts: ['confirm'],
  from: localDate('2026-03-01'),
  monthsBefore: 6,
};
const given: PilotGiven = {
  known: ['511702102', '511702109', '511702208'],
  elsewhere: [],
  inForce: [],
};
const after = (state: PilotState, decision: Decision<PilotEvent>): PilotState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor: 'a', post: 'p', occurredOn: plan.from, recordedAt: instant(0) };
  return decision.events.reduce((now, event) => evolveSlot(pilotSlot, now, event, meta), state);
};
const running = after(pilotSlot.initial, beginPilot(plan, pilotSlot.initial, given));
const over = after(
  running,
  concludePilot({ conclusion: 'stop', reason: '人员不足' }, running, given),
);

const tested = new Set<string>();
function codeOf(decision: Decision<PilotEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('达州市2021年改革做法第一、二点：先行试点，成熟一批推广一批', () => {
  it('同一批只确定一次，乡镇须在本县', () => {
    expect(codeOf(beginPilot(plan, running, given))).toBe('pilot-exists');
    const away = { ...plan, townships: ['511703101'] };
    expect(codeOf(beginPilot(away, pilotSlot.initial, given))).toBe('pilot-township-unknown');
  });

  it('同一乡镇的同一事项不能同时在两批，另一事项可以', () => {
    const other = (matter: 'dibao' | 'temporary') => ({
      ...given,
      elsewhere: [{ townships: ['511702102'], matters: [matter] }],
    });
    const begun = (matter: 'dibao' | 'temporary') =>
      codeOf(beginPilot(plan, pilotSlot.initial, other(matter)));
    expect(begun('dibao')).toBe('pilot-township-elsewhere');
    expect(begun('temporary')).toBeNull();
  });

  it('扩大只加新的乡镇', () => {
    const widen = (townships: string[]) =>
      widenPilot({ townships, reason: '成熟推广' }, running, given);
    expect(codeOf(widen(['511702102']))).toBe('pilot-township-included');
    expect(after(running, widen(['511702109'])).plan?.townships).toHaveLength(2);
  });

  it('还有生效中的赋权书，不能停止；继续、推广不受影响；停止以后不能再办', () => {
    const held = { ...given, inForce: ['511702102'] };
    const conclude = (conclusion: 'stop' | 'widen', state = running) =>
      concludePilot({ conclusion, reason: '评估结果' }, state, held);
    expect(codeOf(conclude('stop'))).toBe('pilot-authority-still-in-force');
    expect(endedOn(after(running, conclude('widen')))).toBeNull();
    expect(endedOn(over)).toBe('2026-03-01');
    expect(codeOf(conclude('widen', over))).toBe('pilot-over');
  });
});

describe('前后对比的指标，按写明的口径计算', () => {
  const sums = { ...noSums, accepted: 9, decided: 7, calendarDays: 106, onTime: 6, errors: 1 };
  it('平均和比率都舍去到一位小数，没有案件的不算', () => {
    expect(figureWords('calendar-days', figureOf('calendar-days', sums))).toBe('15.1 天');
    expect(figureWords('on-time', figureOf('on-time', sums))).toBe('85.7%');
    expect(figureWords('accepted', figureOf('accepted', sums))).toBe('9 件');
    expect(figureWords('upheld', figureOf('upheld', sums))).toBe('—');
    expect(figureOf('calendar-days', noSums)).toBeNull();
  });

  it('合计由各乡镇的件数相加，不是平均数再平均', () => {
    const two = addSums([sums, { ...noSums, decided: 1, calendarDays: 6 }]);
    expect(figureOf('calendar-days', two)).toBe(140);
  });
});
