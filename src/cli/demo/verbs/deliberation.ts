import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/deliberation/contract.ts';
import type { Choice, OpenedVote } from '../../../modules/deliberation/meeting.ts';
import type { Desk, Reply } from '../desk.ts';

/** Who comes to a meeting, and the day it is held: all voters of the township not named here are absent. */
export type Sitting = {
  readonly secretary: Desk;
  readonly chair: Desk;
  readonly voters: readonly Desk[];
  readonly on: LocalDate;
};

export type MeetingRoom = ValueOf<(typeof contract.meetingView)['answer']>;

/** What one member says to one case; the chair is number 0. Everyone agrees unless told. */
export type Choices = (caseId: string, nth: number) => Pick<OpenedVote, 'choice' | 'opinion'>;

const allAgree: Choices = () => ({ choice: 'agree', opinion: '' });

export async function roomAt(desk: Desk, meetingId: string): Promise<MeetingRoom> {
  const { status, body } = await desk.ask(contract.meetingView, { meetingId });
  if (status !== 200) throw new Error(`meeting ${meetingId}: ${status}`);
  return body;
}

/** Calls a meeting of everybody with a vote at the township, the chair first; answers its id. */
export async function callMeeting({ secretary, chair, on }: Sitting): Promise<string> {
  const meetingId = randomUUID();
  const { people, me: recorder } = (await secretary.ask(contract.meetingCandidates, {})).body;
  const presiding = (await chair.ask(contract.meetingCandidates, {})).body.me;
  const members = people.filter((each) => each.role !== 'secretary').map(({ person }) => person);
  await secretary.must(
    contract.callMeeting,
    { meetingId },
    {
      kind: 'office-meeting',
      on,
      at: '09:30',
      place: '乡镇人民政府会议室',
      entitled: [...new Set([presiding, ...members])],
      chair: presiding,
      recorder,
    },
  );
  return meetingId;
}

/** Calls a meeting off; answers whatever came back, because a lawful refusal is an answer too. */
export async function callOff(desk: Desk, meetingId: string, reason: string): Promise<Reply> {
  const { version } = await roomAt(desk, meetingId);
  return desk.give(contract.callOffMeeting, { meetingId }, { reason }, { ifMatch: version });
}

export async function listCase(desk: Desk, meetingId: string, caseId: string): Promise<void> {
  const { version } = await roomAt(desk, meetingId);
  await desk.must(contract.listCase, { meetingId }, { caseId }, { ifMatch: version });
}

/** Records who came; the others are away on business. */
export async function recordAttendance(sitting: Sitting, meetingId: string): Promise<void> {
  const present = await personsOf([sitting.chair, ...sitting.voters], meetingId);
  const { version, entitled } = await roomAt(sitting.secretary, meetingId);
  const absent = entitled
    .filter(({ person }) => !present.includes(person))
    .map(({ person }) => ({ person, reason: '因公外出' }));
  await sitting.secretary.must(
    contract.recordAttendance,
    { meetingId },
    { present, absent, sittingIn: [] },
    { ifMatch: version },
  );
}

/** The voting is opened by whoever presides over that case; answers whether there is a voting. */
export async function openVoting(
  desks: readonly Desk[],
  meetingId: string,
  caseId: string,
): Promise<boolean> {
  for (const desk of desks) {
    const room = await roomAt(desk, meetingId);
    const item = room.agenda.find((each) => each.caseId === caseId);
    if (item?.presider !== room.me) continue;
    const ifMatch = room.version;
    await desk.must(contract.openVoting, { meetingId }, { caseId }, { ifMatch });
    const after = await roomAt(desk, meetingId);
    return after.agenda.some((each) => each.caseId === caseId && each.status === 'voting');
  }
  throw new Error(`nobody here presides over ${caseId}`);
}

/** One member's vote, where they have one; answers whether they voted. */
export async function castVote(
  desk: Desk,
  meetingId: string,
  caseId: string,
  choice: Choice = 'agree',
  opinion = choice === 'disagree' ? '认为家庭情况还需要核实' : '',
): Promise<boolean> {
  const room = await roomAt(desk, meetingId);
  const item = room.agenda.find((each) => each.caseId === caseId);
  if (!item?.iMayVote || item.iVoted) return false;
  const { proposalHash } = item;
  await desk.must(contract.castVote, { meetingId }, { caseId, proposalHash, choice, opinion });
  return true;
}

export async function closeVoting(
  secretary: Desk,
  meetingId: string,
  caseId: string,
  returnReason = '没有通过，请补充调查后重新提出意见',
): Promise<void> {
  const { version } = await roomAt(secretary, meetingId);
  await secretary.must(
    contract.closeVoting,
    { meetingId },
    { caseId, reason: '会议逐案研究', returnReason },
    { ifMatch: version },
  );
}

export async function signMinutes(desks: readonly Desk[], meetingId: string): Promise<void> {
  for (const desk of desks) {
    const { version, me, signatories, signedBy } = await roomAt(desk, meetingId);
    if (!signatories.includes(me) || signedBy.includes(me)) continue;
    await desk.must(contract.signMinutes, { meetingId }, {}, { ifMatch: version });
  }
}

/** A whole meeting, from calling it to the signed minutes, case by case. Answers its id. */
export async function holdMeeting(
  sitting: Sitting,
  caseIds: readonly string[],
  choices: Choices = allAgree,
): Promise<string> {
  const { secretary, chair, voters } = sitting;
  const members = [chair, ...voters];
  const meetingId = await callMeeting(sitting);
  for (const caseId of caseIds) await listCase(secretary, meetingId, caseId);
  await recordAttendance(sitting, meetingId);
  for (const caseId of caseIds) {
    if (!(await openVoting(members, meetingId, caseId))) continue;
    for (const [nth, desk] of members.entries()) {
      const { choice, opinion } = choices(caseId, nth);
      await castVote(desk, meetingId, caseId, choice, opinion);
    }
    await closeVoting(secretary, meetingId, caseId);
  }
  await signMinutes([secretary, ...members], meetingId);
  return meetingId;
}

async function personsOf(desks: readonly Desk[], meetingId: string): Promise<string[]> {
  const rooms = await Promise.all(desks.map((desk) => roomAt(desk, meetingId)));
  return rooms.map(({ me }) => me);
}
