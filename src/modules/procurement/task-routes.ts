import { dayOf } from '../../kernel/clock.ts';
import { absent, invalid, refusedBy } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  commandRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { atThisInstant, streamCommand } from '../../platform/http/stream-command.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide-task.ts';
import { listSupplies, lockLeft } from './store.ts';
import {
  casesNumbered,
  listTasks,
  serviceTaskKind,
  serviceWorkKind,
  shareFiles,
} from './task-store.ts';

const idOf = ({ params }: { params: { taskId: string } }) => params.taskId;

/** What townships order and take over, and what the supplier's people hand in. */
export function registerTasks(router: Router, standards: Standards): void {
  registerOrder(router, standards);
  streamCommand(router, serviceTaskKind, {
    contract: contract.cancelTask,
    access: access.CancelTask,
    id: idOf,
    given: async (call) => ({ isHandedIn: (await getTask(call)).handedInOn !== '' }),
    decide: decide.cancelTask,
  });
  streamCommand(router, serviceTaskKind, {
    contract: contract.acceptTask,
    access: access.AcceptTask,
    id: idOf,
    given: async (call) => {
      const { doneBy, recheck } = await getTask(call);
      return { doneBy, recheck, by: actorOf(call.asker) };
    },
    decide: decide.acceptTask,
  });
  streamCommand(router, serviceTaskKind, {
    contract: contract.returnTask,
    access: access.ReturnTask,
    id: idOf,
    given: async (call) => {
      const { doneBy, recheck, contractId } = await getTask(call);
      const county = call.asker.area.slice(0, 6);
      const [supply] = await listSupplies(call.tx, { county, contractId });
      if (!supply) throw absent();
      return { doneBy, recheck, contract: supply, today: dayOf(call.act.recordedAt) };
    },
    decide: decide.returnTask,
  });
  registerHandIn(router);
}

/** A task for each household, all in one transaction: the money of the contract is held until every one stands. */
function registerOrder(router: Router, standards: Standards): void {
  commandRoute(router, contract.orderTasks, access.OrderTasks, async (call) => {
    const { tx, asker, body, context } = call;
    requireRole(context, access.OrderTasks, asker);
    const { households, ...common } = body;
    const { contractId } = body;
    const [supply] = await listSupplies(tx, { county: asker.area.slice(0, 6), contractId });
    if (!supply) throw absent();
    const numbers = households.map(({ caseNumber }) => caseNumber);
    const cases = await casesNumbered(tx, asker.area, numbers);
    let left = await lockLeft(tx, contractId);
    const act = atThisInstant(context, call.act);
    const given = { today: dayOf(act.recordedAt), township: asker.area, contract: supply };
    for (const [at, { taskId, caseNumber: number, ...household }] of households.entries()) {
      const fault = (key: string, message: string) =>
        invalid(['households', String(at), key], message);
      if (standards.nameOf(household.village) === household.village) {
        throw fault('village', '请选择村（社区）。');
      }
      const caseId = cases.get(number);
      if (number !== '' && caseId === undefined) {
        throw fault('caseNumber', '本乡镇（街道）没有这个受理编号的办件，请核对，或者不填。');
      }
      const order = { ...common, ...household, ...(caseId && { about: { caseId, number } }) };
      const known = await lockStream(tx, serviceTaskKind, taskId);
      const { initial } = serviceTaskKind;
      const decision = decide.orderTask(order, known?.state ?? initial, { ...given, left });
      if (!decision.ok) throw refusedBy(decision.refusal);
      const fresh = { id: taskId, area: asker.area.slice(0, 9), version: 0, state: initial };
      const { state } = await append(tx, serviceTaskKind, fresh, decision.events, act);
      left -= state.order?.price ?? 0;
    }
    return { status: 200, answer: { id: contractId, ordered: households.length } };
  });
}

async function getTask({ tx, params }: Pick<CommandCall<'/:taskId', unknown>, 'tx' | 'params'>) {
  const [task] = await listTasks(tx, { taskId: params.taskId });
  if (!task) throw absent();
  return task;
}

function registerHandIn(router: Router): void {
  streamCommand(router, serviceWorkKind, {
    contract: contract.handInWork,
    access: access.HandInWork,
    id: idOf,
    begins: ({ asker }) => asker.area,
    // Whoever hands in what a colleague has handed in is told so, not asked for a version.
    anyVersion: true,
    given: async ({ tx, act, asker, body, params }) => {
      const [task] = await listTasks(tx, { taskId: params.taskId, supplier: asker.area });
      const [supply] = await listSupplies(tx, {
        ...{ county: asker.area.slice(0, 6), place: asker.area },
      });
      if (!task || !supply) throw absent();
      for (const { hash } of body.files) {
        const found = await evidenceOf(tx, hash);
        if (found.some((each) => each.area === asker.area)) continue;
        throw invalid(['files'], '没有收到这个文件，请重新上传。');
      }
      const { township, orderedOn, round, standing } = task;
      return {
        ...{ today: dayOf(act.recordedAt), contract: supply },
        task: { township, orderedOn, round, isOpen: standing === 'ordered' },
      };
    },
    decide: decide.handInWork,
    then: ({ tx }, { id }) => shareFiles(tx, id),
  });
}
