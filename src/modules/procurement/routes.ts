import { randomBytes } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { personKind } from '../identity/store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { figuresOf } from './figures.ts';
import { workRef } from './recheck-draw.ts';
import { nextPlace, supplyKind, workersAt } from './store.ts';
import { registerTasks } from './task-routes.ts';
import { listTasks } from './task-store.ts';
import { registerProcurementReading } from './view-routes.ts';

export function registerProcurement(router: Router, standards: Standards): void {
  registerContracts(router);
  registerRechecks(router);
  registerSettlements(router);
  registerTasks(router, standards);
  registerProcurementReading(router, standards);
}

const idOf = ({ params }: { params: { contractId: string } }) => params.contractId;

function registerContracts(router: Router): void {
  streamCommand(router, supplyKind, {
    contract: contract.signSupplyContract,
    access: access.SignSupplyContract,
    id: ({ body }) => body.contractId,
    begins: ({ asker }) => asker.area,
    given: async ({ tx, asker, body }) => {
      const found = await evidenceOf(tx, body.scan.hash);
      if (!found.some(({ caseId }) => caseId === '')) {
        throw invalid(['scan'], '没有收到这个文件，请重新上传。');
      }
      return { place: await nextPlace(tx, asker.area) };
    },
    decide: ({ contractId: _, ...terms }, state, { place }) =>
      decide.signSupplyContract({ ...terms, place }, state),
  });
  streamCommand(router, supplyKind, {
    contract: contract.endSupplyContract,
    access: access.EndSupplyContract,
    id: idOf,
    given: async () => null,
    decide: (body, state) => decide.endSupplyContract(body, state),
    // Whoever works for the supplier is out with the contract: their next request finds the post gone.
    then: async ({ tx, act, body }, { state }) => {
      for (const { person, postId } of await workersAt(tx, state.terms?.place ?? '')) {
        const loaded = await lockStream(tx, personKind, person);
        if (!loaded) continue;
        const reason = `服务合同终止：${body.reason}`;
        await append(tx, personKind, loaded, [{ type: 'PostEnded', postId, reason }], act);
      }
    },
  });
}

function registerRechecks(router: Router): void {
  streamCommand(router, supplyKind, {
    contract: contract.drawRecheck,
    access: access.DrawRecheck,
    id: idOf,
    given: async ({ tx, params }) => {
      const tasks = await listTasks(tx, { contractId: params.contractId });
      const handedIn = tasks
        .filter(({ handedInOn, standing }) => handedInOn !== '' && standing === 'ordered')
        .map(({ taskId, round }) => workRef(taskId, round));
      return { handedIn, seed: randomBytes(32).toString('hex') };
    },
    decide: decide.drawRecheck,
  });
  streamCommand(router, supplyKind, {
    contract: contract.recordRecheck,
    access: access.RecordRecheck,
    id: idOf,
    given: async ({ tx, body: { taskId } }) => {
      const [task] = await listTasks(tx, { taskId });
      return workRef(taskId, task?.round ?? 1);
    },
    decide: (body, state, work) => decide.recordRecheck({ ...body, taskId: work }, state),
  });
  streamCommand(router, supplyKind, {
    contract: contract.evaluateSupplier,
    access: access.EvaluateSupplier,
    id: idOf,
    given: async ({ tx, params }) => ({
      figures: figuresOf(await listTasks(tx, { contractId: params.contractId })),
    }),
    decide: decide.evaluateSupplier,
  });
}

function registerSettlements(router: Router): void {
  streamCommand(router, supplyKind, {
    contract: contract.drawUpSettlement,
    access: access.DrawUpSettlement,
    id: idOf,
    given: async ({ tx, params }) => ({
      tasks: (await listTasks(tx, { contractId: params.contractId })).map((row) => ({
        ...{ taskId: row.taskId, kind: row.kind, township: row.township, price: row.price },
        acceptedOn: row.standing === 'accepted' && row.decidedOn !== '' ? row.decidedOn : null,
      })),
    }),
    decide: decide.drawUpSettlement,
  });
  streamCommand(router, supplyKind, {
    contract: contract.decideSettlement,
    access: access.DecideSettlement,
    id: idOf,
    given: async ({ act, asker }) => ({ today: dayOf(act.recordedAt), by: actorOf(asker) }),
    decide: decide.decideSettlement,
  });
}
