import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import type { Channel } from '../../rules/procedure.ts';
import { getProcedure } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { checksOf } from '../confirmation/check.ts';
import { caseWithout } from '../confirmation/decidable.fixture.ts';
import { endFrom } from '../publicity/publicity-stands.ts';
import { createStandards } from '../standards/store.ts';
import type { CaseState } from './case.ts';
import type { Route } from './course.ts';
import { allFlows } from './flow.ts';
import { progressOf, totalDue } from './progress.ts';
import type { StageId } from './stage.ts';

/** law.md §8 as a table of days, each worked out by hand on the notices of 2026 (law.md §13b). */

const standards = createStandards();
const DAZHOU = '511702102';
const calendar = standards.calendarOf(DAZHOU);
const on = (text: string): LocalDate => localDate(text);

/** Friday before Spring Festival (14 February works, 15 to 23 are off), and the last day before National Day. */
const SPRING = on('2026-02-13');
const NATIONAL = on('2026-09-30');
const NOTICES_END = on('2026-12-31');

type Way = { readonly scheme: Scheme; readonly channel?: Channel; readonly route?: Route };

function stateFor(
  { scheme, channel = 'ordinary', route = 'township' }: Way,
  left: readonly string[],
) {
  const state = caseWithout(left);
  return { ...state, course: { ...state.course, scheme, channel, route } };
}

const acceptedOn = (state: CaseState, day: LocalDate): CaseState => ({
  ...state,
  course: { ...state.course, openedOn: day },
  intake: { ...state.intake, accepted: { number: '1', on: day, by: 'clerk' } },
});

const procedureFor = (scheme: Scheme, day: LocalDate) => standards.procedureOf(DAZHOU, day, scheme);

function dueOf(state: CaseState, stage: StageId, day: LocalDate) {
  const procedure = procedureFor(state.course.scheme, day);
  const found = progressOf(state, procedure, calendar).find((each) => each.stage.id === stage);
  return found?.status === 'open' ? found.due : undefined;
}

const UNTIL_INQUIRY = ['report', 'visit', 'assessed', 'opinion', 'posted', 'takenDown', 'meeting'];
const UNTIL_OPINION = ['assessed', 'opinion', 'posted', 'takenDown', 'meeting'];

describe('调查和初审的期限（实施方案四；特困人员认定办法第十三条；国务院令第649号第四十八条）', () => {
  it.each<[string, Scheme, string, string]>([
    ['低保 10 个工作日', 'dibao', '2026-03-05', '2026-10-20'],
    ['低保边缘 10 个工作日', 'margin', '2026-03-05', '2026-10-20'],
    ['刚性支出 10 个工作日', 'rigid', '2026-03-05', '2026-10-20'],
    ['特困 15 个工作日', 'tekun', '2026-03-12', '2026-10-27'],
    ['临时救助 10 个工作日', 'temporary', '2026-03-05', '2026-10-20'],
  ])('%s：春节前、国庆前受理的', (_, scheme, spring, national) => {
    for (const route of ['township', 'county'] as const) {
      const state = stateFor({ scheme, route }, UNTIL_INQUIRY);
      expect(dueOf(acceptedOn(state, SPRING), 'investigation', SPRING)?.on).toBe(spring);
      expect(dueOf(acceptedOn(state, NATIONAL), 'investigation', NATIONAL)?.on).toBe(national);
    }
  });
});

describe('材料审查、启动调查、启动核对、完成核对的期限', () => {
  it('材料审查 5 个工作日，自提出申请之日起', () => {
    const state = stateFor({ scheme: 'dibao' }, ['accepted', ...UNTIL_INQUIRY]);
    const opened = (day: LocalDate): CaseState => ({
      ...state,
      course: { ...state.course, openedOn: day },
    });
    expect(dueOf(opened(SPRING), 'intake', SPRING)?.on).toBe('2026-02-27');
    expect(dueOf(opened(NATIONAL), 'intake', NATIONAL)?.on).toBe('2026-10-13');
  });

  it('三个工作日内启动调查、启动核对，各类一致', () => {
    for (const scheme of ['dibao', 'margin', 'rigid', 'tekun', 'temporary'] as const) {
      const procedure = procedureFor(scheme, SPRING);
      expect(procedure.startInvestigationWorkingDays.value).toBe(3);
      expect(procedure.startVerificationWorkingDays.value).toBe(3);
      expect(procedure.finishVerificationWorkingDays.value).toBe(10);
    }
  });
});

