import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  commandRoute,
  queryRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { atThisInstant, streamCommand } from '../../platform/http/stream-command.ts';
import { append } from '../../platform/record/record.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerFindings } from './finding-routes.ts';
import { continueLoad } from './load-snapshot.ts';
import { continueMatching } from './run-matching.ts';
import { registerReceiving } from './snapshot-routes.ts';
import * as snapshots from './snapshot-store.ts';
import { createSourceCatalogue, type SourceCatalogue } from './source-catalogue.ts';
import * as store from './store.ts';
import { registerTrace } from './trace-routes.ts';

/** The county's verification platform: sources, what they supplied, comparisons, and what they found. */
export function registerMatching(router: Router, standards: Standards): void {
  const catalogue = createSourceCatalogue();
  const beside = workBeside(router);
  const { context } = router;
  registerReceiving(router, catalogue, (load) =>
    beside((isLeft) => continueLoad({ context, catalogue }, load, isLeft)),
  );
  registerDestruction(router);
  registerRuns(router, catalogue, (run) =>
    beside((isLeft) => continueMatching({ context, standards, catalogue }, run, isLeft)),
  );
  registerFindings(router, { standards, catalogue });
  registerTrace(router, catalogue);
}

type Work = (isLeft: () => boolean) => Promise<void>;

/** Long work goes on beside the requests; whoever closes the program waits for the chunk in hand. */
function workBeside({ context, app }: Router): (work: Work) => void {
  const working = new Set<Promise<void>>();
  let isClosing = false;
  app.addHook('onClose', async () => {
    isClosing = true;
    await Promise.all(working);
  });
  return (work) => {
    const going = work(() => isClosing)
      .catch((error: unknown) => context.log.error(error as Error, 'matching'))
      .finally(() => working.delete(going));
    working.add(going);
  };
}

function registerDestruction(router: Router): void {
  const { askSnapshotDestruction, approveSnapshotDestruction } = contract;
  streamCommand(router, snapshots.snapshotKind, {
    contract: askSnapshotDestruction,
    access: access.AskSnapshotDestruction,
    id: ({ params }) => params.loadId,
    given: ({ tx, params }) => standingOf(tx, params.loadId),
    decide: decide.askDestruction,
  });
  streamCommand(router, snapshots.snapshotKind, {
    contract: approveSnapshotDestruction,
    access: access.ApproveSnapshotDestruction,
    id: ({ params }) => params.loadId,
    given: async ({ tx, params, asker }) => ({
      ...(await standingOf(tx, params.loadId)),
      person: asker.person,
    }),
    decide: decide.approveDestruction,
    then: async ({ tx, params, context }) => {
      await snapshots.dropRows(tx, params.loadId);
      await snapshots.endLoad(tx, params.loadId, { phase: 'destroyed', fault: '' });
      await context.bundles.drop(params.loadId);
    },
  });
}

async function standingOf(tx: ReadTx, loadId: string) {
  const load = await snapshots.findLoad(tx, loadId);
  if (!load) throw absent();
  const running = await store.runUnderWay(tx, load.area);
  const isInUse = running?.loads.includes(loadId) ?? false;
  return { phase: load.phase, isInUse, rows: load.good };
}

function registerRuns(
  router: Router,
  catalogue: SourceCatalogue,
  begin: (run: Pick<store.MatchingRun, 'runId' | 'area'>) => void,
): void {
  commandRoute(
    router,
    contract.orderMatching,
    access.OrderMatching,
    async (call) => ({ status: 200, answer: await order(call) }),
    async ({ asker }, answer) => {
      begin({ runId: (answer as { runId: string }).runId, area: asker.area.slice(0, 6) });
      return answer;
    },
  );
  queryRoute(router, contract.matchingList, access.MatchingList, async ({ tx, asker, context }) => {
    const area = asker.area.slice(0, 6);
    const runs = await store.listRuns(tx, area);
    const loads = new Map(
      (await snapshots.listLoads(tx, area)).map(({ loadId, source }) => [loadId, source]),
    );
    const names = await context.namesOf(tx, [...new Set(runs.map(({ person }) => person))]);
    const titles = new Map(
      catalogue
        .sourcesOf(area, dayOf(context.clock.now()))
        .map(({ source, title }) => [source, title]),
    );
    const titleOf = (loadId: string) => {
      const source = loads.get(loadId) ?? '';
      return titles.get(source) ?? source;
    };
    return {
      runs: runs.map(({ person, loads: used, area: _, day: __, place: ___, ...run }) => ({
        ...run,
        by: names.get(person) ?? '',
        sources: used.map(titleOf),
      })),
    };
  });
}

type Order = CommandCall<'/matching/runs', { readonly month: store.MatchingRun['month'] }>;

async function order({ tx, act: sent, asker, body, context }: Order) {
  requireRole(context, access.OrderMatching, asker);
  const area = asker.area.slice(0, 6);
  requireArea(context, asker, area);
  const act = atThisInstant(context, sent);
  const day = dayOf(act.recordedAt);
  const usable = await snapshots.listUsable(tx, area, day);
  const loads = usable.map(({ loadId }) => loadId);
  const serial = (await store.countRuns(tx, area, day.slice(0, 4))) + 1;
  const number = `核比〔${day.slice(0, 4)}〕${area}-${serial}号`;
  const isUnderWay = (await store.runUnderWay(tx, area)) !== undefined;
  const decision = decide.orderMatching(body, { today: day, number, loads, isUnderWay });
  if (!decision.ok) throw refusedBy(decision.refusal);
  const runId = randomUUID();
  const from = { id: runId, area, version: 0, state: store.matchingKind.initial };
  await append(tx, store.matchingKind, from, decision.events, act);
  await store.insertRun(tx, {
    ...{ runId, area, number, month: body.month, day, loads },
    ...{ person: asker.person, post: asker.post, command: act.command, createdAt: act.recordedAt },
  });
  return { runId, number };
}
