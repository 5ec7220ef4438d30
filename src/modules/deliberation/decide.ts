import type { Given } from '../../kernel/given.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { presiderOf } from './count.ts';
import { findItem, type Listed, type MeetingEvent, type MeetingState } from './meeting.ts';
import { type DeliberationRefusal, refusals } from './refusal.ts';

export type MeetingGiven = Given & { readonly procedure: Procedure };

type Answer = Decision<MeetingEvent, DeliberationRefusal>;

/** A meeting later than this is a slip of the year: no case waits so long for one. */
const MOST_DAYS_AHEAD = 60;

export const no = (code: DeliberationRefusal): Answer => refused(refusals[code]);

export function whyNotLive(state: MeetingState): DeliberationRefusal | null {
  if (!state.on) return 'meeting-unknown';
  if (state.calledOff) return 'meeting-called-off';
  return state.endedOn ? 'meeting-ended' : null;
}

/** Somebody with a post at the township that takes part in its meetings. */
export type MeetingPerson = {
  readonly person: string;
  readonly name: string;
  readonly role: string;
};

/**
 * 党委会 or 办公会 (JT-01): who should attend, who presides, who writes. Nobody picks the members: everyone with
 * a vote at this level is entitled, in order of rank (JT-02), and the recorder is not one of them (JT-06).
 */
export function callMeeting(
  command: {
    kind: MeetingState['kind'];
    on: LocalDate;
    at: string;
    place: string;
    entitled: readonly string[];
    chair: string;
    recorder: string;
  },
  state: MeetingState,
  given: MeetingGiven & { number: string; people: readonly MeetingPerson[] },
): Answer {
  if (state.on) return no('meeting-already-called');
  if (!given.procedure.meetingBodies.value.includes(command.kind)) return no('body-not-set');
  if (command.on < given.today) return no('meeting-in-the-past');
  if (command.on > addDays(given.today, MOST_DAYS_AHEAD)) return no('meeting-too-far');
  const members = given.people.filter(({ role }) => role === 'voter' || role === 'chair');
  const names = new Map(members.map(({ person, name }) => [person, name]));
  const listed = [...new Set(command.entitled)];
  if (listed.some((person) => !names.has(person))) return no('person-not-entitled');
  if (listed.length < names.size) return no('member-left-out');
  if (listed.length < given.procedure.fewestVoters.value) return no('too-few-entitled');
  if (!names.has(command.chair)) return no('chair-not-entitled');
  if (names.has(command.recorder)) return no('recorder-votes');
  if (!given.people.some(({ person }) => person === command.recorder)) {
    return no('recorder-not-secretary');
  }
  const entitled = listed.map((person) => ({ person, name: names.get(person) ?? '' }));
  return happened({ type: 'MeetingCalled', number: given.number, ...command, entitled });
}

/** Where a case stands that somebody wants on the agenda: its item, and why it is not ready (JT-10). */
export type Candidate = {
  readonly item: Listed;
  readonly route: 'township' | 'county';
  readonly notReady: string | null;
};

/** Puts a case on the agenda once everything before the meeting is done (JT-10). */
export function listCase(
  command: { caseId: string },
  state: MeetingState,
  given: Candidate,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.signedBy.length > 0) return no('minutes-closed');
  if (findItem(state, command.caseId)) return no('case-already-listed');
  if (given.route === 'county') return no('case-with-county');
  if (given.notReady) return notReady(given.notReady);
  return happened({ type: 'CaseListed', ...given.item });
}

/** The refusal of a case that is not ready, with what is missing in its sentence. */
export function notReady(because: string): Answer {
  const refusal = refusals['case-not-ready'];
  return refused({ ...refusal, message: `该办件现在不能上会（${because})，请先办完。` });
}

export function delistCase(
  command: { caseId: string; because: string },
  state: MeetingState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (!item) return no('case-not-listed');
  if (item.status !== 'listed') return no('voting-already-open');
  return happened({ type: 'CaseDelisted', ...command });
}

/**
 * Everybody who should attend is either present or absent with a reason (JT-07). Recorded again between two cases
 * when somebody comes late or leaves; while a case is being voted its voters are fixed.
 */
