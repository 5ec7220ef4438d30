import type { Refusal } from '../../kernel/outcome.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type CooperationState, residenceStands } from '../cooperation/index.ts';
import type { HouseholdState } from '../household/index.ts';
import { missingForAcceptance } from './completeness.ts';
import type { IntakeState } from './intake.ts';
import { type IntakeRefusal, refusals } from './refusal.ts';

/** What stands beside the file itself: who is on the books elsewhere. */
export type AcceptableGiven = {
  /** Members in another accepted case or on benefit, anywhere, in a way that excludes this scheme. */
  readonly coveredMembers: readonly string[];
  /** Members the rules leave out of the household: they may be covered elsewhere. */
  readonly notCounted: readonly string[];
};

/** The slots of the case it is read off: the case itself stands on this module. */
type Judged = {
  readonly course: { readonly township: PlaceCode | null };
  readonly household: HouseholdState;
  readonly intake: IntakeState;
  readonly cooperation: CooperationState;
};

/**
 * Why an application cannot be accepted under a scheme here: the family is registered elsewhere, papers are
 * missing, somebody is covered already. Asked at the window, and again before a case goes on under another
 * scheme: what 临时救助 is not asked for, 低保 is.
 */
export function whyNotAcceptable(
  { scheme, needsPapers }: { readonly scheme: Scheme; readonly needsPapers: boolean },
  { course: { township }, household, intake, cooperation }: Judged,
  given: AcceptableGiven & { readonly today: LocalDate; readonly procedure: Procedure },
): Refusal<IntakeRefusal> | null {
  const { facts, declaration } = household;
  if (!facts || !declaration || !township) return refusals['not-declared'];
  if (!mayApplyHere(facts.place, { scheme, township, cooperation }, given)) {
    return refusals['registered-elsewhere'];
  }
  const sources = given.procedure.verificationSources.value;
  const missing = needsPapers
    ? missingForAcceptance(household, intake.checklist, sources, given.today)
    : [];
  if (missing.length > 0) {
    const texts = missing.map((each) => each.text);
    return withList('materials-missing', texts);
  }
  const self = facts.members.find((each) => each.relation === 'self')?.id;
  const covered = given.coveredMembers;
  if (self && covered.includes(self)) return refusals['applicant-already-covered'];
  const twice = covered.filter((each) => !given.notCounted.includes(each));
  if (twice.length === 0) return null;
  const people = declaration.people.filter((each) => twice.includes(each.memberId));
  return withList(
    'member-already-covered',
    people.map((each) => each.name),
  );
}

type Here = {
  readonly scheme: Scheme;
  readonly township: PlaceCode | null;
  readonly cooperation: CooperationState;
};

/** Whether a family registered at a place may apply here: it is of this township, or lives here by the rules. */
export function mayApplyHere(
  place: PlaceCode,
  { scheme, township, cooperation }: Here,
  { procedure }: { readonly procedure: Procedure },
): boolean {
  // 临时救助 is asked for where the emergency happens, whatever the register says (LS-03).
  if (scheme === 'temporary' || place.startsWith(township ?? '-')) return true;
  return residenceStands(cooperation, procedure);
}

function withList<Code extends IntakeRefusal>(code: Code, list: readonly string[]): Refusal<Code> {
  const refusal = refusals[code];
  return { ...refusal, message: `${refusal.message}:${list.join('、')}。` };
}
