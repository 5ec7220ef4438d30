import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase } from '../database.ts';

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ v: unknown }>(text)).rows[0]?.v;
  } finally {
    await client.end();
  }
}

describe('测试用的数据库', () => {
  it('每个测试各有一份，已建好表，互不可见', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    await ask(one.ownerUrl, 'create table only_here (v int)');
    const present = `select to_regclass('only_here') is not null as v`;
    expect([await ask(one.ownerUrl, present), await ask(two.ownerUrl, present)]).toEqual([
      true,
      false,
    ]);
    expect(await ask(two.ownerUrl, `select to_regclass('event') is not null as v`)).toBe(true);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('程序用的是受限角色，不是所有者', async () => {
    const { appUrl, drop } = await freshDatabase();
    const question =
      'select rolsuper or rolbypassrls as v from pg_roles where rolname = current_user';
    expect(await ask(appUrl, question)).toBe(false);
    await drop();
  });

  it('每条行级规则都让数据库按一半的行估算，不当作几行（0310_visible_estimate.sql）', async () => {
    const { ownerUrl, drop } = await freshDatabase();
    const bare = await ask(
      ownerUrl,
      `select string_agg(tablename, ' ') as v from pg_policies
        where schemaname = 'public' and qual ~ '^starts_with\\([a-z_]+, \\( SELECT visible_prefix'`,
    );
    expect(bare).toBe(null);
    await drop();
  });

  it('用的是指定的那一种数据库', async () => {
    const { ownerUrl, drop } = await emptyDatabase();
    const programs = await ask(
      ownerUrl,
      `select setting as v from pg_config where name = 'BINDIR'`,
    );
    const isSystem = String(programs).startsWith('/usr/lib/postgresql');
    expect(isSystem).toBe(process.env['YIMEN_TEST_DATABASE'] === 'system');
    await drop();
  });
});
