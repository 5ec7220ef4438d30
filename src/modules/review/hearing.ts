import type { FileRef } from '../../kernel/evidence.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import {
  type Adjustment,
  type AnswerKind,
  isAdverse,
  openAdjustment,
  type RecipientRole,
} from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import type { Answer, BenefitGiven } from './decide.ts';
import { hasSurvivors } from './propose-adjustment.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

const ADULT = 18;

/**
 * Whether the family must be heard before the decision: it loses something, the law of the day asks for it, and
 * there is somebody to hear who did not ask for it in writing (SL-48, I-10).
 */
export function mustBeHeard(
  adjustment: Pick<Adjustment, 'kind' | 'ground'>,
  state: BenefitState,
  procedure: Procedure,
): boolean {
  if (!isAdverse(adjustment.kind) || !procedure.hearingBeforeDecrease.value) return false;
  // Who asked for it in writing, or applied for what replaces it, has said so already.
  if (adjustment.ground === 'voluntary' || adjustment.ground === 'converted') return false;
  return adjustment.ground !== 'death' || hasSurvivors(state);
}

/** Tells the family in writing what is intended, why, and what it may say or ask for, and by when. */
export function giveHearingNotice(
  command: {
    readonly on: LocalDate;
    readonly recipient: string;
    readonly role: RecipientRole;
    readonly proof: FileRef;
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  if (!open) return refused(refusals['no-open-adjustment']);
  if (!isAdverse(open.kind)) return refused(refusals['hearing-not-needed']);
  if (open.notice) return refused(refusals['hearing-notice-given']);
  if (command.on < open.proposedOn || command.on > given.today) {
    return refused(refusals['notice-date-wrong']);
  }
  if (isMinor(state, command.on) && command.role !== 'guardian') {
    return refused(refusals['guardian-needed']);
  }
  const respondBy = addWorkingDays(
    given.calendar,
    command.on,
    given.procedure.hearingRequestWorkingDays.value,
  ).date;
  return happened({ type: 'HearingNoticeGiven', notice: { ...command, respondBy } });
}

/** Under 18 nobody answers for themself here (OT-03). */
export function isMinor({ enrolment }: BenefitState, on: LocalDate): boolean {
  const birth = enrolment?.people.find((each) => each.memberId === enrolment.head)?.birth;
  return birth ? ageOn(birth, on) < ADULT : false;
}

/** The family asks for a hearing within the days it was given. */
export function requestHearing(
  { on }: { readonly on: LocalDate },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  const reason = whyNotAnswerable(open);
  if (reason || !open?.notice) return refused(reason ?? refusals['notice-not-given']);
  if (on < open.notice.on || on > open.notice.respondBy || on > given.today) {
    return refused(refusals['hearing-asked-late']);
  }
  return happened({ type: 'HearingRequested', on });
}

function whyNotAnswerable(open: Adjustment | null): Refusal<ReviewRefusal> | null {
  if (!open) return refusals['no-open-adjustment'];
  if (!open.notice) return refusals['notice-not-given'];
  return open.answer ? refusals['already-answered'] : null;
}

/** What the family said: to a person, at a hearing, in writing that it has nothing to say; or nothing in time. */
export function recordAnswer(
  command: {
    readonly kind: AnswerKind;
    readonly on: LocalDate;
    readonly content: string;
    readonly proof: FileRef | null;
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  const reason = whyNotAnswerable(open);
  if (reason || !open?.notice) return refused(reason ?? refusals['notice-not-given']);
  const { notice, hearingAskedOn } = open;
  if (command.on < notice.on || command.on > given.today) {
    return refused(refusals['answer-date-wrong']);
  }
  if (command.kind === 'none' && given.today <= notice.respondBy) {
    return refused(refusals['answer-period-running']);
  }
  const closesHearing = command.kind === 'hearing' || command.kind === 'waived';
  if (hearingAskedOn && !closesHearing) return refused(refusals['hearing-not-held']);
  if (command.kind !== 'none' && !command.proof) return refused(refusals['answer-without-proof']);
  if (command.kind === 'hearing' && preparedBy(state, open).includes(given.by.person)) {
    return refused(refusals['checker-presides']);
  }
  return happened({ type: 'HearingAnswered', answer: command });
}

/** Those who found, calculated or proposed what the adjustment stands on. */
export function preparedBy(
  { reviews, reassessment, careChanges }: BenefitState,
  adjustment: Adjustment,
): readonly string[] {
  const review = reviews.at(-1);
  const checks = review?.checks ?? [];
  const care = careChanges.flatMap(({ assessed }) => (assessed ? [assessed] : []));
  return [
    adjustment.proposedBy,
    ...(reassessment ? [reassessment.by] : []),
    ...checks.flatMap(({ checkers, by }) => [...checkers, by]),
    ...care.flatMap(({ assessors, by }) => [...assessors, by]),
  ];
}
