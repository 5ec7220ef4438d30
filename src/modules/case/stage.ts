import type { LocalDate } from '../../kernel/local-date.ts';
import type { RuleId } from '../../law/index.ts';
import type { Role } from '../identity/index.ts';
import { nextInstalment } from '../instalment/index.ts';
import type { CaseState } from './case.ts';
import * as leave from './leave.ts';
import * as turn from './turn.ts';

/** Where a deadline starts to run, and which limit of the county's procedure applies. */
export type StageLimit = {
  readonly from: (state: CaseState) => LocalDate | null;
  readonly limit: LimitName;
  /** Another limit in its place, where the law has one for what is done now (a re-check, DB-18). */
  readonly instead?: (state: CaseState) => LimitName | null;
};

/** The parameters of the procedure that are limits; all count working days but those of urgent help. */
export type LimitName =
  | 'completenessWorkingDays'
  | 'finishVerificationWorkingDays'
  | 'recheckWorkingDays'
  | 'investigationWorkingDays'
  | 'confirmationWorkingDays'
  | 'countyConfirmationWorkingDays'
  | 'refusalNoticeWorkingDays'
  | 'helpFirstPapersWorkingDays'
  | 'helpFirstDays'
  | 'quickAidDays';

export type StageId =
  | 'intake'
  | 'authorisation'
  | 'verification'
  | 'investigation'
  | 'care'
  | 'coordination'
  | 'opinion'
  | 'publicity'
  | 'county-visit'
  | 'deliberation'
  | 'county-review'
  | 'confirmation'
  | 'service'
  | 'announcement'
  | 'completion'
  | 'report'
  | 'instalment'
  | 'archive';

/**
 * One step of the procedure. It opens when every stage in `after` is left and it applies to the case; it is
 * left when `leave` holds. Task lists, clocks, the stage bar and the generated table all read this list.
 */
export type Stage = {
  readonly id: StageId;
  readonly title: string;
  readonly office: 'township' | 'county';
  readonly after: readonly StageId[];
  /** Who may act in the stage at all. */
  readonly roles: readonly Role[];
  /** Of these, whose turn it is, in a stage that passes from one to another; left out: everybody's. */
  readonly turn?: (state: CaseState) => readonly Role[];
  /** The next act in words, for the button and the task list. */
  readonly act: string;
  readonly leave: leave.Leave;
  readonly applies?: (state: CaseState) => boolean;
  readonly clock?: StageLimit;
  /** The day of the next act, where a decision names it and no limit is counted. */
  readonly dueOn?: (state: CaseState) => LocalDate | null;
  readonly rules: readonly RuleId[];
};

const accepted = (state: CaseState) => state.intake.accepted?.on ?? null;
const decided = (state: CaseState) => state.confirmation.decision?.on ?? null;
const requested = (state: CaseState) => state.verification.requests.at(-1)?.requestedOn ?? null;

export const intake: Stage = {
  id: 'intake',
  title: '申请受理',
  office: 'township',
  after: [],
  roles: ['window-clerk', 'case-officer'],
  act: '登记家庭情况并受理',
  leave: leave.intake,
  clock: { from: (state) => state.course.openedOn, limit: 'completenessWorkingDays' },
  rules: ['DB-04', 'DB-09', 'DB-10'],
};

export const authorisation: Stage = {
  id: 'authorisation',
  title: '授权承诺',
  office: 'township',
  after: ['intake'],
  roles: ['window-clerk', 'case-officer'],
  act: '取得每名成员的授权承诺和近亲属声明',
  leave: leave.authorisation,
  rules: ['DB-09', 'DB-11', 'HD-02'],
};

export const verification: Stage = {
  id: 'verification',
  title: '信息核对',
  office: 'county',
  after: ['authorisation'],
  roles: ['case-officer', 'verifier'],
  act: '提请核对、答复并说明差异',
  turn: turn.verification,
  leave: leave.verification,
  clock: {
    from: requested,
    limit: 'finishVerificationWorkingDays',
    instead: ({ verification: { requests } }) =>
      requests.at(-1)?.recheckOf ? 'recheckWorkingDays' : null,
  },
  rules: ['DB-17a', 'DB-18', 'HD-05'],
};

export const investigation: Stage = {
  id: 'investigation',
  title: '入户调查',
  office: 'township',
  after: ['intake'],
  roles: ['investigator', 'case-officer'],
  act: '入户调查、邻里访问并完成调查',
  leave: leave.investigation,
  clock: { from: accepted, limit: 'investigationWorkingDays' },
  rules: ['DL-08', 'DB-15', 'DB-16a', 'DB-16b'],
};

/** 特困: what a person can do alone is found by the county, with help; the care tier follows from it. */
export const care: Stage = {
  id: 'care',
  title: '自理能力评估',
  office: 'county',
  after: ['authorisation'],
  roles: ['aid-officer', 'inspector'],
  act: '评估生活自理能力六项指标',
  leave: leave.care,
  rules: ['TK-20', 'TK-21', 'TK-22'],
};

/** 一事一议: the county's coordination mechanism decides what is beyond the standard or the township (LS-15). */
export const coordination: Stage = {
  id: 'coordination',
  title: '一事一议',
  office: 'county',
  after: ['verification', 'investigation'],
  roles: ['case-officer', 'aid-officer'],
  act: '提请、召集协调机制会议一事一议',
  turn: turn.coordination,
  leave: leave.coordination,
  applies: leave.isCoordinated,
  rules: ['LS-15', 'JT-11'],
};

