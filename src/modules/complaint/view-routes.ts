import { dayOf } from '../../kernel/clock.ts';
import { type Asked, getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { roleTitles } from '../identity/index.ts';
import { inPostIn } from '../identity/store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import { type ComplaintState, isAccused } from './complaint.ts';
import * as contract from './contract.ts';
import { townshipsOf, visitsOf } from './linked-case.ts';
import {
  complaintKind,
  type ComplaintRow,
  listComplaints,
  listExtracts,
  readingsOf,
} from './store.ts';

export function registerReading(router: Router, standards: Standards): void {
  queryRoute(
    router,
    contract.complaintList,
    access.ComplaintList,
    async ({ tx, asker, context }) => {
      const today = dayOf(context.clock.now());
      const rows = await listComplaints(tx, asker.area);
      return { complaints: rows.map((row) => lineOf(row, { standards, today })) };
    },
  );
  queryRoute(router, contract.complaintView, access.ComplaintView, (call) =>
    viewOf(call, call.params.complaintId, standards),
  );
  queryRoute(router, contract.complaintStaff, access.ComplaintStaff, async (call) => {
    const { tx, asker, context } = call;
    const county = asker.area.slice(0, 6);
    const officials = await inPostIn(tx, county, dayOf(context.clock.now()));
    const people = Map.groupBy(officials, ({ person }) => person);
    return {
      places: [
        { code: county, name: `${standards.nameOf(county)}（县级机关）` },
        ...townshipsIn(standards, county).map(({ code, name }) => ({ code, name })),
      ],
      people: [...people].map(([person, posts]) => ({
        ...{ person, name: posts[0]?.name ?? '' },
        post: posts
          .map(({ role, area }) => `${standards.nameOf(area)}${roleTitles[role]}`)
          .join('、'),
        isCounty: posts.some(({ area }) => area === county),
      })),
    };
  });
  queryRoute(router, contract.extractList, access.ExtractList, async ({ tx, asker }) => ({
    extracts: (await listExtracts(tx, asker.area)).map(({ area, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area),
    })),
  }));
}

function lineOf(
  { complaintId, place, channel, standing, outcome, dueOn, ...row }: ComplaintRow,
  { standards, today }: { standards: Standards; today: string },
): contract.ComplaintLine {
  return {
    ...row,
    complaintId,
    // No running number: whoever sees one may not count the others.
    ref: complaintId.slice(0, 8).toUpperCase(),
    placeName: standards.nameOf(place),
    channel: channel as contract.ComplaintLine['channel'],
    standing: standing as contract.ComplaintLine['standing'],
    outcome: outcome as contract.ComplaintLine['outcome'],
    dueOn,
    isOverdue: dueOn !== '' && dueOn < today,
  };
}

async function viewOf(asked: Asked, id: string, standards: Standards) {
  const { tx, asker, context } = asked;
  const { area, state, version } = await getOwn(asked, complaintKind, id);
  const { received, accepted, answered } = state;
  const [row] = isAccused(state, asker.person) ? [] : await listComplaints(tx, area, id);
  if (!row || !received) throw absent();
  const reads = await readingsOf(tx, id);
  const people = [received.by, state.opening?.askedBy ?? '', ...reads.map(({ person }) => person)];
  const names = await context.namesOf(tx, [...new Set(people)].filter(Boolean));
  const nameOf = (person: string) => names.get(person) ?? '';
  const today = dayOf(context.clock.now());
  const visits = await visitsOf(standards, asked, state);
  const townships = await townshipsOf(standards, asked, state);
  return {
    version,
    complaint: lineOf(row, { standards, today }),
    place: received.place,
    accused: received.accused.map(({ name, isLeader }) => ({ name, isLeader })),
    files: received.files.map(({ hash, name }) => ({ hash, name })),
    registeredBy: nameOf(received.by) || '网上提出',
    asPetition: accepted?.asPetition ?? null,
    passedTo: state.passedUp?.to ?? '',
    cases: state.cases.map(({ caseId, ref, on }) => {
      const visitedOn = visits.get(caseId) ?? '';
      return { caseId, ref, linkedOn: on, visitedOn: visitedOn >= on ? visitedOn : '' };
    }),
    investigators: state.concluded?.investigators.map(({ name }) => name) ?? [],
    townships: townships.map((code) => ({
      code,
      name: standards.nameOf(code),
      releasedOn: state.extracts.find(({ township }) => township === code)?.on ?? '',
    })),
    answered: answered && {
      ...{ on: answered.told.on, manner: answered.told.manner, seenOn: answered.seenOn ?? '' },
    },
    opening: openingOf(state, { person: asker.person, today, nameOf }),
    reads: reads.map(({ person, purpose, at }) => ({ at, by: nameOf(person), purpose })),
  };
}

function openingOf(
  { opening }: ComplaintState,
  by: { person: string; today: string; nameOf: (person: string) => string },
) {
  if (!opening) return null;
  const isOwn = opening.askedBy === by.person;
  return {
    ...{ reason: opening.reason, askedBy: by.nameOf(opening.askedBy), isOwn },
    isOpened: opening.openedBy !== null,
    isMine: isOwn && opening.openedOn === by.today,
  };
}
