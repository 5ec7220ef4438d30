import type { Actor } from '../../kernel/given.ts';
import { formatInstant, type Instant, instant } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import {
  addMonths,
  daysBetween,
  type LocalDate,
  localDate,
  type Month,
} from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type Announced, commitmentOf, frameOf, seedOf, cbsStrata } from './cbs.ts';
import {
  type BeaconKind,
  beaconOf,
  type DrawEvent,
  type DrawState,
  type FrameCase,
  isCommitted,
  PARTY,
  type Party,
  partyTitles,
  type Strength,
} from './draw.ts';
import { type DrawRefusal, refusals } from './refusal.ts';
import { type Outcome, widenedSample } from './widened-sample.ts';

type Answer = Decision<DrawEvent, DrawRefusal>;

const DAY = 24 * 60 * 60 * 1000;
/** After so many days the draw is published even if a household could never be met. */
export const MOST_DAYS = 30;

export type FreezeGiven = {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly county: string;
  readonly period: Month;
  readonly percent: number;
  readonly strength: Strength;
  readonly blind: string;
  readonly cases: readonly FrameCase[];
};

/** T0: the new recipients of the month as the record has them; from now on nobody can change who may be drawn. */
export function freezeFrame(
  { beacon }: { beacon: BeaconKind },
  state: DrawState,
  given: FreezeGiven,
): Answer {
  if (state.frozen) return refused(refusals['draw-exists']);
  const { now, today, county, period, percent, strength, blind, cases } = given;
  if (today < addMonths(localDate(`${period}-01`), 1)) return refused(refusals['draw-too-early']);
  if ((strength === 'two-party') !== (beacon === 'none')) {
    return refused(refusals['draw-setting-differs']);
  }
  const { frame, leaves, root } = frameOf(cases);
  const parties = (Object.keys(partyTitles) as Party[]).filter(
    (party) => strength !== 'two-party' || !PARTY[party].byLetter,
  );
  const beaconFrom = instant(now + DAY);
  const minute = `${formatInstant(beaconFrom).replace(' ', 'T')}+08:00`;
  return happened({
    ...{ type: 'FrameFrozen', period, county, percent, strength, parties, beaconKind: beacon },
    ...{ beaconId: beacon === 'none' ? '' : `${beacon}-first-after:${minute}`, beaconFrom },
    ...{ blind, root, leaves, frame },
  });
}

type By = { readonly by: Actor };

/** Who stands for a party: the holder of its post, one person for one party. */
function partyFault(state: DrawState, party: Party, { by }: By): DrawRefusal | null {
  if (!state.frozen) return 'draw-not-frozen';
  if (!state.frozen.parties.includes(party)) return 'draw-party-unknown';
  if (PARTY[party].role !== by.role) return 'draw-party-not-yours';
  const isOther = state.commitments.some((each) => each.party !== party && each.by === by.person);
  return isOther ? 'draw-party-same-person' : null;
}

export function commitSecret(
  command: { party: Party; commitment: string; letter: FileRef | null },
  state: DrawState,
  given: By,
): Answer {
  const { party, commitment, letter } = command;
  const fault = partyFault(state, party, given);
  if (fault) return refused(refusals[fault]);
  if (state.commitments.some((each) => each.party === party)) {
    return refused(refusals['draw-already-committed']);
  }
  if (PARTY[party].byLetter && !letter) return refused(refusals['draw-letter-missing']);
  return happened({ type: 'SecretCommitted', party, commitment, letter });
}

const SSQ = /^ssq:20\d{5}:(\d\d),(\d\d),(\d\d),(\d\d),(\d\d),(\d\d)\+(\d\d)$/;
const BALLS = /^balls:\d{20}$/;

/** The number as everybody writes it: six different red balls in order from 33, a blue one from 16; or twenty digits. */
export function isBeacon(kind: BeaconKind, value: string): boolean {
  if (kind === 'balls') return BALLS.test(value);
  const balls = SSQ.exec(value)?.slice(1).map(Number);
  if (kind !== 'ssq' || !balls) return false;
  const red = balls.slice(0, 6);
  const blue = balls[6] ?? 0;
  const rising = red.every((ball, at) => ball > (red[at - 1] ?? 0));
  return rising && (red[5] ?? 99) <= 33 && blue >= 1 && blue <= 16;
}

