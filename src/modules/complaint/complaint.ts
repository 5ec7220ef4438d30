import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

export const channelTitles = {
  phone: '电话',
  window: '当面',
  portal: '网上',
  letter: '来信',
} as const;
export type Channel = keyof typeof channelTitles;

export const outcomeTitles = {
  proved: '属实',
  partly: '部分属实',
  unfounded: '不属实',
  unclear: '无法查实',
} as const;
export type Outcome = keyof typeof outcomeTitles;

export const mannerTitles = {
  'in-person': '当面告知',
  letter: '邮寄',
  phone: '电话告知',
  portal: '凭查询码网上查看',
} as const;
export type Manner = keyof typeof mannerTitles;

/** How the reporter was told of something, and what proves it. */
export type Told = {
  readonly on: LocalDate;
  readonly manner: Manner;
  readonly proof: FileRef | null;
};

/** An official a complaint speaks of. A county leader is above everybody here: such a complaint goes up. */
export type Accused = {
  readonly person: string;
  readonly name: string;
  readonly isLeader: boolean;
  readonly isCounty: boolean;
};

export type ComplaintEvent =
  | {
      readonly type: 'ComplaintReceived';
      readonly channel: Channel;
      readonly receivedOn: LocalDate;
      /** The place complained about: a village, a township or the county office itself. */
      readonly place: string;
      readonly accused: readonly Accused[];
      /** Sealed with the key of the vault, like everything a reporter says. */
      readonly text: Sealed;
      /** Null for an anonymous one. */
      readonly reporter: Sealed | null;
      readonly files: readonly FileRef[];
      readonly acceptBy: LocalDate;
    }
  | {
      readonly type: 'ComplaintAccepted';
      /** Whether it is handled as a petition (信访), with the limits of that regulation (OT-01). */
      readonly asPetition: boolean;
      readonly told: Told | null;
      readonly finishBy: LocalDate;
    }
  | { readonly type: 'ComplaintDeclined'; readonly reason: Sealed; readonly told: Told | null }
  | {
      readonly type: 'ComplaintPassedUp';
      readonly to: string;
      readonly reason: Sealed;
      readonly receipt: FileRef;
    }
  | { readonly type: 'CaseLinked'; readonly caseId: string; readonly ref: string }
  | {
      readonly type: 'ComplaintConcluded';
      readonly outcome: Outcome;
      readonly finding: Sealed;
      readonly investigators: readonly { readonly person: string; readonly name: string }[];
    }
  | {
      readonly type: 'ExtractReleased';
      readonly extractId: string;
      readonly township: string;
      readonly text: string;
    }
  | { readonly type: 'ReporterAnswered'; readonly answer: Sealed; readonly told: Told }
  | { readonly type: 'AnswerSeen' }
  | { readonly type: 'ReporterAsked'; readonly reason: string }
  | { readonly type: 'ReporterOpened' }
  | { readonly type: 'ReporterSeen' };

type Received = Omit<Extract<ComplaintEvent, { type: 'ComplaintReceived' }>, 'type'>;

export type ComplaintState = {
  readonly received: (Received & { readonly by: string }) | null;
  readonly accepted: {
    readonly asPetition: boolean;
    readonly on: LocalDate;
    readonly told: Told | null;
    readonly finishBy: LocalDate;
  } | null;
  readonly declined: {
    readonly on: LocalDate;
    readonly reason: Sealed;
    readonly told: Told | null;
  } | null;
  readonly passedUp: {
    readonly on: LocalDate;
    readonly to: string;
    readonly reason: Sealed;
  } | null;
  readonly cases: readonly {
    readonly caseId: string;
    readonly ref: string;
    readonly on: LocalDate;
  }[];
  readonly concluded: {
    readonly on: LocalDate;
    readonly by: string;
    readonly outcome: Outcome;
    readonly finding: Sealed;
    readonly investigators: readonly { readonly person: string; readonly name: string }[];
  } | null;
  readonly extracts: readonly {
    readonly extractId: string;
    readonly township: string;
    readonly text: string;
    readonly on: LocalDate;
    readonly by: string;
  }[];
  readonly answered: {
    readonly answer: Sealed;
    readonly told: Told;
    readonly seenOn: LocalDate | null;
  } | null;
  /** Who wants to know the reporter, and who opened the envelope; good for that day. */
  readonly opening: {
    readonly askedBy: string;
    readonly reason: string;
    readonly openedBy: string | null;
    readonly openedOn: LocalDate | null;
  } | null;
};

