import type { FileRef } from '../../kernel/evidence.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { happened, refused } from '../../kernel/outcome.ts';
import { openAdjustment } from './adjustment.ts';
import type { BenefitEvent, FollowUpOutcome, ReportedChange, WorkOffer } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type Answer, type BenefitGiven, whyNotInForce } from './decide.ts';
import { refusals } from './refusal.ts';

/** S83 五(五): a major change kept silent for more than three months. */
const SILENT_MONTHS = 3;

/** Something changed in the family: who told it, and whether late (DB-30). Nothing follows before it is calculated. */
export function reportChange(
  command: Omit<ReportedChange, 'late'>,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const { happenedOn, channel } = command;
  if (happenedOn > given.today) return refused(refusals['change-in-future']);
  const late = channel !== 'family' && addMonths(happenedOn, SILENT_MONTHS) < given.today;
  return happened({ type: 'ChangeReported', ...command, late });
}

/**
 * A death or a change that was reported wrongly is taken back by somebody else, with what shows it: the report stays
 * in the record and nothing follows from it any more. What was calculated on it meanwhile is calculated anew.
 */
export function takeBackReport(
  command: {
    readonly reportId: string;
    readonly changeId: string;
    readonly reason: string;
    readonly files: readonly FileRef[];
  },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const { reportId, changeId, reason, files } = command;
  const report = [...state.deaths, ...state.changes].find(({ id }) => id === reportId);
  if (!report) return refused(refusals['report-unknown']);
  if (report.settledOn) return refused(refusals['report-settled']);
  if (report.reportedBy === given.by.person) return refused(refusals['report-own-hand']);
  if (openAdjustment(state.adjustments)) return refused(refusals['adjustment-open']);
  const back = { type: 'ReportTakenBack', reportId, reason, files } as const;
  const { reassessment } = state;
  if (!reassessment || reassessment.on < report.reportedOn) return happened(back);
  const again: BenefitEvent = {
    ...{ type: 'ChangeReported', id: changeId, kind: 'other', channel: 'review', late: false },
    ...{ what: `原登记有误，已经更正：${reason}`, happenedOn: given.today },
  };
  return happened<BenefitEvent>(back, again);
}

/** Work the labour authority offered to somebody able and unemployed, and what came of it (DB-34). */
export function recordWorkOffer(
  offer: WorkOffer,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  if (offer.on > given.today) return refused(refusals['offer-in-future']);
  const covered = state.enrolment?.people.find((each) => each.memberId === offer.memberId)?.covered;
  const facts = state.enrolment?.facts?.members.find(({ id }) => id === offer.memberId);
  const isIdle =
    facts?.employment === 'unemployed' || facts?.employment === 'registered-unemployed';
  if (!covered || facts?.labourCapacity !== 'full' || !isIdle) {
    return refused(refusals['work-only-for-able']);
  }
  return happened({ type: 'WorkOffered', ...offer });
}

/** How many offers in a row somebody turned down without good reason, since the last time it had an effect. */
export function refusalsInARow(
  { workOffers, adjustments }: BenefitState,
  memberId: string,
): number {
  const settledOn: LocalDate | '' = adjustments.reduce<LocalDate | ''>(
    (last, { ground, members, decision }) =>
      ground === 'work-refusal' && members.includes(memberId) && decision ? decision.on : last,
    '',
  );
  const own = workOffers.filter((each) => each.memberId === memberId && each.on > settledOn);
  const broken = own.findLastIndex(({ answer }) => answer !== 'refused');
  return own.length - broken - 1;
}

/** After a stop somebody looks what other assistance fits, and says what came of it (TK-27, OT-08). */
export function recordFollowUp(
  command: { readonly outcome: FollowUpOutcome; readonly note: string },
  state: BenefitState,
): Answer {
  if (!state.followUp || state.followUp.outcome) return refused(refusals['no-follow-up']);
  return happened({ type: 'FollowUpRecorded', ...command });
}
