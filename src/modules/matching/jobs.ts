import { dayOf } from '../../kernel/clock.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { endSnapshot } from './decide.ts';
import * as store from './snapshot-store.ts';
import { runUnderWay } from './store.ts';

/**
 * Destroys what departments supplied once its time is over, each with a record of it (HD-10). What a comparison under
 * way reads waits for the next day. Answers how many went.
 */
export async function destroyExpiredSnapshots(context: Context): Promise<number> {
  const { database, clock, bundles } = context;
  const now = clock.now();
  const today = dayOf(now);
  const expired = await read(database, SYSTEM, (tx) => store.listExpired(tx, today));
  let gone = 0;
  for (const { loadId, area } of expired) {
    const isGone = await write(database, SYSTEM, async (tx) => {
      const loaded = await lockStream(tx, store.snapshotKind, loadId);
      const load = await store.findLoad(tx, loadId);
      if (!loaded || !load) return false;
      const isInUse = (await runUnderWay(tx, area))?.loads.includes(loadId) ?? false;
      const standing = { phase: load.phase, isInUse, rows: load.good };
      const decision = endSnapshot(loaded.state, { ...standing, today });
      if (!decision.ok) return false;
      const act = { actor: 'clock', post: 'clock', command: `end-${loadId}`, recordedAt: now };
      await append(tx, store.snapshotKind, loaded, decision.events, act);
      await store.dropRows(tx, loadId);
      await store.endLoad(tx, loadId, { phase: 'destroyed', fault: '' });
      return true;
    });
    if (!isGone) continue;
    await bundles.drop(loadId);
    gone += 1;
  }
  return gone;
}
