import { Readable } from 'node:stream';
import { dayOf } from '../../kernel/clock.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  commandRoute,
  queryRoute,
  rawRoute,
  type RawCall,
  requireArea,
  requireRole,
  type Access,
  type Router,
} from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { CaseState } from '../case/index.ts';
import { getCase } from '../case/get-case.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import type { FileUse } from './file-use.ts';
import { fileUseKind, type FileUseRow, isLent, usesOfArea, usesOfCase } from './file-use-store.ts';
import { findRun, insertRun, isWaiting, type PacketRun } from './packet-store.ts';
import { type PacketMaker, recordPacket, runPacket } from './run-packet.ts';

/** 档案利用登记 and the proof packet: whoever uses a file says why first, and the county reads the list. */
export function registerFileUses(router: Router, standards: Standards): void {
  registerUses(router, standards);
  registerLists(router, standards);
  registerPackets(router, standards);
}

type UseCall = Pick<CommandCall<'/cases/:caseId', unknown>, 'tx' | 'act' | 'asker' | 'params'>;

/** Registers one use in the transaction of the command; answers the case it is about. */
async function registerUse(
  { context }: Router,
  standards: Standards,
  { tx, act, asker, params }: UseCall,
  allowed: Access,
  asked: Omit<FileUse, 'caseId' | 'caseNumber'> & { readonly useId: string },
): Promise<Loaded<CaseState>> {
  const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
  requireRole(context, allowed, asker);
  const { useId, ...rest } = asked;
  const { state } = loaded;
  const use = { caseId: loaded.id, caseNumber: state.intake.accepted?.number ?? '', ...rest };
  const known = await findStream(tx, fileUseKind, useId);
  const decision = decide.useFile(use, known?.state ?? null, {
    today: dayOf(act.recordedAt),
    isArchived: state.archive.archived !== null,
    isLent: await isLent(tx, loaded.id),
    isBegun: state.intake.accepted !== null || state.course.closed !== null,
    waitsForPacket: await isWaiting(tx, loaded.id, asker.person),
  });
  if (!decision.ok) throw refusedBy(decision.refusal);
  const fresh = { id: useId, area: loaded.area, version: 0, state: null };
  await append(tx, fileUseKind, fresh, decision.events, act);
  return loaded;
}

function registerUses(router: Router, standards: Standards): void {
  commandRoute(router, contract.consultFile, access.ConsultFile, async (call) => {
    const { useId, reason } = call.body;
    const use = { useId, reason, way: 'consult', recipient: '', dueOn: null } as const;
    await registerUse(router, standards, call, access.ConsultFile, use);
    return { status: 200, answer: { id: useId } };
  });
  commandRoute(router, contract.lendFile, access.LendFile, async (call) => {
    const use = { ...call.body, way: 'loan' } as const;
    await registerUse(router, standards, call, access.LendFile, use);
    return { status: 200, answer: { id: use.useId } };
  });
  streamCommand(router, fileUseKind, {
    contract: contract.returnFile,
    access: access.ReturnFile,
    id: ({ params }) => params.useId,
    anyVersion: true,
    given: async () => ({}),
    decide: decide.returnFile,
  });
}

const PAGE = 100;

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.caseFileUses, access.CaseFileUses, async (call) => {
    const { tx, params, context } = call;
    await getCase(standards, call, params.caseId);
    return { uses: await shown(context, tx, await usesOfCase(tx, params.caseId)) };
  });
  queryRoute(router, contract.fileUseList, access.FileUseList, async (call) => {
    const { tx, asker, context, search } = call;
    const { way, out, before } = search;
    const filter = { area: asker.area, way, isOut: out === 'true', before, limit: PAGE };
    const rows = await usesOfArea(tx, filter);
    const next = rows.length === PAGE ? (rows.at(-1)?.at ?? null) : null;
    return { uses: await shown(context, tx, rows), next };
  });
}

async function shown({ clock, namesOf }: Context, tx: ReadTx, rows: readonly FileUseRow[]) {
  const today = dayOf(clock.now());
  const names = await namesOf(tx, [...new Set(rows.map((row) => row.person))]);
  return rows.map(({ person, ...row }) => ({
    ...row,
    by: names.get(person) ?? '',
    isOverdue: row.way === 'loan' && row.returnedOn === '' && row.dueOn < today,
  }));
}

function registerPackets(router: Router, standards: Standards): void {
  const { app, context } = router;
  const maker: PacketMaker = { app, context, standards };
  const working = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(working)));
  commandRoute(
    router,
    contract.requestPacket,
    access.RequestPacket,
    async (call) => {
      const { packetId, reason, recipient } = call.body;
      const use = { useId: packetId, reason, recipient, way: 'packet', dueOn: null } as const;
      const { id, area } = await registerUse(router, standards, call, access.RequestPacket, use);
      const createdAt = context.clock.now();
      await insertRun(call.tx, { packetId, area, caseId: id, asker: call.asker, createdAt });
      return { status: 202, answer: { id: packetId } };
    },
    async ({ body }, answer) => {
      const work = runPacket(maker, body.packetId).finally(() => working.delete(work));
      working.add(work);
      return answer;
    },
  );
  queryRoute(router, contract.packetView, access.PacketView, async (call) => {
    const run = await ownRun(call.tx, call);
    const use = await findStream(call.tx, fileUseKind, run.packetId);
    const { state, done, total, bytes, fault } = run;
    return { state, done, total, bytes, fault, manifestHash: use?.state?.manifestHash ?? '' };
  });
  rawRoute(router, contract.packetFile, access.PacketFile, async (call) => sendPacket(call));
}

type Called = {
  readonly asker: Asker;
  readonly context: Context;
  readonly params: { readonly packetId: string };
};

/** The packet asked for: only whoever asked for it finds it. */
async function ownRun(tx: ReadTx, { asker, context, params }: Called): Promise<PacketRun> {
  const run = await findRun(tx, params.packetId);
  if (!run) throw absent();
  requireArea(context, asker, run.area);
  if (context.checksAccess && run.asker.person !== asker.person) throw absent();
  return run;
}

/** The packet as it comes off the disk; that it was fetched stands in the log before the first byte leaves. */
async function sendPacket(call: RawCall<'/packets/:packetId/file'>): Promise<unknown> {
  const { context, asker, reply } = call;
  const { run, number } = await read(context.database, principalOf(asker), async (tx) => {
    const found = await ownRun(tx, call);
    const use = await findStream(tx, fileUseKind, found.packetId);
    return { run: found, number: use?.state?.caseNumber ?? '' };
  });
  const bundle = run.state === 'done' ? await context.bundles.read(run.packetId) : null;
  if (!bundle) throw absent();
  await recordPacket(context, run, { type: 'PacketFetched' });
  const name = encodeURIComponent(`证据包-${number}.zip`);
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-length', run.bytes)
    .type('application/zip')
    .send(Readable.from(bundle));
}
