import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { bytesToDrop, forgetBytes, isAttached } from './destruction-store.ts';
import { dropRunsBefore } from './packet-store.ts';

/** A packet can be made again at any time; what is left lying is only one more copy of a family's papers. */
export const PACKET_KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Drops packets that were not fetched away in time. The log of who asked for them stays. */
export async function dropOldPackets({ database, clock, bundles }: Context): Promise<void> {
  const before = clock.now() - PACKET_KEPT_DAYS * DAY_MS;
  const dropped = await write(database, SYSTEM, (tx) => dropRunsBefore(tx, before));
  for (const packetId of dropped) await bundles.drop(packetId);
}

/**
 * Takes the bytes of destroyed files off the disk. What was destroyed stands in the record first; this catches up
 * after it, however often it is cut off.
 */
export async function dropDestroyedBytes({ database, files, bundles }: Context): Promise<void> {
  const waiting = await read(database, SYSTEM, bytesToDrop);
  for (const bytes of waiting) {
    const stays =
      bytes.what === 'file' && (await read(database, SYSTEM, (tx) => isAttached(tx, bytes.id)));
    if (bytes.what === 'bundle') await bundles.drop(bytes.id);
    else if (!stays) await files.drop(bytes.id);
    await write(database, SYSTEM, (tx) => forgetBytes(tx, bytes));
  }
}