/** T1: two people type the published number, each from a source of their own. */
export function typeBeacon(
  { value, from }: { value: string; from: string },
  state: DrawState,
  { now, by }: By & { now: Instant },
): Answer {
  const { frozen } = state;
  if (!frozen) return refused(refusals['draw-not-frozen']);
  if (frozen.strength === 'two-party') return refused(refusals['draw-no-beacon']);
  if (!isCommitted(state)) return refused(refusals['draw-commitments-missing']);
  if (beaconOf(state) !== null) return refused(refusals['draw-beacon-fixed']);
  if (now < frozen.beaconFrom) return refused(refusals['draw-beacon-early']);
  if (!isBeacon(frozen.beaconKind, value)) return refused(refusals['draw-beacon-shape']);
  if (state.typed.some((each) => each.by !== by.person && each.from === from)) {
    return refused(refusals['draw-beacon-same-source']);
  }
  return happened({ type: 'BeaconTyped', value, from });
}

type Reveal = {
  readonly party: Party;
  readonly secret: string;
  readonly openedFrom: 'party' | 'envelope';
  readonly reason: string;
  readonly proof: FileRef | null;
};

/** T2: the secret behind the commitment. Whoever keeps it back gains nothing: the sealed envelope is opened. */
export function revealSecret(command: Reveal, state: DrawState, given: By): Answer {
  const { party, secret, openedFrom, reason, proof } = command;
  const { frozen } = state;
  if (!frozen) return refused(refusals['draw-not-frozen']);
  if (openedFrom === 'party') {
    const fault = partyFault(state, party, given);
    if (fault) return refused(refusals[fault]);
  } else if (reason.trim().length < 4 || !proof) {
    return refused(refusals['draw-envelope-unproved']);
  }
  if (!isCommitted(state)) return refused(refusals['draw-commitments-missing']);
  if (beaconOf(state) === null) return refused(refusals[missingBeacon(state)]);
  if (state.secrets.some((each) => each.party === party)) {
    return refused(refusals['draw-secret-given']);
  }
  const committed = state.commitments.find((each) => each.party === party);
  if (!committed) return refused(refusals['draw-party-unknown']);
  if (commitmentOf({ party, secret }, frozen) !== committed.commitment) {
    return refused(refusals['draw-secret-wrong']);
  }
  return happened({ type: 'SecretRevealed', party, secret, openedFrom, reason, proof });
}

function missingBeacon({ typed }: DrawState): 'draw-beacon-differs' | 'draw-beacon-missing' {
  return typed.length > 1 ? 'draw-beacon-differs' : 'draw-beacon-missing';
}

/** The draw: nothing is left to choose. */
export function drawSample(_: object, state: DrawState): Answer {
  const { frozen, secrets } = state;
  if (!frozen) return refused(refusals['draw-not-frozen']);
  if (state.drawn) return refused(refusals['draw-done']);
  if (secrets.length < frozen.parties.length) return refused(refusals['draw-secrets-missing']);
  const beacon = beaconOf(state) ?? '';
  const { period, county, beaconId, root, frame } = frozen;
  const announced: Announced = { period, county, beaconId, root, count: frame.length };
  const seed = seedOf(announced, secrets, beacon);
  return happened({ type: 'SampleDrawn', seed, sample: wantedOf(frozen, seed, new Map()) });
}

function wantedOf(
  { frame, percent }: NonNullable<DrawState['frozen']>,
  seed: string,
  results: ReadonlyMap<string, Outcome>,
): readonly string[] {
  return cbsStrata(frame, seed, percent).flatMap((each) => widenedSample(each, results));
}

/** Who is to be checked as far as the results go: only ever more, in the order of the tickets. */
export function wantedNow(
  { frozen, drawn }: DrawState,
  results: ReadonlyMap<string, Outcome>,
): readonly string[] {
  return frozen && drawn ? wantedOf(frozen, drawn.seed, results) : [];
}

/** T4: frame, secrets, seed and results for everybody, once the visits are done. */
export function publishDraw(
  _: object,
  state: DrawState,
  { today, results }: { today: LocalDate; results: ReadonlyMap<string, Outcome> },
): Answer {
  const { frozen, drawn } = state;
  if (!frozen || !drawn) return refused(refusals['draw-not-done']);
  if (state.published) return refused(refusals['draw-already-published']);
  const sample = wantedNow(state, results);
  const forced = frozen.frame.filter((each) => each.forced !== '').map(({ ref }) => ref);
  const open = [...sample, ...forced].some((ref) => !results.has(ref));
  if (open && daysBetween(drawn.on, today) < MOST_DAYS) {
    return refused(refusals['draw-visits-open']);
  }
  const kept = sample.flatMap((ref) => {
    const outcome = results.get(ref);
    return outcome ? [{ ref, outcome }] : [];
  });
  return happened({ type: 'DrawPublished', sample, results: kept });
}
