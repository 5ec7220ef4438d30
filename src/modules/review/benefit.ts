import { fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { EventMeta } from '../../kernel/slot.ts';
import { type Adjustment, openAdjustment } from './adjustment.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { custodiesAfter, type CustodyEvent } from './custody.ts';
import type { Review } from './review.ts';
import { joinedHousehold } from './joined-household.ts';
import { changedLast, newTransfer, withoutIdle } from './transfer.ts';
import { correctedErrors } from './known-error.ts';

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
  RegistrationTakenBack: (state) => ({ ...state, confirmation: 'rejected' }),
  ReviewStarted: (state, { id, due }, { actor, occurredOn }) => ({
    ...state,
    reviews: [
      ...state.reviews,
      { id, due, startedBy: actor, startedOn: occurredOn, checks: [], concluded: null },
    ],
  }),
  ReviewExtended: (state, { until, emergency }) => ({
    ...state,
    reviewDue: until,
    extended: { until, emergency },
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
    extended: null,
    reviews: lastReview(state, (review) => ({
      ...review,
      concluded: { outcome, note, on: occurredOn, by: actor },
    })),
  }),
  DeathReported: (state, { type: _, ...death }, { actor, occurredOn }) => ({
    ...state,
    deaths: [
      ...state.deaths,
      { ...death, reportedOn: occurredOn, reportedBy: actor, settledOn: null },
    ],
  }),
  ReportTakenBack: (state, { reportId, reason, files }, { actor, occurredOn }) => {
    const report = [...state.deaths, ...state.changes].find(({ id }) => id === reportId);
    if (!report) return state;
    const wrong = { report, on: occurredOn, by: actor, reason, files };
    return {
      ...state,
      deaths: state.deaths.filter(({ id }) => id !== reportId),
      changes: state.changes.filter(({ id }) => id !== reportId),
      takenBack: [...(state.takenBack ?? []), wrong],
    };
  },
  ChangeReported: (state, { type: _, ...change }, { actor, occurredOn }) => ({
    ...state,
    changes: [
      ...state.changes,
      { ...change, reportedOn: occurredOn, reportedBy: actor, settledOn: null },
    ],
  }),
  Reconfirmed: (state, { type: _, ...declared }, { actor }) => ({
    ...state,
    reconfirmations: [...(state.reconfirmations ?? []), { ...declared, by: actor }],
  }),
  ConversionNoted: (state, { type: _, ...conversion }, { occurredOn }) => ({
    ...state,
    conversions: [...state.conversions, { ...conversion, on: occurredOn }],
  }),
  FactsReassessed: reassessed,
  ErrorFound: (state, { error }, { actor, occurredOn }) => ({
    ...state,
    errors: [
      ...state.errors,
      { ...error, recordedOn: occurredOn, recordedBy: actor, corrected: null, tolerance: null },
    ],
  }),
  ToleranceJudged: (state, { errorId, tolerance }, { actor, occurredOn }) => ({
    ...state,
    errors: state.errors.map((each) =>
      each.id === errorId
        ? { ...each, tolerance: { ...tolerance, by: actor, on: occurredOn } }
        : each,
    ),
  }),
  RemedyCarriedOut: (state, { type: _, entries, ...remedied }, { occurredOn }) => ({
    ...state,
    entries: [...state.entries, ...entries],
    remedies: [...state.remedies, { ...remedied, on: occurredOn }],
    followUp: null,
  }),
  BenefitSent: (state, { transfer }, { actor, occurredOn }) => ({
    ...state,
    transfers: [
      ...state.transfers,
      { ...transfer, sentOn: occurredOn, sentBy: actor, ...newTransfer },
    ],
  }),
  TransferRecalled: (state, { reason }, { occurredOn }) => ({
    ...state,
    transfers: changedLast(state.transfers, { recalled: { on: occurredOn, reason } }),
  }),
  BenefitMoved: (state, { newId, entries }, { occurredOn }) => ({
    ...state,
    entries: [...state.entries, ...entries],
    transfers: changedLast(state.transfers, { moved: { on: occurredOn, newId } }),
  }),
  CustodyArranged: withCustody,
  CustodyBegun: withCustody,
  CustodyFiled: withCustody,
  CustodyEnded: withCustody,
  WorkOffered: (state, { type: _, ...offer }) => ({
    ...state,
    workOffers: [...state.workOffers, offer],
  }),
  AdjustmentProposed: (state, { adjustment }, { actor, occurredOn }) => ({
    ...state,
    adjustments: [
      ...state.adjustments,
      { ...adjustment, ...untouched, proposedBy: actor, proposedOn: occurredOn },
    ],
  }),
  MergeProposed: (state, { adjustment, merge }, { actor, occurredOn }) => ({
    ...state,
    merge,
    adjustments: [
      ...state.adjustments,
      { ...adjustment, ...untouched, proposedBy: actor, proposedOn: occurredOn },
    ],
  }),
  MergeAwaited: (state, { type: _, ...away }) => ({ ...state, merging: { ...away, done: false } }),
  MergeDropped: ({ merging: _, ...state }) => state,
  BenefitMerged: (state, event, { occurredOn }) => {
    const { stopped, decision, entries, mergeId: id, intoId, intoNumber, intoHead } = event;
    const ended: Adjustment = {
      ...{ ...untouched, ...stopped, id, decision, kind: 'stop', ground: 'merged' },
      ...{ amount: fen(0), stopFrom: null, members: [], files: [] },
    };
    const now: BenefitState = {
      ...state,
      entries: [...state.entries, ...entries],
      adjustments: [...state.adjustments, ended],
      merging: { mergeId: id, intoId, intoNumber, intoHead, done: true },
    };
    return settled(now, occurredOn);
  },
  AdjustmentWithdrawn: ({ merge, ...state }, { reason }, { occurredOn }) => {
    const isMerge = merge?.id === openAdjustment(state.adjustments)?.id;
    const kept = merge && !isMerge ? { ...state, merge } : state;
    return inOpen(kept, () => ({ withdrawn: { on: occurredOn, reason } }));
  },
  HearingNoticeGiven: (state, { notice }, { actor }) =>
    inOpen(state, () => ({ notice: { ...notice, by: actor } })),
  HearingRequested: (state, { on }) => inOpen(state, () => ({ hearingAskedOn: on })),
  HearingAnswered: (state, { answer }, { actor }) =>
    inOpen(state, () => ({ answer: { ...answer, heardBy: actor } })),
  TerminationPosted: (state, { posting }) =>
    inOpen(state, ({ postings }) => ({ postings: [...postings, { ...posting, takenDown: null }] })),
  TerminationTakenDown: (state, { postingId, photo }, { occurredOn }) =>
    inOpen(state, ({ postings }) => ({
      postings: postings.map((each) =>
        each.id === postingId ? { ...each, takenDown: { on: occurredOn, photo } } : each,
      ),
    })),
  TerminationObjected: (state, { objection }) =>
    inOpen(state, ({ objections }) => ({
      objections: [...objections, { ...objection, answer: null }],
    })),
  TerminationObjectionAnswered: (state, { objectionId, upheld, content }, { occurredOn }) =>
    inOpen(state, ({ objections }) => ({
      objections: objections.map((each) =>
        each.id === objectionId ? { ...each, answer: { on: occurredOn, upheld, content } } : each,
      ),
    })),
  AdjustmentDecided: decided,
  AdjustmentServed: (state, { served }) => ({
    ...state,
    adjustments: state.adjustments.map((each, index) =>
      index === state.adjustments.length - 1 ? { ...each, served } : each,
    ),
  }),
  FollowUpRecorded: (state, { outcome, note }) => ({
    ...state,
    followUp: state.followUp && { ...state.followUp, outcome, note },
  }),
  CareChangeReported: (state, { type: _, ...change }, { occurredOn }) => ({
    ...state,
    careChanges: [...state.careChanges, { ...change, reportedOn: occurredOn, assessed: null }],
  }),
  CareAssessed: (state, { memberId, indicators, assessors }, { actor, occurredOn }) => ({
    ...state,
    careChanges: state.careChanges.map((each) =>
      each.memberId === memberId && !each.assessed
        ? { ...each, assessed: { on: occurredOn, by: actor, assessors, indicators } }
        : each,
    ),
  }),
};

