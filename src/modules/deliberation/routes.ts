import { dayOf } from '../../kernel/clock.ts';
import type { Choice, MeetingState, OpenedVote } from './meeting.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import { type CommandCall, queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { cite } from '../../law/index.ts';
import type { CaseEvent, CaseState } from '../case/index.ts';
import { actorOf, caseGiven } from '../case/given.ts';
import { caseKind, listCases, nextNumber } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { agendaItemOf, recusalsFound, whyNotReady } from './agenda.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { listMeetingPeople, listMeetings, meetingKind } from './store.ts';
import { meetingViewOf } from './view.ts';
import { refusals } from './refusal.ts';

type Call = CommandCall<`/meetings/:meetingId${string}`, unknown>;

const meetingId = ({ params }: { params: unknown }) => (params as { meetingId: string }).meetingId;

export function registerDeliberation(router: Router, standards: Standards): void {
  registerMeeting(router, standards);
  registerAgenda(router, standards);
  registerVoting(router, standards);
  registerQueries(router, standards);
}

function meetingGiven(standards: Standards, call: Call, area: string) {
  const today = dayOf(call.act.recordedAt);
  return {
    now: call.act.recordedAt,
    today,
    by: actorOf(call.asker),
    procedure: standards.procedureOf(area, today),
  };
}

function registerMeeting(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.callMeeting,
    access: access.CallMeeting,
    id: meetingId,
    begins: ({ asker }) => asker.area,
    given: async (call, loaded) => {
      const given = meetingGiven(standards, call, loaded.area);
      const people = await listMeetingPeople(call.tx, loaded.area, given.today);
      const names = new Map(people.map(({ person, name }) => [person, name]));
      const year = given.today.slice(0, 4);
      const last = await nextNumber(call.tx, `meeting:${loaded.area}:${year}`);
      return { ...given, names, number: `${standards.nameOf(loaded.area)}会〔${year}〕${last}号` };
    },
    decide: decide.callMeeting,
  });
  streamCommand(router, meetingKind, {
    contract: contract.recordAttendance,
    access: access.RecordAttendance,
    id: meetingId,
    given: async (call, loaded) => meetingGiven(standards, call, loaded.area),
    decide: decide.recordAttendance,
  });
  streamCommand(router, meetingKind, {
    contract: contract.recuse,
    access: access.Recuse,
    id: meetingId,
    given: async (call, loaded) => meetingGiven(standards, call, loaded.area),
    decide: decide.recuse,
  });
  streamCommand(router, meetingKind, {
    contract: contract.signMinutes,
    access: access.SignMinutes,
    id: meetingId,
    given: async (call, loaded) => meetingGiven(standards, call, loaded.area),
    decide: decide.signMinutes,
  });
}

function registerAgenda(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.listCase,
    access: access.ListCase,
    id: meetingId,
    given: async (call) => {
      const loaded = await lockCase(standards, call, call.body.caseId);
      const because = whyNotReady(loaded.state, caseGiven(standards, call, loaded));
      if (because) throw refusedBy({ ...refusals['case-not-ready'], message: notReady(because) });
      return loaded;
    },
    decide: (body, state, loaded) =>
      decide.listCase(agendaItemOf(body.caseId, loaded.state), state),
    then: async (call, meeting, _events, loaded) => {
      const proposalHash = loaded.state.assessment.opinion?.hash ?? '';
      await appendToCase(standards, call, loaded, {
        type: 'PutOnAgenda',
        meetingId: meeting.id,
        proposalHash,
      });
    },
  });
  streamCommand(router, meetingKind, {
    contract: contract.delistCase,
    access: access.DelistCase,
    id: meetingId,
    given: async () => ({}),
    decide: decide.delistCase,
    then: async (call, meeting) => {
      const loaded = await lockCase(standards, call, call.body.caseId);
      await appendToCase(standards, call, loaded, {
        type: 'TakenOffAgenda',
        meetingId: meeting.id,
        because: call.body.because,
      });
    },
  });
}

function registerVoting(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.openVoting,
    access: access.OpenVoting,
    id: meetingId,
    given: async (call, meeting) => {
      const loaded = await lockCase(standards, call, call.body.caseId);
      return {
        ...meetingGiven(standards, call, meeting.area),
        loaded,
        found: recusalsFound(call.body.caseId, loaded.state, meeting.state),
        proposalHash: loaded.state.assessment.opinion?.hash ?? null,
      };
    },
    decide: decide.openVoting,
    then: async (call, meeting, _events, { loaded }) =>
      tellCase(standards, call, meeting, loaded, call.body.caseId),
  });
  streamCommand(router, meetingKind, {
    contract: contract.castVote,
    access: access.CastVote,
    id: meetingId,
    given: async (call, meeting) => {
      const { choice, opinion, caseId } = call.body;
      const context = voteContext(meeting.id, caseId, call.asker.person);
      const vote = call.context.sealer.seal('text', context, JSON.stringify({ choice, opinion }));
      return { ...meetingGiven(standards, call, meeting.area), vote };
    },
    decide: decide.castVote,
  });
  streamCommand(router, meetingKind, {
    contract: contract.closeVoting,
    access: access.CloseVoting,
    id: meetingId,
    given: async (call, meeting) => ({
      ...meetingGiven(standards, call, meeting.area),
      loaded: await lockCase(standards, call, call.body.caseId),
      opened: openVotes(call, meeting),
    }),
    decide: decide.closeVoting,
    then: async (call, meeting, _events, { loaded }) =>
      tellCase(standards, call, meeting, loaded, call.body.caseId),
  });
}

