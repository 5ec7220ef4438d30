import type { FileRef, Signature } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Someone who took part in a visit; `person` is the account, checked against the duties of the case. */
export type Visitor = { readonly person: string; readonly name: string };

/** `signer` is a visitor's person id, or the member id of the one who was at home. */
export type VisitSignature = Signature & {
  readonly as: 'visitor' | 'member';
  readonly signer: string;
};

/** 突发事件 that keep investigators away (DB-16f). */
export const remoteGrounds = {
  flood: '洪涝、山体滑坡等，道路阻断',
  earthquake: '地震',
  snow: '冰雪封路',
  epidemic: '疫情',
  other: '其他重大突发事件',
} as const;
export type RemoteGround = keyof typeof remoteGrounds;

export const remoteWays = { phone: '电话调查', video: '视频调查' } as const;
export type RemoteWay = keyof typeof remoteWays;

/** How one spoke to the family without being there, and what shows it. */
export type Remote = {
  readonly way: RemoteWay;
  readonly ground: RemoteGround;
  /** The call list, pictures of the video, the official notice of the emergency. */
  readonly evidence: readonly FileRef[];
  /** A visit on the spot follows by this day; null where the place asks for none. */
  readonly makeGoodBy: LocalDate | null;
};

/** The visit on the spot that follows one by phone or video. */
export type MadeGood = {
  readonly id: string;
  /** The remote visit it makes good. */
  readonly visitId: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  readonly memberPresent: string;
  readonly agrees: boolean;
  readonly result: string;
  readonly photos: readonly FileRef[];
  readonly signatures: readonly VisitSignature[];
};

export type HomeVisit = {
  readonly id: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  readonly memberPresent: string;
  /** What was seen, by heading of the form (income, property, food, clothing, housing, goods). */
  readonly seen: Readonly<Record<string, string>>;
  readonly photos: readonly FileRef[];
  readonly signatures: readonly VisitSignature[];
  /** A visit by phone or video in a major emergency (DB-16f); null for a visit on the spot. */
  readonly remoteBecause: string | null;
  /** Told apart since 2026: by phone or by video, with its ground and evidence. */
  readonly remote?: Remote | null;
  /** What speaks against the photos, in words: taken on another day than the visit (TH-02). */
  readonly photoDoubts: readonly string[];
  /** Why somebody who accepted the case visits too (security.md §3.3); null when nobody did. */
  readonly smallOfficeReason: string | null;
};

export type NeighbourInterview = {
  readonly id: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  /** Neighbours speak in confidence: the name exists sealed only. */
  readonly neighbour: Sealed;
  /** What the neighbour is to the family: "邻居,相识二十年". */
  readonly relation: string;
  readonly place: string;
  /** What was asked and what was said. */
  readonly answers: Readonly<Record<string, string>>;
  readonly signatures: readonly VisitSignature[];
  /** The neighbour's own; null when they would rather not sign. */
  readonly neighbourSignature: FileRef | null;
  readonly remoteBecause: string | null;
  readonly smallOfficeReason: string | null;
};

export type Letter = {
  readonly id: string;
  readonly to: string;
  /** The member it asks about, under that member's authorisation. */
  readonly memberId: string;
  readonly asked: readonly string[];
  readonly sentOn: LocalDate;
  readonly replyBy: LocalDate;
  readonly reply: {
    readonly on: LocalDate;
    readonly text: string;
    readonly scan: FileRef | null;
  } | null;
};

/** One thing the county compared: what the file says and what is there. */
export type CheckedItem = {
  readonly item: string;
  readonly onFile: string;
  readonly onSite: string;
  readonly agrees: boolean;
};

export type CountyVisit = {
  readonly id: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  readonly agrees: boolean;
  readonly result: string;
  readonly items: readonly CheckedItem[];
  readonly evidence: readonly FileRef[];
  /** Why the county went although nothing obliged it to; null when the case must be visited (DB-20b). */
  readonly because: string | null;
  readonly smallOfficeReason: string | null;
  /** The round of the opinion it looked into; one that disagrees is answered by a later opinion only. */
  readonly opinionRound: number;
};

/** The six acts of daily life (TK-21): whether the person can do each alone. */
export const careActs = [
  'canEat',
  'canDress',
  'canGetUp',
  'canToilet',
  'canWalk',
  'canBathe',
] as const;
export type CareAct = (typeof careActs)[number];

