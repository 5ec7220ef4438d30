import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../../kernel/evidence.ts';
import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import * as identity from '../../../modules/identity/contract.ts';
import * as contract from '../../../modules/procurement/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

/** Half a year's contract for visits and talks with neighbours; for 200 yuan in all unless told. */
export async function signedSupply(aid: Desk, from: LocalDate, ceiling = 20_000): Promise<string> {
  const contractId = randomUUID();
  await aid.must(
    contract.signSupplyContract,
    {},
    {
      ...{
        contractId,
        number: `通民购〔${from.slice(0, 4)}〕演1号`,
        supplier: '演禾社会工作服务中心',
      },
      ...{ creditCode: '91511702MA00000000', from, to: addMonths(from, 6), recheckPercent: 10 },
      prices: [
        { kind: 'home-visit', price: 8_050 },
        { kind: 'neighbour-visit', price: 4_000 },
      ],
      ceiling,
      scan: await uploadPaper(aid, '服务合同'),
    },
  );
  return contractId;
}

export async function supplyView(desk: Desk, contractId: string) {
  return (await desk.ask(contract.supplyContractView, { contractId })).body;
}

type Administrators = { readonly system: Desk; readonly security: Desk };

/** Registers somebody of the supplier and asks for their post; answers who, and what came of the asking. */
export async function askedWorker(
  { system }: Administrators,
  post: { readonly area: string; readonly from: LocalDate; readonly to: LocalDate | null },
): Promise<{ readonly personId: string; readonly postId: string; readonly asked: Reply }> {
  const [personId, postId] = [randomUUID(), randomUUID()];
  const loginName = `演${personId.slice(0, 8)}`.replace('演', 'worker');
  const county = post.area.slice(0, 6);
  await system.must(identity.registerPerson, {}, { personId, county, name: '申演川', loginName });
  const body = { ...post, postId, role: 'supplier-worker', basis: '服务合同' };
  const asked = await system.give(identity.grantPost, { personId }, body, { ifMatch: 1 });
  return { personId, postId, asked };
}

/** As `askedWorker`, approved by the security administrator. */
export async function engagedWorker(
  desks: Administrators,
  post: Parameters<typeof askedWorker>[1],
): Promise<{ readonly personId: string; readonly postId: string }> {
  const { personId, postId } = await askedWorker(desks, post);
  await desks.security.must(identity.approvePost, { personId, postId }, {}, { ifMatch: 2 });
  return { personId, postId };
}

type Order = { readonly village: string; readonly dueOn: LocalDate; readonly kind?: string };
type Visited = { readonly who: string; readonly whereabouts: string; readonly caseNumber?: string };

/** A township orders a visit to each of these households; answers whatever came back, and the tasks' ids. */
export async function orderVisits(
  officer: Desk,
  contractId: string,
  { village, ...more }: Order,
  visited: readonly Visited[],
): Promise<{ readonly taskIds: readonly string[]; readonly reply: Reply }> {
  const households = visited.map((each) => ({ taskId: randomUUID(), village, ...each }));
  const body = { contractId, kind: 'home-visit', ask: '看看住房和生活情况，拍照', ...more };
  const reply = await officer.give(contract.orderTasks, {}, { ...body, households });
  return { taskIds: households.map(({ taskId }) => taskId), reply };
}

/** As `orderVisits`, for one household. */
export async function orderVisit(
  officer: Desk,
  contractId: string,
  order: Order,
): Promise<{ readonly taskId: string; readonly reply: Reply }> {
  const visited = [{ who: '丙演谷', whereabouts: '二组 12 号' }];
  const { taskIds, reply } = await orderVisits(officer, contractId, order, visited);
  return { taskId: taskIds[0] ?? '', reply };
}

export function handIn(
  worker: Desk,
  taskId: string,
  more: { readonly on: LocalDate; readonly files: readonly FileRef[] },
): Promise<Reply> {
  const body = { begunAt: '09:10', endedAt: '09:40', place: '二组 12 号院内', met: '本人' };
  return worker.give(
    contract.handInWork,
    { taskId },
    { ...body, found: '住房完好，独居，门前有菜地', ...more },
  );
}

export async function acceptTask(desk: Desk, taskId: string): Promise<Reply> {
  const { version } = (await desk.ask(contract.serviceTaskView, { taskId })).body;
  const body = { accepted: true, reason: '与实际情况相符' };
  return desk.give(contract.acceptTask, { taskId }, body, { ifMatch: version });
}

/** Sends back what was handed in, to be put right by a day. */
export async function returnTask(desk: Desk, taskId: string, dueOn: LocalDate): Promise<Reply> {
  const { version } = (await desk.ask(contract.serviceTaskView, { taskId })).body;
  const body = { reason: '没有拍到住房，请补拍后再提交', dueOn };
  return desk.give(contract.returnTask, { taskId }, body, { ifMatch: version });
}

/** Any act on the contract as it stands. */
export async function onSupply(
  desk: Desk,
  contractId: string,
  act:
    | 'drawRecheck'
    | 'recordRecheck'
    | 'drawUpSettlement'
    | 'decideSettlement'
    | 'endSupplyContract',
  body: object,
): Promise<Reply> {
  const { version } = await supplyView(desk, contractId);
  return desk.give(contract[act] as typeof contract.drawRecheck, { contractId }, body, {
    ifMatch: version,
  });
}
