import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { FindingEvent, FindingState, MatchingEvent, Outcome } from './matching.ts';
import { type MatchingRefusal, refusals } from './refusal.ts';
import type { ReceivedSnapshot, SnapshotEvent, SnapshotState } from './snapshot.ts';

/** Takes in what a department supplied; the same file of a source never counts twice. */
export function receiveSnapshot(
  received: ReceivedSnapshot,
  { today, isRepeated }: { readonly today: LocalDate; readonly isRepeated: boolean },
): Decision<SnapshotEvent, MatchingRefusal> {
  if (received.asOf > today) return refused(refusals['snapshot-day-wrong']);
  if (isRepeated) return refused(refusals['snapshot-repeated']);
  return happened({ type: 'SnapshotReceived', ...received });
}

type Standing = {
  readonly phase: 'loading' | 'loaded' | 'failed' | 'destroyed';
  /** A comparison under way reads it. */
  readonly isInUse: boolean;
};

function whyNotDestroyed({ phase, isInUse }: Standing) {
  if (phase === 'destroyed') return refused(refusals['snapshot-gone']);
  if (phase === 'loading') return refused(refusals['snapshot-loading']);
  return isInUse ? refused(refusals['snapshot-in-use']) : null;
}

/** Puts forward that the data go, because their purpose is reached or their time is over (HD-10). */
export function askDestruction(
  { reason }: { readonly reason: string },
  state: SnapshotState,
  given: Standing,
): Decision<SnapshotEvent, MatchingRefusal> {
  const no = whyNotDestroyed(given);
  if (no) return no;
  if (state.asked) return refused(refusals['destruction-asked']);
  return happened({ type: 'SnapshotDestructionAsked', reason });
}

/** Somebody else approves; the rows go with it. */
export function approveDestruction(
  _: object,
  state: SnapshotState,
  given: Standing & { readonly person: string; readonly rows: number },
): Decision<SnapshotEvent, MatchingRefusal> {
  const no = whyNotDestroyed(given);
  if (no) return no;
  if (!state.asked) return refused(refusals['destruction-not-asked']);
  if (state.asked.by === given.person) return refused(refusals['destruction-same-person']);
  return happened({ type: 'SnapshotDestroyed', rows: given.rows });
}

/** The time for which it might be kept is over: it goes without anybody asking (HD-10). */
export function endSnapshot(
  { received }: SnapshotState,
  given: Standing & { readonly today: LocalDate; readonly rows: number },
): Decision<SnapshotEvent, MatchingRefusal> {
  const no = whyNotDestroyed(given);
  if (no) return no;
  if (!received || given.today <= received.keepUntil) {
    return refused(refusals['snapshot-still-kept']);
  }
  return happened({ type: 'SnapshotDestroyed', rows: given.rows });
}

/** Compares the whole register with what the sources supplied, before a month is paid. */
export function orderMatching(
  { month }: { readonly month: Month },
  given: {
    readonly today: LocalDate;
    readonly number: string;
    readonly loads: readonly string[];
    readonly isUnderWay: boolean;
  },
): Decision<MatchingEvent, MatchingRefusal> {
  const { today, number, loads, isUnderWay } = given;
  const next = monthOf(addMonths(`${monthOf(today)}-01` as LocalDate, 1));
  if (month !== monthOf(today) && month !== next) return refused(refusals['matching-month-wrong']);
  if (isUnderWay) return refused(refusals['matching-under-way']);
  if (loads.length === 0) return refused(refusals['no-snapshot']);
  return happened({ type: 'MatchingOrdered', number, month, loads });
}

type Found = { readonly role: string; readonly holds: boolean };

/** Says what came of a finding: explained, wrong at the source, or true and dealt with by the ordinary procedure. */
export function settleFinding(
  command: {
    readonly outcome: Outcome;
    readonly reason: string;
    readonly files: readonly FileRef[];
  },
  state: FindingState,
  given: Found & { readonly asker: string },
): Decision<FindingEvent, MatchingRefusal> {
  if (state.settled) return refused(refusals['finding-settled']);
  if (given.role !== given.asker) return refused(refusals['finding-of-other-post']);
  if (given.holds && command.files.length === 0) return refused(refusals['finding-paper-missing']);
  return happened({ type: 'FindingSettled', ...command });
}

/** Names the person who looks into it. */
export function handFinding(
  { to }: { readonly to: string },
  state: FindingState,
  { isFit }: { readonly isFit: boolean },
): Decision<FindingEvent, MatchingRefusal> {
  if (state.settled) return refused(refusals['finding-settled']);
  if (!isFit) return refused(refusals['finding-holder-unfit']);
  return happened({ type: 'FindingHanded', to });
}
