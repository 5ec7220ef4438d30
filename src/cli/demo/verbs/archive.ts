import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { archiveCase, packetView, requestPacket } from '../../../modules/archive/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { versionOf } from './intake.ts';

/** Closes the file of a case that is served and, when granted, announced. */
export async function archive(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(archiveCase, { caseId }, {}, { ifMatch });
}

type Asked = { readonly reason?: string; readonly recipient?: string };

/** Asks for the proof packet of a case and waits until it is made; answers its id. */
export async function requestedPacket(
  desk: Desk,
  caseId: string,
  asked: Asked = {},
): Promise<string> {
  const packetId = randomUUID();
  const { reason = '纪检监察机关调阅', recipient = '县纪委监委第三室' } = asked;
  await desk.must(requestPacket, { caseId }, { packetId, reason, recipient });
  for (;;) {
    const { body } = await desk.ask(packetView, { packetId });
    if (body.state === 'failed') throw new Error(body.fault);
    if (body.state === 'done') return packetId;
    await setTimeout(50);
  }
}

/** As `requestedPacket`, fetched: the ZIP. */
export async function packetOf(desk: Desk, caseId: string, asked: Asked = {}): Promise<Buffer> {
  const packetId = await requestedPacket(desk, caseId, asked);
  const { status, bytes } = await desk.fetch(`/api/packets/${packetId}/file`);
  if (status !== 200) throw new Error(`packet: ${status}`);
  return bytes;
}
