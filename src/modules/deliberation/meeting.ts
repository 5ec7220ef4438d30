import type { Instant } from '../../kernel/clock.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { EventMeta, Slot } from '../../kernel/slot.ts';
import { meetingBodyTitles, type Procedure } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { Resolution, Tally } from './deliberation.ts';

/** The bodies that may decide together; which of them a county uses is its own choice (JT-01). */
export type MeetingBody = Procedure['meetingBodies']['value'][number];

export const bodyTitles: { readonly [Body in MeetingBody]: string } = meetingBodyTitles;

/** What one person may say to a proposal. */
export type Choice = 'agree' | 'disagree' | 'abstain';

export type Entitled = { readonly person: string; readonly name: string };

/** A vote while the voting is open: nobody, the server's screens included, reads it before all have voted. */
export type SealedVote = { readonly person: string; readonly vote: Sealed };

export type OpenedVote = {
  readonly person: string;
  readonly choice: Choice;
  readonly opinion: string;
};

export type Recusal = {
  readonly caseId: string;
  readonly person: string;
  readonly ground: string;
  readonly found: 'register' | 'duty' | 'self' | 'request';
};

/** What the meeting is told of a case, kept as it was told: the case itself may change afterwards (JT-07). */
export type Presented = {
  readonly applicant: string;
  readonly village: string;
  readonly scheme: Scheme;
  readonly members: number;
  /** Fen a month; for 临时救助 the one sum. */
  readonly monthlyAmount: Fen;
  readonly facts: string;
  readonly proposal: string;
};

/** A case as it comes onto the agenda. */
export type Listed = {
  readonly caseId: string;
  readonly number: string;
  readonly proposalHash: string;
  readonly proposes: 'grant' | 'refuse';
  readonly presented: Presented;
};

export type AgendaItem = Listed & {
  readonly status: 'listed' | 'voting' | 'resolved';
  /** Those who may vote on this case: present, entitled, not recused. Fixed when the voting opens. */
  readonly voters: readonly string[];
  readonly sealed: readonly SealedVote[];
  readonly votes: readonly OpenedVote[];
  readonly resolution: Resolution | null;
  readonly tally: Tally | null;
  readonly reason: string;
  /** When its voting opened and when it had a result: who had to leave was outside in between (JT-07). */
  readonly openedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  /** Why a voting on it was given up, each time that happened. */
  readonly stopped: readonly string[];
};

export type MeetingEvent =
  | {
      readonly type: 'MeetingCalled';
      readonly number: string;
      readonly kind: MeetingBody;
      readonly on: LocalDate;
      /** "09:30" */
      readonly at: string;
      readonly place: string;
      readonly entitled: readonly Entitled[];
      readonly chair: string;
      readonly recorder: string;
    }
  | ({ readonly type: 'CaseListed' } & Listed)
  | { readonly type: 'CaseDelisted'; readonly caseId: string; readonly because: string }
  | {
      readonly type: 'AttendanceRecorded';
      readonly present: readonly string[];
      readonly absent: readonly { readonly person: string; readonly reason: string }[];
      readonly sittingIn: readonly { readonly name: string; readonly as: string }[];
    }
  | ({ readonly type: 'MemberRecused' } & Recusal)
  | { readonly type: 'VotingOpened'; readonly caseId: string; readonly voters: readonly string[] }
  | { readonly type: 'VoteCast'; readonly caseId: string; readonly vote: Sealed }
  | { readonly type: 'VotingStopped'; readonly caseId: string; readonly because: string }
  | {
      readonly type: 'VotingClosed';
      readonly caseId: string;
      readonly votes: readonly OpenedVote[];
      readonly tally: Tally;
      readonly resolution: Resolution;
      readonly reason: string;
    }
  | { readonly type: 'MinutesSigned' }
  | { readonly type: 'MinutesCountersigned' }
  | { readonly type: 'MeetingCalledOff'; readonly reason: string }
  | { readonly type: 'MeetingEnded' };

export type MeetingState = {
  readonly number: string;
  readonly kind: MeetingBody;
  readonly on: LocalDate | null;
  readonly at: string;
  readonly place: string;
  readonly entitled: readonly Entitled[];
  readonly chair: string;
  readonly recorder: string;
  readonly attendance: {
    readonly present: readonly string[];
    readonly absent: readonly { readonly person: string; readonly reason: string }[];
    readonly sittingIn: readonly { readonly name: string; readonly as: string }[];
  } | null;
  /** Everybody who was there for a part of the meeting, those who left before its end included. */
  readonly attended: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly recusals: readonly Recusal[];
  readonly signedBy: readonly string[];
  /** Other members, each on their day after the end; left out where none has. */
  readonly countersigned?: readonly { readonly person: string; readonly on: LocalDate }[];
  /** When somebody was first recorded as present. */
  readonly openedAt: Instant | null;
  readonly endedOn: LocalDate | null;
  readonly endedAt: Instant | null;
  /** It did not take place, or nobody could decide anything there; its cases are ready for another one. */
  readonly calledOff: {
    readonly on: LocalDate;
    readonly by: string;
    readonly reason: string;
    /** How many cases went back to be ready. */
    readonly cases: number;
  } | null;
};