/** One person's ability to look after himself or herself, as the county found it (TK-20). */
export type SelfCare = {
  readonly memberId: string;
  readonly on: LocalDate;
  readonly can: Readonly<Record<CareAct, boolean>>;
  /** Who assessed, by name; a hospital or other body may help. */
  readonly assessors: readonly string[];
  readonly helper: string | null;
  readonly record: FileRef;
  readonly by: string;
};

/** Why a finished investigation may be opened again. */
export type ReopeningGround = 'objection' | 'meeting-return' | 'county-review' | 'county-visit';

export type InvestigationEvent =
  | {
      readonly type: 'InvestigationStarted';
      readonly on: LocalDate;
      /** Last day to start, three working days from acceptance (DB-15). */
      readonly dueOn: LocalDate;
    }
  | { readonly type: 'HomeVisitRecorded'; readonly visit: HomeVisit }
  | { readonly type: 'NeighbourInterviewRecorded'; readonly interview: NeighbourInterview }
  | { readonly type: 'LetterSent'; readonly letter: Omit<Letter, 'reply'> }
  | {
      readonly type: 'LetterAnswered';
      readonly letterId: string;
      readonly reply: NonNullable<Letter['reply']>;
    }
  | {
      readonly type: 'InvestigationConcluded';
      readonly summary: string;
      /** Why no neighbour was asked in this round; null when one was. */
      readonly noInterviewBecause: string | null;
    }
  | {
      readonly type: 'InvestigationReopened';
      readonly ground: ReopeningGround;
      readonly because: string;
    }
  | { readonly type: 'RemoteVisitApproved'; readonly visitId: string; readonly opinion: string }
  | { readonly type: 'RemoteVisitMadeGood'; readonly visit: MadeGood }
  | { readonly type: 'CountyVisitRecorded'; readonly visit: CountyVisit }
  | { readonly type: 'SelfCareAssessed'; readonly care: Omit<SelfCare, 'by'> };

export type InvestigationState = {
  readonly startedOn: LocalDate | null;
  /** Last lawful day for the start; a later `startedOn` shows. */
  readonly startDueOn: LocalDate | null;
  readonly visits: readonly HomeVisit[];
  readonly interviews: readonly NeighbourInterview[];
  readonly letters: readonly Letter[];
  readonly concluded: {
    readonly on: LocalDate;
    readonly summary: string;
    readonly noInterviewBecause: string | null;
    readonly by: string;
  } | null;
  /** 1 for the first investigation, one more for each re-opening; visits needed after it count from there. */
  readonly round: number;
  readonly visitsBeforeRound: number;
  readonly interviewsBeforeRound: number;
  readonly reopened: {
    readonly on: LocalDate;
    readonly ground: ReopeningGround;
    readonly because: string;
    readonly by: string;
  } | null;
  /** Visits by phone or video that somebody answerable agreed to. */
  readonly remoteApprovals: readonly {
    readonly visitId: string;
    readonly opinion: string;
    readonly by: string;
    readonly on: LocalDate;
  }[];
  readonly madeGood: readonly MadeGood[];
  readonly countyVisits: readonly CountyVisit[];
  /** The newest for each person; what was found before stays in the record. */
  readonly care: readonly SelfCare[];
};

