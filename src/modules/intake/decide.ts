import type { FileRef } from '../../kernel/evidence.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  type Route,
  whyNotAddable,
  whyNotLive,
} from '../case/index.ts';
import type { Channel } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { type DeclaredRelative, type RegisterHit, rematched } from '../disclosure/index.ts';
import { type AcceptableGiven, whyNotAcceptable } from './acceptable.ts';
import { missingForAcceptance } from './completeness.ts';
import {
  type AcceptanceRefusalGround,
  type Authorisation,
  type ChecklistItem,
  findAuthorisation,
  type Recognition,
} from './intake.ts';
import { recognitionsNoted } from './recognised.ts';
import { type IntakeRefusal, refusals } from './refusal.ts';
import { requiredDocuments } from './required-document.ts';

type Answer = Decision<CaseEvent, IntakeRefusal | CaseRefusal>;

export type OpenGiven = CaseGiven & {
  readonly township: PlaceCode;
  /** By whom such a case is decided today, and on what that rests (DL-02). */
  readonly route: Route;
  readonly routeBecause: string;
};

/** Begins a case in the village the family applies from; the route follows from the authority in force. */
export function openCase(
  { village, scheme, channel }: { village: string; scheme: Scheme; channel: Channel },
  state: CaseState,
  { township, route, routeBecause }: OpenGiven,
): Answer {
  if (state.course.openedOn) return refused(refusals['already-opened']);
  return happened({
    type: 'CaseOpened',
    scheme,
    channel,
    township,
    village: village as PlaceCode,
    route,
    routeBecause,
    flowVersion: 1,
  });
}

/** The refusals that stand before everything at the window: the case is over, accepted, or nothing is declared. */
function whyNotAtWindow(state: CaseState): Answer | null {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (state.intake.accepted) return refused(refusals['already-accepted']);
  return state.household.facts ? null : refused(refusals['not-declared']);
}

function whyNotDeclared(state: CaseState): Answer | null {
  const dead = whyNotAddable(state);
  if (dead) return refused(caseRefusals[dead]);
  return state.household.facts ? null : refused(refusals['not-declared']);
}

/** Records which of the required papers were brought, scanned or promised (DB-10, DB-10c). */
export function recordChecklist(
  { items }: { items: readonly ChecklistItem[] },
  state: CaseState,
  given: CaseGiven,
): Answer {
  // Where help came first the papers follow, also when the case is to go on the ordinary way.
  const isHelpFirst = state.course.channel !== 'ordinary';
  const early = isHelpFirst ? whyNotDeclared(state) : whyNotAtWindow(state);
  if (early) return early;
  const required = documentsOf(state, given);
  for (const { code, memberId, got, files } of items) {
    const asked = required.find((each) => each.code === code && each.memberId === memberId);
    if (!asked) return refused(refusals['document-not-asked']);
    if (got === 'promised' && !asked.promisable) return refused(refusals['promise-not-allowed']);
    if (got === 'scan' && files.length === 0) return refused(refusals['scan-without-file']);
  }
  return happened({ type: 'ChecklistRecorded', items });
}

/** Tells everything that is missing, once; again only on new facts (DB-10). */
export function giveOneTimeNotice(_: object, state: CaseState, given: CaseGiven): Answer {
  const early = whyNotAtWindow(state);
  if (early) return early;
  const missing = missingOf(state, given);
  if (missing.length === 0) return refused(refusals['nothing-missing']);
  const { revision } = state.household;
  if (state.intake.notice?.revision === revision) return refused(refusals['notice-already-given']);
  return happened({ type: 'OneTimeNoticeGiven', missing, revision });
}

/** Records who applies for the family, on a written entrustment (DB-06a). */
export function nameProxy(
  { name, relation, paper }: { name: string; relation: string; paper: FileRef },
  state: CaseState,
  { idNumber }: { idNumber: Sealed },
): Answer {
  const early = whyNotDeclared(state);
  if (early) return early;
  const people = state.household.declaration?.people ?? [];
  if (people.some((each) => each.idNumber?.index === idNumber.index)) {
    return refused(refusals['proxy-is-member']);
  }
  return happened({ type: 'ProxyNamed', proxy: { name, relation, idNumber, paper } });
}