export const meetingSlot: Slot<MeetingState, MeetingEvent> = {
  initial: {
    number: '',
    kind: 'office-meeting',
    on: null,
    at: '',
    place: '',
    entitled: [],
    chair: '',
    recorder: '',
    attendance: null,
    attended: [],
    agenda: [],
    recusals: [],
    signedBy: [],
    openedAt: null,
    endedOn: null,
    endedAt: null,
    calledOff: null,
  },
  evolve: {
    MeetingCalled: (state, { type: _, ...called }) => ({ ...state, ...called }),
    CaseListed: (state, { type: _, ...listed }) => ({
      ...state,
      agenda: [...state.agenda.filter((each) => each.caseId !== listed.caseId), newItem(listed)],
    }),
    CaseDelisted: (state, { caseId }) => ({
      ...state,
      agenda: state.agenda.filter((each) => each.caseId !== caseId),
    }),
    AttendanceRecorded: (state, { type: _, ...attendance }, { recordedAt }) => ({
      ...state,
      attendance,
      openedAt: state.openedAt ?? recordedAt,
      attended: attendedAfter(state, attendance.present),
    }),
    MemberRecused: (state, { type: _, ...recusal }) => ({
      ...state,
      recusals: [...state.recusals, recusal],
    }),
    VotingOpened: (state, { caseId, voters }, { recordedAt: openedAt }) =>
      withItem(state, caseId, (item) => ({
        ...item,
        ...{ status: 'voting', voters, sealed: [], openedAt },
      })),
    VoteCast: (state, { caseId, vote }, { actor }) =>
      withItem(state, caseId, (item) => ({
        ...item,
        sealed: [...item.sealed, { person: actor, vote }],
      })),
    VotingStopped: (state, { caseId, because }) =>
      withItem(state, caseId, (item) => ({
        ...item,
        status: 'listed',
        voters: [],
        sealed: [],
        stopped: [...item.stopped, because],
      })),
    VotingClosed: (state, { caseId, type: _, ...closed }, { recordedAt: resolvedAt }) =>
      withItem(state, caseId, (item) => ({ ...item, ...closed, status: 'resolved', resolvedAt })),
    MinutesSigned: (state, _, { actor }) => ({ ...state, signedBy: [...state.signedBy, actor] }),
    MinutesCountersigned: (state, _, { actor: person, occurredOn: on }) => ({
      ...state,
      countersigned: [...(state.countersigned ?? []), { person, on }],
    }),
    MeetingCalledOff: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      agenda: [],
      calledOff: { on: occurredOn, by: actor, reason, cases: state.agenda.length },
    }),
    MeetingEnded: (state, _, { occurredOn, recordedAt }) => ({
      ...state,
      endedOn: occurredOn,
      endedAt: recordedAt,
    }),
  },
  titles: {
    MeetingCalled: '召集会议',
    CaseListed: '列入议程',
    CaseDelisted: '移出议程',
    AttendanceRecorded: '登记到会',
    MemberRecused: '回避',
    VotingOpened: '开始表决',
    VoteCast: '投票',
    VotingStopped: '中止表决',
    VotingClosed: '表决结束',
    MinutesSigned: '签署会议记录',
    MinutesCountersigned: '成员签署会议记录',
    MeetingCalledOff: '取消会议',
    MeetingEnded: '会议结束',
  },
};

export function evolveMeeting(
  state: MeetingState,
  event: MeetingEvent,
  meta: EventMeta,
): MeetingState {
  return evolveSlot(meetingSlot, state, event, meta);
}

// Until the first vote a list is only being corrected; afterwards whoever is off it has left.
function attendedAfter(state: MeetingState, present: readonly string[]): readonly string[] {
  const started = state.agenda.some((each) => each.status === 'resolved');
  return started ? [...new Set([...state.attended, ...present])] : present;
}

function newItem(listed: Listed): AgendaItem {
  return {
    ...listed,
    status: 'listed',
    voters: [],
    sealed: [],
    votes: [],
    resolution: null,
    tally: null,
    reason: '',
    openedAt: null,
    resolvedAt: null,
    stopped: [],
  };
}

function withItem(
  state: MeetingState,
  caseId: string,
  change: (item: AgendaItem) => AgendaItem,
): MeetingState {
  return {
    ...state,
    agenda: state.agenda.map((each) => (each.caseId === caseId ? change(each) : each)),
  };
}

export function findItem(state: MeetingState, caseId: string): AgendaItem | undefined {
  return state.agenda.find((each) => each.caseId === caseId);
}

/** Who had to leave a case of the agenda. */
export function recusedFrom(state: MeetingState, caseId: string): readonly string[] {
  return state.recusals.filter((each) => each.caseId === caseId).map((each) => each.person);
}
