import { addDays } from '../../src/kernel/local-date.ts';
import * as access from '../../src/modules/deliberation/access.ts';
import { candidateOf, recusalsFound } from '../../src/modules/deliberation/agenda.ts';
import { toldOf } from '../../src/modules/deliberation/case-side.ts';
import * as contract from '../../src/modules/deliberation/contract.ts';
import * as decide from '../../src/modules/deliberation/decide.ts';
import {
  type AgendaItem,
  findItem,
  meetingSlot,
  type OpenedVote,
} from '../../src/modules/deliberation/meeting.ts';
import * as vote from '../../src/modules/deliberation/vote.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { entitled, meetingPeople } from './office.ts';
import { givenFor, type Meeting, nextId, sealed, type World } from './world.ts';

export const CASE = 'case-1';

/** The meeting that has the case on its agenda, else the one being prepared or held, else the last. */
export function meetingNow({ meetings, state }: World): Meeting | undefined {
  const { agenda } = state.deliberation;
  const own = meetings.find(({ id }) => id === agenda?.meetingId);
  if (own) return own;
  const isLive = ({ state }: Meeting) => state.on && !state.endedOn && !state.calledOff;
  return meetings.findLast(isLive) ?? meetings.at(-1);
}

const nowhere = (): Meeting => ({
  id: '00000000-0000-4000-8000-eeeeeeeeeeee',
  state: meetingSlot.initial,
  seq: 0,
});

function chosen(ask: Ask): Meeting {
  const { world, random } = ask;
  const now = meetingNow(world) ?? nowhere();
  return either(ask, now, world.meetings.length > 0 ? random.pick(world.meetings) : now);
}

function itemIn(meeting: Meeting): AgendaItem | undefined {
  return findItem(meeting.state, CASE);
}

const all = { ...decide, ...vote };

const meet = (
  name: keyof typeof all & keyof typeof contract,
  body: Command['body'],
  more: Partial<Command> = {},
): Command => ({
  on: 'meeting',
  contract: contract[name] as Command['contract'],
  access:
    access.access[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof access.access],
  meeting: chosen,
  body,
  decide: all[name] as Command['decide'],
  ...more,
});

const aboutCase = (ask: Ask) => ({ caseId: either(ask, CASE, 'case-2') });

function call(ask: Ask) {
  const { world, random } = ask;
  const later = addDays(world.day, random.pick([0, 0, 1, 3]));
  return {
    kind: either(ask, 'office-meeting', 'review-group'),
    on: either(ask, later, addDays(world.day, -1)),
    ...{ at: '09:30', place: '二楼会议室' },
    entitled: either(ask, entitled, entitled.slice(1), entitled.slice(0, 2), [
      ...entitled,
      'secretary',
    ]),
    chair: either(ask, random.pick(['chair', 'chair-2']), 'secretary'),
    recorder: either(ask, random.pick(['secretary', 'secretary-2']), 'voter-1', 'poster'),
  };
}

function attendance(ask: Ask) {
  const { random } = ask;
  const away = random.chance(0.25) ? entitled.filter(() => random.chance(0.3)) : [];
  const present = entitled.filter((person) => !away.includes(person));
  const absent = away.map((person) => ({ person, reason: '因公外出' }));
  return {
    present: either(ask, present, present.slice(1), [...present, 'poster']),
    absent,
    sittingIn: [],
  };
}

/** What a vote was before it was sealed: here the envelope is glass. */
function openVotes(item: AgendaItem | undefined): readonly OpenedVote[] {
  if (!item || item.sealed.length < item.voters.length) return [];
  return item.sealed.map(({ person, vote: { cipher } }) => ({
    person,
    ...(JSON.parse(cipher) as Pick<OpenedVote, 'choice' | 'opinion'>),
  }));
}

const candidate = (ask: Ask, meetingId?: string) =>
  candidateOf(
    { id: CASE, state: ask.world.state, village: '罗江村' },
    givenFor(ask.world, ask.by),
    meetingId,
  );

const told: NonNullable<Command['tell']> = (_ask, _body, meeting) => {
  const item = itemIn(meeting);
  return item?.status === 'resolved' ? toldOf(meeting, item) : [];
};

export const meetingCommands: readonly Command[] = [
  meet('callMeeting', call, {
    meeting: (ask) => either(ask, newMeeting(ask.world), ...ask.world.meetings.slice(0, 1)),
    more: () => ({ people: meetingPeople, number: '罗江镇会〔2026〕1号' }),
  }),
  meet('listCase', aboutCase, {
    locksCase: true,
    more: (ask) => candidate(ask),
    tell: ({ world }, _body, { id }) => [
      {
        type: 'PutOnAgenda',
        meetingId: id,
        proposalHash: world.state.assessment.opinion?.hash ?? '',
      },
    ],
  }),
  meet('delistCase', (ask) => ({ ...aboutCase(ask), because: REASON }), {
    locksCase: true,
    tell: (_ask, { because }: { because: string }, { id }) => [
      { type: 'TakenOffAgenda', meetingId: id, because },
    ],
  }),
  meet('recordAttendance', attendance),
  meet('recuse', (ask) => {
    const own = entitled.includes(ask.by.person) ? ask.by.person : ask.random.pick(entitled);
    const person = either(ask, own, 'poster', 'voter-2');
    return { ...aboutCase(ask), person, ground: '与申请人系亲属' };
  }),
  meet('openVoting', aboutCase, {
    locksCase: true,
    more: (ask, _body, meeting) => ({
      ...candidate(ask, meeting.id),
      found: recusalsFound(CASE, ask.world.state, meeting.state),
    }),
    tell: told,
  }),
  meet(
    'castVote',
    (ask) => {
      const item = ask.world.meetings.map(itemIn).findLast((each) => each !== undefined);
      return {
        ...aboutCase(ask),
        proposalHash: either(ask, item?.proposalHash || 'none', 'none'),
        choice: ask.random.weighted([
          ['agree', 8],
          ['disagree', 1],
          ['abstain', 1],
        ]),
        opinion: '情况需要再核实',
      };
    },
    {
      more: (_ask, { choice, opinion }: OpenedVote) => ({
        vote: sealed(JSON.stringify({ choice, opinion })),
      }),
    },
  ),
  meet('stopVoting', (ask) => ({ ...aboutCase(ask), because: REASON }), {
    more: ({ world }) => ({ caseClosed: world.state.course.closed !== null }),
  }),
  meet('closeVoting', (ask) => ({ ...aboutCase(ask), reason: REASON, returnReason: REASON }), {
    locksCase: true,
    more: ({ world }, _body, meeting) => ({
      caseClosed: world.state.course.closed !== null,
      opened: openVotes(itemIn(meeting)),
    }),
    tell: told,
  }),
  meet('callOffMeeting', () => ({ reason: REASON }), {
    more: ({ world }, _body, meeting) => ({
      hasReports: world.state.confirmation.reported?.meetingId === meeting.id,
    }),
    tell: ({ world: { state } }, _body, { id }) =>
      state.deliberation.agenda?.meetingId === id
        ? [{ type: 'TakenOffAgenda', meetingId: id, because: '会议已取消' }]
        : [],
  }),
  meet('signMinutes', () => ({})),
];

function newMeeting(world: World): Meeting {
  return { id: nextId(world), state: meetingSlot.initial, seq: 0 };
}
