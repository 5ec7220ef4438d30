import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import { type RegisterHit, rematched } from '../disclosure/index.ts';
import {
  findAuthorisation,
  mayApplyHere,
  type Recognition,
  recognitionsNoted,
} from '../intake/index.ts';
import type { DeclarationBody } from './contract.ts';
import type { Account, Person } from './household.ts';
import { type HouseholdRefusal, refusals } from './refusal.ts';
import type { Sealed } from '../../kernel/sealed.ts';

export type DeclareGiven = CaseGiven & {
  /** Everyone with numbers sealed: those typed now, and those kept from before. */
  readonly people: readonly Person[];
  readonly account: Account | null;
  readonly address: Sealed | null;
  /** What the register of officials says about these people; null while the application is not accepted. */
  readonly hits: readonly RegisterHit[] | null;
  /** Members of this household in another accepted case or on benefit. */
  readonly coveredMembers: readonly string[];
  /** Who of them is in the register of recipients; null while the application is not accepted. */
  readonly recognitions: readonly Recognition[] | null;
};

/**
 * Records the household as declared (DB-04, DB-09). Until acceptance duplicates are only shown; afterwards a
 * member who is covered elsewhere cannot be added, and the register of officials is asked again (DB-11).
 */
export function declareHousehold(
  { facts, reason }: DeclarationBody,
  state: CaseState,
  given: DeclareGiven,
): Decision<CaseEvent, HouseholdRefusal | CaseRefusal> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (isPublished(state)) {
    return refused(refusals['publicity-already-posted']);
  }
  // Before acceptance the window sees it there; what was accepted as of here cannot turn into another place's.
  const { scheme, township } = state.course;
  const here = { scheme, township, cooperation: state.cooperation };
  if (state.intake.accepted && !mayApplyHere(facts.place, here, given)) {
    return refused(refusals['place-elsewhere']);
  }
  const { people, account, address } = given;
  const indexes = people.flatMap((each) => (each.idNumber ? [each.idNumber.index] : []));
  if (new Set(indexes).size < indexes.length) return refused(refusals['same-person-twice']);
  if (state.intake.accepted && given.coveredMembers.length > 0) {
    return refused(refusals['member-covered-elsewhere']);
  }
  const declared = { ...facts, acceptedOn: state.intake.accepted?.on ?? null };
  return happened<CaseEvent>(
    { type: 'HouseholdDeclared', facts: declared, people, account, address, reason },
    ...endedAuthorisations(state, people),
    ...rematched(state.disclosure, given.hits),
    ...recognitionsNoted(state.intake, given.recognitions),
  );
}

/** The opinion in force hangs: its people are fixed. Once it has fallen the family can be told anew (DB-19b). */
function isPublished({ assessment: { opinion }, publicity }: CaseState): boolean {
  return publicity.notices.some(
    (each) => each.kind === 'before' && each.proposalHash === opinion?.hash,
  );
}

/** Another ID number is another person: what the first one signed does not speak for the second (HD-03). */
function endedAuthorisations(state: CaseState, people: readonly Person[]): CaseEvent[] {
  const before = state.household.declaration?.people ?? [];
  return people.flatMap(({ memberId, idNumber }): CaseEvent[] => {
    const was = before.find((each) => each.memberId === memberId)?.idNumber;
    const isOther = was && idNumber && was.index !== idNumber.index;
    if (!isOther || !findAuthorisation(state.intake, memberId)) return [];
    return [{ type: 'AuthorisationRevoked', memberId, reason: '身份证号已更改，须重新签署授权' }];
  });
}
