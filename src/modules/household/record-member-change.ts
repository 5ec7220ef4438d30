import { ageOn } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { type HouseholdFacts, householdFactsSchema, type MemberFacts } from '../../rules/facts.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import { type RegisterHit, rematched } from '../disclosure/index.ts';
import type { Person } from './household.ts';
import {
  type Arrival,
  type Departure,
  goneTitles,
  joinedTitles,
  type Succession,
  withMember,
  withoutMember,
} from './member-change.ts';
import { type MemberRefusal, memberRefusals } from './member-refusal.ts';
import { type HouseholdRefusal, refusals } from './refusal.ts';

type Answer = Decision<CaseEvent, MemberRefusal | HouseholdRefusal | CaseRefusal>;
type Change = Pick<Departure, 'on' | 'files'>;

/**
 * Somebody of the family died or left it while the application was being handled. What was calculated and proposed
 * for the family as it was falls with it (I-1); where it was the applicant another member goes on with a signature;
 * where nobody is left the case ends.
 */
export function recordDeparture(
  command: Omit<Departure, 'name'>,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const early = whyNotChangeable(command, state, given);
  if (early) return refused(early);
  const { facts, declaration } = state.household;
  const { memberId, because, succession } = command;
  const name = declaration?.people.find((each) => each.memberId === memberId)?.name;
  const gone = facts?.members.find(({ id }) => id === memberId);
  if (!facts || !gone || name === undefined) return refused(memberRefusals['member-not-in-family']);
  if (gone.birth !== null && command.on < gone.birth) {
    return refused(memberRefusals['member-change-date-wrong']);
  }
  const departure = { ...command, name };
  const told = `${name}${goneTitles[because]}`;
  const event: CaseEvent = { type: 'MemberGone', ...departure };
  if (facts.members.length === 1) {
    const ground = because === 'died' ? 'died' : 'moved-away';
    const reason = `${told}，家庭中已没有其他成员`;
    return happened<CaseEvent>(...fallen(state, told), event, {
      type: 'CaseClosed',
      ground,
      reason,
    });
  }
  const wrong = whyNotSucceeded(succession, gone, facts, given);
  if (wrong) return refused(memberRefusals[wrong]);
  const fault = faultOf(withoutMember(facts, departure));
  if (fault) return refused(fault);
  return happened<CaseEvent>(...fallen(state, told), event);
}

function whyNotChangeable(
  { on, files }: Change,
  state: CaseState,
  { today }: CaseGiven,
): Refusal<MemberRefusal | CaseRefusal> | null {
  const dead = whyNotLive(state);
  if (dead) return caseRefusals[dead];
  if (!state.intake.accepted) return memberRefusals['member-change-before-acceptance'];
  if (state.deliberation.agenda) return memberRefusals['member-change-on-agenda'];
  if (on > today) return memberRefusals['member-change-date-wrong'];
  return files.length === 0 ? memberRefusals['member-change-without-proof'] : null;
}

function whyNotSucceeded(
  succession: Succession | null,
  gone: MemberFacts,
  { members }: HouseholdFacts,
  { today }: CaseGiven,
): MemberRefusal | null {
  if (gone.relation !== 'self') return succession ? 'successor-needless' : null;
  if (!succession) return 'successor-missing';
  const others = members.filter(({ id }) => id !== gone.id);
  const next = others.find(({ id }) => id === succession.memberId);
  if (!next) return 'member-not-in-family';
  const isTold = (id: string) => succession.relations.some((each) => each.memberId === id);
  if (others.some(({ id }) => id !== next.id && !isTold(id))) return 'successor-relations-missing';
  const isMinor = next.birth !== null && ageOn(next.birth, today) < 18;
  const hasGuardian = succession.signedBy === 'guardian' && succession.guardianName !== null;
  return isMinor && !hasGuardian ? 'successor-needs-guardian' : null;
}

function faultOf(facts: HouseholdFacts): Refusal<MemberRefusal> | null {
  const parsed = householdFactsSchema.safeParse(facts);
  if (parsed.success) return null;
  const refusal = memberRefusals['family-contradicts-itself'];
  const words = parsed.error.issues.map(({ message }) => message).join('；');
  return { ...refusal, message: `${refusal.message}：${words}。` };
}

/** What was proposed for another family than this one falls, and what hangs is void (DB-19a). */
function fallen({ assessment }: CaseState, told: string): CaseEvent[] {
  return assessment.opinion ? [{ type: 'OpinionSetAside', because: `家庭成员变化：${told}` }] : [];
}

export type ArrivalGiven = CaseGiven & {
  /** Who joined, the numbers sealed. */
  readonly person: Person;
  readonly hits: readonly RegisterHit[];
  /** Members who are covered elsewhere, the one who joins among them perhaps. */
  readonly coveredMembers: readonly string[];
};

/**
 * Somebody joined the family. They authorise and are verified like everybody else; what was calculated and proposed
 * without them falls (DB-09, DB-17a, DB-23c).
 */
export function recordArrival(
  command: Omit<Arrival, 'person'>,
  state: CaseState,
  given: ArrivalGiven,
): Answer {
  const early = whyNotChangeable(command, state, given);
  if (early) return refused(early);
  const { person, hits, coveredMembers } = given;
  const { facts, declaration } = state.household;
  const { because, member } = command;
  const isIn = facts?.members.some(({ id }) => id === member.id) ?? true;
  if (!facts || isIn) return refused(memberRefusals['member-already-in-family']);
  const index = person.idNumber?.index;
  if (index && declaration?.people.some((each) => each.idNumber?.index === index)) {
    return refused(memberRefusals['member-already-in-family']);
  }
  if (coveredMembers.includes(member.id)) return refused(refusals['member-covered-elsewhere']);
  const fault = faultOf(withMember(facts, member));
  if (fault) return refused(fault);
  return happened<CaseEvent>(
    ...fallen(state, `${person.name}${joinedTitles[because]}`),
    { type: 'MemberJoined', ...command, person },
    ...rematched(state.disclosure, hits),
  );
}
