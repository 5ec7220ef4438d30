import { kindOf } from '../../../modules/review/propose-adjustment.ts';
import type { BenefitState } from '../../../modules/review/index.ts';
import { reconfirmers } from '../../../modules/review/reconfirmation.ts';
import type { TaskKind } from '../../../modules/review/task-kind.ts';
import * as adjustment from './adjustment-spec.ts';
import type { ActSpec, BenefitShown } from './act-spec.ts';
import { custodySpecs } from './custody-spec.ts';
import { reconfirm } from './reconfirmation-spec.ts';
import * as review from './review-spec.ts';

/** The name of the one letters go to. */
export function headOf({ state }: BenefitShown): string {
  const { enrolment } = state;
  return enrolment?.people.find(({ memberId }) => memberId === enrolment.head)?.name ?? '';
}

/** What the calculation asks for, for the proposal's first answer. */
export function proposedKind({ state, today }: BenefitShown) {
  return kindOf(state as unknown as BenefitState, { today });
}

/** The act that does a task; null where the task is done on a page of its own. */
export function specOf(kind: TaskKind, view: BenefitShown): ActSpec | null {
  const { today, state } = view;
  const open = state.adjustments.at(-1);
  switch (kind) {
    case 'compare':
      return review.confirmRegistration();
    case 'review':
      return isReviewing(view) ? review.recordCheck(today) : review.startReview();
    case 'reconfirm':
      return reconfirm(today, headOf(view));
    case 'conclude':
      return review.concludeReview();
    case 'propose':
      return adjustment.propose(view, proposedKind(view));
    case 'notice':
      return adjustment.notice(today, headOf(view));
    case 'answer':
      return adjustment.answer(today);
    case 'posting': {
      const hanging = open?.postings.find(({ takenDown }) => !takenDown);
      return hanging ? adjustment.takeDown(hanging.id) : adjustment.post();
    }
    case 'objection':
      return adjustment.answerObjection(open?.objections.find((each) => !each.answer)?.id ?? '');
    case 'decide':
      return adjustment.decideAdjustment();
    case 'serve':
      return adjustment.serve(view, headOf(view));
    case 'care':
      return review.assessCare();
    case 'tolerance':
      return adjustment.judgeTolerance(view);
    case 'follow-up':
      return review.recordFollowUp();
    default:
      return null;
  }
}

export function isReviewing({ state }: BenefitShown): boolean {
  const last = state.reviews.at(-1);
  return last !== undefined && !last.concluded;
}

type Quiet = { readonly roles: readonly string[]; readonly spec: ActSpec };

/** What may be done at any time by those whose duty it is, but for the act that waits anyhow. */
export function quietFor(
  view: BenefitShown,
  role: string,
  waiting: string | undefined,
): readonly ActSpec[] {
  const { state, today } = view;
  const last = state.adjustments.at(-1);
  const open = last && !last.decision && !last.withdrawn ? last : undefined;
  const officers = ['case-officer', 'aid-officer'];
  const windows = ['window-clerk', ...officers];
  const all: readonly (Quiet | null)[] = [
    state.confirmation === 'awaited'
      ? { roles: ['aid-officer', 'county-leader'], spec: review.rejectRegistration() }
      : null,
    { roles: [...windows, 'investigator'], spec: review.reportChange(today) },
    { roles: windows, spec: review.reportDeath(view) },
    hasReports(view) ? { roles: officers, spec: review.takeBackReport(view) } : null,
    { roles: ['case-officer', 'investigator'], spec: reviewSpec(view) },
    state.extended
      ? null
      : { roles: ['aid-officer', 'county-leader'], spec: review.extendReview() },
    open ? null : { roles: officers, spec: adjustment.propose(view, proposedKind(view)) },
    open ? { roles: officers, spec: adjustment.withdraw() } : null,
    open?.notice && !open.answer ? { roles: windows, spec: adjustment.askHearing(today) } : null,
    open?.postings.length ? { roles: windows, spec: adjustment.object(today) } : null,
    { roles: ['case-officer'], spec: review.recordWorkOffer(view) },
    state.enrolment?.scheme === 'tekun'
      ? { roles: windows, spec: review.reportCareChange(view) }
      : null,
    view.tasks.some(({ kind }) => kind === 'reconfirm')
      ? { roles: reconfirmers, spec: reconfirm(today, headOf(view)) }
      : null,
    ...custodySpecs(view, headOf(view)),
  ];
  return all
    .filter((each): each is Quiet => each !== null && each.roles.includes(role))
    .map(({ spec }) => spec)
    .filter(({ name }) => name !== waiting);
}

function hasReports({ state }: BenefitShown): boolean {
  return [...state.deaths, ...state.changes].some(({ settledOn }) => !settledOn);
}

function reviewSpec(view: BenefitShown): ActSpec {
  return isReviewing(view) ? review.recordCheck(view.today) : review.startReview();
}
