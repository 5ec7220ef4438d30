import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Channel } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** Who decides: the township on an instrument of authority, or the county by the ordinary route. */
export type Route = 'township' | 'county';

export type Extension = {
  readonly reasonCode: string;
  readonly explanation: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly approvedOn: LocalDate;
  readonly limitWorkingDays: number;
};

export type ClosingGround =
  | 'withdrawn'
  | 'non-cooperation'
  | 'not-accepted'
  | 'died'
  | 'moved-away';

/** An application handed on to another township of the county: the family moved, or it was the wrong place (DB-04). */
export type SentCase = {
  readonly id: string;
  readonly to: PlaceCode;
  readonly toName: string;
  readonly reason: string;
  readonly files: readonly FileRef[];
};

export type CourseEvent =
  | {
      readonly type: 'CaseOpened';
      readonly scheme: Scheme;
      readonly channel: Channel;
      readonly township: PlaceCode;
      readonly village: PlaceCode;
      readonly route: Route;
      readonly routeBecause: string;
      readonly flowVersion: number;
    }
  | {
      readonly type: 'SchemeChanged';
      readonly scheme: Scheme;
      readonly channel: Channel;
      readonly because: string;
    }
  | { readonly type: 'ChannelChanged'; readonly channel: Channel; readonly because: string }
  | { readonly type: 'RouteChanged'; readonly route: Route; readonly because: string }
  | {
      readonly type: 'ExtensionRequested';
      readonly reasonCode: string;
      readonly explanation: string;
    }
  | { readonly type: 'ExtensionApproved'; readonly limitWorkingDays: number }
  | { readonly type: 'ExtensionDeclined'; readonly reason: string }
  | { readonly type: 'CaseSent'; readonly sent: SentCase }
  | { readonly type: 'SentCaseRecalled'; readonly reason: string }
  | { readonly type: 'OverdueEscalated'; readonly stage: string; readonly dueOn: LocalDate }
  | { readonly type: 'OverdueOrdered'; readonly instruction: string; readonly finishBy: LocalDate }
  | {
      readonly type: 'CaseClosed';
      readonly ground: ClosingGround;
      readonly reason: string;
    };

export type CourseState = {
  readonly scheme: Scheme;
  /** 急难型 and 小额快救 go a way of their own. */
  readonly channel: Channel;
  /** Under which schemes it was handled before, and why it changed (OT-08). */
  readonly before: readonly { readonly scheme: Scheme; readonly because: string }[];
  readonly township: PlaceCode | null;
  readonly village: PlaceCode | null;
  readonly route: Route;
  readonly routeBecause: string;
  readonly flowVersion: number;
  readonly openedOn: LocalDate | null;
  readonly openedBy: string;
  readonly extensionAsked: {
    readonly by: string;
    readonly on: LocalDate;
    readonly reasonCode: string;
    readonly explanation: string;
  } | null;
  readonly extension: Extension | null;
  /** On its way to another township; until that is carried out it is handled here. */
  readonly sent: (SentCase & { readonly on: LocalDate }) | null;
  /** Stages whose lateness has been reported to the county, so that it is reported once. */
  readonly escalated: readonly { readonly stage: string; readonly dueOn: LocalDate }[];
  /** The county's order to finish a case that is beyond every limit (ADR 0002): the clock never decides it. */
  readonly ordered: { readonly on: LocalDate; readonly finishBy: LocalDate } | null;
  readonly closed: {
    readonly ground: ClosingGround;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export const courseSlot: Slot<CourseState, CourseEvent> = {
  initial: {
    scheme: 'dibao',
    channel: 'ordinary',
    before: [],
    township: null,
    village: null,
    route: 'county',
    routeBecause: '',
    flowVersion: 1,
    openedOn: null,
    openedBy: '',
    extensionAsked: null,
    extension: null,
    sent: null,
    escalated: [],
    ordered: null,
    closed: null,
  },
  evolve: {
    CaseOpened: (state, { type: _, ...opened }, { actor, occurredOn }) => ({
      ...state,
      ...opened,
      openedOn: occurredOn,
      openedBy: actor,
    }),
    SchemeChanged: (state, { scheme, channel, because }) => ({
      ...state,
      scheme,
      channel,
      before: [...state.before, { scheme: state.scheme, because }],
    }),
    ChannelChanged: (state, { channel, because }) => ({
      ...state,
      channel,
      before: [...state.before, { scheme: state.scheme, because }],
    }),
    RouteChanged: (state, { route, because }) => ({ ...state, route, routeBecause: because }),
    ExtensionRequested: (state, { reasonCode, explanation }, { actor, occurredOn }) => ({
      ...state,
      extensionAsked: { by: actor, on: occurredOn, reasonCode, explanation },
    }),
    ExtensionApproved: (state, { limitWorkingDays }, { actor, occurredOn }) => ({
      ...state,
      extensionAsked: null,
      extension: {
        reasonCode: state.extensionAsked?.reasonCode ?? '',
        explanation: state.extensionAsked?.explanation ?? '',
        requestedBy: state.extensionAsked?.by ?? '',
        approvedBy: actor,
        approvedOn: occurredOn,
        limitWorkingDays,
      },
    }),
    ExtensionDeclined: (state) => ({ ...state, extensionAsked: null }),
    CaseSent: (state, { sent }, { occurredOn }) => ({
      ...state,
      sent: { ...sent, on: occurredOn },
    }),
    SentCaseRecalled: (state) => ({ ...state, sent: null }),
    OverdueEscalated: (state, { stage, dueOn }) => ({
      ...state,
      escalated: [...state.escalated, { stage, dueOn }],
    }),
    OverdueOrdered: (state, { finishBy }, { occurredOn }) => ({
      ...state,
      ordered: { on: occurredOn, finishBy },
    }),
    CaseClosed: (state, { ground, reason }, { actor, occurredOn }) => ({
      ...state,
      closed: { ground, reason, on: occurredOn, by: actor },
    }),
  },
  titles: {
    CaseOpened: '建立办件',
    SchemeChanged: '转办其他救助',
    ChannelChanged: '改变办理方式',
    RouteChanged: '变更办理程序',
    ExtensionRequested: '申请延期',
    ExtensionApproved: '批准延期',
    ExtensionDeclined: '不同意延期',
    CaseSent: '移送其他乡镇',
    SentCaseRecalled: '撤回移送',
    OverdueEscalated: '超期上报县级',
    OverdueOrdered: '县级督办',
    CaseClosed: '终止办理',
  },
};
