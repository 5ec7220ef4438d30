import type { FileRef, Signature } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Someone who took part in a visit; `person` is the account, checked against the duties of the case. */
export type Visitor = { readonly person: string; readonly name: string };

export type HomeVisit = {
  readonly id: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  readonly memberPresent: string;
  /** What was seen, by heading of the form (income, property, food, clothing, housing, goods). */
  readonly seen: Readonly<Record<string, string>>;
  readonly photos: readonly FileRef[];
  readonly signatures: readonly (Signature & { readonly as: 'visitor' | 'member' })[];
  /** A visit by phone or video in a major emergency (DB-16f); null for a visit on the spot. */
  readonly remoteBecause: string | null;
};

export type NeighbourInterview = {
  readonly id: string;
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  /** Sealed on its way in: neighbours speak in confidence. */
  readonly neighbour: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly signatures: readonly Signature[];
};

export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly asked: string;
  readonly sentOn: LocalDate;
  readonly reply: {
    readonly on: LocalDate;
    readonly text: string;
    readonly scan: FileRef | null;
  } | null;
};

export type CountyVisit = {
  readonly on: LocalDate;
  readonly visitors: readonly Visitor[];
  readonly agrees: boolean;
  readonly result: string;
  readonly evidence: readonly FileRef[];
};

export type InvestigationEvent =
  | { readonly type: 'InvestigationStarted' }
  | { readonly type: 'HomeVisitRecorded'; readonly visit: HomeVisit }
  | { readonly type: 'NeighbourInterviewRecorded'; readonly interview: NeighbourInterview }
  | { readonly type: 'LetterSent'; readonly letter: Omit<Letter, 'reply'> }
  | {
      readonly type: 'LetterAnswered';
      readonly letterId: string;
      readonly reply: NonNullable<Letter['reply']>;
    }
  | { readonly type: 'InvestigationConcluded'; readonly summary: string }
  | { readonly type: 'InvestigationReopened'; readonly because: string }
  | { readonly type: 'CountyVisitRecorded'; readonly visit: CountyVisit };

export type InvestigationState = {
  readonly startedOn: LocalDate | null;
  readonly visits: readonly HomeVisit[];
  readonly interviews: readonly NeighbourInterview[];
  readonly letters: readonly Letter[];
  readonly concluded: {
    readonly on: LocalDate;
    readonly summary: string;
    readonly by: string;
  } | null;
  /** 1 for the first investigation, one more for each re-opening; visits needed after it count from there. */
  readonly round: number;
  readonly visitsBeforeRound: number;
  readonly countyVisits: readonly CountyVisit[];
};

export const investigationSlot: Slot<InvestigationState, InvestigationEvent> = {
  initial: {
    startedOn: null,
    visits: [],
    interviews: [],
    letters: [],
    concluded: null,
    round: 1,
    visitsBeforeRound: 0,
    countyVisits: [],
  },
  evolve: {
    InvestigationStarted: (state, _, { occurredOn }) => ({ ...state, startedOn: occurredOn }),
    HomeVisitRecorded: (state, { visit }) => ({
      ...state,
      startedOn: state.startedOn ?? visit.on,
      visits: [...state.visits, visit],
    }),
    NeighbourInterviewRecorded: (state, { interview }) => ({
      ...state,
      startedOn: state.startedOn ?? interview.on,
      interviews: [...state.interviews, interview],
    }),
    LetterSent: (state, { letter }) => ({
      ...state,
      startedOn: state.startedOn ?? letter.sentOn,
      letters: [...state.letters, { ...letter, reply: null }],
    }),
    LetterAnswered: (state, { letterId, reply }) => ({
      ...state,
      letters: state.letters.map((each) => (each.id === letterId ? { ...each, reply } : each)),
    }),
    InvestigationConcluded: (state, { summary }, { actor, occurredOn }) => ({
      ...state,
      concluded: { on: occurredOn, summary, by: actor },
    }),
    InvestigationReopened: (state) => ({
      ...state,
      concluded: null,
      round: state.round + 1,
      visitsBeforeRound: state.visits.length,
    }),
    CountyVisitRecorded: (state, { visit }) => ({
      ...state,
      countyVisits: [...state.countyVisits, visit],
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
    CountyVisitRecorded: '县级入户核查',
  },
};