/** One member's consent to verification and promise of truth (DB-09, HD-02); guardians sign for OT-03. */
export function signAuthorisation(
  command: Omit<Authorisation, 'revokedOn'>,
  state: CaseState,
  { today }: CaseGiven,
): Answer {
  const early = whyNotDeclared(state);
  if (early) return early;
  const { memberId, signedOn } = command;
  const member = state.household.facts?.members.find((each) => each.id === memberId);
  if (!member) return refused(refusals['no-such-member']);
  const { openedOn } = state.course;
  if (signedOn > today || (openedOn && signedOn < openedOn)) {
    return refused(refusals['signed-outside-application']);
  }
  if (findAuthorisation(state.intake, memberId)) return refused(refusals['already-authorised']);
  const minor = isMinor(member.birth, signedOn);
  const wrong = whyNotSigned(command, state, minor);
  if (wrong) return refused(refusals[wrong]);
  const { signedBy, guardianName, guardianRelation, guardianGround } = command;
  const guardian =
    signedBy === 'guardian'
      ? { guardianName, guardianRelation, guardianGround: minor ? null : (guardianGround ?? null) }
      : { guardianName: null, guardianRelation: null, guardianGround: null };
  return happened({ type: 'AuthorisationSigned', authorisation: { ...command, ...guardian } });
}

function whyNotSigned(
  { signedBy, signedOn, guardianName, guardianGround }: Omit<Authorisation, 'revokedOn'>,
  state: CaseState,
  minor: boolean,
): IntakeRefusal | null {
  if (signedBy === 'member') return minor ? 'minor-signs-alone' : null;
  if (!minor && !guardianGround) return 'guardian-ground-missing';
  const guardian = state.household.declaration?.people.find((each) => each.name === guardianName);
  const facts = state.household.facts?.members.find((each) => each.id === guardian?.memberId);
  return facts && isMinor(facts.birth, signedOn) ? 'guardian-is-minor' : null;
}

/** Under 18 on the day; without a known birthday nobody is taken for a child. */
function isMinor(birth: LocalDate | null, on: LocalDate): boolean {
  return birth !== null && ageOn(birth, on) < 18;
}

/** Taking consent back ends nothing by itself; the file stays (PB-12). */
export function revokeAuthorisation(
  command: { memberId: string; reason: string },
  state: CaseState,
): Answer {
  const early = whyNotDeclared(state);
  if (early) return early;
  if (!findAuthorisation(state.intake, command.memberId)) {
    return refused(refusals['not-authorised']);
  }
  return happened({ type: 'AuthorisationRevoked', ...command });
}

/** Whether a handler or village official is a near relative; the register is asked as well (DB-11). */
export function declareNearRelatives(
  { none, relatives }: { none: boolean; relatives: readonly DeclaredRelative[] },
  state: CaseState,
  { hits }: { hits: readonly RegisterHit[] | null },
): Answer {
  const early = whyNotDeclared(state);
  if (early) return early;
  return happened<CaseEvent>(
    { type: 'NearRelativesDeclared', none, relatives },
    ...rematched(state.disclosure, hits),
  );
}

export type AcceptGiven = CaseGiven &
  AcceptableGiven & {
    readonly number: string;
    readonly hits: readonly RegisterHit[];
    /** Who of the family is in the register of recipients today. */
    readonly recognitions: readonly Recognition[];
  };

/** Accepts a complete application; from this day every limit runs (DB-10, DB-22). */
export function acceptApplication(_: object, state: CaseState, given: AcceptGiven): Answer {
  const early = whyNotAtWindow(state);
  if (early) return early;
  const { scheme, channel } = state.course;
  const barred = whyNotAcceptable({ scheme, needsPapers: channel === 'ordinary' }, state, given);
  if (barred) return refused(barred);
  if (given.hits.some((hit) => hit.person === given.by.person)) {
    return refused(refusals['handler-is-relative']);
  }
  return happened<CaseEvent>(
    { type: 'ApplicationAccepted', number: given.number, on: given.today },
    ...recognitionsNoted(state.intake, given.recognitions),
    ...rematched(state.disclosure, given.hits),
  );
}

/** Declines an application in writing; poverty is never judged at the door, only what stands before it. */
export function refuseAcceptance(
  command: { ground: AcceptanceRefusalGround; reason: string },
  state: CaseState,
): Answer {
  const early = whyNotAtWindow(state);
  if (early) return early;
  if (command.ground === 'incomplete' && !state.intake.notice) {
    return refused(refusals['one-time-notice-not-given']);
  }
  return happened<CaseEvent>(
    { type: 'AcceptanceRefused', ...command },
    { type: 'CaseClosed', ground: 'not-accepted', reason: command.reason },
  );
}

function documentsOf({ household }: CaseState, { procedure, today }: CaseGiven) {
  if (!household.facts) return [];
  return requiredDocuments(household.facts, procedure.verificationSources.value, today);
}

function missingOf({ household, intake }: CaseState, { procedure, today }: CaseGiven) {
  const sources = procedure.verificationSources.value;
  return missingForAcceptance(household, intake.checklist, sources, today);
}
