import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, write } from '../../src/platform/database/database.ts';
import { COUNTY, openCounty, PANSHI } from '../county.ts';
import { examples } from './example.ts';
import { knock } from './knock.ts';
import { readPolicy } from './policy.ts';
import {
  buildWorld,
  DAY,
  seatsShutOut,
  OTHER_COUNTY,
  OTHER_TOWNSHIP,
  type World,
} from './world.ts';

// The first wall is off here (`checksAccess: false`): what still stops an act out of area is the database alone.
const policy = readPolicy();
const guarded = [...policy.keys()].filter((name) => policy.get(name) !== 'anyone');

/** Tables whose rows belong to no place, so that row security has nothing to compare. */
const PLACELESS = [
  'chain_head',
  'counter',
  'demo_person',
  'forbidden_pair',
  'job',
  'migration',
  'person',
  'setting',
  'shipped_code',
];

/** What a superior lays down is to be read by those below, as the working rules and the courses are. */
const READ_BELOW = ['rule_version', 'training_course', 'training_question', 'training_session'];

describe('数据库这一道墙', () => {
  let world: World;
  let owner: pg.Client;
  let standing: Record<string, string>;
  let tables: { name: string; hasArea: boolean; guarded: boolean }[];
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY, { checksAccess: false }));
    owner = new pg.Client({ connectionString: world.county.fresh.ownerUrl });
    await owner.connect();
    const found = await owner.query(`
      select c.relname as name, c.relrowsecurity as guarded, exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'area' and not a.attisdropped) as "hasArea"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by 1`);
    tables = found.rows;
  });
  beforeAll(async () => {
    standing = await hashes();
  });
  afterAll(async () => {
    await owner.end();
    await world.county.close();
  });

  /** One hash per table; sessions are left out, because asking opens and touches them. */
  async function hashes(): Promise<Record<string, string>> {
    const parts = tables
      .filter(({ name }) => name !== 'session')
      .map(
        ({ name }) =>
          `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
      );
    const found = await owner.query<{ name: string; hash: string }>(parts.join(' union all '));
    return Object.fromEntries(found.rows.map(({ name, hash }) => [name, hash]));
  }

  it('有地方的表都有行级保护，没有保护的表都不属于任何地方', () => {
    const open = tables.filter((table) => !table.guarded).map(({ name }) => name);
    expect(open.filter((name) => !PLACELESS.includes(name))).toEqual([]);
    expect(tables.filter((table) => table.hasArea && !table.guarded)).toEqual([]);
  });

  it.each(guarded)('%s 在辖区外读不到、改不了', async (name) => {
    const entry = world.county.app.routes.find(({ contract }) => contract.name === name);
    const make = examples[name];
    if (!entry || !make) throw new Error(`${name} 没有示例`);
    const { at } = make(world);
    if (at === 'asker') return;
    world.county.clock.set(DAY);
    const faults: string[] = [];
    for (const seat of seatsShutOut(world.seats, policy.get(name) ?? [], at)) {
      const token = await world.tokenOf(seat);
      const address = `10.1.0.${(guarded.indexOf(name) % 250) + 1}`;
      const example = make(world);
      const { status, text } = await knock(world.county.app, entry, example, token, address);
      if (status === 400 && example.unseen) continue;
      if (status !== 404) faults.push(`${seat.role}(${seat.relation})得到 ${status} ${text}`);
    }
    expect(faults).toEqual([]);
    const before = standing;
    standing = await hashes();
    expect(standing).toEqual(before);
  });

  it.each([PANSHI, OTHER_TOWNSHIP, OTHER_COUNTY])(
    '从 %s 的连接看，别处的行一行也没有',
    async (area) => {
      const placed = tables.filter(
        ({ name, hasArea, guarded: isGuarded }) =>
          hasArea && isGuarded && !READ_BELOW.includes(name),
      );
      expect(placed.length).toBeGreaterThan(8);
      const { database } = world.county.app.context;
      const seen: string[] = [];
      for (const { name } of placed) {
        const found = await read(database, { area, person: 'nobody' }, (tx) =>
          sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}
          where not starts_with(area, ${area})`.execute(tx),
        );
        if (found.rows[0]?.count !== 0) seen.push(name);
      }
      expect(seen).toEqual([]);
      const filled = await owner.query(
        `select count(*)::int as count from record where starts_with(area, '${COUNTY}')`,
      );
      expect(filled.rows[0].count).toBeGreaterThan(10);
    },
  );

  it('墙是数据库的：拿掉行级保护，同样的请求就读得到', async () => {
    const entry = world.county.app.routes.find(
      ({ contract }) => contract.name === 'InstrumentView',
    );
    const seat = world.seats.find(
      ({ role, relation }) => role === 'chair' && relation === 'sibling',
    );
    const make = examples['InstrumentView'];
    if (!entry || !seat || !make) throw new Error('nothing to knock at');
    const token = await world.tokenOf(seat);
    const ask = () => knock(world.county.app, entry, make(world), token, '10.2.0.1');
    expect((await ask()).status).toBe(404);
    await owner.query('alter table record disable row level security');
    expect((await ask()).status).toBe(200);
    await owner.query('alter table record enable row level security');
    expect((await ask()).status).toBe(404);
  });

  it('没有身份的连接一行也看不到，也写不进', async () => {
    const { database } = world.county.app.context;
    const count = await sql<{ count: number }>`
      select count(*)::int as count from record`.execute(database);
    expect(count.rows[0]?.count).toBe(0);
    const writing = write(database, { area: PANSHI, person: 'nobody' }, (tx) =>
      sql`insert into record (stream, kind, area, version, state)
        values ('case:forged', 'case', '511702102200', 1, '{}')`.execute(tx),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });
});
