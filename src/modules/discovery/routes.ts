import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { dayOf, type Instant } from '../../kernel/clock.ts';
import { placeCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid, refusedBy } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import { caseCommand } from '../case/case-command.ts';
import { sealContext } from '../household/index.ts';
import { isCaseIdTaken, routeFor } from '../intake/store.ts';
import { evidenceOf } from '../investigation/store.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { openFromReport } from './open-case.ts';
import type { DiscoveryState } from './report.ts';
import { sourceTitles } from './report.ts';
import {
  countDiscoveries,
  discoveryKind,
  type DiscoveryRow,
  isReported,
  listDiscoveries,
  outcomeOf,
} from './store.ts';

export function registerDiscovery(router: Router, standards: Standards): void {
  registerReporting(router, standards);
  registerEnding(router, standards);
  registerOpening(router, standards);
  registerLists(router, standards);
  registerView(router, standards);
}

/** What a sealed text of a report is bound to. */
const contextOf = (discoveryId: string, text: string) => `discovery:${discoveryId}:${text}`;

function givenAt(standards: Standards, area: string, recordedAt: Instant) {
  const today = dayOf(recordedAt);
  const township = area.slice(0, 9);
  return {
    today,
    calendar: standards.calendarOf(township),
    procedure: standards.procedureOf(township, today),
  };
}

function registerReporting(router: Router, standards: Standards): void {
  const { sealer } = router.context;
  streamCommand(router, discoveryKind, {
    contract: contract.reportHardship,
    access: access.ReportHardship,
    id: ({ body }) => body.discoveryId,
    begins: ({ body }) => body.village,
    given: async ({ tx, act, body }) => {
      if (standards.nameOf(body.village) === body.village) {
        throw invalid(['village'], '没有这个村（社区），请重新选择');
      }
      for (const { hash } of body.photos) await requirePhoto(tx, hash);
      const seal = (field: 'idNumber' | 'phone' | 'text', name: string, text: string | null) =>
        text === null ? null : sealer.seal(field, contextOf(body.discoveryId, name), text);
      const idNumber = seal('idNumber', 'idNumber', body.idNumber);
      return {
        ...givenAt(standards, body.village, act.recordedAt),
        isReported: await isReported(tx, idNumber?.index ?? ''),
        sealed: {
          idNumber,
          phone: seal('phone', 'phone', body.phone),
          address: seal('text', 'address', body.address),
          informant: seal('text', 'informant', body.informant),
        },
      };
    },
    decide: ({ discoveryId: _, ...body }, state, given) =>
      decide.reportHardship({ ...body, ...given.sealed }, state, given),
  });
}

async function requirePhoto(tx: ReadTx, hash: string): Promise<void> {
  const seen = await evidenceOf(tx, hash);
  if (seen.some(({ caseId }) => caseId === '')) return;
  throw invalid(['photos'], '没有收到这张照片，请重新上传。');
}

function registerEnding(router: Router, standards: Standards): void {
  streamCommand(router, discoveryKind, {
    contract: contract.tellFamily,
    access: access.TellFamily,
    id: ({ params }) => params.discoveryId,
    given: async ({ act }, { area }) => givenAt(standards, area, act.recordedAt),
    decide: decide.tellFamily,
  });
  streamCommand(router, discoveryKind, {
    contract: contract.closeReport,
    access: access.CloseReport,
    id: ({ params }) => params.discoveryId,
    given: async () => null,
    decide: (body, state) => decide.closeReport(body, state),
  });
}

