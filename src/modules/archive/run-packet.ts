import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../kernel/clock.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import { writeZip, type ZipContent } from '../../platform/zip-file/write-zip.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import type { FileUseEvent } from './file-use.ts';
import { fileUseKind } from './file-use-store.ts';
import { makePacket, PacketTrouble, type PacketWork } from './make-packet.ts';
import { endRun, keepProgress, listLeft, type PacketRun, takeRun } from './packet-store.ts';

export type PacketMaker = {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly standards: Standards;
};

/** How long a run belongs to who works on it; whoever is still alive renews it with each file. */
const BUSY_MS = 120_000;
/** A packet is made for somebody in their post; hours later they may hold another. */
const FRESH_MS = 3_600_000;
const FAULT = '制作中途出错，已经停止。请重新制作；仍不行请告知系统管理员。';

/** Makes a packet that nobody works on. Cut off at any moment, it is made again from the beginning. */
export async function runPacket(maker: PacketMaker, packetId: string): Promise<void> {
  const { context } = maker;
  const now = context.clock.now();
  const run = await write(context.database, SYSTEM, (tx) =>
    takeRun(tx, packetId, { now, until: now + BUSY_MS }),
  );
  if (!run) return;
  try {
    if (now - run.createdAt > FRESH_MS) throw new PacketTrouble('等待过久，请重新制作。');
    await makeOne(maker, run);
  } catch (error) {
    const isTold = error instanceof PacketTrouble;
    if (!isTold) context.log.error(error as Error, 'packet failed');
    await context.bundles.drop(packetId);
    const fault = isTold ? error.message : FAULT;
    await write(context.database, SYSTEM, (tx) =>
      endRun(tx, packetId, { state: 'failed', bytes: 0, fault }),
    );
  }
}

async function makeOne(maker: PacketMaker, run: PacketRun): Promise<void> {
  const { context, standards } = maker;
  const { packetId, caseId, area, asker } = run;
  const { loaded, use } = await read(context.database, SYSTEM, async (tx) => ({
    loaded: await findStream(tx, caseKind(standards), caseId),
    use: (await findStream(tx, fileUseKind, packetId))?.state,
  }));
  if (!loaded || !use) throw new Error(`no case or no use for the packet ${packetId}`);
  const madeAt = context.clock.now();
  const { reason, recipient } = use;
  const named = { packetId, caseId, area, asker, reason, recipient, madeAt };
  const work: PacketWork = { ...maker, ...named, state: loaded.state };
  const made: { manifestHash: string; files: number }[] = [];
  const contents = makePacket(work, async (done, total) => {
    const until = context.clock.now() + BUSY_MS;
    await write(context.database, SYSTEM, (tx) =>
      keepProgress(tx, packetId, { done, total, until }),
    );
  });
  const bytes = await context.bundles.put(
    packetId,
    writeZip(
      dayOf(madeAt),
      ended(contents, (end) => void made.push(end)),
    ),
  );
  const [end] = made;
  if (!end) throw new Error(`the packet ${packetId} has no end`);
  await recordPacket(context, run, { type: 'PacketMade', ...end, bytes });
  await write(context.database, SYSTEM, (tx) =>
    endRun(tx, packetId, { state: 'done', bytes, fault: '' }),
  );
}

/** The same contents, telling what they end with. */
async function* ended<End>(
  contents: AsyncGenerator<ZipContent, End>,
  onEnd: (end: End) => void,
): AsyncGenerator<ZipContent> {
  onEnd(yield* contents);
}

/** Writes what happened to a packet into the log of who used the file. */
export async function recordPacket(
  { database, clock }: Context,
  { packetId, asker }: PacketRun,
  event: FileUseEvent,
): Promise<void> {
  await write(database, SYSTEM, async (tx) => {
    const loaded = await lockStream(tx, fileUseKind, packetId);
    if (!loaded) throw new Error(`no use for the packet ${packetId}`);
    await append(tx, fileUseKind, loaded, [event], {
      actor: asker.person,
      post: asker.post,
      command: `packet-${packetId}`,
      recordedAt: clock.now(),
    });
  });
}

/** Goes on with every packet that nobody works on: after a restart, or where whoever did has gone. */
export async function continueLeftPackets(maker: PacketMaker): Promise<void> {
  const { context } = maker;
  const left = await read(context.database, SYSTEM, (tx) => listLeft(tx, context.clock.now()));
  for (const packetId of left) await runPacket(maker, packetId);
}
