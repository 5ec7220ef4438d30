import type { ValueOf } from '../../kernel/contract.ts';
import type { Given } from '../../kernel/given.ts';
import { addMonths, type LocalDate, localDate, type Month } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CheckEvent, CheckState, FlagKind, Reason } from './check.ts';
import type * as contract from './contract.ts';
import type { FlagEvent, FlagState, MonthEvent, MonthState } from './flag.ts';
import { type InspectionRefusal, refusals } from './refusal.ts';

type Answer = Decision<CheckEvent, InspectionRefusal>;

export type OrderGiven = {
  readonly ref: string;
  readonly place: string;
  readonly reasons: readonly Reason[];
  readonly hasOpenCheck: boolean;
  readonly dueOn: LocalDate;
};

/** A household the law or the county's rules name is put on the list of visits (DL-12). */
export function orderCheck(
  { caseId }: { caseId: string },
  state: CheckState,
  { ref, place, reasons, hasOpenCheck, dueOn }: OrderGiven,
): Answer {
  if (state.order) return refused(refusals['check-exists']);
  if (reasons.length === 0) return refused(refusals['check-not-flagged']);
  if (hasOpenCheck) return refused(refusals['check-still-open']);
  return happened({ type: 'CheckOrdered', caseId, ref, place, reasons, drawId: null, dueOn });
}

/** What stands against a person's taking part, for each person named. */
export type TeamGiven = Pick<Given, 'today' | 'by'> & {
  readonly fewest: number;
  readonly people: readonly {
    readonly person: string;
    readonly name: string;
    readonly isCounty: boolean;
    readonly isRelative: boolean;
    readonly didWork: boolean;
  }[];
};

function teamFault(persons: readonly string[], given: TeamGiven): InspectionRefusal | null {
  const named = [...new Set(persons)];
  if (named.length < Math.max(2, given.fewest)) return 'check-team-small';
  const people = named.map((person) => given.people.find((each) => each.person === person));
  if (people.some((each) => !each?.isCounty)) return 'check-stranger';
  if (people.some((each) => each?.isRelative)) return 'check-relative';
  return people.some((each) => each?.didWork) ? 'check-own-work' : null;
}

const namesOf = (persons: readonly string[], given: TeamGiven) =>
  given.people
    .filter(({ person }) => persons.includes(person))
    .map(({ person, name }) => ({ person, name }));

/** The visit order: who goes when. */
export function sendTeam(
  { team, plannedOn }: { team: readonly string[]; plannedOn: LocalDate },
  state: CheckState,
  given: TeamGiven,
): Answer {
  if (!state.order) return refused(refusals['check-unknown']);
  if (state.record) return refused(refusals['check-done']);
  const fault = teamFault(team, given);
  if (fault) return refused(refusals[fault]);
  if (plannedOn < given.today) return refused(refusals['check-planned-past']);
  return happened({ type: 'TeamSent', team: namesOf(team, given), plannedOn });
}

type Record = ValueOf<(typeof contract.recordCheck)['body']>;

/** What was found on the spot, item by item against the file, with photos and signatures (DL-12). */
export function recordCheck(command: Record, state: CheckState, given: TeamGiven): Answer {
  if (!state.order) return refused(refusals['check-unknown']);
  if (state.record) return refused(refusals['check-done']);
  const fault = teamFault(command.visitors, given) ?? recordFault(command, state.order.on, given);
  if (fault) return refused(refusals[fault]);
  const { visitors, ...record } = command;
  return happened({
    type: 'CheckRecorded',
    record: { ...record, visitors: namesOf(visitors, given) },
  });
}

function recordFault(
  command: Record,
  orderedOn: LocalDate,
  { today, by }: TeamGiven,
): InspectionRefusal | null {
  const { on, outcome, grade, discrepancies, facts, photos, signatures } = command;
  if (!command.visitors.includes(by.person)) return 'check-recorder-absent';
  if (on > today) return 'check-in-future';
  if (on < orderedOn) return 'check-before-order';
  if (photos.length === 0) return 'check-photo-missing';
  if (signatures.length === 0) return 'check-signature-missing';
  if (outcome !== 'unreachable' && facts.length === 0) return 'check-fact-missing';
  const found = facts.some(({ agrees }) => !agrees);
  const says = grade !== 'none' && discrepancies.length > 0;
  const isClean = grade === 'none' && discrepancies.length === 0 && !found;
  const fits = outcome === 'differs' ? says && found : isClean;
  return fits ? null : 'check-grade-differs';
}

export type ClearGiven = {
  readonly caseId: string;
  readonly kind: FlagKind;
  readonly isCleared: boolean;
  /** A visit of the county stands behind it, before the confirmation or after. */
  readonly isChecked: boolean;
  readonly hasOpenCorrection: boolean;
};

/** Only the county, only with a reason, only after it was there; the flag stays in the history. */
export function clearFlag(
  { reason }: { reason: string },
  state: FlagState,
  { caseId, kind, isCleared, isChecked, hasOpenCorrection }: ClearGiven,
): Decision<FlagEvent, InspectionRefusal> {
  if (state.cleared || isCleared) return refused(refusals['flag-cleared']);
  if (!isChecked) return refused(refusals['flag-not-checked']);
  if (hasOpenCorrection) return refused(refusals['flag-correction-open']);
  return happened({ type: 'FlagCleared', caseId, kind, reason });
}

export type MonthGiven = {
  readonly month: Month;
  readonly today: LocalDate;
  readonly openFlags: number;
  readonly isDrawPublished: boolean;
};

/** The month of supervision ends once nothing of the three hundred per cent and of the draw is left open. */
export function closeMonth(
  _: object,
  state: MonthState,
  { month, today, openFlags, isDrawPublished }: MonthGiven,
): Decision<MonthEvent, InspectionRefusal> {
  if (state.closed) return refused(refusals['month-closed']);
  if (today < addMonths(localDate(`${month}-01`), 1)) return refused(refusals['month-not-over']);
  if (openFlags > 0) return refused(refusals['month-flag-open']);
  if (!isDrawPublished) return refused(refusals['month-draw-open']);
  return happened({ type: 'MonthClosed', month });
}
