import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What must all hold before an error is forgiven (容错, DB-39): each is examined with its own sentence. */
export const toleranceTitles = {
  goodFaith: '没有谋取私利、没有优亲厚友',
  diligent: '按规定的程序尽到了责任',
  objective: '差错由客观原因造成',
  corrected: '发现以后及时改正',
} as const;
export type Tolerance = keyof typeof toleranceTitles;

export const conclusionTitles = {
  exempt: '符合容错情形，不予追究',
  education: '批评教育、责令改正',
  discipline: '移送纪检监察机关处理',
  suspension: '建议暂停该乡镇的审核确认权限，并按规定追究责任',
} as const;
export type Conclusion = keyof typeof conclusionTitles;

type Examined = {
  readonly [Ground in Tolerance]: { readonly holds: boolean; readonly why: string };
};

export type AccountabilityEvent =
  | {
      readonly type: 'AccountabilityOpened';
      readonly township: string;
      readonly correctionIds: readonly string[];
      readonly reason: string;
      /** What stands in the record against the township, assembled at the opening. */
      readonly grounds: readonly string[];
    }
  | { readonly type: 'ToleranceExamined'; readonly grounds: Examined; readonly heard: string }
  | {
      readonly type: 'AccountabilityConcluded';
      readonly conclusion: Conclusion;
      readonly reason: string;
    };

export type AccountabilityState = {
  readonly opened: {
    readonly township: string;
    readonly correctionIds: readonly string[];
    readonly reason: string;
    readonly grounds: readonly string[];
    readonly on: LocalDate;
    readonly by: string;
  } | null;
  readonly examined: {
    readonly grounds: Examined;
    readonly heard: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
  readonly concluded: {
    readonly conclusion: Conclusion;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

/** 问责: from grave or repeated faults to a conclusion a person answers for; it lies with the county (DL-18, SL-70). */
export const accountabilitySlot: Slot<AccountabilityState, AccountabilityEvent> = {
  initial: { opened: null, examined: null, concluded: null },
  evolve: {
    AccountabilityOpened: (state, { type: _, ...opened }, { actor, occurredOn }) => ({
      ...state,
      opened: { ...opened, on: occurredOn, by: actor },
    }),
    ToleranceExamined: (state, { grounds, heard }, { actor, occurredOn }) => ({
      ...state,
      examined: { grounds, heard, on: occurredOn, by: actor },
    }),
    AccountabilityConcluded: (state, { conclusion, reason }, { actor, occurredOn }) => ({
      ...state,
      concluded: { conclusion, reason, on: occurredOn, by: actor },
    }),
  },
  titles: {
    AccountabilityOpened: '启动问责核查',
    ToleranceExamined: '审查容错情形',
    AccountabilityConcluded: '作出问责结论',
  },
};
