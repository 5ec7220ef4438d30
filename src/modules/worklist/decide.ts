import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type Absence, type AbsenceEvent, type AbsenceState, lastDayOf } from './absence.ts';
import { type Away, candidatesFor, type Colleague, type WorkItem } from './owner.ts';
import { type WorklistRefusal, refusals } from './refusal.ts';
import type { WorkEvent, WorkState } from './work.ts';

const no = (code: WorklistRefusal) => refused(refusals[code]);

/** Days on which somebody is away, first and last. */
export type DaysAway = { readonly from: LocalDate; readonly to: LocalDate };

/** Records when somebody is away and who gets their work; the rights of their post go to nobody. */
export function recordAbsence(
  absence: Absence,
  state: AbsenceState,
  given: {
    readonly today: LocalDate;
    readonly holder: string;
    /** Whether it is one's own, or one leads the place. */
    readonly mayRecord: boolean;
    /** Posts of the holder and of the substitute at the place today. */
    readonly held: readonly string[];
    readonly heldBySubstitute: readonly string[];
    readonly substituteAway: readonly DaysAway[];
  },
): Decision<AbsenceEvent, WorklistRefusal> {
  const { from, to, substitute } = absence;
  if (!given.mayRecord) return no('absence-of-another');
  if (given.held.length === 0) return no('absence-holder-not-in-post');
  if (to < from) return no('absence-backwards');
  if (to < given.today) return no('absence-in-the-past');
  if (state.some((each) => meets(absence, { from: each.from, to: lastDayOf(each) }))) {
    return no('absence-overlaps');
  }
  if (substitute === null) return happened({ type: 'AbsenceRecorded', absence });
  if (substitute === given.holder) return no('substitute-is-self');
  if (!given.heldBySubstitute.some((role) => given.held.includes(role))) {
    return no('substitute-lacks-post');
  }
  if (given.substituteAway.some((each) => meets(absence, each))) return no('substitute-absent');
  return happened({ type: 'AbsenceRecorded', absence });
}

function meets(one: DaysAway, other: { from: LocalDate; to: LocalDate | null }): boolean {
  return other.to !== null && one.from <= other.to && other.from <= one.to;
}

export function endAbsence(
  { absenceId }: { readonly absenceId: string },
  state: AbsenceState,
  given: { readonly today: LocalDate; readonly mayRecord: boolean },
): Decision<AbsenceEvent, WorklistRefusal> {
  if (!given.mayRecord) return no('absence-of-another');
  const found = state.find((each) => each.absenceId === absenceId);
  if (!found) return no('absence-unknown');
  if (found.backOn || found.to < given.today) return no('absence-over');
  return happened({ type: 'AbsenceEnded', absenceId });
}

/** The leader of the place gives a piece of work to somebody; only to those who may do it at all. */
export function assignWork(
  { person }: { readonly person: string },
  _state: WorkState,
  given: {
    readonly item: WorkItem | null;
    readonly people: readonly Colleague[];
    readonly away: Away;
  },
): Decision<WorkEvent, WorklistRefusal> {
  const { item, people, away } = given;
  if (!item) return no('work-done');
  const posts = people.filter((each) => each.person === person && each.area === item.place);
  if (!posts.some(({ role }) => item.roles.includes(role))) return no('assignee-lacks-post');
  if (away.has(person)) return no('assignee-absent');
  if (!candidatesFor(item, people, away).some((each) => each.person === person)) {
    return no('assignee-separated');
  }
  return happened({ type: 'WorkAssigned', person, because: '由负责人分办' });
}
