import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { deliberated, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { instrumentVersion } from '../../src/cli/demo/verbs/delegation.ts';
import * as room from '../../src/cli/demo/verbs/deliberation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import { suspendInstrument } from '../../src/modules/delegation/contract.ts';
import * as meeting from '../../src/modules/deliberation/contract.ts';
import { receiveObjection } from '../../src/modules/publicity/contract.ts';
import { expectCount, type Met, oneWins, type Race } from './race.ts';
import { type RaceWorld, TOWNSHIP } from './race-world.ts';

const VILLAGE = `${TOWNSHIP}200`;
let number = 700;

async function publicisedCase({ cast, clock }: RaceWorld): Promise<string> {
  number += 1;
  const family = { number, village: VILLAGE, members: 1 as const, monthlyIncome: fen(10_000) };
  return publicised(cast, clock, simpleFamily(family), plainDays);
}

async function readyCase(world: RaceWorld): Promise<string> {
  const caseId = await publicisedCase(world);
  await deliberated(world.cast, world.clock, caseId, plainDays);
  return caseId;
}

const eventsOf = (stream: string, type: string) =>
  sql`select 1 from event where stream = ${stream} and type = ${type}`;

const signed = (desk: Desk, caseId: string, ifMatch: number) => () =>
  desk.give(confirmDecision, { caseId }, {}, { ifMatch });

const signedTwice = async (world: RaceWorld): Promise<Met> => {
  const caseId = await readyCase(world);
  const ifMatch = await versionOf(world.cast.chair, caseId);
  const sign = signed(world.cast.chair, caseId, ifMatch);
  return {
    day: plainDays.decided,
    rivals: () => [sign, sign, sign],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '决定', eventsOf(`case:${caseId}`, 'DecisionMade'), 1)),
    ],
  };
};

const objected = async (world: RaceWorld): Promise<Met> => {
  const caseId = await readyCase(world);
  const ifMatch = await versionOf(world.cast.chair, caseId);
  const object = () =>
    world.cast.officer.give(
      receiveObjection,
      { caseId },
      { id: randomUUID(), channel: 'phone', objector: null, content: '反映有存款没有申报' },
      { ifMatch },
    );
  return {
    day: plainDays.decided,
    rivals: () => [object, signed(world.cast.chair, caseId, ifMatch)],
    faults: async (_, replies) => oneWins(replies),
  };
};

const suspended = async (world: RaceWorld): Promise<Met> => {
  const { cast, instrumentId } = world;
  const caseId = await readyCase(world);
  const ifMatch = await versionOf(cast.chair, caseId);
  const version = await instrumentVersion(cast.leader, instrumentId);
  const suspend = () =>
    cast.leader.give(
      suspendInstrument,
      { instrumentId },
      { reason: '业务人员不足，暂停行使' },
      { ifMatch: version },
    );
  const sign = signed(cast.chair, caseId, ifMatch);
  const after = sql`
    select 1 from event d join event s on s.chain = d.chain and s.chain_seq < d.chain_seq
    where d.stream = ${`case:${caseId}`} and d.type = 'DecisionMade'
      and s.stream = ${`instrument:${instrumentId}`} and s.type = 'InstrumentSuspended'`;
  return {
    day: plainDays.decided,
    rivals: () => [sign, suspend, sign],
    faults: (tx) => expectCount(tx, '中止以后的决定', after, 0),
  };
};

const listedTwice = async (world: RaceWorld): Promise<Met> => {
  const { cast, clock } = world;
  const caseId = await publicisedCase(world);
  clock.set(plainDays.decided);
  const { secretary, chair, voters } = cast;
  const sitting = { secretary, chair, voters, on: plainDays.decided };
  const meetings = [await room.callMeeting(sitting), await room.callMeeting(sitting)];
  const rivals = await Promise.all(
    meetings.map(async (meetingId) => {
      const { version: ifMatch } = await room.roomAt(secretary, meetingId);
      return () => secretary.give(meeting.listCase, { meetingId }, { caseId }, { ifMatch });
    }),
  );
  return {
    day: plainDays.decided,
    rivals: () => rivals,
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '列入议程', eventsOf(`case:${caseId}`, 'PutOnAgenda'), 1)),
    ],
  };
};

const votedLate = async (world: RaceWorld): Promise<Met> => {
  const { cast, clock } = world;
  const caseId = await publicisedCase(world);
  clock.set(plainDays.decided);
  const { secretary, chair, voters } = cast;
  const sitting = { secretary, chair, voters, on: plainDays.decided };
  const meetingId = await room.callMeeting(sitting);
  await room.listCase(secretary, meetingId, caseId);
  await room.recordAttendance(sitting, meetingId);
  const members = [chair, ...voters];
  await room.openVoting(members, meetingId, caseId);
  const [last, ...others] = members.toReversed();
  for (const desk of others) await room.castVote(desk, meetingId, caseId);
  const { version: ifMatch } = await room.roomAt(secretary, meetingId);
  const proposalHash =
    (await room.roomAt(secretary, meetingId)).agenda.find((each) => each.caseId === caseId)
      ?.proposalHash ?? '';
  const vote = { caseId, proposalHash, choice: 'agree', opinion: '' };
  const stream = `meeting:${meetingId}`;
  const late = sql`select 1 from event v join event c on c.stream = v.stream and c.seq < v.seq
    where v.stream = ${stream} and v.type = 'VoteCast' and c.type = 'VotingClosed'`;
  return {
    day: plainDays.decided,
    rivals: () => [
      () => (last ?? chair).give(meeting.castVote, { meetingId }, vote),
      () =>
        secretary.give(
          meeting.closeVoting,
          { meetingId },
          { caseId, reason: '会议逐案研究', returnReason: '请补充调查' },
          { ifMatch },
        ),
    ],
    faults: (tx) => expectCount(tx, '表决结束以后的票', late, 0),
  };
};

export const caseRaces: readonly Race[] = [
  { name: 'two-signings', title: '三次同时签发', meet: signedTwice },
  { name: 'objection-signing', title: '异议与签发', meet: objected },
  { name: 'suspension-signing', title: '中止赋权与签发', meet: suspended },
  { name: 'two-meetings', title: '两个会议列入一件', meet: listedTwice },
  { name: 'vote-after-close', title: '投票与结束表决', meet: votedLate },
];