/** One report or complaint (SL-68, DB-37). It lies with the county; a township never finds it. */
export const complaintSlot: Slot<ComplaintState, ComplaintEvent> = {
  initial: {
    ...{ received: null, accepted: null, declined: null, passedUp: null, cases: [] },
    ...{ concluded: null, extracts: [], answered: null, opening: null },
  },
  evolve: {
    ComplaintReceived: (state, { type: _, ...received }, { actor }) => ({
      ...state,
      received: { ...received, by: actor },
    }),
    ComplaintAccepted: (state, { asPetition, told, finishBy }, { occurredOn }) => ({
      ...state,
      accepted: { asPetition, told, finishBy, on: occurredOn },
    }),
    ComplaintDeclined: (state, { reason, told }, { occurredOn }) => ({
      ...state,
      declined: { reason, told, on: occurredOn },
    }),
    ComplaintPassedUp: (state, { to, reason }, { occurredOn }) => ({
      ...state,
      passedUp: { to, reason, on: occurredOn },
    }),
    CaseLinked: (state, { caseId, ref }, { occurredOn }) => ({
      ...state,
      cases: [...state.cases, { caseId, ref, on: occurredOn }],
    }),
    ComplaintConcluded: (state, { outcome, finding, investigators }, { actor, occurredOn }) => ({
      ...state,
      concluded: { outcome, finding, investigators, by: actor, on: occurredOn },
    }),
    ExtractReleased: (state, { extractId, township, text }, { actor, occurredOn }) => ({
      ...state,
      extracts: [...state.extracts, { extractId, township, text, by: actor, on: occurredOn }],
    }),
    ReporterAnswered: (state, { answer, told }) => ({
      ...state,
      answered: { answer, told, seenOn: null },
    }),
    AnswerSeen: (state, _, { occurredOn }) => ({
      ...state,
      answered: state.answered && { ...state.answered, seenOn: occurredOn },
    }),
    ReporterAsked: (state, { reason }, { actor }) => ({
      ...state,
      opening: { askedBy: actor, reason, openedBy: null, openedOn: null },
    }),
    ReporterOpened: (state, _, { actor, occurredOn }) => ({
      ...state,
      opening: state.opening && { ...state.opening, openedBy: actor, openedOn: occurredOn },
    }),
    ReporterSeen: (state) => state,
  },
  titles: {
    ComplaintReceived: '登记举报投诉',
    ComplaintAccepted: '受理举报投诉',
    ComplaintDeclined: '不予受理举报投诉',
    ComplaintPassedUp: '转送上级机关',
    CaseLinked: '关联办件',
    ComplaintConcluded: '作出核查结论',
    ExtractReleased: '向乡镇下发摘要',
    ReporterAnswered: '答复举报人',
    AnswerSeen: '举报人查看答复',
    ReporterAsked: '申请查看举报人',
    ReporterOpened: '同意查看举报人',
    ReporterSeen: '查看举报人',
  },
};

export const standingTitles = {
  received: '待受理',
  accepted: '核查中',
  concluded: '待答复',
  closed: '已办结',
  declined: '不予受理',
  'passed-up': '已转送上级',
} as const;
export type Standing = keyof typeof standingTitles;

export function standingOf(state: ComplaintState): Standing {
  if (state.passedUp) return 'passed-up';
  if (state.declined) return 'declined';
  if (!state.accepted) return 'received';
  if (!state.concluded) return 'accepted';
  // Whoever gave no name cannot be answered (DB-37): the conclusion ends it.
  return state.answered || !state.received?.reporter ? 'closed' : 'concluded';
}

/** Whether a complaint speaks of this person: to them it does not exist. */
export function isAccused({ received }: ComplaintState, person: string): boolean {
  return received?.accused.some((each) => each.person === person) ?? false;
}

/** The day the next thing is due: whether it is accepted, then the result and the answer. */
export function dueOf(state: ComplaintState): LocalDate | null {
  const standing = standingOf(state);
  if (standing === 'received') return state.received?.acceptBy ?? null;
  return standing === 'accepted' || standing === 'concluded'
    ? (state.accepted?.finishBy ?? null)
    : null;
}