function voteContext(meeting: string, caseId: string, person: string): string {
  return `meeting:${meeting}:case:${caseId}:vote:${person}`;
}

function openVotes(call: Call & { body: { caseId: string } }, meeting: Loaded<MeetingState>): OpenedVote[] {
  const item = decide.findItem(meeting.state, call.body.caseId);
  // A vote may be read only when every vote is in; until then the decider refuses on the count alone.
  if (!item || item.sealed.length < item.voters.length) return [];
  return item.sealed.map(({ person, vote }) => {
    const text = call.context.sealer.open(voteContext(meeting.id, item.caseId, person), vote);
    const { choice, opinion } = JSON.parse(text) as { choice: Choice; opinion: string };
    return { person, choice, opinion };
  });
}

/** Writes a resolution into the case: the result itself, and the county's route where the meeting gave it up. */
async function tellCase(
  standards: Standards,
  call: Call,
  meeting: Loaded<MeetingState>,
  loaded: Loaded<CaseState>,
  caseId: string,
): Promise<void> {
  const item = decide.findItem(meeting.state, caseId);
  if (!item?.resolution || !item.tally) return;
  const recused = meeting.state.recusals.filter((each) => each.caseId === caseId);
  const deliberated: CaseEvent = {
    type: 'Deliberated',
    deliberation: {
      meetingId: meeting.id,
      resolution: item.resolution,
      tally: item.tally,
      dissent: item.votes.filter((vote) => vote.choice === 'disagree').map((vote) => vote.opinion),
      reason: item.reason,
      proposalHash: item.proposalHash,
      voters: item.votes.map((vote) => vote.person),
      recused: recused.map((each) => each.person),
    },
  };
  const more: CaseEvent[] = [];
  if (item.resolution === 'to-county') {
    more.push({ type: 'RouteChanged', route: 'county', because: item.reason });
  }
  if (item.resolution === 'return') {
    more.push({ type: 'OpinionSetAside', because: `会议退回核查:${item.reason}` });
  }
  await appendToCase(standards, call, loaded, deliberated, ...more);
}

async function lockCase(
  standards: Standards,
  call: Call,
  caseId: string,
): Promise<Loaded<CaseState>> {
  const loaded = await lockStream(call.tx, caseKind(standards), caseId);
  if (!loaded) throw absent();
  requireArea(call.context, call.asker, loaded.area);
  return loaded;
}

async function appendToCase(
  standards: Standards,
  call: Call,
  loaded: Loaded<CaseState>,
  ...events: CaseEvent[]
): Promise<void> {
  await append(call.tx, caseKind(standards), loaded, events, call.act);
}

function notReady(because: string): string {
  return `该办件还不能上会(${because}),请先办完。依据见${cite('JT-10').source}。`;
}

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(router, contract.meetingList, access.MeetingList, async ({ tx, asker }) => {
    const meetings = await listMeetings(tx, asker.area);
    return {
      meetings: meetings.map(({ area, ...row }) => ({
        ...row,
        townshipName: standards.nameOf(area),
      })),
    };
  });
  queryRoute(
    router,
    contract.meetingCandidates,
    access.MeetingCandidates,
    async ({ tx, asker, context }) => {
      const kind = caseKind(standards);
      const { cases } = await listCases(tx, standards, {
        area: asker.area,
        status: 'open',
        limit: 200,
      });
      const ready = [];
      const waiting = [];
      for (const each of cases.filter(({ acceptedOn, route }) => acceptedOn && route === 'township')) {
        const loaded = await findStream(tx, kind, each.caseId);
        if (!loaded || loaded.state.disclosure.hits.some((hit) => hit.person === asker.person)) continue;
        const given = caseGiven(standards, { asker, act: { recordedAt: context.clock.now() } }, loaded);
        const because = whyNotReady(loaded.state, given);
        const { caseId, number, applicant } = each;
        if (because) waiting.push({ caseId, number, applicant, because });
        else {
          const amount = loaded.state.assessment.opinion?.monthlyAmount ?? 0;
          ready.push({ caseId, number, applicant, amount });
        }
      }
      const people = await listMeetingPeople(tx, asker.area, dayOf(context.clock.now()));
      return { ready, notReady: waiting, people: [...people] };
    },
  );
  queryRoute(router, contract.meetingView, access.MeetingView, async ({ tx, asker, params, context }) => {
    const loaded = await findStream(tx, meetingKind, params.meetingId);
    if (!loaded) throw absent();
    return meetingViewOf(tx, standards, context, asker, loaded);
  });
}