export const investigationSlot: Slot<InvestigationState, InvestigationEvent> = {
  initial: {
    startedOn: null,
    startDueOn: null,
    visits: [],
    interviews: [],
    letters: [],
    concluded: null,
    round: 1,
    visitsBeforeRound: 0,
    interviewsBeforeRound: 0,
    reopened: null,
    remoteApprovals: [],
    madeGood: [],
    countyVisits: [],
    care: [],
  },
  evolve: {
    InvestigationStarted: (state, { on, dueOn }) => ({
      ...state,
      startedOn: on,
      startDueOn: dueOn,
    }),
    HomeVisitRecorded: (state, { visit }) => ({ ...state, visits: [...state.visits, visit] }),
    NeighbourInterviewRecorded: (state, { interview }) => ({
      ...state,
      interviews: [...state.interviews, interview],
    }),
    LetterSent: (state, { letter }) => ({
      ...state,
      letters: [...state.letters, { ...letter, reply: null }],
    }),
    LetterAnswered: (state, { letterId, reply }) => ({
      ...state,
      letters: state.letters.map((each) => (each.id === letterId ? { ...each, reply } : each)),
    }),
    InvestigationConcluded: (state, { summary, noInterviewBecause }, { actor, occurredOn }) => ({
      ...state,
      concluded: { on: occurredOn, summary, noInterviewBecause, by: actor },
    }),
    InvestigationReopened: (state, { ground, because }, { actor, occurredOn }) => ({
      ...state,
      concluded: null,
      round: state.round + 1,
      visitsBeforeRound: state.visits.length,
      interviewsBeforeRound: state.interviews.length,
      reopened: { on: occurredOn, ground, because, by: actor },
    }),
    RemoteVisitApproved: (state, { visitId, opinion }, { actor, occurredOn }) => ({
      ...state,
      remoteApprovals: [...state.remoteApprovals, { visitId, opinion, by: actor, on: occurredOn }],
    }),
    RemoteVisitMadeGood: (state, { visit }) => ({
      ...state,
      madeGood: [...state.madeGood, visit],
    }),
    CountyVisitRecorded: (state, { visit }) => ({
      ...state,
      countyVisits: [...state.countyVisits, visit],
    }),
    SelfCareAssessed: (state, { care }, { actor }) => ({
      ...state,
      care: [
        ...state.care.filter(({ memberId }) => memberId !== care.memberId),
        { ...care, by: actor },
      ],
    }),
  },
  titles: {
    InvestigationStarted: '启动调查',
    HomeVisitRecorded: '入户调查',
    NeighbourInterviewRecorded: '邻里访问',
    LetterSent: '发出信函索证',
    LetterAnswered: '收到信函答复',
    InvestigationConcluded: '完成调查',
    InvestigationReopened: '重新调查',
    RemoteVisitApproved: '批准电话、视频调查',
    RemoteVisitMadeGood: '补充入户调查',
    CountyVisitRecorded: '县级入户核查',
    SelfCareAssessed: '评估生活自理能力',
  },
};

/** DB-16a; a county may ask for more when a visit is recorded, never for fewer. */
const NATIONAL_FEWEST_INVESTIGATORS = 2;

/**
 * The home visit that I-1 asks for: in the current round, by two or more who all signed, with the signature of
 * the member at home, or by phone or video with the reason of the emergency. The latest one; undefined without.
 */
export function findStandingVisit(state: InvestigationState): HomeVisit | undefined {
  return state.visits.slice(state.visitsBeforeRound).findLast(isSignedByAll);
}

/** Whether such a home visit exists. */
export function visitStands(state: { readonly investigation: InvestigationState }): boolean {
  return findStandingVisit(state.investigation) !== undefined;
}

function isSignedByAll({ visitors, signatures, memberPresent, remoteBecause }: HomeVisit): boolean {
  const signed = (as: 'visitor' | 'member', signer: string) =>
    signatures.some((each) => each.as === as && each.signer === signer);
  const persons = new Set(visitors.map(({ person }) => person));
  if (persons.size < NATIONAL_FEWEST_INVESTIGATORS) return false;
  if (![...persons].every((person) => signed('visitor', person))) return false;
  return remoteBecause !== null || signed('member', memberPresent);
}

/** The visits by phone or video that still wait for one on the spot: none came after them, and they were not made good. */
export function owedVisits<Visit extends Spoken>({
  visits,
  madeGood,
}: {
  readonly visits: readonly Visit[];
  readonly madeGood: readonly Pick<MadeGood, 'visitId'>[];
}): readonly Visit[] {
  return visits.filter(
    ({ id, remote }, index) =>
      remote?.makeGoodBy &&
      !madeGood.some(({ visitId }) => visitId === id) &&
      !visits.slice(index + 1).some(({ remoteBecause }) => remoteBecause === null),
  );
}

type Spoken = {
  readonly id: string;
  readonly remoteBecause: string | null;
  readonly remote?: { readonly makeGoodBy: LocalDate | null } | null;
};

/** The neighbour interviews of the current round. */
export function interviewsOfRound(state: InvestigationState): readonly NeighbourInterview[] {
  return state.interviews.slice(state.interviewsBeforeRound);
}

/** What a sealed neighbour's name is bound to; printing the record opens it again. */
export function neighbourContext(interviewId: string): string {
  return `neighbour-interview:${interviewId}:neighbour`;
}
