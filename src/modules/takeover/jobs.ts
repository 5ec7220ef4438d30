import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { dropHouseholds } from './household-store.ts';
import { endPhase, listOld } from './store.ts';

/** How long a ledger nobody closed is kept: what is in the register needs it no more. */
const KEPT_DAYS = 180;
const DAY_MS = 86_400_000;

/** Closes ledgers that were left lying: the file and what was found in it go, the register stays. */
export async function dropOldLedgers({ database, clock, bundles }: Context): Promise<void> {
  const before = clock.now() - KEPT_DAYS * DAY_MS;
  const old = await read(database, SYSTEM, (tx) => listOld(tx, before));
  for (const { takeoverId } of old) {
    await write(database, SYSTEM, async (tx) => {
      await dropHouseholds(tx, takeoverId);
      await endPhase(tx, takeoverId, { phase: 'closed', fault: '' });
    });
    await bundles.drop(takeoverId);
  }
}
