import { SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { dropRunsBefore } from './store.ts';

/** How long a preview is kept: long enough to be read by whoever decides, not longer. */
export const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Drops previews that are older than they are kept. */
export async function dropOldPreviews({ database, clock }: Context): Promise<void> {
  await write(database, SYSTEM, (tx) => dropRunsBefore(tx, clock.now() - KEPT_DAYS * DAY_MS));
}
