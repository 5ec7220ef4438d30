import type { ValueOf } from '../../kernel/contract.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import {
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotAddable,
  whyNotLive,
} from '../case/index.ts';
import { whyNotCooperated } from '../cooperation/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import type * as contract from './contract.ts';
import {
  type InvestigationEvent,
  type ReopeningGround,
  findStandingVisit,
  interviewsOfRound,
  type Remote,
} from './investigation.ts';
import { type InvestigationRefusal, refusals } from './refusal.ts';
import {
  doubtsOf,
  filesOf,
  type Found,
  refOf,
  signaturesOf,
  type VisitGiven,
  visitorsOf,
} from './visitor.ts';

type Code = InvestigationRefusal | CaseRefusal;
type Answer = Decision<InvestigationEvent, Code>;
type Body<Name extends keyof typeof contract> = (typeof contract)[Name] extends {
  readonly body: infer Schema;
}
  ? ValueOf<Schema>
  : never;

const investigators = { duty: 'visit', stranger: 'visitor-not-investigator' } as const;

/** Starts the investigation. Late is later than three working days: it shows, and it is still done (DB-15). */
export function startInvestigation(_: object, state: CaseState, given: CaseGiven): Answer {
  const barred = whyNotInvestigate(state);
  if (barred) return refused(barred);
  if (state.investigation.startedOn) return refused(refusals['already-started']);
  return happened(...startOf(state, given, given.today));
}

/** A home visit: who went, who was there, what was seen, photos and signatures (DB-16a, DB-16b, DB-16f). */
export function recordHomeVisit(
  command: Body<'recordHomeVisit'>,
  state: CaseState,
  given: VisitGiven,
): Answer {
  const barred = whyNotInvestigate(state) ?? whyNotThatDay(command, state, given);
  if (barred) return refused(barred);
  if (state.investigation.visits.some(({ id }) => id === command.id)) {
    return refused(refusals['already-recorded']);
  }
  const fewest = given.procedure.fewestInvestigators.value;
  const visitors = visitorsOf(command, state, given, { ...investigators, fewest });
  if (!visitors.ok) return refused(visitors.refusal);
  const member = memberOf(command.memberPresent, state, given);
  if (!member.ok) return refused(member.refusal);
  const { signatures: signed, remoteBecause } = command;
  const signatures = signaturesOf(signed, visitors.found, member.found, given);
  if (!signatures.ok) return refused(signatures.refusal);
  if (remoteBecause === null && !signatures.found.some(({ as }) => as === 'member')) {
    return refused(refusals['member-signature-missing']);
  }
  const photos = photosOf(command, state, given);
  if (!photos.ok) return refused(photos.refusal);
  const remote = remoteOf(command, given);
  if (!remote.ok) return refused(remote.refusal);
  const { id, on, memberPresent, seen, smallOfficeReason } = command;
  const visit = {
    id,
    on,
    visitors: visitors.found,
    memberPresent,
    seen,
    photos: photos.found.map((photo) => refOf(photo, given.files)),
    signatures: signatures.found,
    remoteBecause,
    remote: remote.found,
    photoDoubts: doubtsOf(photos.found, on),
    smallOfficeReason,
  };
  return happened(...startOf(state, given, on), { type: 'HomeVisitRecorded', visit });
}

/** A neighbour asked by two or more; the neighbour's name arrives sealed (DB-16c). */
export function recordNeighbourInterview(
  command: Body<'recordNeighbourInterview'>,
  state: CaseState,
  given: VisitGiven & { readonly neighbour: Sealed },
): Answer {
  const barred = whyNotInvestigate(state) ?? whyNotThatDay(command, state, given);
  if (barred) return refused(barred);
  if (state.investigation.interviews.some(({ id }) => id === command.id)) {
    return refused(refusals['already-recorded']);
  }
  const fewest = given.procedure.fewestInvestigators.value;
  const visitors = visitorsOf(command, state, given, { ...investigators, fewest });
  if (!visitors.ok) return refused(visitors.refusal);
  const signatures = signaturesOf(command.signatures, visitors.found, null, given);
  if (!signatures.ok) return refused(signatures.refusal);
  const own = filesOf(command.neighbourSignature ? [command.neighbourSignature] : [], given);
  if (!own.ok) return refused(own.refusal);
  const { id, on, relation, place, answers, remoteBecause, smallOfficeReason } = command;
  const interview = {
    id,
    on,
    visitors: visitors.found,
    neighbour: given.neighbour,
    relation,
    place,
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
    signatures: signatures.found,
    neighbourSignature: own.found.map((image) => refOf(image, own.found))[0] ?? null,
    remoteBecause,
    smallOfficeReason,
  };
  return happened(...startOf(state, given, on), { type: 'NeighbourInterviewRecorded', interview });
}

