import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { addWorkingDays, endOfPublicity } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type Adjustment, openAdjustment } from './adjustment.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import type { Answer, BenefitGiven } from './decide.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

/**
 * Whether the end of 特困 support hangs for seven days first. The text excepts neither death nor voluntary exit; a
 * county may (doubt D-11).
 */
export function mustBePosted(
  adjustment: Pick<Adjustment, 'kind' | 'ground'>,
  { enrolment }: BenefitState,
  procedure: Procedure,
): boolean {
  if (enrolment?.scheme !== 'tekun' || adjustment.kind !== 'stop') return false;
  const isPlain = adjustment.ground === 'death' || adjustment.ground === 'voluntary';
  return !isPlain || procedure.terminationPublicityAlways.value;
}

/** Hangs the intended end in the village or the institution, with a photo (TK-26). */
export function postTermination(
  command: { readonly id: string; readonly place: string; readonly photo: FileRef },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  if (!open) return refused(refusals['no-open-adjustment']);
  if (!mustBePosted(open, state, given.procedure))
    return refused(refusals['termination-not-needed']);
  if (openObjection(open)) return refused(refusals['termination-objection-open']);
  if (open.postings.some((each) => !each.takenDown)) {
    return refused(refusals['termination-hanging']);
  }
  const { publicityDays, publicityDayUnit } = given.procedure;
  const { date: endsOn } = endOfPublicity(
    given.calendar,
    given.today,
    publicityDays.value,
    publicityDayUnit.value,
  );
  const posting = { ...command, postedOn: given.today, endsOn };
  return happened({ type: 'TerminationPosted', posting });
}

export function takeDownTermination(
  command: { readonly postingId: string; readonly photo: FileRef },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  const posting = open?.postings.find((each) => each.id === command.postingId);
  if (!open || !posting || posting.takenDown) return refused(refusals['posting-unknown']);
  if (given.today <= posting.endsOn && !openObjection(open)) {
    return refused(refusals['termination-period-running']);
  }
  return happened({ type: 'TerminationTakenDown', ...command });
}

/** Somebody objects while it hangs; within fifteen working days it is looked into and answered. */
export function objectToTermination(
  command: { readonly id: string; readonly on: LocalDate; readonly content: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openAdjustment(state.adjustments);
  const posting = open?.postings.at(-1);
  if (!open || !posting) return refused(refusals['termination-not-posted']);
  const isInside = command.on >= posting.postedOn && command.on <= posting.endsOn;
  if (!isInside || command.on > given.today) return refused(refusals['objection-outside-period']);
  const days = given.procedure.terminationObjectionWorkingDays.value;
  const dueOn = addWorkingDays(given.calendar, command.on, days).date;
  return happened({
    type: 'TerminationObjected',
    objection: { ...command, postingId: posting.id, dueOn },
  });
}

/** Upheld: the proposal falls. Not upheld: it hangs again before anything is decided (TK-26). */
export function answerTerminationObjection(
  command: { readonly objectionId: string; readonly upheld: boolean; readonly content: string },
  state: BenefitState,
): Answer {
  const open = openAdjustment(state.adjustments);
  const found = open?.objections.find((each) => each.id === command.objectionId);
  if (!found || found.answer) return refused(refusals['termination-objection-unknown']);
  const answered = { type: 'TerminationObjectionAnswered', ...command } as const;
  if (!command.upheld) return happened(answered);
  const reason = `异议成立：${command.content}`;
  return happened<BenefitEvent>(answered, { type: 'AdjustmentWithdrawn', reason });
}

function openObjection({ objections }: Adjustment) {
  return objections.find((each) => !each.answer);
}

/** Why the posting does not carry the decision yet: it must have hung to its end after the last objection. */
export function whyNotPublished(
  open: Adjustment,
  state: BenefitState,
  given: Pick<BenefitGiven, 'procedure' | 'today'>,
): Refusal<ReviewRefusal> | null {
  if (!mustBePosted(open, state, given.procedure)) return null;
  if (openObjection(open)) return refusals['termination-objection-open'];
  const posting = open.postings.at(-1);
  const wasObjectedTo = open.objections.some(({ postingId }) => postingId === posting?.id);
  if (!posting || wasObjectedTo) return refusals['termination-not-posted'];
  const isOver = posting.takenDown && given.today > posting.endsOn;
  return isOver ? null : refusals['termination-period-running'];
}
