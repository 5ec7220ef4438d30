import { getOwn } from '../../platform/http/own-stream.ts';
import { dayOf } from '../../kernel/clock.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { parsed, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, principalOf } from '../../platform/http/context.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import { readinessAccess } from '../readiness/index.ts';
import { readinessNow } from '../readiness/score-townships.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { gridOf, outsideAuthority, summaryOf } from './overview.ts';
import { registerHandovers } from './handover-routes.ts';
import {
  historyOf,
  instrumentKind,
  isNumberTaken,
  listInstruments,
  lockInstruments,
  openCasesOn,
  townshipDecisions,
} from './store.ts';

export function registerDelegation(router: Router, standards: Standards): void {
  registerEntering(router);
  registerStanding(router);
  registerLists(router, standards);
  registerView(router, standards);
  registerHandovers(router, standards);
}

function registerEntering(router: Router): void {
  streamCommand(router, instrumentKind, {
    contract: contract.draftInstrument,
    access: access.DraftInstrument,
    id: ({ body }) => body.instrumentId,
    begins: ({ body }) => body.township,
    given: async ({ tx, act, asker, body }) => ({
      ...(await requireScan(tx, body.scan.hash)),
      now: act.recordedAt,
      today: dayOf(act.recordedAt),
      by: actorOf(asker),
      numberTaken: await isNumberTaken(tx, { ...body, except: body.instrumentId }),
    }),
    decide: ({ instrumentId: _, ...content }, state, given) =>
      decide.draftInstrument(content, state, given),
  });
  streamCommand(router, instrumentKind, {
    contract: contract.correctInstrument,
    access: access.CorrectInstrument,
    id: ({ params }) => params.instrumentId,
    given: async ({ tx, act, asker, body, params }) => ({
      ...(await requireScan(tx, body.scan.hash)),
      now: act.recordedAt,
      today: dayOf(act.recordedAt),
      by: actorOf(asker),
      numberTaken: await isNumberTaken(tx, { ...body, except: params.instrumentId }),
    }),
    decide: decide.correctInstrument,
  });
}

/** The scan was uploaded where its writer may see it: a hash alone opens no file of another place. */
async function requireScan(tx: ReadTx, hash: string): Promise<object> {
  const seen = await evidenceOf(tx, hash);
  if (seen.some(({ caseId }) => caseId === '')) return {};
  throw invalid(['scan'], '没有收到这个文件，请重新上传。');
}

function registerStanding(router: Router): void {
  const beginning = [
    [contract.checkInstrument, access.CheckInstrument, decide.checkInstrument],
    [contract.resumeInstrument, access.ResumeInstrument, decide.resumeInstrument],
  ] as const;
  for (const [given, rule, decider] of beginning) {
    streamCommand(router, instrumentKind, {
      contract: given as typeof contract.resumeInstrument,
      access: rule,
      id: ({ params }) => params.instrumentId,
      locks: ({ tx }, { state }) => lockInstruments(tx, state.content?.township ?? ''),
      given: async ({ tx, act, asker }, { state }) => {
        const today = dayOf(act.recordedAt);
        const readiness = await readinessNow(tx, state.content?.township ?? '', today);
        return { now: act.recordedAt, today, by: actorOf(asker), readiness };
      },
      decide: decider,
    });
  }
  const ending = [
    [contract.suspendInstrument, access.SuspendInstrument, decide.suspendInstrument],
    [contract.withdrawInstrument, access.WithdrawInstrument, decide.withdrawInstrument],
  ] as const;
  for (const [given, rule, decider] of ending) {
    streamCommand(router, instrumentKind, {
      contract: given,
      access: rule,
      id: ({ params }) => params.instrumentId,
      locks: ({ tx }, { state }) => lockInstruments(tx, state.content?.township ?? ''),
      given: async () => null,
      decide: (body, state) => decider(body, state),
    });
  }
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.instrumentList, access.InstrumentList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const rows = await listInstruments(tx, asker.area);
    return {
      instruments: rows.map((row) => summaryOf(row, standards, today)),
      grid: gridOf(rows, standards, asker.area, today),
    };
  });
  queryRoute(router, contract.instrumentOpenCases, access.InstrumentOpenCases, async (call) => {
    const loaded = await getOwn(call, instrumentKind, call.params.instrumentId);
    return { cases: [...(await openCasesOn(call.tx, loaded.state))] };
  });
  const outside = contract.decisionsOutsideAuthority;
  queryRoute(router, outside, access.DecisionsOutsideAuthority, async (call) => {
    const { tx, asker, context, search } = call;
    const since = search.since ?? addMonths(dayOf(context.clock.now()), -12);
    const decisions = await townshipDecisions(tx, asker.area, since);
    const instruments = await listInstruments(tx, asker.area);
    const found = outsideAuthority(decisions, instruments, standards);
    return { looked: decisions.length, since, decisions: found };
  });
}

/** The township's score, to those who may open the assessment itself. */
async function readinessShown(tx: ReadTx, asker: Asker, township: string, today: LocalDate) {
  if (!readinessAccess.ReadinessView.roles.some((role) => role === asker.role)) return null;
  const found = await readinessNow(tx, township, today);
  if (!found) return null;
  const { score, threshold, passes, because } = found;
  return { score, threshold, passes, because };
}

function registerView(router: Router, standards: Standards): void {
  queryRoute(router, contract.instrumentView, access.InstrumentView, async (call) => {
    const { tx, asker, context, params } = call;
    const loaded = await getOwn(call, instrumentKind, params.instrumentId);
    if (!loaded.state.content) throw absent();
    const rows = await historyOf(tx, loaded.id);
    const names = await context.namesOf(tx, [...new Set(rows.map((row) => row.actor))]);
    const openCases = (await openCasesOn(tx, loaded.state)).length;
    const { content } = loaded.state;
    const today = dayOf(context.clock.now());
    return {
      summary: summaryOf(loaded, standards, today),
      content: { ...content, matters: [...content.matters], acts: [...content.acts] },
      writtenByMe: loaded.state.writtenBy.includes(asker.person),
      readiness: await readinessShown(tx, asker, content.township, today),
      openCases,
      effect: openCases === 0 ? '撤回后没有在办案件受影响' : `撤回后 ${openCases} 件在办转县级`,
      history: rows.map(({ type, actor, ...row }) => ({
        ...row,
        title: instrumentKind.titleOf(type),
        actor: names.get(actor) ?? '',
      })),
    };
  });
  rawRoute(router, contract.instrumentScan, access.InstrumentScan, async (call) => {
    const { context, asker, params, reply, request } = call;
    const { page } = parsed(contract.scanPage, request.query);
    const loaded = await read(context.database, principalOf(asker), (tx) =>
      getOwn({ tx, asker, context }, instrumentKind, params.instrumentId),
    );
    const hash = loaded.state.content?.scan.hash;
    const bytes = hash ? await context.files.readView(hash, page) : null;
    if (!bytes) throw absent();
    return reply.type('image/jpeg').header('content-disposition', 'inline').send(bytes);
  });
}