/** Asks an institution in writing about a member who has authorised it (DB-16d, HD-02). */
export function sendLetter(
  command: Body<'sendLetter'>,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const barred = whyNotInvestigate(state);
  if (barred) return refused(barred);
  if (state.investigation.letters.some(({ id }) => id === command.id)) {
    return refused(refusals['already-recorded']);
  }
  if (!findAuthorisation(state.intake, command.memberId)) {
    return refused(refusals['member-not-authorised']);
  }
  if (command.replyBy <= given.today) return refused(refusals['reply-date-passed']);
  return happened(...startOf(state, given, given.today), {
    type: 'LetterSent',
    letter: { ...command, sentOn: given.today },
  });
}

/** What came back. It may come after the investigation is concluded and still belongs to the case. */
export function recordLetterAnswer(
  command: Body<'recordLetterAnswer'>,
  state: CaseState,
  given: VisitGiven & { readonly letterId: string },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const letter = state.investigation.letters.find(({ id }) => id === given.letterId);
  if (!letter) return refused(refusals['letter-unknown']);
  if (letter.reply) return refused(refusals['letter-already-answered']);
  if (command.on > given.today) return refused(refusals['act-in-future']);
  if (command.on < letter.sentOn) return refused(refusals['answer-before-letter']);
  const scan = filesOf(command.scan ? [command.scan] : [], given);
  if (!scan.ok) return refused(scan.refusal);
  const { on, text } = command;
  const reply = { on, text, scan: command.scan && refOf(command.scan, scan.found) };
  return happened({ type: 'LetterAnswered', letterId: letter.id, reply });
}

const uncooperatedCodes = {
  'not-asked': 'cooperation-not-asked',
  unanswered: 'cooperation-unanswered',
  'assisted-there': 'assisted-elsewhere',
} as const;

/** Ends the round: a signed home visit, a neighbour asked or the reason why not, and what was found. */
export function concludeInvestigation(
  command: Body<'concludeInvestigation'>,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const barred = whyNotInvestigate(state);
  if (barred) return refused(barred);
  const standing = findStandingVisit(state.investigation);
  if (!standing) return refused(refusals['home-visit-missing']);
  const needsApproval = standing.remoteBecause !== null;
  const isApproved = state.investigation.remoteApprovals.some(
    ({ visitId }) => visitId === standing.id,
  );
  if (needsApproval && !isApproved && given.procedure.remoteVisitNeedsApproval.value) {
    return refused(refusals['remote-visit-not-approved']);
  }
  const uncooperated = whyNotCooperated(state.cooperation);
  if (uncooperated) return refused(refusals[uncooperatedCodes[uncooperated]]);
  const asked = interviewsOfRound(state.investigation).length > 0;
  if (!asked && command.noInterviewBecause === null) return refused(refusals['interview-missing']);
  const noInterviewBecause = asked ? null : command.noInterviewBecause;
  return happened({ type: 'InvestigationConcluded', summary: command.summary, noInterviewBecause });
}

/** Opens a concluded investigation again when the procedure calls for it; never after the decision (DB-19b). */
export function reopenInvestigation(
  command: Body<'reopenInvestigation'>,
  state: CaseState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { concluded } = state.investigation;
  if (!concluded) return refused(refusals['investigation-open']);
  const ground = findGround(state, concluded.on);
  if (!ground) return refused(refusals['no-ground-to-reopen']);
  return happened({ type: 'InvestigationReopened', ground, because: command.because });
}

