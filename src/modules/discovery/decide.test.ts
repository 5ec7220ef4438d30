import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { evolveCase, initialCase } from '../case/index.ts';
import { createStandards } from '../standards/store.ts';
import * as decide from './decide.ts';
import { openFromReport, type OpenFromReportGiven } from './open-case.ts';
import { refusals } from './refusal.ts';
import {
  type DiscoveryEvent,
  discoverySlot,
  type DiscoveryState,
  type HardshipReport,
} from './report.ts';

const TODAY = localDate('2026-02-12');
const TOWNSHIP = placeCode('511702102');
const VILLAGE = placeCode('511702102200');
const standards = createStandards();
const given = {
  today: TODAY,
  calendar: standards.calendarOf(TOWNSHIP),
  procedure: standards.procedureOf(TOWNSHIP, TODAY),
  isReported: false,
};
const report: HardshipReport = {
  ...{ village: VILLAGE, name: '赵演一', idNumber: null, phone: null, address: null },
  ...{ people: 2, seen: '屋顶塌了一半，老人独自在家', seenOn: TODAY },
  ...{ source: 'village-round', informant: null, urgent: false, needsHelp: false, photos: [] },
};

const tested = new Set<string>();
function codeOf(decision: Decision<{ readonly type: string }>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
function after(...events: readonly DiscoveryEvent[]): DiscoveryState {
  const meta = {
    ...{ seq: 1, actor: 'p', post: 'p' },
    ...{ occurredOn: TODAY, recordedAt: instant(0) },
  };
  return events.reduce(
    (state, event) => evolveSlot(discoverySlot, state, event, meta),
    discoverySlot.initial,
  );
}
const reported = (changed: Partial<HardshipReport> = {}): DiscoveryEvent => ({
  type: 'HardshipReported',
  report: { ...report, ...changed },
  dueOn: localDate('2026-02-26'),
});
const told: DiscoveryEvent = { type: 'FamilyTold', on: TODAY, how: '上门讲解低保政策' };
const ended: DiscoveryEvent = { type: 'ReportClosed', ground: 'not-found', reason: '查无此人' };

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('《社会救助法》第三十九条 主动发现：报告', () => {
  const dueOn = (today: string) => {
    const decision = decide.reportHardship({ ...report, seenOn: localDate(today) }, after(), {
      ...given,
      today: localDate(today),
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.events;
    return event?.type === 'HardshipReported' ? event.dueOn : null;
  };

  it('收到报告起五个工作日内办结，春节假期不算、调休上班算', () => {
    expect(dueOn('2026-02-12')).toBe('2026-02-26');
    expect(dueOn('2026-03-02')).toBe('2026-03-09');
  });

  it('同一份报告不重复提交；同一个人已有未办结的报告的，在那一份上办', () => {
    expect(codeOf(decide.reportHardship(report, after(), given))).toBeNull();
    expect(codeOf(decide.reportHardship(report, after(reported()), given))).toBe('report-exists');
    const again = decide.reportHardship(report, after(), { ...given, isReported: true });
    expect(codeOf(again)).toBe('reported-already');
  });

  it('发现日期最晚是今天', () => {
    const on = (seenOn: LocalDate) =>
      codeOf(decide.reportHardship({ ...report, seenOn }, after(), given));
    expect(on(TODAY)).toBeNull();
    expect(on(localDate('2026-02-13'))).toBe('seen-in-future');
  });
});

describe('《最低生活保障审核确认办法》第六条第二款 告知政策', () => {
  const tell = (on: string, ...events: readonly DiscoveryEvent[]) =>
    codeOf(decide.tellFamily({ on: localDate(on), how: '上门告知' }, after(...events), given));

  it('告知日期在发现之日至今天之间，两头都含', () => {
    const seen = reported({ seenOn: localDate('2026-02-10') });
    expect(tell('2026-02-10', seen)).toBeNull();
    expect(tell('2026-02-12', seen)).toBeNull();
    expect(tell('2026-02-09', seen)).toBe('told-out-of-time');
    expect(tell('2026-02-13', seen)).toBe('told-out-of-time');
  });

  it('告知一次即可；办结以后不再登记', () => {
    expect(tell('2026-02-12', reported(), told)).toBe('family-already-told');
    expect(tell('2026-02-12', reported(), ended)).toBe('report-ended');
  });
});

describe('写明理由办结', () => {
  const close = (ground: 'declined' | 'not-found', ...events: readonly DiscoveryEvent[]) =>
    codeOf(decide.closeReport({ ground, reason: '本人表示不申请' }, after(...events)));

  it('本人不申请的，须先告知政策；其他理由写明即可', () => {
    expect(close('declined', reported())).toBe('family-not-told');
    expect(close('declined', reported(), told)).toBeNull();
    expect(close('not-found', reported())).toBeNull();
    expect(close('not-found', reported(), ended)).toBe('report-ended');
  });

  it('本人没有能力申请的，帮助申请，不能以不申请办结（《特困人员认定办法》第十一条）', () => {
    const helpless = reported({ needsHelp: true });
    expect(close('declined', helpless, told)).toBe('help-to-apply-owed');
    expect(close('not-found', helpless)).toBeNull();
  });
});

describe('转为申请', () => {
  const opened = (village: string, ...events: readonly DiscoveryEvent[]) =>
    codeOf(decide.applicationOpened({ caseId: 'c', village }, after(...events)));
  const caseGiven: OpenFromReportGiven = {
    ...{ discoveryId: 'd', report, reportedBy: 'p', township: TOWNSHIP },
    ...{ route: 'township', routeBecause: '', idNumber: null, phone: null, address: null },
    read: null,
  };
  const ask = { scheme: 'dibao', channel: 'ordinary' } as const;

  it('办件建在报告所在的村；办结的报告不能再转', () => {
    expect(opened(VILLAGE, reported())).toBeNull();
    expect(opened('511702102201', reported())).toBe('report-of-other-village');
    expect(opened(VILLAGE, reported(), ended)).toBe('report-ended');
  });

  it('姓名、看到的情况带入办件，证件上的出生日期、性别一并带入', () => {
    const read = checkIdNumber('519999195203080014');
    const number = { cipher: 'c', tail: '0014', index: 'i' };
    const decision = openFromReport(ask, initialCase, {
      ...{ ...caseGiven, idNumber: number },
      read: read.ok
        ? read
        : { ok: true, normalised: '', birth: localDate('1952-03-08'), sex: 'male' },
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const meta = {
      ...{ seq: 1, actor: 'p', post: 'p' },
      ...{ occurredOn: TODAY, recordedAt: instant(0) },
    };
    const state = decision.events.reduce(
      (before, event) => evolveCase(before, event, meta),
      initialCase,
    );
    expect(state.household.facts?.members).toMatchObject([{ id: 'm1', birth: '1952-03-08' }]);
    expect(state.household.declaration).toMatchObject({
      people: [{ name: '赵演一', idNumber: number }],
      reason: report.seen,
    });
    expect(state.intake.discovery).toMatchObject({ id: 'd', source: '村（社区）走访' });
    expect(codeOf(openFromReport(ask, state, caseGiven))).toBe('application-begun');
  });
});