describe('公示的期限（最低生活保障审核确认办法第十九条、民法典第二百零三条）', () => {
  it.each<[string, string]>([
    ['2026-02-12', '2026-02-24'],
    ['2026-03-02', '2026-03-09'],
    ['2026-09-20', '2026-09-28'],
    ['2026-09-28', '2026-10-08'],
  ])('%s 张贴的，末日遇休息日顺延到 %s，各类一致', (posted, ends) => {
    for (const scheme of ['dibao', 'margin', 'rigid', 'tekun', 'temporary'] as const) {
      const procedure = procedureFor(scheme, on(posted));
      const given = { today: on(posted), calendar, procedure };
      expect(endFrom(on(posted), given).date).toBe(ends);
    }
  });
});

/** Publicity over on a day, the collective decision outstanding for nobody: only the confirmation is open. */
function publishedUntil(way: Way, ends: LocalDate): CaseState {
  const state = stateFor(way, []);
  const notices = state.publicity.notices.map((each) => ({
    ...each,
    endsOn: ends,
    takenDown: each.takenDown && { ...each.takenDown, on: addDays(ends, 1) },
  }));
  const { opinion } = state.assessment;
  const countyReview = {
    ...{ by: 'aid', on: ends, agrees: true, opinion: '', seq: 1_000 },
    proposalHash: opinion?.hash ?? '',
  };
  return {
    ...state,
    publicity: { ...state.publicity, notices },
    confirmation: {
      ...state.confirmation,
      countyReview: way.route === 'county' ? countyReview : null,
    },
  };
}

describe('确认的期限，自公示期满之日起（办法第二十条；特困人员认定办法第十六条）', () => {
  const ENDED_SPRING = on('2026-02-13');
  const ENDED_NATIONAL = on('2026-09-28');
  it.each<[string, Way, string, string]>([
    ['低保，下放 5 个工作日', { scheme: 'dibao' }, '2026-02-27', '2026-10-10'],
    ['低保，县级 10 个工作日', { scheme: 'dibao', route: 'county' }, '2026-03-05', '2026-10-16'],
    ['低保边缘，下放 5 个工作日', { scheme: 'margin' }, '2026-02-27', '2026-10-10'],
    [
      '低保边缘，县级 10 个工作日',
      { scheme: 'margin', route: 'county' },
      '2026-03-05',
      '2026-10-16',
    ],
    ['刚性支出，下放 5 个工作日', { scheme: 'rigid' }, '2026-02-27', '2026-10-10'],
    [
      '刚性支出，县级 10 个工作日',
      { scheme: 'rigid', route: 'county' },
      '2026-03-05',
      '2026-10-16',
    ],
    ['特困，下放 10 个工作日', { scheme: 'tekun' }, '2026-03-05', '2026-10-16'],
    ['特困，县级 15 个工作日', { scheme: 'tekun', route: 'county' }, '2026-03-12', '2026-10-23'],
    ['临时救助，下放 5 个工作日', { scheme: 'temporary' }, '2026-02-27', '2026-10-10'],
    [
      '临时救助，县级 5 个工作日',
      { scheme: 'temporary', route: 'county' },
      '2026-02-27',
      '2026-10-10',
    ],
  ])('%s', (_, way, spring, national) => {
    const withoutDecision = (ends: LocalDate) => {
      const state = publishedUntil(way, ends);
      const latest = state.assessment.assessments.map((each) => ({
        ...each,
        result: { ...each.result, scheme: way.scheme },
      }));
      return {
        ...state,
        assessment: { ...state.assessment, assessments: latest },
      };
    };
    expect(dueOf(withoutDecision(ENDED_SPRING), 'confirmation', SPRING)?.on).toBe(spring);
    expect(dueOf(withoutDecision(ENDED_NATIONAL), 'confirmation', SPRING)?.on).toBe(national);
  });
});

