import { dayOf } from '../../kernel/clock.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import type { CommandCall, Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide-task.ts';
import { listSupplies, lockLeft } from './store.ts';
import { listTasks, serviceTaskKind, serviceWorkKind, shareFiles } from './task-store.ts';

const idOf = ({ params }: { params: { taskId: string } }) => params.taskId;

/** What townships order and take over, and what the supplier's people hand in. */
export function registerTasks(router: Router, standards: Standards): void {
  streamCommand(router, serviceTaskKind, {
    contract: contract.orderTask,
    access: access.OrderTask,
    id: ({ body }) => body.taskId,
    begins: ({ asker }) => asker.area.slice(0, 9),
    given: async ({ tx, act, asker, body }) => {
      const county = asker.area.slice(0, 6);
      const { contractId, village } = body;
      const [supply] = await listSupplies(tx, { county, contractId });
      if (!supply) throw absent();
      if (standards.nameOf(village) === village) throw invalid(['village'], '请选择村（社区）。');
      const left = await lockLeft(tx, contractId);
      return { today: dayOf(act.recordedAt), township: asker.area, contract: supply, left };
    },
    decide: ({ taskId: _, ...order }, state, given) => decide.orderTask(order, state, given),
  });
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
  registerHandIn(router);
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
      const { township, orderedOn, standing } = task;
      return {
        ...{ today: dayOf(act.recordedAt), contract: supply },
        task: { township, orderedOn, isOpen: standing === 'ordered' },
      };
    },
    decide: decide.handInWork,
    then: ({ tx }, { id }) => shareFiles(tx, id),
  });
}
