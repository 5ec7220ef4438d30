import type { Refusal } from '../../kernel/outcome.ts';
import type { CaseState } from '../case/index.ts';
import { peopleToAuthorise } from '../household/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import { refusals } from './refusal.ts';
import type { Lookup, VerificationRequest } from './verification.ts';

type LookupRefusal = Refusal<'outside-request' | 'authorisation-revoked'>;

/** Everybody in the household with the authorisation in force now; who has none is left out. */
export function lookupsOf(state: CaseState): readonly Lookup[] {
  return peopleToAuthorise(state.household).flatMap(({ memberId, idNumber }) => {
    const authorisation = findAuthorisation(state.intake, memberId);
    if (!authorisation) return [];
    return [{ memberId, authorisationId: authorisation.id, identity: idNumber?.index ?? '' }];
  });
}

/** Why a look-up must not be made: another person, another source, or no authorisation any more (I-16). */
export function whyNotLookedUp(
  asked: { readonly source: string; readonly answers: readonly { readonly memberId: string }[] },
  request: VerificationRequest,
  state: CaseState,
): LookupRefusal | null {
  const members = [...new Set(asked.answers.map((each) => each.memberId))];
  // Who has left the household since the request is nobody to look up any more.
  const now = new Set(peopleToAuthorise(state.household).map((each) => each.memberId));
  const isOutside =
    !request.sources.includes(asked.source) ||
    members.some((memberId) => !request.members.includes(memberId) || !now.has(memberId));
  if (isOutside) return refusals['outside-request'];
  const unauthorised = members.filter((memberId) => !findAuthorisation(state.intake, memberId));
  if (unauthorised.length === 0) return null;
  const names = (state.household.declaration?.people ?? [])
    .filter((each) => unauthorised.includes(each.memberId))
    .map((each) => each.name)
    .join('、');
  return {
    ...refusals['authorisation-revoked'],
    message: `${names}的核对授权已撤回，不得查询。请退回乡镇（街道）重新取得授权。`,
  };
}