function withCustody(state: BenefitState, event: CustodyEvent, meta: EventMeta): BenefitState {
  return { ...state, custodies: custodiesAfter(state.custodies, event, meta) };
}

const untouched = {
  notice: null,
  hearingAskedOn: null,
  answer: null,
  postings: [],
  objections: [],
  decision: null,
  withdrawn: null,
  served: null,
} as const;

function inOpen(
  state: BenefitState,
  change: (open: Adjustment) => Partial<Adjustment>,
): BenefitState {
  const open = openAdjustment(state.adjustments);
  if (!open) return state;
  const adjustments = [...state.adjustments.slice(0, -1), { ...open, ...change(open) }];
  return { ...state, adjustments };
}

/** The facts as they stand now; who is covered follows them at once where nothing is to be adjusted. */
function reassessed(
  state: BenefitState,
  event: Extract<BenefitEvent, { type: 'FactsReassessed' }>,
  { actor, occurredOn }: EventMeta,
): BenefitState {
  const { type: _, facts, joined, authorisations: _files, ...reassessment } = event;
  const { enrolment } = state;
  if (!enrolment) return state;
  const self = facts.members.find(({ relation }) => relation === 'self')?.id;
  const now: BenefitState = {
    ...state,
    enrolment: {
      ...enrolment,
      facts,
      head: self ?? enrolment.head,
      people: [...enrolment.people, ...joined],
    },
    reassessment: { ...reassessment, on: occurredOn, by: actor },
  };
  return reassessment.unchanged ? settled(covering(now), occurredOn) : now;
}