describe('办结的总期限，自受理之日起（民发〔2022〕83号四；刚性支出困难家庭认定办法第七条）', () => {
  type Total = readonly [days: number, spring: string, national: string];
  const TWENTY: Total = [20, '2026-03-19', '2026-11-03'];
  const THIRTY: Total = [30, '2026-04-02', '2026-11-17'];
  const totals: readonly (readonly [Scheme, Route, Total])[] = [
    ['dibao', 'township', TWENTY],
    ['dibao', 'county', THIRTY],
    ['margin', 'township', TWENTY],
    ['margin', 'county', THIRTY],
    ['rigid', 'township', THIRTY],
    ['rigid', 'county', THIRTY],
    ['temporary', 'township', TWENTY],
    ['temporary', 'county', TWENTY],
  ];

  it.each(totals)('%s %s：最后一日可以决定，次日不可以', (scheme, route, [, spring, national]) => {
    for (const [accepted, last] of [
      [SPRING, on(spring)],
      [NATIONAL, on(national)],
    ] as const) {
      const state = acceptedOn(stateFor({ scheme, route }, []), accepted);
      const procedure = procedureFor(scheme, accepted);
      expect(totalDue(state, procedure, calendar)).toEqual({ on: last, provisional: false });
      expect(isInTime(state, last)).toBe(true);
      expect(isInTime(state, addDays(last, 1))).toBe(false);
    }
  });

  it.each<[Scheme]>([['dibao'], ['margin'], ['rigid'], ['temporary']])(
    '%s 批准延期的，最长 45 个工作日：最后一日可以，次日不可以',
    (scheme) => {
      const plain = acceptedOn(stateFor({ scheme }, []), SPRING);
      const extension = {
        ...{ reasonCode: 'objection', explanation: '', requestedBy: 'a', approvedBy: 'b' },
        ...{ approvedOn: SPRING, limitWorkingDays: 45 },
      };
      const state = { ...plain, course: { ...plain.course, extension } };
      const last = on('2026-04-24');
      expect(totalDue(state, procedureFor(scheme, SPRING), calendar)?.on).toBe(last);
      expect(isInTime(state, last)).toBe(true);
      expect(isInTime(state, addDays(last, 1))).toBe(false);
    },
  );

  it('特困、先行救助没有总期限，按各环节计算', () => {
    const ways: readonly Way[] = [
      { scheme: 'tekun' },
      { scheme: 'tekun', route: 'county' },
      { scheme: 'temporary', channel: 'help-first' },
      { scheme: 'temporary', channel: 'quick-aid', route: 'county' },
    ];
    for (const way of ways) {
      const state = acceptedOn(stateFor(way, []), SPRING);
      expect(totalDue(state, procedureFor(way.scheme, SPRING), calendar)).toBeNull();
      expect(isInTime(state, on('2026-12-31'))).toBe(true);
    }
  });
});

function isInTime(state: CaseState, today: LocalDate): boolean {
  const { scheme } = state.course;
  const procedure = procedureFor(scheme, state.intake.accepted?.on ?? today);
  const by = { person: '', name: '', post: '', role: 'chair', area: placeCode(DAZHOU) };
  const given = { now: instant(0), today, by, calendar, procedure };
  const check = checksOf(state, given).find((each) => each.title === '没有超过全案办理期限');
  return check?.refusal === null;
}

describe('先行救助的期限按自然日，不因节假日顺延（临时救助意见；国发〔2014〕47号）', () => {
  it.each<[string, Channel, string, string]>([
    ['急难型 48 小时', 'help-first', '2026-02-15', '2026-10-02'],
    ['小额快救 3 日', 'quick-aid', '2026-02-16', '2026-10-03'],
  ])('%s', (_, channel, spring, national) => {
    for (const route of ['township', 'county'] as const) {
      const way = { scheme: 'temporary', channel, route } as const;
      const state = stateFor(way, UNTIL_OPINION);
      const due = (day: LocalDate) => dueOf(acceptedOn(state, day), 'opinion', day);
      expect(due(SPRING)).toEqual({ on: spring, provisional: false });
      expect(due(NATIONAL)).toEqual({ on: national, provisional: false });
    }
  });

  it.each<[Route]>([['township'], ['county']])(
    '%s 救助后 10 个工作日内补齐手续，3 个工作日内送达',
    (route) => {
      const state = stateFor({ scheme: 'temporary', channel: 'help-first', route }, []);
      const decided = (day: LocalDate): CaseState => ({
        ...state,
        confirmation: {
          ...state.confirmation,
          decision: { outcome: 'grant', on: day, monthlyAmount: fen(1) } as never,
        },
      });
      expect(dueOf(decided(SPRING), 'completion', SPRING)?.on).toBe('2026-03-05');
      expect(dueOf(decided(NATIONAL), 'completion', NATIONAL)?.on).toBe('2026-10-20');
      expect(dueOf(decided(SPRING), 'service', SPRING)?.on).toBe('2026-02-25');
      expect(dueOf(decided(NATIONAL), 'service', NATIONAL)?.on).toBe('2026-10-10');
    },
  );
});

