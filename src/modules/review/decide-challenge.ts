import type { FileRef } from '../../kernel/evidence.ts';
import type { Given } from '../../kernel/given.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import {
  type ChallengeEvent,
  type ChallengeKind,
  type ChallengeOutcome,
  type ChallengeState,
  type Contested,
  mustBeCarriedOut,
} from './challenge.ts';
import { type ChallengeRefusal, challengeRefusals } from './challenge-refusal.ts';

type Answer = Decision<ChallengeEvent, ChallengeRefusal>;

/** OT-05: 60 days to the reviewing body, six months to the court, from the day the family knew of the decision. */
const REVIEW_DAYS = 60;
const SUIT_MONTHS = 6;

export type ChallengeTold = {
  readonly kind: ChallengeKind;
  readonly body: string;
  readonly fileNumber: string;
  readonly filedOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly replyBy: LocalDate;
  readonly claim: string;
  readonly file: FileRef;
};

/**
 * A challenge of a decision as the reviewing body or the court sent it. Whether it came in time is computed and
 * shown; whether it is heard is not for the office to say.
 */
export function registerChallenge(
  command: ChallengeTold,
  state: ChallengeState,
  given: Given & { readonly against: Contested },
): Answer {
  if (state.registered) return refused(challengeRefusals['challenge-exists']);
  const { filedOn, receivedOn, replyBy } = command;
  const { against, today } = given;
  const isOrdered = against.decidedOn <= filedOn && filedOn <= receivedOn && receivedOn <= today;
  if (!isOrdered || replyBy < receivedOn) return refused(challengeRefusals['challenge-date-wrong']);
  const lastDay = lastDayFor(command.kind, against.servedOn ?? against.decidedOn);
  const inTime = filedOn <= lastDay;
  return happened({ type: 'ChallengeRegistered', ...command, against, lastDay, inTime });
}

export function lastDayFor(kind: ChallengeKind, knownOn: LocalDate): LocalDate {
  return kind === 'review' ? addDays(knownOn, REVIEW_DAYS) : addMonths(knownOn, SUIT_MONTHS);
}

export function replyToChallenge(
  command: { readonly on: LocalDate; readonly reply: string; readonly file: FileRef },
  state: ChallengeState,
  { today }: Given,
): Answer {
  const over = whyNotPending(state);
  if (over) return refused(over);
  if (state.replied) return refused(challengeRefusals['challenge-replied']);
  if (command.on < (state.registered?.receivedOn ?? '') || command.on > today) {
    return refused(challengeRefusals['challenge-date-wrong']);
  }
  return happened({ type: 'ChallengeReplied', ...command });
}

function whyNotPending(state: ChallengeState): Refusal<ChallengeRefusal> | null {
  return state.outcome ? challengeRefusals['challenge-decided'] : null;
}

/** What the body said. What it orders has a day; an amount it changes is its own. */
export function recordOutcome(
  outcome: ChallengeOutcome,
  state: ChallengeState,
  { today }: Given,
): Answer {
  const over = whyNotPending(state);
  if (over) return refused(over);
  if (outcome.on < (state.registered?.receivedOn ?? '') || outcome.on > today) {
    return refused(challengeRefusals['challenge-date-wrong']);
  }
  if (outcome.result === 'changed' && outcome.amount === null) {
    return refused(challengeRefusals['challenge-amount-missing']);
  }
  const { finishBy } = outcome;
  if (mustBeCarriedOut(outcome.result) && (finishBy === null || finishBy < outcome.on)) {
    return refused(challengeRefusals['challenge-finish-missing']);
  }
  return happened({ type: 'ChallengeDecided', outcome });
}

/** What was done since, found in the record: nobody states it. */
export type Followed = {
  /** A decision taken anew on or after the day of the outcome. */
  readonly newDecision: { readonly number: string } | null;
  /** Whether the register pays again, or pays what was ordered, because of this outcome. */
  readonly restored: boolean;
};

/** Closes a challenge once what it ordered was done: a new decision, a restored or changed payment, or proof of it. */
export function concludeChallenge(
  { how, files }: { readonly how: string; readonly files: readonly FileRef[] },
  state: ChallengeState,
  given: Given & Followed,
): Answer {
  const { registered, outcome } = state;
  if (!registered || !outcome) return refused(challengeRefusals['challenge-not-decided']);
  if (state.carriedOut) return refused(challengeRefusals['challenge-carried-out']);
  if (!mustBeCarriedOut(outcome.result)) {
    return refused(challengeRefusals['challenge-needs-nothing']);
  }
  const missing = whatIsMissing(registered.against, outcome, { ...given, files });
  if (missing) return refused(challengeRefusals[missing]);
  const number = given.newDecision?.number ?? outcome.document;
  return happened({ type: 'ChallengeCarriedOut', how, number, files });
}

function whatIsMissing(
  against: Contested,
  { result }: ChallengeOutcome,
  { newDecision, restored, files }: Followed & { readonly files: readonly FileRef[] },
): ChallengeRefusal | null {
  if (against.outcome === 'refuse') return newDecision ? null : 'challenge-new-decision-missing';
  if (against.benefitId === null) return files.length > 0 ? null : 'challenge-without-proof';
  const isRestorable = against.outcome === 'adjusted' || result === 'changed';
  if (isRestorable && !restored) return 'challenge-not-restored';
  const isAnew = result === 'anew' || (result === 'set-aside' && against.outcome === 'grant');
  return isAnew && !newDecision ? 'challenge-new-decision-missing' : null;
}
