import type { FileRef } from '../../kernel/evidence.ts';
import type { Given } from '../../kernel/given.ts';
import { addMonths, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import type { WorkingCalendar } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { BenefitEvent, Check, Enrolment } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import type { Review } from './review.ts';
import { type Entitlement, isOver } from './entitlement.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';
import { nextReviewDue } from './review-period.ts';

export type BenefitGiven = Given & {
  readonly calendar: WorkingCalendar;
  /** The procedure in force today: duties that hang on an act go by the day of the act (RG-02). */
  readonly procedure: Procedure;
};

export type Answer = Decision<BenefitEvent, ReviewRefusal>;

/** Takes somebody over who received assistance before this system did the deciding. */
export function registerExistingBenefit(
  command: Omit<Enrolment, 'reviewDue'> & {
    readonly entry: Entitlement;
    readonly lastCheckedOn: LocalDate;
  },
  state: BenefitState,
  given: BenefitGiven & { readonly alreadyCovered: boolean },
): Answer {
  if (state.enrolment) return refused(refusals['benefit-exists']);
  if (command.scheme === 'temporary') return refused(refusals['scheme-without-register']);
  const { entry, lastCheckedOn, ...enrolment } = command;
  if (enrolment.recused.includes(given.by.person))
    return refused(refusals['registrar-is-relative']);
  if (entry.decidedOn > given.today || lastCheckedOn > given.today) {
    return refused(refusals['document-date-wrong']);
  }
  if (given.alreadyCovered) return refused(refusals['person-already-covered']);
  const reviewDue = nextReviewDue(
    enrolment.scheme,
    enrolment.facts,
    given.procedure,
    lastCheckedOn,
  );
  return happened({ type: 'ExistingBenefitRegistered', ...enrolment, reviewDue, entries: [entry] });
}

/** A second person compares the entry with the document: from then on it counts. */
export function confirmRegisteredBenefit(
  _: object,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const reason = whyNotComparable(state, given);
  return reason ? refused(reason) : happened({ type: 'RegisteredBenefitConfirmed' });
}

export function rejectRegisteredBenefit(
  { reason }: { readonly reason: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const why = whyNotComparable(state, given);
  return why ? refused(why) : happened({ type: 'RegisteredBenefitRejected', reason });
}

/**
 * Takes an entry back that nobody has compared yet, because a corrected ledger says something else: whoever made it
 * takes it back, anybody else returns it.
 */
export function takeBackRegistration(
  { reason }: { readonly reason: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  if (state.confirmation !== 'awaited') return refused(refusals['not-awaiting-confirmation']);
  const isOwn = state.openedBy === given.by.person;
  return happened({ type: isOwn ? 'RegistrationTakenBack' : 'RegisteredBenefitRejected', reason });
}

function whyNotComparable(state: BenefitState, given: BenefitGiven): Refusal<ReviewRefusal> | null {
  if (state.confirmation !== 'awaited') return refusals['not-awaiting-confirmation'];
  return state.openedBy === given.by.person ? refusals['own-registration'] : null;
}

/** Whether nothing can be done with it any more, or not yet; without a day, whatever the month. */
export function whyNotInForce(state: BenefitState, today?: LocalDate): ReviewRefusal | null {
  const counts = state.confirmation === 'not-needed' || state.confirmation === 'confirmed';
  const over = isOver(state.entries, today && monthOf(today));
  return counts && !over ? null : 'not-in-force';
}

export function openReview(state: BenefitState): Review | null {
  const last = state.reviews.at(-1);
  return last && !last.concluded ? last : null;
}

/** What was reported and not calculated yet, in words; deaths have a deadline of their own. */
export function unsettledChanges({ changes, reviews, reassessment }: BenefitState): string[] {
  const found = reviews.at(-1)?.concluded;
  const isFound = found?.outcome === 'changed' && (reassessment?.on ?? '') < found.on;
  return [
    ...changes.filter((each) => !each.settledOn).map(({ what }) => what),
    ...(isFound ? [found.note] : []),
  ];
}

/** Begins the periodic look: before it is due, on the day, or late. */
export function startReview(
  { reviewId }: { readonly reviewId: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  if (openReview(state)) return refused(refusals['review-already-open']);
  return happened({ type: 'ReviewStarted', id: reviewId, due: state.reviewDue ?? given.today });
}

/** In a major emergency the check may come later, by the county's word and for a named time (DB-31b). */
export function extendReview(
  command: {
    readonly until: LocalDate;
    readonly emergency: string;
    readonly basis: FileRef;
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  if (state.extended) return refused(refusals['review-extended-already']);
  const due = state.reviewDue ?? given.today;
  const longest = addMonths(due, given.procedure.reviewMonthsStable.value);
  if (command.until <= due || command.until <= given.today || command.until > longest) {
    return refused(refusals['review-extension-wrong']);
  }
  return happened({ type: 'ReviewExtended', ...command });
}

/** What was found, by whom, with what to show for it (DB-31a). Several checks may belong to one review. */
export function recordCheck(
  check: Check,
  state: BenefitState,
  given: BenefitGiven & { readonly colleagues: readonly string[] },
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const review = openReview(state);
  if (!review) return refused(refusals['review-not-open']);
  if (check.on < review.startedOn || check.on > given.today) {
    return refused(refusals['check-date-wrong']);
  }
  const checkers = [...new Set(check.checkers)];
  if (check.method === 'visit' && checkers.length < given.procedure.fewestInvestigators.value) {
    return refused(refusals['too-few-checkers']);
  }
  if (checkers.some((each) => !given.colleagues.includes(each))) {
    return refused(refusals['checker-unknown']);
  }
  if (checkers.some((each) => state.enrolment?.recused.includes(each))) {
    return refused(refusals['checker-is-relative']);
  }
  if (check.method !== 'visit' && check.reference.trim() === '') {
    return refused(refusals['reference-missing']);
  }
  return happened({ type: 'CheckRecorded', check: { ...check, checkers } });
}

/**
 * Ends the review. Without a clear change the amount stays as it is (DB-31b); with one the changed facts are
 * calculated anew. The next period runs from the day of the last check (I-19).
 */
export function concludeReview(
  { outcome, note }: { readonly outcome: 'unchanged' | 'changed'; readonly note: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const review = openReview(state);
  if (!review || !state.enrolment) return refused(refusals['review-not-open']);
  const checkedOn = review.checks
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (!checkedOn) return refused(refusals['not-checked-yet']);
  const isOpen = state.deaths.some((each) => !each.settledOn);
  if (outcome === 'unchanged' && (isOpen || unsettledChanges(state).length > 0)) {
    return refused(refusals['change-unsettled']);
  }
  const { scheme, facts } = state.enrolment;
  const nextDue = nextReviewDue(scheme, facts, given.procedure, checkedOn);
  return happened({ type: 'ReviewConcluded', outcome, note, checkedOn, nextDue });
}

/** A member has died: within three months the family is looked at and the amount settled (DB-33b). */
export function reportDeath(
  command: {
    readonly deathId: string;
    readonly memberId: string;
    readonly diedOn: LocalDate;
    readonly source: string;
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const { deathId, memberId, diedOn, source } = command;
  const person = state.enrolment?.people.find((each) => each.memberId === memberId);
  if (!person) return refused(refusals['member-unknown']);
  if (person.birth !== null && diedOn < person.birth) {
    return refused(refusals['death-before-birth']);
  }
  if (diedOn > given.today) return refused(refusals['death-in-future']);
  if (state.deaths.some((each) => each.memberId === memberId)) {
    return refused(refusals['death-already-reported']);
  }
  const dueOn = addMonths(diedOn, given.procedure.deathCheckMonths.value);
  return happened({ type: 'DeathReported', id: deathId, memberId, diedOn, source, dueOn });
}
