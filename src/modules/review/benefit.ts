import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { EventMeta } from '../../kernel/slot.ts';
import type { BenefitEvent, Check, Enrolment } from './benefit-event.ts';
import type { Entitlement } from './entitlement.ts';

export type Review = {
  readonly id: string;
  readonly due: LocalDate;
  readonly startedBy: string;
  readonly startedOn: LocalDate;
  readonly checks: readonly (Check & { readonly by: string })[];
  readonly concluded: {
    readonly outcome: 'unchanged' | 'changed';
    readonly note: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export type Death = {
  readonly id: string;
  readonly memberId: string;
  readonly diedOn: LocalDate;
  readonly source: string;
  readonly reportedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/** One household or person that receives assistance: the fold of its events. */
export type BenefitState = {
  readonly enrolment: Enrolment | null;
  /** When the newest event was recorded: the register's versions are told apart by it. */
  readonly changedAt: Instant | null;
  readonly openedOn: LocalDate | null;
  readonly openedBy: string;
  /** Somebody taken over from a list counts once a second person has compared it with the document. */
  readonly confirmation: 'not-needed' | 'awaited' | 'confirmed' | 'rejected';
  readonly entries: readonly Entitlement[];
  readonly lastCheckedOn: LocalDate | null;
  readonly reviewDue: LocalDate | null;
  readonly reviews: readonly Review[];
  readonly deaths: readonly Death[];
};

export const initialBenefit: BenefitState = {
  enrolment: null,
  changedAt: null,
  openedOn: null,
  openedBy: '',
  confirmation: 'not-needed',
  entries: [],
  lastCheckedOn: null,
  reviewDue: null,
  reviews: [],
  deaths: [],
};

type Reducers = {
  readonly [Type in BenefitEvent['type']]: (
    state: BenefitState,
    event: Extract<BenefitEvent, { type: Type }>,
    meta: EventMeta,
  ) => BenefitState;
};

const reducers: Reducers = {
  BenefitOpened: (state, event, meta) => opened(state, event, meta, 'not-needed'),
  ExistingBenefitRegistered: (state, event, meta) => opened(state, event, meta, 'awaited'),
  RegisteredBenefitConfirmed: (state) => ({ ...state, confirmation: 'confirmed' }),
  RegisteredBenefitRejected: (state) => ({ ...state, confirmation: 'rejected' }),
  ReviewStarted: (state, { id, due }, { actor, occurredOn }) => ({
    ...state,
    reviews: [
      ...state.reviews,
      { id, due, startedBy: actor, startedOn: occurredOn, checks: [], concluded: null },
    ],
  }),
  CheckRecorded: (state, { check }, { actor }) => ({
    ...state,
    reviews: lastReview(state, (review) => ({
      ...review,
      checks: [...review.checks, { ...check, by: actor }],
    })),
  }),
  ReviewConcluded: (state, { outcome, note, checkedOn, nextDue }, { actor, occurredOn }) => ({
    ...state,
    lastCheckedOn: checkedOn,
    reviewDue: nextDue,
    reviews: lastReview(state, (review) => ({
      ...review,
      concluded: { outcome, note, on: occurredOn, by: actor },
    })),
  }),
  DeathReported: (state, { type: _, ...death }, { occurredOn }) => ({
    ...state,
    deaths: [...state.deaths, { ...death, reportedOn: occurredOn }],
  }),
};

function opened(
  state: BenefitState,
  event: Extract<BenefitEvent, { type: 'BenefitOpened' | 'ExistingBenefitRegistered' }>,
  { actor, occurredOn }: EventMeta,
  confirmation: BenefitState['confirmation'],
): BenefitState {
  const { type: _, entries, ...enrolment } = event;
  return {
    ...state,
    enrolment,
    openedOn: occurredOn,
    openedBy: actor,
    confirmation,
    entries,
    reviewDue: enrolment.reviewDue,
  };
}

function lastReview(state: BenefitState, change: (review: Review) => Review): readonly Review[] {
  return state.reviews.map((each, index) =>
    index === state.reviews.length - 1 ? change(each) : each,
  );
}

export function evolveBenefit(
  state: BenefitState,
  event: BenefitEvent,
  meta: EventMeta,
): BenefitState {
  const reducer = reducers[event.type] as (
    state: BenefitState,
    event: BenefitEvent,
    meta: EventMeta,
  ) => BenefitState;
  return { ...reducer(state, event, meta), changedAt: meta.recordedAt };
}
