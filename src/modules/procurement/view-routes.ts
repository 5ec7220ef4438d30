import { dayOf } from '../../kernel/clock.ts';
import { type Asked, getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { isRunning } from './decide-task.ts';
import { figuresOf } from './figures.ts';
import { settlementSheetOf } from './settlement-sheet-of.ts';
import { listSupplies, supplyKind, type SupplyRow, workersAt } from './store.ts';
import { settledTasks } from './supply-contract.ts';
import { listTasks, serviceTaskKind, type TaskRow, worksOf } from './task-store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function registerProcurementReading(router: Router, standards: Standards): void {
  registerSupplies(router, standards);
  registerTaskReading(router, standards);
  registerSheet(router, standards);
  registerOwnTasks(router, standards);
}

function supplyLine({ isEnded, ...row }: SupplyRow, today: SupplyRow['from']) {
  const prices = row.prices.map(({ kind, price }) => ({ kind, price }));
  return { ...row, prices, isRunning: isRunning({ ...row, isEnded }, today) };
}

function taskLine({ village, doneBy: _, ...row }: TaskRow, standards: Standards) {
  const { supplierName, whereabouts: __, ask: ___, returnedBecause: ____, ...line } = row;
  return {
    ...line,
    supplier: supplierName,
    townshipName: standards.nameOf(row.township),
    villageName: standards.nameOf(village),
  };
}

function registerSupplies(router: Router, standards: Standards): void {
  queryRoute(router, contract.supplyContractList, access.SupplyContractList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const rows = await listSupplies(tx, { county: asker.area.slice(0, 6) });
    return { contracts: rows.map((row) => supplyLine(row, today)) };
  });
  queryRoute(router, contract.supplyContractView, access.SupplyContractView, (call) =>
    viewOf(call, call.params.contractId, standards),
  );
}

async function viewOf(asked: Asked, contractId: string, standards: Standards) {
  const { tx, context } = asked;
  const { state, version, area } = await getOwn(asked, supplyKind, contractId);
  const [row] = await listSupplies(tx, { county: area, contractId });
  const { terms, ended, draws, settlements, evaluations } = state;
  if (!terms || !row) throw absent();
  const tasks = await listTasks(tx, { contractId });
  const people = [...draws, ...settlements, ...evaluations, ...(ended ? [ended] : [])];
  const decided = settlements.flatMap((each) => each.decided ?? []);
  const names = await context.namesOf(tx, [
    ...new Set([...people, ...decided].map(({ by }) => by)),
  ]);
  const named = <Step extends { readonly by: string }>({ by, ...step }: Step) => ({
    ...step,
    byName: names.get(by) ?? '',
  });
  return {
    version,
    contract: supplyLine(row, dayOf(context.clock.now())),
    creditCode: terms.creditCode,
    recheckPercent: terms.recheckPercent,
    scan: { hash: terms.scan.hash, name: terms.scan.name },
    ended: ended && named(ended),
    workers: (await workersAt(tx, terms.place)).map(({ name, from, to }) => ({ name, from, to })),
    tasks: tasks.map((task) => taskLine(task, standards)),
    figures: figuresOf(tasks),
    settled: settledTasks(state).reduce((sum, { price }) => sum + price, 0),
    draws: draws.map((each) => ({
      ...named(each),
      frame: [...each.frame],
      drawn: [...each.drawn],
    })),
    settlements: settlements.map(({ lines, decided: answer, ...each }) => ({
      ...named(each),
      tasks: lines.length,
      decided: answer && named(answer),
    })),
    evaluations: evaluations.map(named),
  };
}

function registerTaskReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.serviceTaskList, access.ServiceTaskList, async (call) => {
    const { tx, asker, context } = call;
    const tasks = await listTasks(tx, { area: asker.area });
    const places = asker.area.length === 9 ? placesIn(standards, asker.area) : [];
    return {
      tasks: tasks.map((task) => taskLine(task, standards)),
      villages: places
        .filter(({ code }) => code.length === 12)
        .map(({ code, name }) => ({ code, name })),
      today: dayOf(context.clock.now()),
    };
  });
  queryRoute(router, contract.serviceTaskView, access.ServiceTaskView, async (call) => {
    const { tx, context, params } = call;
    const { state, version } = await getOwn(call, serviceTaskKind, params.taskId);
    const [row] = await listTasks(tx, { taskId: params.taskId });
    const { order, decided, returns } = state;
    if (!order || !row) throw absent();
    const works = await worksOf(tx, params.taskId);
    const steps = [order, ...returns, ...works, ...(decided ? [decided] : [])];
    const names = await context.namesOf(tx, [...new Set(steps.map(({ by }) => by))]);
    const nameOf = (person: string) => names.get(person) ?? '';
    const said = ({ on, reason, by }: { on: string; reason: string; by: string }) => ({
      ...{ on, reason, byName: nameOf(by) },
    });
    return {
      version,
      task: taskLine(row, standards),
      ...{ who: order.who, whereabouts: order.whereabouts, ask: order.ask },
      orderedBy: nameOf(order.by),
      caseId: order.about?.caseId ?? '',
      decided: decided && said(decided),
      works: works.map(({ by, files, ...work }) => ({
        ...{ ...work, byName: nameOf(by) },
        files: files.map(({ hash, name }) => ({ hash, name })),
      })),
      returns: returns.map(said),
    };
  });
}

function registerSheet(router: Router, standards: Standards): void {
  rawRoute(router, contract.settlementSheet, access.SettlementSheet, async (call) => {
    const { asker, context, params, reply, request } = call;
    const { sheet, mark } = await write(context.database, principalOf(asker), async (tx) => {
      const { state } = await getOwn({ tx, asker, context }, supplyKind, params.contractId);
      const settlement = state.settlements.find(
        ({ settlementId }) => settlementId === params.settlementId,
      );
      if (!state.terms || !settlement) throw absent();
      const rows = settlement.lines.length;
      const taken = { title: '服务结算单', about: '', filter: '', path: request.url, rows };
      const line = await recordTaken(tx, context, asker, taken);
      return {
        sheet: settlementSheetOf(state.terms, settlement, (code) => standards.nameOf(code)),
        mark: line,
      };
    });
    return reply
      .header('content-disposition', 'attachment; filename="settlement.xlsx"')
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(await writeSheets([sheet], mark)));
  });
}

function registerOwnTasks(router: Router, standards: Standards): void {
  queryRoute(router, contract.ownTaskList, access.OwnTaskList, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const { area } = asker;
    const [supply] = await listSupplies(tx, { county: area.slice(0, 6), place: area });
    const tasks = await listTasks(tx, { supplier: area });
    // Open work is anybody's of the supplier; what was handed in, its doer's alone.
    const own = tasks.filter(({ doneBy, standing }) =>
      doneBy === null ? standing === 'ordered' : doneBy === asker.person,
    );
    return {
      ...{ today, supplier: supply?.supplier ?? '', to: supply?.to ?? '' },
      tasks: own.map((task) => ({
        ...{ taskId: task.taskId, kind: task.kind, who: task.who, whereabouts: task.whereabouts },
        ...{ ask: task.ask, dueOn: task.dueOn, handedInOn: task.handedInOn },
        returnedBecause: task.returnedBecause,
        place: standards.nameOf(task.township) + standards.nameOf(task.village),
        isLate: task.handedInOn === '' && task.dueOn < today,
        standing: task.standing,
      })),
    };
  });
}
