import type { ValueOf } from '../../kernel/contract.ts';
import type { Given } from '../../kernel/given.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import {
  type Accused,
  type Channel,
  type ComplaintEvent,
  type ComplaintState,
  isAccused,
  standingOf,
  type Told,
} from './complaint.ts';
import type * as contract from './contract.ts';
import { type ComplaintRefusal, refusals } from './refusal.ts';

type Answer = Decision<ComplaintEvent, ComplaintRefusal>;
type Body<Name extends keyof typeof contract> = (typeof contract)[Name] extends {
  readonly body: infer B;
}
  ? ValueOf<B>
  : never;

const no = (code: ComplaintRefusal): Answer => refused(refusals[code]);

/** Calendar days of the place: for telling whether it is accepted, for a petition and for any other (OT-01, DB-37). */
export type Limits = {
  readonly accept: number;
  readonly petition: number;
  readonly other: number;
};

/** Takes a complaint in. Whoever it speaks of never registers it (JT-05). */
export function receive(
  command: Pick<Body<'registerComplaint'>, 'receivedOn' | 'place' | 'files'> & { channel: Channel },
  state: ComplaintState,
  given: Given & {
    readonly accused: readonly Accused[];
    readonly text: Sealed;
    readonly reporter: Sealed | null;
    readonly limits: Limits;
  },
): Answer {
  const { accused, text, reporter, limits, today, by } = given;
  const { channel, receivedOn, place, files } = command;
  if (state.received) return no('complaint-exists');
  if (accused.some(({ person }) => person === by.person)) return no('complaint-about-oneself');
  if (receivedOn > today) return no('complaint-in-future');
  if (channel === 'letter' && files.length === 0) return no('complaint-letter-missing');
  return happened({
    ...{ type: 'ComplaintReceived', channel, receivedOn, place, files, accused, text, reporter },
    acceptBy: addDays(receivedOn, limits.accept),
  });
}

/** What stands against anything more being done about a complaint here, and by this person. */
function whyNotHandled(state: ComplaintState, { by }: Pick<Given, 'by'>): ComplaintRefusal | null {
  const { received } = state;
  if (!received) return 'complaint-unknown';
  if (isAccused(state, by.person)) return 'complaint-about-oneself';
  if (state.declined || state.passedUp) return 'complaint-ended';
  return received.accused.some(({ isLeader }) => isLeader) ? 'complaint-goes-up' : null;
}

/** A named reporter is told, and not by word alone; what is told through the portal proves itself when it is read. */
function isTold({ received }: ComplaintState, told: Told | null, today: LocalDate): boolean {
  if (!received?.reporter) return true;
  if (!told || told.on > today || told.on < received.receivedOn) return false;
  return told.manner === 'portal' ? received.channel === 'portal' : told.proof !== null;
}

export function accept(
  { asPetition, told }: Body<'acceptComplaint'>,
  state: ComplaintState,
  given: Given & { readonly limits: Limits },
): Answer {
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (state.accepted) return no('complaint-accepted');
  if (!isTold(state, told, given.today)) return no('complaint-not-told');
  const days = asPetition ? given.limits.petition : given.limits.other;
  const finishBy = addDays(given.today, days);
  return happened({ type: 'ComplaintAccepted', asPetition, told, finishBy });
}

export function decline(
  { told }: Pick<Body<'declineComplaint'>, 'told'>,
  state: ComplaintState,
  given: Given & { readonly sealed: Sealed },
): Answer {
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (state.accepted) return no('complaint-accepted');
  if (!isTold(state, told, given.today)) return no('complaint-not-told');
  return happened({ type: 'ComplaintDeclined', reason: given.sealed, told });
}

/** To whoever stands above the accused: the only thing left to do here about a complaint of a county leader. */
export function passUp(
  { to, receipt }: Pick<Body<'passUpComplaint'>, 'to' | 'receipt'>,
  state: ComplaintState,
  given: Given & { readonly sealed: Sealed },
): Answer {
  const why = whyNotHandled(state, given);
  if (why && why !== 'complaint-goes-up') return no(why);
  if (state.concluded) return no('complaint-concluded');
  return happened({ type: 'ComplaintPassedUp', to, receipt, reason: given.sealed });
}

/** The case becomes one of those the county visits itself (DL-12). Its township is not told why. */
export function linkCase(
  _: object,
  state: ComplaintState,
  given: Given & { readonly caseId: string; readonly ref: string },
): Answer {
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (!state.accepted) return no('complaint-not-accepted');
  if (state.concluded) return no('complaint-concluded');
  const { caseId, ref } = given;
  if (state.cases.some((each) => each.caseId === caseId)) return no('complaint-case-linked');
  return happened({ type: 'CaseLinked', caseId, ref });
}

