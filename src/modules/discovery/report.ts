import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

/** How the township came to know. */
export const sourceTitles = {
  'village-round': '村（社区）走访',
  neighbour: '邻里反映',
  'data-match': '数据比对、监测预警',
  hotline: '热线、来电来信',
  department: '学校、医院、派出所等单位转来',
  'official-round': '干部下村',
  other: '其他',
} as const;
export type DiscoverySource = keyof typeof sourceTitles;

/** Why a report ends without an application. */
export const closingTitles = {
  declined: '告知政策后本人不申请',
  'already-helped': '已在享受或者正在申请',
  'not-in-hardship': '走访后不存在反映的困难',
  'not-found': '查无此人或者不在本地',
  referred: '转其他部门或者慈善组织',
} as const;
export type DiscoveryClosing = keyof typeof closingTitles;

export type HardshipReport = {
  readonly village: PlaceCode;
  /** Head of the family, as far as known. */
  readonly name: string;
  readonly idNumber: Sealed | null;
  readonly phone: Sealed | null;
  readonly address: Sealed | null;
  readonly people: number | null;
  /** What was seen, in the words of whoever saw it. */
  readonly seen: string;
  readonly seenOn: LocalDate;
  readonly source: DiscoverySource;
  /** Who told us; spoken to in confidence. */
  readonly informant: Sealed | null;
  readonly urgent: boolean;
  /** A child, or somebody who cannot apply alone: the township must help (TK-11). */
  readonly needsHelp: boolean;
  readonly photos: readonly FileRef[];
};

export type DiscoveryEvent =
  | {
      readonly type: 'HardshipReported';
      readonly report: HardshipReport;
      readonly dueOn: LocalDate;
    }
  | { readonly type: 'FamilyTold'; readonly on: LocalDate; readonly how: string }
  | { readonly type: 'ApplicationOpened'; readonly caseId: string }
  | {
      readonly type: 'ReportClosed';
      readonly ground: DiscoveryClosing;
      readonly reason: string;
    };

export type DiscoveryState = {
  readonly report: HardshipReport | null;
  readonly reportedBy: string;
  readonly reportedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly told: {
    readonly on: LocalDate;
    readonly how: string;
    readonly by: string;
  } | null;
  readonly ended:
    | { readonly on: LocalDate; readonly by: string; readonly caseId: string }
    | {
        readonly on: LocalDate;
        readonly by: string;
        readonly caseId: null;
        readonly ground: DiscoveryClosing;
        readonly reason: string;
      }
    | null;
};

/** One report of a family in hardship, until it is an application or a written reason. */
export const discoverySlot: Slot<DiscoveryState, DiscoveryEvent> = {
  initial: {
    ...{ report: null, reportedBy: '', reportedOn: null, dueOn: null, told: null, ended: null },
  },
  evolve: {
    HardshipReported: (state, { report, dueOn }, { actor, occurredOn }) => ({
      ...state,
      report,
      dueOn,
      reportedBy: actor,
      reportedOn: occurredOn,
    }),
    FamilyTold: (state, { on, how }, { actor }) => ({ ...state, told: { on, how, by: actor } }),
    ApplicationOpened: (state, { caseId }, { actor, occurredOn }) => ({
      ...state,
      ended: { on: occurredOn, by: actor, caseId },
    }),
    ReportClosed: (state, { ground, reason }, { actor, occurredOn }) => ({
      ...state,
      ended: { on: occurredOn, by: actor, caseId: null, ground, reason },
    }),
  },
  titles: {
    HardshipReported: '主动发现报告',
    FamilyTold: '告知政策',
    ApplicationOpened: '转为申请',
    ReportClosed: '写明理由办结',
  },
};
