import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { papers } from '../../paper/index.ts';
import {
  after,
  attended,
  called,
  CASE,
  CHAIR,
  closed,
  item,
  listed,
  MEMBERS,
  opened,
  RECORDER,
  recused,
} from './meeting.fixture.ts';
import type { MeetingEvent, MeetingState, OpenedVote } from './meeting.ts';
import { meetingPaperOf, type PaperContext } from './paper-data.ts';

const context: PaperContext = {
  townshipName: '罗江镇',
  organ: '罗江镇人民政府',
  recorderName: '孔演海',
  reader: RECORDER,
  hiddenCases: [],
  reported: [],
  demo: true,
};
const printed = (state: MeetingState, changed: Partial<PaperContext> = {}) =>
  papers['meeting-minutes'].schema.parse(meetingPaperOf(state, { ...context, ...changed }));

const votes: readonly OpenedVote[] = [
  { person: CHAIR, choice: 'agree', opinion: '' },
  { person: 'v1', choice: 'disagree', opinion: '子女在外务工，收入没有算清' },
  { person: 'v2', choice: 'agree', opinion: '同意，注意动态管理' },
];
const start = [called, listed(), attended(CHAIR, 'v1', 'v2', 'v3'), recused('v3')] as const;
const done = [...start, opened([CHAIR, 'v1', 'v2']), closed(CASE, votes)] as const;
const signed = [
  ...done,
  [{ type: 'MinutesSigned' }, CHAIR] as const,
  [{ type: 'MinutesSigned' }, RECORDER] as const,
  { type: 'MeetingEnded' } as MeetingEvent,
];

describe('会议记录 议程和纪要', () => {
  it('研究完以前是议程，没有表决结果；研究完以后是纪要', () => {
    const before = printed(after(...start));
    expect(before.kind).toBe('agenda');
    expect(before.cases[0]).not.toHaveProperty('result');
    expect(printed(after(...done)).kind).toBe('minutes');
  });
  it('写明时间、地点、主持、应到、实到、缺席及原因、记录人', () => {
    expect(printed(after(...done))).toMatchObject({
      place: '二楼会议室',
      chair: CHAIR,
      recorder: '孔演海',
      present: [CHAIR, 'v1', 'v2', 'v3'],
      absent: [{ name: 'v4', reason: '因公外出' }],
      quorum: '应到5人，实到4人。',
    });
  });
  it('逐案写明情况、回避及原因、各方意见、票数和决定；不同意见如实保留', () => {
    const [first] = printed(after(...done)).cases;
    const { presented } = item();
    expect(first).toMatchObject({
      facts: presented.facts,
      proposal: presented.proposal,
      // Outside while the case was voted on (JT-05).
      recusals: [
        {
          ...{ name: 'v3', reason: '与申请人系叔侄' },
          ...{ leftAt: '1970-01-01 08:00', returnedAt: '1970-01-01 08:00' },
        },
      ],
      opinions: [
        { speaker: 'v1', dissent: true, text: '子女在外务工，收入没有算清' },
        { speaker: 'v2', dissent: false },
      ],
      vote: { for: 5, against: 0, abstain: 0 },
      result: { kind: 'grant-monthly', amount: presented.monthlyAmount, persons: 2 },
    });
  });
  it('会议提前开始的，写真实的开始时间；结束的时间不会早于开始', () => {
    expect(printed(after(called, listed(), attended(...MEMBERS)))).toMatchObject({
      from: '1970-01-01 08:00',
    });
    const { from, until } = printed(after(...signed));
    expect(until).toBe('1970-01-01 08:00');
    expect(from <= (until ?? '')).toBe(true);
    const day = instant(Date.UTC(2026, 2, 18, 1, 45));
    const late = { ...after(...signed), openedAt: day, endedAt: instant(day + 60_000) };
    expect(printed(late)).toMatchObject({ from: '2026-03-18 09:30', until: '2026-03-18 09:46' });
  });
  it('签署人和日期', () => {
    const paper = printed(after(...signed));
    expect(paper.chairSigner).toEqual({ name: CHAIR, signedOn: '2026-03-18' });
    expect(paper.recorderSigner).toEqual({ name: '孔演海', signedOn: '2026-03-18' });
    expect(printed(after(...done)).chairSigner).not.toHaveProperty('signedOn');
  });
  it('表决后离席的计入实到并写明', () => {
    const paper = printed(after(...done, attended(CHAIR, 'v1', 'v2')));
    expect(paper.quorum).toContain('中途离席：v3（因公外出）');
  });
  it('中止过的表决写明理由', () => {
    const stop: MeetingEvent = { type: 'VotingStopped', caseId: CASE, because: '一名成员离席' };
    const again = after(...start, opened(), stop, opened([CHAIR, 'v1', 'v2']), closed(CASE, votes));
    expect(printed(again).cases[0]?.opinions[0]?.text).toContain('一名成员离席');
  });
  it('回避的人、登记册上的近亲属拿到的纪要没有该案内容', () => {
    for (const reader of [{ reader: 'v3' }, { reader: CHAIR, hiddenCases: [CASE] }]) {
      const text = JSON.stringify(printed(after(...done), reader).cases);
      expect(text).not.toContain(item().presented.applicant);
      expect(text).not.toContain('务工');
      expect(text).not.toContain('"amount"');
      expect(text).toContain('"result":{"kind":"withheld"}');
    }
  });
  it('移送县级、退回的写明理由', () => {
    for (const resolution of ['to-county', 'return'] as const) {
      const event = { ...closed(), resolution, reason: '回避后人数不足' } as MeetingEvent;
      const [first] = printed(after(called, listed(), attended(...MEMBERS), event)).cases;
      expect(first?.result).toEqual({ kind: resolution, reason: '回避后人数不足' });
    }
  });
  it('议程为空时没有可打印的', () => {
    expect(meetingPaperOf(after(called), context)).toBeNull();
    const reported = ['2026年3月17日对演示村赵演一先行救助1000.00元（1号）。'];
    const paper = printed(after(called, attended(...MEMBERS)), { reported });
    expect(paper).toMatchObject({ kind: 'minutes', cases: [], reported });
    const off = after(called, listed(), { type: 'MeetingCalledOff', reason: '改期' });
    expect(meetingPaperOf(off, { ...context, reported })).toBeNull();
  });
});
