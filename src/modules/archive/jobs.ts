import { SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
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
