import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { performOnce } from '../../platform/http/perform.ts';
import { invalid } from '../../platform/http/problem.ts';
import { receiveFile } from '../../platform/http/receive-file.ts';
import {
  commandRoute,
  keyOf,
  rawRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { append } from '../../platform/record/record.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { registerComparison } from './comparison-routes.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import * as households from './household-store.ts';
import { keepLedger, readLedger } from './ledger-file.ts';
import { layoutText } from './ledger-column.ts';
import { insertCode, rememberLayout } from './layout-store.ts';
import { continueTakeover } from './run-takeover.ts';
import { registerSheets } from './sheet-routes.ts';
import { beginPhase, findSameFile, insertRun, takeoverKind, type TakeoverRun } from './store.ts';
import { takeoverCommand } from './takeover-command.ts';
import { registerViews } from './view-routes.ts';

type Begin = (run: Pick<TakeoverRun, 'takeoverId' | 'area'>) => void;

/** Households of the time before come in by the ledger: received, read, checked, entered, compared. */
export function registerTakeover(router: Router, standards: Standards): void {
  const begin = workBeside(router, standards);
  registerReceiving(router);
  registerChecking(router, begin);
  registerEntering(router, begin);
  registerCodes(router);
  registerComparison(router, standards);
  registerViews(router, standards);
  registerSheets(router);
}

/** Long work goes on beside the requests; whoever closes the program waits for the chunk in hand. */
function workBeside({ context, app }: Router, standards: Standards): Begin {
  const working = new Set<Promise<void>>();
  let isClosing = false;
  app.addHook('onClose', async () => {
    isClosing = true;
    await Promise.all(working);
  });
  return (run) => {
    const work = continueTakeover({ context, standards }, run, () => isClosing)
      .catch((error: unknown) => context.log.error(error as Error, 'takeover'))
      .finally(() => working.delete(work));
    working.add(work);
  };
}

const LOOKS_LIKE_PERSON = /\d{15}/;

function registerReceiving(router: Router): void {
  const { receiveLedger } = contract;
  rawRoute(router, receiveLedger, access.ReceiveLedger, async (call) => {
    const { context, asker, request, reply } = call;
    const { name, bytes } = await receiveFile(request);
    const fileName = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-100);
    const table = await readLedger(bytes, fileName);
    if (!table.ok) throw invalid(['file'], table.message);
    const heading = table.heading.map((each) => each.slice(0, 60));
    if (heading.some((each) => LOOKS_LIKE_PERSON.test(each))) {
      throw invalid(['file'], '第一行应当是列名，不是人员。请加上列名后重新上传。');
    }
    const hash = sm3(bytes).toString('hex');
    const takeoverId = randomUUID();
    const attempt = { key: keyOf(request), route: 'ReceiveLedger', bodyHash: hash };
    const answered = await performOnce(context, asker, attempt, async (tx, act) => {
      const area = asker.area.slice(0, 6);
      const event = {
        type: 'LedgerReceived' as const,
        ...{ fileName, hash, heading, layout: layoutText(heading) },
        rows: table.rows.length + table.bad.length,
      };
      const from = { id: takeoverId, area, version: 0, state: takeoverKind.initial };
      await append(tx, takeoverKind, from, [event], act);
      await insertRun(tx, {
        ...{ takeoverId, area, person: asker.person, post: asker.post, command: act.command },
        ...{ createdAt: act.recordedAt, fileName, fileHash: hash },
      });
      await keepLedger(context, takeoverId, bytes);
      const earlier = await findSameFile(tx, { area, fileHash: hash, takeoverId });
      const names = await context.namesOf(tx, earlier ? [earlier.person] : []);
      return {
        status: 200,
        answer: {
          takeoverId,
          earlier: earlier
            ? {
                takeoverId: earlier.takeoverId,
                by: names.get(earlier.person) ?? '',
                at: earlier.createdAt,
              }
            : null,
        },
      };
    });
    return reply.status(answered.status).send(answered.answer);
  });
}

function registerChecking(router: Router, begin: Begin): void {
  takeoverCommand(router, {
    contract: contract.settleLayout,
    access: access.SettleLayout,
    decide: decide.settleLayout,
    then: async ({ tx, act, asker, body }, { id, area, state }) => {
      await households.dropHouseholds(tx, id);
      const { mapping, system } = body;
      const on = dayOf(act.recordedAt);
      const layout = state.ledger?.layout ?? '';
      await rememberLayout(tx, { area, layout, mapping, system, person: asker.person, on });
      await beginPhase(tx, id, begun('checking', { act, asker }, state.ledger?.rows ?? 0));
    },
    afterwards: begin,
  });
  takeoverCommand(router, {
    contract: contract.answerDifference,
    access: access.AnswerDifference,
    anyVersion: true,
    more: async ({ tx, body }, { takeoverId }) => {
      const found = await households.findHousehold(tx, takeoverId, body.place);
      return { difference: found?.standing === 'differs' ? found : null };
    },
    decide: decide.answerDifference,
    then: ({ tx, body }, { id }) => households.answerHousehold(tx, id, body),
  });
}

function registerEntering(router: Router, begin: Begin): void {
  takeoverCommand(router, {
    contract: contract.orderRegistration,
    access: access.OrderRegistration,
    more: async ({ tx, body }, { takeoverId }) => {
      await requireScans(tx, body.scans);
      return { waiting: await households.countToEnter(tx, takeoverId) };
    },
    decide: decide.orderRegistration,
    then: ({ tx, act, asker }, { id }, { waiting }) =>
      beginPhase(tx, id, begun('registering', { act, asker }, waiting)),
    afterwards: begin,
  });
  takeoverCommand(router, {
    contract: contract.closeTakeover,
    access: access.CloseTakeover,
    decide: decide.closeTakeover,
    then: async ({ tx, act, asker, context }, { id }) => {
      await households.dropHouseholds(tx, id);
      await beginPhase(tx, id, begun('closed', { act, asker }, 0));
      await context.bundles.drop(id);
    },
  });
}

function begun(
  phase: TakeoverRun['phase'],
  {
    act,
    asker,
  }: { readonly act: { command: string }; readonly asker: { person: string; post: string } },
  total: number,
) {
  return { phase, person: asker.person, post: asker.post, command: act.command, total };
}

async function requireScans(tx: ReadTx, scans: readonly { readonly hash: string }[]) {
  for (const { hash } of scans) {
    if ((await evidenceOf(tx, hash)).length > 0) continue;
    throw invalid(['scans'], '没有收到这个扫描件，请重新上传。');
  }
}

function registerCodes(router: Router): void {
  commandRoute(router, contract.addCode, access.AddCode, async (call) => {
    const { tx, asker, body, context } = call;
    requireRole(context, access.AddCode, asker);
    const area = asker.area.slice(0, 6);
    await insertCode(tx, { area, person: asker.person, ...body });
    return { status: 200, answer: {} };
  });
}