function decided(
  state: BenefitState,
  event: Extract<BenefitEvent, { type: 'AdjustmentDecided' }>,
  { actor, occurredOn }: EventMeta,
): BenefitState {
  const open = openAdjustment(state.adjustments);
  const now = inOpen(state, () => ({ decision: { ...event.decision, by: actor } }));
  const changed: BenefitState = {
    ...now,
    entries: [...state.entries, ...event.entries],
    errors: correctedErrors(state.errors, open, { event, actor, occurredOn }),
    followUp: event.followUp ? { since: occurredOn, outcome: null, note: '' } : state.followUp,
  };
  if (open && changed.merge?.id === open.id) {
    return settled(covering(joinedHousehold(changed, changed.merge, open)), occurredOn);
  }
  const settles =
    open?.ground === 'reassessed' || open?.ground === 'error' || open?.kind === 'stop';
  return settles ? settled(covering(changed), occurredOn) : changed;
}

/** Everything reported until now has been dealt with. */
function settled(state: BenefitState, on: LocalDate): BenefitState {
  const settle = <T extends { readonly settledOn: LocalDate | null }>(each: T): T => ({
    ...each,
    settledOn: each.settledOn ?? on,
  });
  return { ...state, changes: state.changes.map(settle), deaths: state.deaths.map(settle) };
}

/** The newest calculation says who counts: for a household its counted members, for 特困 the person. */
function covering(state: BenefitState): BenefitState {
  const { enrolment, reassessment } = state;
  if (!enrolment || !reassessment || enrolment.scheme === 'tekun') return state;
  const counted = reassessment.result.members.filter((each) => each.counted).map(({ id }) => id);
  const people = enrolment.people.map((each) => ({
    ...each,
    covered: counted.includes(each.memberId),
  }));
  return { ...state, enrolment: { ...enrolment, people } };
}

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
  const next = reducer(state, event, meta);
  return {
    ...next,
    transfers: withoutIdle(next, meta.occurredOn),
    changedAt: meta.recordedAt,
  };
}
