import { dayOf } from '../src/kernel/clock.ts';
import { openWork } from '../src/modules/worklist/item-store.ts';
import type { WorkFlow } from '../src/modules/worklist/work-source.ts';
import { read, SYSTEM } from '../src/platform/database/database.ts';
import { COUNTY, type County } from './county.ts';

/** What of a flow waits for somebody in the county now: what to do, and the posts that may. */
export async function waitingWork(county: County, flow: WorkFlow): Promise<readonly string[]> {
  const { clock, database } = county.app.context;
  const asked = { area: COUNTY, role: null, today: dayOf(clock.now()) };
  const items = await read(database, SYSTEM, (tx) => openWork(tx, asked));
  return items
    .filter((each) => each.flow === flow)
    .map(({ act, roles }) => `${act}：${roles.join(' ')}`);
}
