import type { Channel } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { type AssessmentState, latestAssessment } from '../assessment/index.ts';
import type { CoordinationState, Decided } from './coordination.ts';

/** The slots of the case it is read off: the case itself stands on this module. */
type Judged = {
  readonly course: { readonly scheme: Scheme; readonly channel: Channel };
  readonly household: { readonly revision: number };
  readonly assessment: AssessmentState;
  readonly coordination: CoordinationState;
};

/** Only 临时救助 by the ordinary way is decided case by case: help first has its own limits (LS-11, LS-15). */
export function mayBeCoordinated({ course }: Pick<Judged, 'course'>): boolean {
  return course.scheme === 'temporary' && course.channel === 'ordinary';
}

/** The calculation in force, of the facts as they are; undefined while there is none. */
export function currentResult(state: Judged) {
  const latest = latestAssessment(state.assessment);
  const isCurrent =
    latest?.result.scheme === 'temporary' && latest.revision === state.household.revision;
  return isCurrent ? latest : undefined;
}

/**
 * What the county's mechanism decided on the case as it is calculated now. Other facts or another amount are another
 * case: it must be put to the county again (LS-15, JT-11).
 */
export function coordinationInForce(state: Judged): Decided | null {
  if (!mayBeCoordinated(state)) return null;
  const last = state.coordination.records.at(-1);
  const latest = currentResult(state);
  if (!last || !latest || last.result === 'returned') return null;
  const { revision, computed } = last.asked;
  return revision === latest.revision && computed === latest.result.monthlyAmount ? last : null;
}

/** Whether the place's rules leave the case to the county's mechanism (LS-15). */
export function mustBeCoordinated(state: Judged): boolean {
  return mayBeCoordinated(state) && currentResult(state)?.result.relief?.needsCoordination === true;
}