describe('不予确认，决定后 3 个工作日内书面告知（办法第二十一条；特困人员认定办法第十八条）', () => {
  it.each<[Scheme]>([['dibao'], ['margin'], ['rigid'], ['tekun'], ['temporary']])(
    '%s：春节前、国庆前决定的',
    (scheme) => {
      for (const route of ['township', 'county'] as const) {
        const state = stateFor({ scheme, route }, []);
        const decided = (day: LocalDate): CaseState => ({
          ...state,
          confirmation: {
            ...state.confirmation,
            decision: { outcome: 'refuse', on: day } as never,
          },
        });
        expect(dueOf(decided(SPRING), 'service', SPRING)?.on).toBe('2026-02-25');
        expect(dueOf(decided(NATIONAL), 'service', NATIONAL)?.on).toBe('2026-10-10');
      }
    },
  );
});

describe('放假安排尚未公布的年份，期限标为暂定（WD-08）', () => {
  it('期限落在当年的确定，跨到未公布年份的暂定', () => {
    const due = (day: string) => {
      const state = acceptedOn(stateFor({ scheme: 'dibao' }, []), on(day));
      return totalDue(state, procedureFor('dibao', on(day)), calendar);
    };
    expect(due('2026-12-02')).toEqual({ on: '2026-12-30', provisional: false });
    expect(due('2026-12-03')).toEqual({ on: NOTICES_END, provisional: false });
    expect(due('2026-12-04')).toEqual({ on: '2027-01-01', provisional: true });
  });

  it('自然日的期限不需要放假安排，不标暂定', () => {
    const state = stateFor({ scheme: 'temporary', channel: 'quick-aid' }, UNTIL_OPINION);
    const day = NOTICES_END;
    expect(dueOf(acceptedOn(state, day), 'opinion', day)).toEqual({
      on: '2027-01-03',
      provisional: false,
    });
  });
});

describe('期限的数字（全国和达州）', () => {
  type Numbers = readonly [investigation: number, township: number, county: number, total: string];
  const rows: readonly (readonly [Scheme, Numbers])[] = [
    ['dibao', [10, 5, 10, '20/30']],
    ['margin', [10, 5, 10, '20/30']],
    ['rigid', [10, 5, 10, '30/30']],
    ['tekun', [15, 10, 15, '']],
    ['temporary', [10, 5, 5, '20/20']],
  ];
  it.each(rows)('%s', (scheme, [investigation, township, county, total]) => {
    for (const place of ['511702', '350426']) {
      const got = getProcedure(standards.regionOf(place), SPRING, { scheme });
      if (!got.ok) throw new Error(got.refusal.message);
      const { procedure: of } = got;
      expect(of.investigationWorkingDays.value).toBe(investigation);
      expect(of.confirmationWorkingDays.value).toBe(township);
      expect(of.countyConfirmationWorkingDays.value).toBe(county);
      expect(of.totalWorkingDaysExtended.value).toBe(45);
      expect([of.refusalNoticeWorkingDays.value, of.publicityDays.value]).toEqual([3, 7]);
      const flows = allFlows.filter(
        (flow) => flow.scheme === scheme && flow.channel === 'ordinary',
      );
      const totals = flows.flatMap(({ totalLimit }) => (totalLimit ? of[totalLimit].value : []));
      expect(totals.join('/')).toBe(total);
    }
  });

  it('83 号文以前下放的总期限是 30 个工作日，以后是 20 个', () => {
    const days = (day: string) => procedureFor('dibao', on(day)).totalWorkingDaysDelegated.value;
    expect([days('2022-10-19'), days('2022-10-20')]).toEqual([30, 20]);
  });
});
