import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { StageId } from '../case/index.ts';
import { countyRoles, type Role } from '../identity/index.ts';

type WorkingRule = {
  readonly title: string;
  /** Whose work it orders: the county's own, or that of each township. */
  readonly level: 'county' | 'township';
  /** The stages of a case it governs; none where it governs no case. */
  readonly stages: readonly StageId[];
  /** Who must have read it. */
  readonly readers: readonly Role[];
};

/** 县级八项、乡镇七项工作制度 (DL-15). */
export const workingRules = {
  'policy-standard': {
    ...{ title: '政策标准制度', level: 'county', stages: ['opinion'] },
    readers: ['aid-officer', 'county-leader'],
  },
  supervision: {
    ...{ title: '综合监管制度', level: 'county', stages: ['county-visit'] },
    readers: ['inspector', 'aid-officer', 'county-leader'],
  },
  'fund-safety': {
    ...{ title: '资金安全制度', level: 'county', stages: [] },
    readers: ['aid-officer', 'county-leader'],
  },
  evaluation: {
    ...{ title: '绩效评估制度', level: 'county', stages: [] },
    readers: ['aid-officer', 'inspector', 'county-leader'],
  },
  verification: {
    ...{ title: '信息核对制度', level: 'county', stages: ['verification'] },
    readers: ['verifier', 'aid-officer'],
  },
  dispatch: {
    ...{ title: '日常调度制度', level: 'county', stages: [] },
    readers: ['aid-officer', 'county-leader'],
  },
  'report-checking': {
    ...{ title: '举报核查制度', level: 'county', stages: ['county-visit'] },
    readers: ['inspector', 'county-leader'],
  },
  accountability: {
    ...{ title: '问责追责制度', level: 'county', stages: [] },
    readers: [...countyRoles, 'case-officer', 'chair'],
  },
  intake: {
    ...{ title: '申请受理制度', level: 'township', stages: ['intake', 'authorisation'] },
    readers: ['window-clerk', 'case-officer'],
  },
  'home-visit': {
    ...{ title: '入户调查制度', level: 'township', stages: ['investigation'] },
    readers: ['investigator', 'case-officer'],
  },
  accounting: {
    ...{ title: '收支核算制度', level: 'township', stages: ['opinion'] },
    readers: ['case-officer'],
  },
  'collective-study': {
    ...{ title: '集体研究制度', level: 'township', stages: ['deliberation', 'confirmation'] },
    readers: ['secretary', 'voter', 'chair'],
  },
  'dynamic-management': {
    ...{ title: '动态管理制度', level: 'township', stages: [] },
    readers: ['case-officer', 'investigator'],
  },
  'public-notice': {
    ...{ title: '公示公开制度', level: 'township', stages: ['publicity', 'announcement'] },
    readers: ['poster', 'case-officer'],
  },
  filing: {
    ...{ title: '档案管理制度', level: 'township', stages: ['archive'] },
    readers: ['case-officer'],
  },
} as const satisfies Readonly<Record<string, WorkingRule>>;

export type RuleName = keyof typeof workingRules;
export const ruleNames = Object.keys(workingRules) as readonly RuleName[];

/** The same with the wider type, for looking something up by name. */
export function workingRuleOf(name: RuleName): WorkingRule {
  return workingRules[name];
}

/** One text as it was issued. */
export type RuleText = {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: LocalDate;
  readonly effectiveFrom: LocalDate;
  /** The words themselves, where they were typed in; '' where only the scan was uploaded. */
  readonly text: string;
  readonly file: FileRef | null;
};

export type RuleVersion = RuleText & { readonly version: number };

export type RuleEvent =
  | { readonly type: 'RuleVersionPublished'; readonly version: RuleVersion }
  | { readonly type: 'RuleRepealed'; readonly on: LocalDate; readonly reason: string };

export type RuleState = {
  readonly versions: readonly RuleVersion[];
  /** From this day none of the versions holds; a new version ends that. */
  readonly repealed: { readonly on: LocalDate; readonly reason: string } | null;
};

/** The texts of one rule at one place, oldest first; nothing is ever taken out. */
export const workingRuleSlot: Slot<RuleState, RuleEvent> = {
  initial: { versions: [], repealed: null },
  evolve: {
    RuleVersionPublished: (state, { version }) => ({
      versions: [...state.versions, version],
      repealed: null,
    }),
    RuleRepealed: (state, { on, reason }) => ({ ...state, repealed: { on, reason } }),
  },
  titles: { RuleVersionPublished: '发布制度文本', RuleRepealed: '废止制度' },
};

export type ReadingEvent = {
  readonly type: 'RuleRead';
  readonly ruleId: string;
  readonly version: number;
};
export type ReadingState = readonly {
  readonly ruleId: string;
  readonly version: number;
  readonly on: LocalDate;
}[];

/** What one person has read, version by version. */
export const ruleReadingSlot: Slot<ReadingState, ReadingEvent> = {
  initial: [],
  evolve: {
    RuleRead: (state, { ruleId, version }, { occurredOn }) => [
      ...state,
      { ruleId, version, on: occurredOn },
    ],
  },
  titles: { RuleRead: '阅读制度' },
};