export type Investigator = {
  readonly person: string;
  readonly name: string;
  readonly isCounty: boolean;
};

export function conclude(
  { outcome }: Pick<Body<'concludeComplaint'>, 'outcome'>,
  state: ComplaintState,
  given: Given & {
    readonly sealed: Sealed;
    readonly team: readonly Investigator[];
    /** Linked cases the county has looked at on the spot since they were linked. */
    readonly visited: readonly string[];
  },
): Answer {
  const { by, sealed, team, visited } = given;
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (!state.accepted) return no('complaint-not-accepted');
  if (state.concluded) return no('complaint-concluded');
  if (new Set(team.map(({ person }) => person)).size < 2) return no('complaint-team-small');
  if (team.some(({ person }) => isAccused(state, person))) return no('complaint-team-accused');
  if (team.some(({ isCounty }) => !isCounty)) return no('complaint-team-stranger');
  if (!team.some(({ person }) => person === by.person)) return no('complaint-recorder-absent');
  if (state.cases.some(({ caseId }) => !visited.includes(caseId))) {
    return no('complaint-case-unvisited');
  }
  const investigators = team.map(({ person, name }) => ({ person, name }));
  return happened({ type: 'ComplaintConcluded', outcome, finding: sealed, investigators });
}

/** The first a township hears: a text a second person has read, without a trace of who reported. */
export function release(
  { extractId, township, text }: Body<'releaseExtract'>,
  state: ComplaintState,
  given: Given & {
    /** Townships of the place complained about and of the linked cases. */
    readonly concerned: readonly string[];
    readonly namesReporter: boolean;
  },
): Answer {
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (!state.concluded) return no('complaint-release-early');
  if (!given.concerned.includes(township)) return no('complaint-release-elsewhere');
  if (state.extracts.some((each) => each.township === township)) {
    return no('complaint-release-repeated');
  }
  if (state.concluded.by === given.by.person) return no('complaint-release-same-person');
  if (given.namesReporter) return no('complaint-release-names-reporter');
  return happened({ type: 'ExtractReleased', extractId, township, text });
}

/** The result goes back to whoever gave their name, with proof (DB-37, OT-04). */
export function answerReporter(
  { told }: Pick<Body<'answerReporter'>, 'told'>,
  state: ComplaintState,
  given: Given & { readonly sealed: Sealed },
): Answer {
  const why = whyNotHandled(state, given);
  if (why) return no(why);
  if (!state.received?.reporter) return no('complaint-anonymous');
  if (!state.concluded) return no('complaint-answer-early');
  if (state.answered) return no('complaint-answer-repeated');
  if (told.on > given.today || told.on < state.concluded.on) return no('complaint-answer-day');
  if (told.manner === 'portal' && state.received.channel !== 'portal') {
    return no('complaint-answer-not-portal');
  }
  if (told.manner !== 'portal' && !told.proof) return no('complaint-answer-unproved');
  return happened({ type: 'ReporterAnswered', answer: given.sealed, told });
}

/** Who reported is known to two people or to nobody: one asks with a reason, another opens, the first looks. */
export function askReporter(
  { reason }: Body<'askReporter'>,
  state: ComplaintState,
  given: Given,
): Answer {
  const why = whyNotAsked(state, given);
  if (why) return no(why);
  if (state.opening && state.opening.openedBy === null) return no('reporter-already-asked');
  return happened({ type: 'ReporterAsked', reason });
}

export function openReporter(_: object, state: ComplaintState, given: Given): Answer {
  const why = whyNotAsked(state, given);
  if (why) return no(why);
  if (!state.opening || state.opening.openedBy !== null) return no('reporter-not-asked');
  if (state.opening.askedBy === given.by.person) return no('reporter-same-person');
  return happened({ type: 'ReporterOpened' });
}

export function seeReporter(_: object, state: ComplaintState, given: Given): Answer {
  const why = whyNotAsked(state, given);
  if (why) return no(why);
  const { opening } = state;
  const isOpen = opening?.askedBy === given.by.person && opening.openedOn === given.today;
  return isOpen ? happened({ type: 'ReporterSeen' }) : no('reporter-not-opened');
}

function whyNotAsked(state: ComplaintState, { by }: Given): ComplaintRefusal | null {
  if (!state.received) return 'complaint-unknown';
  if (isAccused(state, by.person)) return 'complaint-about-oneself';
  return state.received.reporter ? null : 'complaint-anonymous';
}

/** Whoever has the code reads the answer; that they did is the proof that it reached them. */
export function seeAnswer(state: ComplaintState): readonly ComplaintEvent[] {
  const { answered } = state;
  const isFirst = answered?.told.manner === 'portal' && answered.seenOn === null;
  return isFirst && standingOf(state) === 'closed' ? [{ type: 'AnswerSeen' }] : [];
}
