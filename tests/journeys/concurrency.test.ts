import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { raceAll } from '../campaign/concurrency.ts';
import { expectCount, type Race } from '../campaign/race.ts';
import { DAY } from '../campaign/race-world.ts';
import { reserveRaces } from '../campaign/reserve-races.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';

/** As nobody may write it: looks at the sum, then adds to it. */
const careless: Race = {
  name: 'sum-then-insert',
  title: '先合计再写入',
  meet: async ({ app }) => {
    const spend = async () => {
      try {
        await write(app.context.database, SYSTEM, async (tx) => {
          const { rows } = await sql<{ sum: number }>`
            select coalesce(sum(tries), 0)::int as sum from fund_notice`.execute(tx);
          if ((rows[0]?.sum ?? 0) + 600 > 1000) return;
          await sql`insert into fund_notice (notice_id, area, grant_id, phone, phone_at, text, written_at, tries)
            values (${randomUUID()}, '511702', '', '{}', '[]', '', 0, 600)`.execute(tx);
        });
        return { status: 200, body: {} };
      } catch {
        return { status: 500, body: {} };
      }
    };
    const over = sql`select 1 from fund_notice having sum(tries) > 1000`;
    return {
      day: DAY,
      rivals: () => [spend, spend],
      faults: (tx) => expectCount(tx, '超支', over, 0),
    };
  },
};

describe('同时办理（安全 §6.3；完整的是 npm run campaign -- concurrency）', () => {
  let folder: string;
  let fresh: FreshDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-race-'));
    fresh = await freshDatabase();
  });
  afterAll(async () => {
    await fresh.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('备用金：语句随机交错，没有一次出错；先合计再写入的写法查得出来', {
    timeout: 180_000,
  }, async () => {
    const asked = { schedules: 4, seed: 1, among: [...reserveRaces, careless] };
    const results = await raceAll({ ...fresh, folder }, asked);
    const faults = new Map(results.map(({ race, anomalies }) => [race.name, anomalies]));
    expect(faults.get(careless.name)?.length).toBeGreaterThan(0);
    faults.delete(careless.name);
    expect([...faults.values()].flat()).toEqual([]);
    expect(faults.size).toBe(reserveRaces.length);
  });
});
