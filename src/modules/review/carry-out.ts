import { fen } from '../../kernel/fen.ts';
import { monthAfter } from '../../kernel/local-date.ts';
import { happened, refused } from '../../kernel/outcome.ts';
import { openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import { type ChallengeState, mustBeCarriedOut } from './challenge.ts';
import type { Answer, BenefitGiven } from './decide.ts';
import { arrearsOf, differenceOf, wrongMonths } from './found-error.ts';
import { refusals } from './refusal.ts';

/**
 * Pays again, or pays what was ordered, after a review or a judgment: an entry of its own from next month on, and
 * what was paid too little since is paid afterwards. The decision that fell stays in the record (OT-05, DB-38).
 */
export function carryOutRemedy(
  { challengeId }: { readonly challengeId: string },
  state: BenefitState,
  given: BenefitGiven & { readonly challenge: ChallengeState; readonly isCovered: boolean },
): Answer {
  const { challenge, today } = given;
  const { registered, outcome } = challenge;
  if (!registered || !outcome || !mustBeCarriedOut(outcome.result)) {
    return refused(refusals['remedy-not-ordered']);
  }
  if (state.remedies.some((each) => each.challengeId === challengeId)) {
    return refused(refusals['remedy-carried-out']);
  }
  if (openAdjustment(state.adjustments)) return refused(refusals['adjustment-open']);
  if (given.isCovered) return refused(refusals['person-already-covered']);
  const { number } = registered.against;
  const fallen = state.adjustments.find((each) => each.decision?.number === number);
  const right = outcome.result === 'changed' ? outcome.amount : (fallen?.before ?? null);
  const rests = state.entries.some((each) => each.decision === number);
  if (right === null || !rests) return refused(refusals['remedy-nothing-to-restore']);
  const months = wrongMonths(state.entries, number, right, today);
  // Nobody is worse off for having asked: what was paid too much is not asked back.
  const arrears = arrearsOf(differenceOf(months), months.length, true);
  const { document } = outcome;
  return happened({
    type: 'RemedyCarriedOut',
    ...{ challengeId, document, months, arrears },
    entries: [
      {
        ...{ from: monthAfter(today), amount: fen(right), standing: 'active' as const },
        ...{ decision: document, decidedOn: today },
      },
    ],
  });
}
