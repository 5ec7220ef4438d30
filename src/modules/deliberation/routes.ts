import { getOwn } from '../../platform/http/own-stream.ts';
import { dayOf } from '../../kernel/clock.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { caseGiven } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { candidateOf } from './agenda.ts';
import { candidatesOf } from './candidates.ts';
import { listReportedRelief } from '../confirmation/store.ts';
import { appendToCase, lockCase, namedCase, takeAllOff } from './case-side.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { meetingGiven, meetingId } from './meeting-given.ts';
import { listMeetingPeople, listMeetings, meetingKind } from './store.ts';
import { nextNumber } from '../case/store.ts';
import { meetingViewOf } from './view.ts';
import { registerPack } from './pack-route.ts';
import { registerPaper } from './paper-route.ts';
import { registerVoting } from './vote-routes.ts';

export function registerDeliberation(router: Router, standards: Standards): void {
  registerMeeting(router, standards);
  registerAgenda(router, standards);
  registerVoting(router, standards);
  registerQueries(router, standards);
  registerPaper(router, standards);
  registerPack(router, standards);
}

function registerMeeting(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.callMeeting,
    access: access.CallMeeting,
    id: meetingId,
    begins: ({ asker, params }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.meetingId)) throw absent();
      return asker.area;
    },
    given: async (call, loaded) => {
      const given = meetingGiven(standards, call, loaded.area);
      const people = await listMeetingPeople(call.tx, loaded.area, given.today);
      const year = given.today.slice(0, 4);
      const last = await nextNumber(call.tx, `meeting:${loaded.area}:${year}`);
      return { ...given, people, number: `${standards.nameOf(loaded.area)}会〔${year}〕${last}号` };
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
    contract: contract.callOffMeeting,
    access: access.CallOffMeeting,
    id: meetingId,
    given: async ({ tx }, { id, state }) => ({
      hasReports: (await listReportedRelief(tx, id)).length > 0,
      listed: state.agenda.map(({ caseId }) => caseId),
    }),
    decide: decide.callOffMeeting,
    then: async (call, { id }, _events, { listed }) => takeAllOff(standards, call, id, listed),
  });
  streamCommand(router, meetingKind, {
    contract: contract.signMinutes,
    access: access.SignMinutes,
    id: meetingId,
    given: async (call, loaded) => meetingGiven(standards, call, loaded.area),
    decide: decide.signMinutes,
  });
  streamCommand(router, meetingKind, {
    contract: contract.countersignMinutes,
    access: access.CountersignMinutes,
    id: meetingId,
    // Several members sign in the same minute; what others signed meanwhile cannot matter.
    anyVersion: true,
    given: async (call, loaded) => meetingGiven(standards, call, loaded.area),
    decide: decide.countersignMinutes,
  });
}

function registerAgenda(router: Router, standards: Standards): void {
  streamCommand(router, meetingKind, {
    contract: contract.listCase,
    access: access.ListCase,
    id: meetingId,
    given: async (call, meeting) => {
      const { caseId } = call.body;
      const loaded = await lockCase(standards, call, meeting, caseId);
      const given = caseGiven(standards, call, loaded);
      return { loaded, ...candidateOf(namedCase(standards, loaded), given) };
    },
    decide: decide.listCase,
    then: async (call, meeting, _events, { loaded, item: { proposalHash } }) => {
      const { id } = meeting;
      await appendToCase(standards, call, loaded, {
        type: 'PutOnAgenda',
        meetingId: id,
        proposalHash,
      });
    },
  });
  streamCommand(router, meetingKind, {
    contract: contract.delistCase,
    access: access.DelistCase,
    id: meetingId,
    given: async (call, meeting) => ({
      loaded: await lockCase(standards, call, meeting, call.body.caseId),
    }),
    decide: decide.delistCase,
    then: async (call, meeting, _events, { loaded }) => {
      const { because } = call.body;
      await appendToCase(standards, call, loaded, {
        type: 'TakenOffAgenda',
        meetingId: meeting.id,
        because,
      });
    },
  });
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
  queryRoute(router, contract.meetingCandidates, access.MeetingCandidates, async (call) => {
    const { tx, asker, context } = call;
    const now = context.clock.now();
    const people = await listMeetingPeople(tx, asker.area, dayOf(now));
    return {
      ...(await candidatesOf(tx, standards, asker, now)),
      people: [...people],
      bodies: [...standards.procedureOf(asker.area, dayOf(now)).meetingBodies.value],
      me: asker.person,
    };
  });
  queryRoute(router, contract.meetingView, access.MeetingView, async (call) => {
    const { tx, asker, params, context } = call;
    const loaded = await getOwn(call, meetingKind, params.meetingId);
    return meetingViewOf(tx, standards, context, asker, loaded);
  });
}