/** Case and report change together: a report that became a case says which, and no case forgets its report. */
function registerOpening(router: Router, standards: Standards): void {
  const { sealer } = router.context;
  caseCommand(router, standards, {
    contract: contract.openFromReport,
    access: access.OpenFromReport,
    begins: ({ body }) => body.village,
    more: async ({ tx, body, params, asker, context }, loaded, { today }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.caseId)) {
        throw invalid(['caseId'], '提交编号不对，请刷新页面');
      }
      const found = await lockStream(tx, discoveryKind, body.discoveryId);
      if (!found?.state.report) throw absent();
      requireArea(context, asker, found.area);
      if (loaded.version === 0 && (await isCaseIdTaken(tx, loaded.id))) throw absent();
      const asked = { caseId: loaded.id, village: body.village };
      const opened = decide.applicationOpened(asked, found.state);
      if (!opened.ok) throw refusedBy(opened.refusal);
      const { report, reportedBy } = found.state;
      const plain = (name: string, sealed: Sealed | null) =>
        sealed && sealer.open(contextOf(body.discoveryId, name), sealed);
      const idNumber = plain('idNumber', report.idNumber);
      const phone = plain('phone', report.phone);
      const address = plain('address', report.address);
      const township = placeCode(found.area.slice(0, 9));
      return {
        ...{ discoveryId: found.id, report, reportedBy, township },
        ...(await routeFor(tx, standards, township, { on: today, matter: body.scheme })),
        read: idNumber === null ? null : checkIdNumber(idNumber),
        idNumber: idNumber && sealer.seal('idNumber', at(loaded.id, 'idNumber'), idNumber),
        phone: phone && sealer.seal('phone', at(loaded.id, 'phone'), phone),
        address: address && sealer.seal('text', sealContext(loaded.id, 'address'), address),
      };
    },
    decide: (body, state, given) =>
      openFromReport(body, state, {
        ...given,
        idNumber: given.idNumber || null,
        phone: given.phone || null,
        address: given.address || null,
      }),
    then: async ({ tx, act, body }, after) => {
      const found = await findStream(tx, discoveryKind, body.discoveryId);
      if (!found) throw absent();
      const asked = { caseId: after.id, village: body.village };
      const opened = decide.applicationOpened(asked, found.state);
      if (!opened.ok) throw refusedBy(opened.refusal);
      await append(tx, discoveryKind, found, opened.events, act);
    },
  });
}

const at = (caseId: string, fact: 'idNumber' | 'phone') => sealContext(caseId, fact, 'm1');

function lineOf(standards: Standards, row: DiscoveryRow, today: string) {
  const { area, ...shown } = row;
  return {
    ...shown,
    townshipName: standards.nameOf(area.slice(0, 9)),
    villageName: standards.nameOf(area),
    isOverdue: row.endedOn === '' && row.dueOn < today,
  };
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.discoveryList, access.DiscoveryList, async (call) => {
    const { tx, asker, context, search } = call;
    const today = dayOf(context.clock.now());
    const rows = await listDiscoveries(tx, { area: asker.area, show: search.show, today });
    return {
      reports: rows.map((row) => lineOf(standards, row, today)),
      ...(await countDiscoveries(tx, asker.area, today)),
      villages: placesIn(standards, asker.area)
        .filter(({ code }) => code.length === 12)
        .map(({ code, name }) => ({ code, name })),
    };
  });
}

function rowOf(id: string, area: string, state: DiscoveryState): DiscoveryRow {
  const { report, reportedOn, dueOn, told, ended } = state;
  if (!report) throw absent();
  return {
    ...{ discoveryId: id, area, name: report.name, seen: report.seen, seenOn: report.seenOn },
    ...{ reportedOn: reportedOn ?? '', dueOn: dueOn ?? '', urgent: report.urgent },
    ...{ needsHelp: report.needsHelp, told: told !== null, endedOn: ended?.on ?? '' },
    ...{ caseId: ended?.caseId ?? '', outcome: outcomeOf(state) },
  };
}

function registerView(router: Router, standards: Standards): void {
  const { sealer } = router.context;
  queryRoute(router, contract.discoveryView, access.DiscoveryView, async (call) => {
    const { tx, asker, context, params } = call;
    const { id, area, version, state } = await getOwn(call, discoveryKind, params.discoveryId);
    const { report, told, ended, reportedBy } = state;
    if (!report) throw absent();
    const people = [reportedBy, told?.by, ended?.by].flatMap((each) => each ?? []);
    const names = await context.namesOf(tx, [...new Set(people)]);
    const name = (person: string) => names.get(person) ?? '';
    const open = (text: string, sealed: Sealed | null) =>
      sealed === null ? '' : sealer.open(contextOf(id, text), sealed);
    const mayKnow = asker.person === reportedBy || asker.area.length === 6;
    const goesThere = access.TellFamily.roles.some((role) => role === asker.role);
    return {
      version,
      summary: lineOf(standards, rowOf(id, area, state), dayOf(context.clock.now())),
      village: area,
      idNumber: report.idNumber ? `**************${report.idNumber.tail}` : '',
      phone: report.phone ? `*******${report.phone.tail}` : '',
      address: goesThere ? open('address', report.address) : '',
      people: report.people,
      source: sourceTitles[report.source],
      informant: mayKnow ? open('informant', report.informant) : '',
      reportedBy: name(reportedBy),
      told: told && { on: told.on, how: told.how, by: name(told.by) },
      ended: ended && {
        on: ended.on,
        by: name(ended.by),
        words: ended.caseId === null ? `${outcomeOf(state)}：${ended.reason}` : outcomeOf(state),
      },
      photos: report.photos.map(({ hash, name: file }) => ({ hash, name: file })),
    };
  });
}
