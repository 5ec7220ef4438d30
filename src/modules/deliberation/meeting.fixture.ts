import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { createStandards } from '../standards/store.ts';
import type { Candidate, MeetingGiven, MeetingPerson } from './decide.ts';
import {
  evolveMeeting,
  type Listed,
  type MeetingEvent,
  meetingSlot,
  type MeetingState,
  type OpenedVote,
} from './meeting.ts';

/** A made-up meeting, event by event. */

export const DAY = localDate('2026-03-18');
export const CHAIR = 'chair';
export const RECORDER = 'secretary';
export const MEMBERS = [CHAIR, 'v1', 'v2', 'v3', 'v4'];
export const CASE = 'case-1';
export const OTHER = 'case-2';
export const HASH = 'a'.repeat(64);

export const people: readonly MeetingPerson[] = [
  ...MEMBERS.map((person) => ({
    person,
    name: person,
    role: person === CHAIR ? 'chair' : 'voter',
  })),
  { person: RECORDER, name: RECORDER, role: 'secretary' },
];

const standards = createStandards();

export function given(
  person: string,
  changed: { today?: LocalDate; procedure?: Partial<MeetingGiven['procedure']> } = {},
): MeetingGiven {
  const role = people.find((each) => each.person === person)?.role ?? 'case-officer';
  const today = changed.today ?? DAY;
  return {
    now: instant(0),
    today,
    by: { person, name: person, post: '', role, area: placeCode('511702102') },
    procedure: { ...standards.procedureOf('511702102', today), ...changed.procedure },
  };
}

/** A parameter of the procedure with another value, its citation kept. */
export function parameter<Name extends keyof MeetingGiven['procedure']>(
  name: Name,
  value: MeetingGiven['procedure'][Name]['value'],
): Partial<MeetingGiven['procedure']> {
  return { [name]: { ...given(CHAIR).procedure[name], value } };
}

type Told = MeetingEvent | readonly [event: MeetingEvent, by: string];

export function after(...events: readonly Told[]): MeetingState {
  return events.reduce<MeetingState>((state, entry, index) => {
    const [event, actor] = 'type' in entry ? [entry, RECORDER] : entry;
    const meta = { seq: index + 1, actor, post: '', occurredOn: DAY, recordedAt: instant(0) };
    return evolveMeeting(state, event, meta);
  }, meetingSlot.initial);
}

export const call = {
  kind: 'office-meeting',
  on: DAY,
  at: '09:30',
  place: '二楼会议室',
  entitled: MEMBERS,
  chair: CHAIR,
  recorder: RECORDER,
} as const;

export const called: MeetingEvent = {
  type: 'MeetingCalled',
  number: '罗江镇会〔2026〕1号',
  ...call,
  entitled: MEMBERS.map((person) => ({ person, name: person })),
};

const presented = {
  applicant: '赵演一',
  village: '演示村',
  scheme: 'dibao' as const,
  members: 2,
  monthlyAmount: fen(64_000),
  facts: '家庭人口2人，人均月收入300.00元。',
  proposal: '建议给予低保，保障2人，每月640.00元。',
};

export function item(caseId = CASE): Listed {
  return { caseId, number: caseId, proposalHash: HASH, proposes: 'grant', presented };
}

export function listed(caseId = CASE): MeetingEvent {
  return { type: 'CaseListed', ...item(caseId) };
}

/** Those named came, the others are away. */
export function attended(...present: string[]): MeetingEvent {
  const absent = MEMBERS.filter((each) => !present.includes(each)).map((person) => ({
    person,
    reason: '因公外出',
  }));
  return { type: 'AttendanceRecorded', present, absent, sittingIn: [] };
}

export function recused(person: string, caseId = CASE): MeetingEvent {
  return { type: 'MemberRecused', caseId, person, ground: '与申请人系叔侄', found: 'self' };
}

export const opened = (voters: readonly string[] = MEMBERS, caseId = CASE): MeetingEvent => ({
  type: 'VotingOpened',
  caseId,
  voters,
});

const sealed = { cipher: 'x', tail: '', index: '' };

export const cast = (person: string, caseId = CASE): Told => [
  { type: 'VoteCast', caseId, vote: sealed },
  person,
];

export const closed = (caseId = CASE, votes: readonly OpenedVote[] = []): MeetingEvent => ({
  type: 'VotingClosed',
  caseId,
  votes,
  tally: { for: 5, against: 0, abstain: 0 },
  resolution: 'approve',
  reason: '同意',
});

export const candidate: Candidate = {
  item: item(),
  route: 'township',
  notReady: null,
};

/** The meeting with one case listed and those people there. */
export function room(...present: string[]): MeetingState {
  return after(called, listed(), attended(...(present.length > 0 ? present : MEMBERS)));
}

export const votes = (choices: Readonly<Record<string, OpenedVote['choice']>>): OpenedVote[] =>
  Object.entries(choices).map(([person, choice]) => ({ person, choice, opinion: '' }));