export function recordAttendance(
  command: {
    present: readonly string[];
    absent: readonly { person: string; reason: string }[];
    sittingIn: readonly { name: string; as: string }[];
  },
  state: MeetingState,
  given: MeetingGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.signedBy.length > 0) return no('minutes-closed');
  if (state.on !== given.today) return no('not-the-meeting-day');
  if (state.agenda.some((each) => each.status === 'voting')) return no('attendance-during-voting');
  const entitled = new Set(state.entitled.map((each) => each.person));
  const named = [...command.present, ...command.absent.map((each) => each.person)];
  if (named.some((person) => !entitled.has(person))) return no('person-not-entitled');
  const complete = new Set(named).size === named.length && named.length === entitled.size;
  if (!complete) return no('absence-unexplained');
  if (command.present.length === 0) return no('nobody-present');
  return happened({ type: 'AttendanceRecorded', ...command });
}

/**
 * A member withdraws, or the chair or the secretary records what others said (CSL a.77: an interested person may
 * ask, the organ decides). Kin and duties need no asking: they are found when the voting opens.
 */
export function recuse(
  command: { caseId: string; person: string; ground: string },
  state: MeetingState,
  given: MeetingGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const { caseId, person } = command;
  const item = findItem(state, caseId);
  if (!item) return no('case-not-listed');
  if (item.status !== 'listed') return no('voting-already-open');
  if (!state.entitled.some((each) => each.person === person)) return no('person-not-entitled');
  const own = person === given.by.person;
  if (!own && given.by.role === 'voter') return no('recusal-for-another');
  if (state.recusals.some((each) => each.caseId === caseId && each.person === person)) {
    return no('already-recused');
  }
  return happened({ type: 'MemberRecused', ...command, found: own ? 'self' : 'request' });
}

/**
 * Calls a meeting off that did not take place or could decide nothing. What it has resolved or been told stands, so
 * from then on it can only be brought to its end; its cases are ready for another meeting.
 */
export function callOffMeeting(
  command: { reason: string },
  state: MeetingState,
  { hasReports }: { hasReports: boolean },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.agenda.some(({ status }) => status !== 'listed')) return no('meeting-has-results');
  if (hasReports) return no('meeting-has-reports');
  return happened({ type: 'MeetingCalledOff', reason: command.reason });
}

/** Who signs the minutes: whoever presided over the meeting, and the recorder (JT-07). */
export function signatoriesOf(state: MeetingState): readonly string[] {
  const presided = presiderOf(state, state.attended, []);
  return presided === null ? [] : [presided, state.recorder];
}

export function signMinutes(_: object, state: MeetingState, given: MeetingGiven): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const { person } = given.by;
  if (!state.attendance) return no('attendance-missing');
  const signatories = signatoriesOf(state);
  if (!signatories.includes(person)) return no('not-a-signatory');
  if (state.agenda.some((each) => each.status !== 'resolved')) return no('agenda-unfinished');
  if (state.signedBy.includes(person)) return no('minutes-already-signed');
  const signed = { type: 'MinutesSigned' } as const;
  const all = new Set([...state.signedBy, person]);
  const complete = signatories.every((each) => all.has(each));
  return complete ? happened<MeetingEvent>(signed, { type: 'MeetingEnded' }) : happened(signed);
}

/**
 * Those who were there besides sign what was recorded, within the place's days after the end (JT-07). Nothing of the
 * minutes changes by it: who presided and the recorder have signed them already.
 */
export function countersignMinutes(
  _: object,
  state: MeetingState,
  { by: { person }, today, procedure }: MeetingGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead !== 'meeting-ended') return no(dead ?? 'minutes-not-signed');
  if (!state.attended.includes(person)) return no('not-at-the-meeting');
  const signed = [...state.signedBy, ...(state.countersigned ?? []).map((each) => each.person)];
  if (signed.includes(person)) return no('minutes-already-signed');
  const last = addDays(state.endedOn ?? today, procedure.minutesCountersignDays.value);
  return today > last ? no('countersign-late') : happened({ type: 'MinutesCountersigned' });
}