/** What has come up since the investigation was concluded that calls for another one. */
export function findGround(state: CaseState, since: LocalDate): ReopeningGround | null {
  const { publicity, deliberation, confirmation, investigation } = state;
  const objected = publicity.objections.some(({ receivedOn, handled }) =>
    handled ? handled.upheld && handled.on >= since : receivedOn >= since,
  );
  if (objected) return 'objection';
  const last = deliberation.deliberations.at(-1);
  if (last && last.resolution === 'return' && last.on >= since) return 'meeting-return';
  const review = confirmation.countyReview;
  if (review && !review.agrees && review.on >= since) return 'county-review';
  const differs = investigation.countyVisits.some(({ on, agrees }) => !agrees && on >= since);
  return differs ? 'county-visit' : null;
}

function whyNotInvestigate(state: CaseState): Refusal<Code> | null {
  const dead = whyNotAddable(state);
  if (dead) return caseRefusals[dead];
  if (!state.intake.accepted) return caseRefusals['not-accepted-yet'];
  return state.investigation.concluded ? refusals['investigation-concluded'] : null;
}

function whyNotThatDay(
  { on }: { readonly on: LocalDate },
  { intake, investigation: { reopened } }: CaseState,
  { today }: CaseGiven,
): Refusal<Code> | null {
  if (on > today) return refusals['act-in-future'];
  if (intake.accepted && on < intake.accepted.on) return refusals['before-acceptance'];
  return reopened && on < reopened.on ? refusals['before-reopening'] : null;
}

/** The first act of an investigation starts it, on the day it took place. */
function startOf(state: CaseState, given: CaseGiven, on: LocalDate): InvestigationEvent[] {
  const { intake, investigation } = state;
  if (investigation.startedOn || !intake.accepted) return [];
  const limit = given.procedure.startInvestigationWorkingDays.value;
  const { date: dueOn } = addWorkingDays(given.calendar, intake.accepted.on, limit);
  return [{ type: 'InvestigationStarted', on, dueOn }];
}

/** Without a visit on the spot: the way, the ground, and papers that show it; the day it is made good follows. */
function remoteOf(
  { on, remote, remoteBecause }: Body<'recordHomeVisit'>,
  given: VisitGiven,
): Found<Remote | null> {
  if (remoteBecause === null) return { ok: true, found: null };
  if (!remote) return { ok: false, refusal: refusals['remote-way-missing'] };
  const evidence = filesOf(remote.evidence, given);
  if (!evidence.ok) return evidence;
  if (evidence.found.length === 0) {
    return { ok: false, refusal: refusals['remote-evidence-missing'] };
  }
  const days = given.procedure.remoteVisitMadeGoodWorkingDays.value;
  const makeGoodBy = days === 0 ? null : addWorkingDays(given.calendar, on, days).date;
  const { way, ground } = remote;
  const papers = evidence.found.map((each) => refOf(each, given.files));
  return { ok: true, found: { way, ground, evidence: papers, makeGoodBy } };
}

/** Somebody of the household who counts as a member (DB-16b). */
export function memberOf(
  memberId: string,
  state: CaseState,
  { counted }: VisitGiven,
): Found<{ readonly memberId: string; readonly name: string }> {
  const member = state.household.declaration?.people.find((each) => each.memberId === memberId);
  if (!member) return { ok: false, refusal: refusals['member-not-in-household'] };
  if (counted.get(memberId) === false) {
    return { ok: false, refusal: refusals['member-not-counted'] };
  }
  return { ok: true, found: member };
}

function photosOf(
  { photos, remoteBecause }: Body<'recordHomeVisit'>,
  state: CaseState,
  given: VisitGiven,
): ReturnType<typeof filesOf> {
  const files = filesOf(photos, given);
  if (!files.ok) return files;
  if (remoteBecause === null && photos.length === 0) {
    return { ok: false, refusal: refusals['photo-missing'] };
  }
  const earlier = new Set(
    state.investigation.visits.flatMap((each) => each.photos.map(({ hash }) => hash)),
  );
  const reused = files.found.some((each) => each.usedElsewhere || earlier.has(each.hash));
  return reused ? { ok: false, refusal: refusals['photo-used-before'] } : files;
}
