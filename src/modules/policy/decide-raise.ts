import type { Month } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { RaiseListEvent, RaiseListState, RaiseSum } from './raise-list.ts';
import { type PolicyRefusal, refusals } from './refusal.ts';

type Answer = Decision<RaiseListEvent, PolicyRefusal>;

const no = (code: PolicyRefusal) => refused(refusals[code]);

export type ListGiven = {
  /** Null while nothing is published and in use. */
  readonly document: string | null;
  readonly months: readonly Month[];
  /** Another list of the document waits, or the same months were approved. */
  readonly isListed: boolean;
  readonly sum: RaiseSum;
};

export function listRaises(
  { policyId, through }: { readonly policyId: string; readonly through: Month },
  state: RaiseListState,
  { document, months, isListed, sum }: ListGiven,
): Answer {
  if (document === null) return no('raise-nothing-published');
  if (state || isListed) return no('raise-list-waits');
  if (months.length === 0) return no('raise-not-back');
  if (sum.months === 0) return no('raise-nothing-owed');
  return happened({ type: 'RaisesListed', policyId, document, through, ...sum });
}

export function approveRaises(
  opinion: string,
  state: RaiseListState,
  { by }: { readonly by: string },
): Answer {
  if (state?.status !== 'listed') return no('raise-list-over');
  if (state.listed.by === by) return no('raise-own-list');
  return happened({ type: 'RaisesApproved', opinion });
}

export function giveUpRaises(reason: string, state: RaiseListState): Answer {
  if (state?.status !== 'listed') return no('raise-list-over');
  return happened({ type: 'RaisesGivenUp', reason });
}
