import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { candidateOf, recusalsFound } from './agenda.ts';
import { lockCase, type MeetingCall, namedCase, tellCase } from './case-side.ts';
import * as contract from './contract.ts';
import { meetingGiven, meetingId } from './meeting-given.ts';
import { type Choice, findItem, type MeetingState, type OpenedVote } from './meeting.ts';
import { meetingKind } from './store.ts';
import * as vote from './vote.ts';

export function registerVoting(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.openVoting,
    access: access.OpenVoting,
    id: meetingId,
    given: async (call, meeting) => {
      const { caseId } = call.body;
      const loaded = await lockCase(standards, call, meeting, caseId);
      const given = caseGiven(standards, call, loaded);
      return {
        ...meetingGiven(standards, call, meeting.area),
        ...candidateOf(namedCase(standards, loaded), given, meeting.id),
        loaded,
        found: recusalsFound(caseId, loaded.state, meeting.state),
      };
    },
    decide: vote.openVoting,
    then: async (call, meeting, _events, { loaded }) => tellCase(standards, call, meeting, loaded),
  });
  streamCommand(router, meetingKind, {
    contract: contract.castVote,
    access: access.CastVote,
    id: meetingId,
    anyVersion: true,
    given: async (call, meeting) => {
      const { choice, opinion, caseId } = call.body;
      const context = voteContext(meeting.id, caseId, call.asker.person);
      const text = JSON.stringify({ choice, opinion });
      const sealed = call.context.sealer.seal('text', context, text);
      return { ...meetingGiven(standards, call, meeting.area), vote: sealed };
    },
    decide: vote.castVote,
  });
  registerEndOfVoting(router, standards);
}

function registerEndOfVoting(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.stopVoting,
    access: access.StopVoting,
    id: meetingId,
    anyVersion: true,
    given: async (call, meeting) => {
      const found = await findStream(call.tx, caseKind(standards), call.body.caseId);
      const isOwn = found?.area.startsWith(meeting.area) ?? false;
      return {
        ...meetingGiven(standards, call, meeting.area),
        caseClosed: isOwn && (found?.state.course.closed ?? null) !== null,
      };
    },
    decide: vote.stopVoting,
  });
  streamCommand(router, meetingKind, {
    contract: contract.closeVoting,
    access: access.CloseVoting,
    id: meetingId,
    given: async (call, meeting) => {
      const loaded = await lockCase(standards, call, meeting, call.body.caseId);
      return {
        ...meetingGiven(standards, call, meeting.area),
        loaded,
        caseClosed: loaded.state.course.closed !== null,
        opened: openVotes(call, meeting, call.body.caseId),
      };
    },
    decide: vote.closeVoting,
    then: async (call, meeting, _events, { loaded }) => tellCase(standards, call, meeting, loaded),
  });
}

function voteContext(meeting: string, caseId: string, person: string): string {
  return `meeting:${meeting}:case:${caseId}:vote:${person}`;
}

// A vote may be read only when every vote is in; until then the decider refuses on the count alone.
function openVotes(call: MeetingCall, meeting: Loaded<MeetingState>, caseId: string): OpenedVote[] {
  const item = findItem(meeting.state, caseId);
  if (!item || item.sealed.length < item.voters.length) return [];
  return item.sealed.map(({ person, vote: sealed }) => {
    const text = call.context.sealer.open(voteContext(meeting.id, caseId, person), sealed);
    const { choice, opinion } = JSON.parse(text) as { choice: Choice; opinion: string };
    return { person, choice, opinion };
  });
}
