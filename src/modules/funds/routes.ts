import { dayOf } from '../../kernel/clock.ts';
import { addFen } from '../../kernel/fen.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { registerAccountChanges } from './account-routes.ts';
import { registerBatches } from './batch-routes.ts';
import { registerBudgets } from './budget-routes.ts';
import { registerChecking } from './check-routes.ts';
import { registerForecast } from './forecast-routes.ts';
import { registerRecoveries } from './recovery-routes.ts';
import { registerRequests } from './request-routes.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { countChangedAccounts, countHeld, linesHash, paidLines } from './line-store.ts';
import { continueRoll } from './run-roll.ts';
import { findRun, lockRun, lockScheme, rollKind, type RollRun, standingOf } from './store.ts';
import { registerViews } from './view-routes.ts';

/** Money on its way to families: rolls, their review, the bank's files and answers, the books, accounts put right. */
export function registerFunds(router: Router, standards: Standards): void {
  registerBeginning(router);
  registerFreezing(router);
  registerAnswers(router);
  registerBatches(router);
  registerBudgets(router, standards);
  registerRequests(router);
  registerRecoveries(router, standards);
  registerForecast(router, standards);
  registerChecking(router);
  registerAccountChanges(router, standards);
  registerViews(router, standards);
}

const idOf = ({ params }: { params: { rollId: string } }) => params.rollId;

/** Building goes on beside the requests; whoever closes the program waits for the chunk in hand. */
function buildBeside({ context, app }: Router): (run: Pick<RollRun, 'rollId' | 'area'>) => void {
  const working = new Set<Promise<void>>();
  let isClosing = false;
  app.addHook('onClose', async () => {
    isClosing = true;
    await Promise.all(working);
  });
  return (run) => {
    const work = continueRoll(context, run, () => isClosing)
      .catch((error: unknown) => context.log.error(error as Error, 'roll'))
      .finally(() => working.delete(work));
    working.add(work);
  };
}

function registerBeginning(router: Router): void {
  const begin = buildBeside(router);
  streamCommand(router, rollKind, {
    contract: contract.beginRoll,
    access: access.BeginRoll,
    id: ({ body }) => body.rollId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    locks: ({ tx, body }, { area }) => lockScheme(tx, area, body.scheme),
    given: async ({ tx, act, body }, { area }) => ({
      today: dayOf(act.recordedAt),
      ...(await standingOf(tx, { ...body, area })),
    }),
    decide: decide.beginRoll,
    afterwards: ({ body, asker }) => begin({ rollId: body.rollId, area: asker.area.slice(0, 6) }),
  });
}

/** What the lines of a roll are now. */
async function contentsOf(tx: ReadTx, rollId: string, today: ReturnType<typeof dayOf>) {
  const lines = await paidLines(tx, rollId);
  const run = await findRun(tx, rollId);
  return {
    isBuilt: run?.phase === 'built',
    hash: linesHash(lines),
    lines: lines.length,
    amount: addFen(...lines.map(({ amount }) => amount)),
    held: await countHeld(tx, rollId),
    changedAccounts: await countChangedAccounts(tx, rollId, today),
  };
}

function registerFreezing(router: Router): void {
  streamCommand(router, rollKind, {
    contract: contract.freezeRoll,
    access: access.FreezeRoll,
    id: idOf,
    locks: ({ tx, params }) => lockRun(tx, params.rollId),
    given: ({ tx, act, params }) => contentsOf(tx, params.rollId, dayOf(act.recordedAt)),
    decide: decide.freezeRoll,
  });
  streamCommand(router, rollKind, {
    contract: contract.cancelRoll,
    access: access.CancelRoll,
    id: idOf,
    locks: ({ tx, params }) => lockRun(tx, params.rollId),
    given: async () => ({}),
    decide: decide.cancelRoll,
  });
}

function registerAnswers(router: Router): void {
  streamCommand(router, rollKind, {
    contract: contract.reviewRoll,
    access: access.ReviewRoll,
    id: idOf,
    given: async ({ tx, asker, params }) => ({
      by: actorOf(asker),
      hash: linesHash(await paidLines(tx, params.rollId)),
    }),
    decide: decide.reviewRoll,
  });
  streamCommand(router, rollKind, {
    contract: contract.sendBackRoll,
    access: access.SendBackRoll,
    id: idOf,
    locks: ({ tx, params }) => lockRun(tx, params.rollId),
    given: async ({ asker }) => ({ by: actorOf(asker) }),
    decide: decide.sendBackRoll,
  });
}