export const opinion: Stage = {
  id: 'opinion',
  title: '核算初审',
  office: 'township',
  after: ['verification', 'investigation'],
  roles: ['case-officer'],
  act: '核算并形成初审意见',
  leave: leave.opinion,
  clock: { from: accepted, limit: 'investigationWorkingDays' },
  rules: ['DB-19a', 'DB-23', 'JT-06'],
};

export const publicity: Stage = {
  id: 'publicity',
  title: '公示',
  office: 'township',
  after: ['opinion'],
  roles: ['poster', 'case-officer'],
  act: '在乡镇和村（社区）张贴公示',
  turn: turn.publicity,
  leave: leave.publicity,
  rules: ['DB-19a', 'DL-09', 'PB-02'],
};

export const countyVisit: Stage = {
  id: 'county-visit',
  title: '县级核查',
  office: 'county',
  after: ['opinion'],
  roles: ['inspector'],
  act: '县级入户核查',
  leave: leave.countyVisit,
  applies: leave.needsCountyVisit,
  rules: ['DB-20b', 'DL-12'],
};

export const deliberation: Stage = {
  id: 'deliberation',
  title: '集体研究',
  office: 'township',
  after: ['publicity', 'county-visit'],
  roles: ['secretary', 'chair', 'voter'],
  act: '列入会议集体研究',
  turn: turn.deliberation,
  leave: leave.deliberation,
  rules: ['DL-10', 'JT-01', 'JT-10'],
};

export const townshipConfirmation: Stage = {
  id: 'confirmation',
  title: '确认',
  office: 'township',
  after: ['deliberation'],
  roles: ['chair'],
  act: '签发确认决定',
  leave: leave.confirmation,
  clock: { from: leave.publicityEnd, limit: 'confirmationWorkingDays' },
  rules: ['DL-02', 'DB-20a', 'DB-21a', 'DB-21b'],
};

export const countyReview: Stage = {
  id: 'county-review',
  title: '县级审核',
  office: 'county',
  after: ['publicity', 'county-visit'],
  roles: ['aid-officer'],
  act: '县级审核',
  leave: leave.countyReview,
  clock: { from: leave.publicityEnd, limit: 'countyConfirmationWorkingDays' },
  rules: ['DB-20a', 'SL-44'],
};

export const countyConfirmation: Stage = {
  id: 'confirmation',
  title: '确认',
  office: 'county',
  after: ['county-review'],
  roles: ['county-leader'],
  act: '签发确认决定',
  leave: leave.confirmation,
  clock: { from: leave.publicityEnd, limit: 'countyConfirmationWorkingDays' },
  rules: ['DB-20a', 'DB-21a', 'DB-21b'],
};

/** 先行救助: decided at once on what is known, without publicity, meeting or verification (LS-08, LS-09). */
export const helpFirstOpinion: Stage = {
  ...opinion,
  title: '急难情况核实',
  after: ['intake'],
  act: '核实急难情况并提出救助意见',
  clock: { from: accepted, limit: 'helpFirstDays' },
  rules: ['LS-08', 'LS-09', 'LS-14'],
};

export function helpFirstConfirmation(confirmation: Stage, limit: LimitName): Stage {
  return {
    ...confirmation,
    after: ['opinion'],
    act: '签发先行救助决定',
    clock: { from: accepted, limit },
    rules: ['LS-08', 'LS-10', 'LS-12'],
  };
}

export const completion: Stage = {
  id: 'completion',
  title: '补齐手续',
  office: 'township',
  after: ['confirmation'],
  roles: ['window-clerk', 'case-officer'],
  act: '补充说明情况并补齐手续',
  leave: leave.completion,
  clock: { from: decided, limit: 'helpFirstPapersWorkingDays' },
  applies: leave.isGranted,
  rules: ['LS-08', 'LS-09', 'LS-10'],
};

export const report: Stage = {
  id: 'report',
  title: '会议备案',
  office: 'township',
  after: ['confirmation'],
  roles: ['secretary'],
  act: '向下一次集体研究会议报告',
  leave: leave.report,
  applies: leave.isGranted,
  rules: ['JT-10'],
};

export const service: Stage = {
  id: 'service',
  title: '送达',
  office: 'township',
  after: ['confirmation'],
  roles: ['window-clerk', 'case-officer'],
  act: '送达通知书',
  leave: leave.service,
  clock: { from: decided, limit: 'refusalNoticeWorkingDays' },
  rules: ['DB-21b', 'OT-04'],
};

export const announcement: Stage = {
  id: 'announcement',
  title: '公布',
  office: 'township',
  after: ['confirmation'],
  roles: ['poster', 'case-officer'],
  act: '在乡镇和村（社区）公布',
  leave: leave.announcement,
  applies: leave.isGranted,
  rules: ['DB-24', 'PB-04', 'DL-09'],
};

/** 分次发放: decided once, paid in stages; each later one is looked at and released by a person (LS-16). */
export const instalment: Stage = {
  id: 'instalment',
  title: '分次发放',
  office: 'township',
  after: ['confirmation'],
  roles: ['case-officer', 'investigator', 'chair', 'county-leader'],
  act: '回访后发放下一次救助金',
  turn: turn.instalment,
  leave: leave.instalment,
  applies: leave.isStaged,
  dueOn: (state) => nextInstalment(state)?.on ?? null,
  rules: ['LS-16'],
};

export const archive: Stage = {
  id: 'archive',
  title: '归档',
  office: 'township',
  after: ['service', 'announcement'],
  roles: ['case-officer'],
  act: '整理归档',
  leave: leave.archive,
  rules: ['DA-08'],
};
