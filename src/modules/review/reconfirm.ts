import { happened, refused } from '../../kernel/outcome.ts';
import type { BenefitEvent, ReportedChange } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type Answer, type BenefitGiven, whyNotInForce } from './decide.ts';
import { reportChange } from './decide-change.ts';
import type { Reconfirmation } from './reconfirmation.ts';
import { isAsked, reconfirmedIn, roundEnds, yearBegins } from './round.ts';
import { refusals } from './refusal.ts';

/** What the family declared changed; null where nothing did. */
export type Declared = Omit<Reconfirmation, 'year' | 'outcome'> & {
  readonly change: Omit<ReportedChange, 'late' | 'channel'> | null;
};

/**
 * Records the family's signed declaration of the year. Nothing is decided by it: no change leaves everything as it
 * is, a change is reported and calculated like any other (DB-30, DB-31b); who has not declared is only listed.
 */
export function reconfirm(command: Declared, state: BenefitState, given: BenefitGiven): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const { today } = given;
  if (!roundEnds(given)) return refused(refusals['reconfirmation-not-used']);
  if (!isAsked(state, today)) return refused(refusals['reconfirmation-not-asked']);
  if (reconfirmedIn(state, today)) return refused(refusals['reconfirmed-already']);
  const { change, ...declared } = command;
  if (declared.on < yearBegins(today) || declared.on > today) {
    return refused(refusals['reconfirmation-date-wrong']);
  }
  const year = Number(today.slice(0, 4));
  const outcome = change ? 'changed' : 'unchanged';
  const confirmed: BenefitEvent = { type: 'Reconfirmed', year, outcome, ...declared };
  if (!change) return happened<BenefitEvent>(confirmed);
  const reported = reportChange({ ...change, channel: 'family' }, state, given);
  return reported.ok ? happened<BenefitEvent>(confirmed, ...reported.events) : reported;
}
