import { dayOf } from '../../kernel/clock.ts';
import { placeCode } from '../../kernel/place.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { caseCommand } from '../case/case-command.ts';
import { evidenceOf, requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import type { AssistanceState } from './assistance.ts';
import * as contract from './contract.ts';
import { askedTitles } from './cooperation.ts';
import * as decide from './decide.ts';
import * as assistance from './decide-assistance.ts';
import {
  assistanceKind,
  type AssistanceRow,
  findAnswer,
  findRequest,
  listAssistances,
} from './store.ts';

export function registerCooperation(router: Router, standards: Standards): void {
  registerAsking(router, standards);
  registerAnswers(router, standards);
  registerAssisting(router, standards);
  registerLists(router, standards);
}

function registerAsking(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.recordResidenceBasis,
    access: access.RecordResidenceBasis,
    more: ({ tx, body, params }) =>
      requireCaseFiles(tx, params.caseId, body.permit ? [body.permit] : [], 'permit'),
    decide: decide.recordResidenceBasis,
  });
  caseCommand(router, standards, {
    contract: contract.requestCooperation,
    access: access.RequestCooperation,
    more: async ({ body }) => {
      if (body.to === null) return { toName: body.toName };
      const toName = standards.nameOf(body.to);
      if (toName === body.to) throw invalid(['to'], '没有这个乡镇（街道），请重新选择');
      return { toName };
    },
    decide: ({ toName: _, ...body }, state, given) => decide.requestCooperation(body, state, given),
  });
}

function registerAnswers(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.recordCooperationAnswer,
    access: access.RecordCooperationAnswer,
    more: ({ tx, body, params }) =>
      requireCaseFiles(tx, params.caseId, body.scan ? [body.scan] : [], 'scan'),
    decide: decide.recordCooperationAnswer,
  });
  caseCommand(router, standards, {
    contract: contract.receiveCooperation,
    access: access.ReceiveCooperation,
    more: async ({ tx, body }, { state }) => {
      const isOwn = state.cooperation.requests.some(({ id }) => id === body.requestId);
      const found = isOwn ? await findAnswer(tx, body.requestId) : undefined;
      if (!found) return { answer: null };
      const { on, text, assisted } = found;
      return { answer: { on, text, assisted, from: standards.nameOf(found.area) } };
    },
    decide: decide.receiveCooperation,
  });
  caseCommand(router, standards, {
    contract: contract.waiveCooperation,
    access: access.WaiveCooperation,
    decide: decide.waiveCooperation,
  });
}

/** A request of this installation is taken over as it stands; one by letter is written down with its scan. */
function registerAssisting(router: Router, standards: Standards): void {
  const at = (area: string, recordedAt: Parameters<typeof dayOf>[0]) => {
    const today = dayOf(recordedAt);
    const township = area.slice(0, 9);
    return {
      today,
      calendar: standards.calendarOf(township),
      procedure: standards.procedureOf(township, today),
    };
  };
  streamCommand(router, assistanceKind, {
    contract: contract.registerAssistance,
    access: access.RegisterAssistance,
    id: ({ body }) => body.assistanceId,
    begins: ({ asker }) => asker.area.slice(0, 9),
    given: async ({ tx, act, body, asker }, { area, version }) => {
      const given = at(area, act.recordedAt);
      if (body.letter) {
        const { scan, ...letter } = body.letter;
        await requireScan(tx, scan.hash, 'letter');
        return { ...given, asked: { ...letter, fromTownship: '', letter: scan } };
      }
      const found = version === 0 ? await findRequest(tx, body.assistanceId) : undefined;
      const isOurs = found?.toTownship === asker.area.slice(0, 9);
      if (version === 0 && !isOurs) throw absent();
      const { from = '', families = '', asked = [], note = '', sentOn = given.today } = found ?? {};
      const fromTownship = (found?.area ?? '').slice(0, 9);
      const seen = { from, families, asked, note, receivedOn: sentOn, letter: null };
      return { ...given, asked: { ...seen, fromTownship } };
    },
    decide: (_, state, given) => assistance.registerAssistance(given.asked, state, given),
  });
  streamCommand(router, assistanceKind, {
    contract: contract.answerAssistance,
    access: access.AnswerAssistance,
    id: ({ params }) => params.assistanceId,
    given: async ({ tx, act, body }, { area }) => {
      for (const { hash } of body.papers) await requireScan(tx, hash, 'papers');
      return at(area, act.recordedAt);
    },
    decide: assistance.answerAssistance,
  });
  streamCommand(router, assistanceKind, {
    contract: contract.declineAssistance,
    access: access.DeclineAssistance,
    id: ({ params }) => params.assistanceId,
    given: async () => null,
    decide: (body, state) => assistance.declineAssistance(body, state),
  });
}

async function requireScan(tx: ReadTx, hash: string, field: string): Promise<void> {
  const seen = await evidenceOf(tx, hash);
  if (seen.some(({ caseId }) => caseId === '')) return;
  throw invalid([field], '没有收到这个文件，请重新上传。');
}

function lineOf(row: AssistanceRow, today: string) {
  const { declined, asked, ...shown } = row;
  const settled = declined ? '已退回' : '已答复';
  return {
    ...shown,
    asked: asked.map((each) => askedTitles[each]),
    outcome: row.settledOn === '' ? '' : settled,
    isOverdue: row.settledOn === '' && row.dueOn < today,
  };
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.assistanceList, access.AssistanceList, async (call) => {
    const { tx, asker, context, search } = call;
    const today = dayOf(context.clock.now());
    const rows = await listAssistances(tx, asker.area.slice(0, 9), search.show);
    const assistances = rows.map((row) => lineOf(row, today));
    const county = asker.area.slice(0, 6);
    const own = asker.area.slice(0, 9);
    return {
      assistances,
      overdue: assistances.filter(({ isOverdue }) => isOverdue).length,
      townships: standards.divisions
        .flatMap((division) => division.children(placeCode(county)))
        .filter(({ code }) => code !== own)
        .map(({ code, name }) => ({ code, name })),
    };
  });
  queryRoute(router, contract.assistanceView, access.AssistanceView, async (call) => {
    const { tx, context, params } = call;
    const { id, version, state } = await getOwn(call, assistanceKind, params.assistanceId);
    const { asked, answered, declined } = state;
    if (!asked) throw absent();
    const people = [answered?.by, declined?.by].flatMap((each) => each ?? []);
    const names = await context.namesOf(tx, people);
    const by = (person: string) => names.get(person) ?? '';
    return {
      version,
      summary: lineOf(rowOf(id, state), dayOf(context.clock.now())),
      note: asked.note,
      letter: asked.letter && { hash: asked.letter.hash, name: asked.letter.name },
      answered: answered && {
        ...{ on: answered.on, by: by(answered.by), text: answered.text },
        ...{ assisted: answered.assisted, visitedOn: answered.visitedOn ?? '' },
        visitors: answered.visitors,
      },
      declined: declined && { ...declined, by: by(declined.by) },
    };
  });
}

function rowOf(assistanceId: string, state: AssistanceState): AssistanceRow {
  const { asked, dueOn, answered, declined } = state;
  if (!asked) throw absent();
  return {
    ...{ assistanceId, from: asked.from, families: asked.families, asked: asked.asked },
    ...{ receivedOn: asked.receivedOn, dueOn: dueOn ?? '', registered: true },
    ...{ settledOn: answered?.on ?? declined?.on ?? '', declined: declined !== null },
  };
}
