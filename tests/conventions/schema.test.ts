import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationFiles } from '../../src/platform/database/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';

/** History: the program may add to it and read it, nothing else. */
const APPEND_ONLY = ['event', 'duty', 'issued_paper'];

/**
 * What is wrong with a migrated database: a table with an area that row security does not guard, a right to change
 * history, a function with the owner's rights that anybody may call or bend to another schema.
 */
async function schemaFaults(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select 'area without row security: ' || c.relname as fault
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
     union all
     select 'area without policy: ' || c.relname
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname)
     union all
     select 'history may be changed: ' || table_name || ' ' || lower(privilege_type)
       from information_schema.role_table_grants
       where grantee in ('yimen_app', 'PUBLIC') and table_name = any ($1::text[])
         and privilege_type not in ('SELECT', 'INSERT')
     union all
     select 'open to everybody: ' || table_name from information_schema.role_table_grants
       where grantee = 'PUBLIC' and table_schema = 'public'
     union all
     select 'may empty or reshape: ' || table_name || ' ' || lower(privilege_type)
       from information_schema.role_table_grants
       where grantee = 'yimen_app' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
     union all
     select 'owner function without fixed search_path: ' || p.proname from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef
         and not coalesce(p.proconfig::text like '%search_path=public%', false)
     union all
     select 'owner function open to everybody: ' || p.proname from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef
         and has_function_privilege('public_probe', p.oid, 'execute')
     union all
     select 'limited role may pass row security' from pg_roles
       where rolname = 'yimen_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
     order by 1`,
    [APPEND_ONLY],
  );
  return rows.map(({ fault }) => fault);
}

describe('数据库结构', () => {
  let fresh: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    fresh = await freshDatabase();
    client = new pg.Client({ connectionString: fresh.ownerUrl });
    await client.connect();
    // Has what everybody has and nothing more; roles belong to the server, which ends with this run.
    await client.query(
      `do $$ begin create role public_probe; exception when duplicate_object then null; end $$`,
    );
  });
  afterAll(async () => {
    await client.end();
    await fresh.drop();
  });

  test('带地区的表都有行级安全和策略,历史只增不改,所有者函数不外开', async () => {
    expect(await schemaFaults(client)).toEqual([]);
  });

  test('检查看得到表:历史表正好能查、能加', async () => {
    const { rows } = await client.query<{ p: string }>(
      `select lower(privilege_type) as p from information_schema.role_table_grants
       where grantee = 'yimen_app' and table_name = 'event' order by 1`,
    );
    expect(rows.map(({ p }) => p)).toEqual(['insert', 'select']);
  });

  test.each([
    ['create table planted (area text)', 'area without row security: planted'],
    [
      'create table planted (area text); alter table planted enable row level security',
      'area without policy: planted',
    ],
    ['alter table case_row disable row level security', 'area without row security: case_row'],
    ['drop policy area on case_row', 'area without policy: case_row'],
    ['grant update on event to yimen_app', 'history may be changed: event update'],
    ['grant delete on duty to yimen_app', 'history may be changed: duty delete'],
    ['grant select on case_row to public', 'open to everybody: case_row'],
    ['grant truncate on case_row to yimen_app', 'may empty or reshape: case_row truncate'],
    [
      `create function planted() returns int language sql security definer as 'select 1';
       revoke all on function planted() from public`,
      'owner function without fixed search_path: planted',
    ],
    [
      `create function planted() returns int language sql security definer set search_path = public as 'select 1'`,
      'owner function open to everybody: planted',
    ],
    ['alter role yimen_app bypassrls', 'limited role may pass row security'],
  ])('%s 查得出来', async (statement, fault) => {
    await client.query('begin');
    try {
      await client.query(statement);
      expect(await schemaFaults(client)).toContain(fault);
    } finally {
      await client.query('rollback');
    }
  });
});

describe('迁移的编号', () => {
  test('全程序一个序列,不重号,四位数,按序执行', () => {
    const names = migrationFiles().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !/^\d{4}_[a-z_0-9]+$/.test(name))).toEqual([]);
    expect(names.map((name) => name.slice(0, 4))).toEqual(
      [...new Set(names.map((name) => name.slice(0, 4)))].toSorted(),
    );
  });

  test('两个文件同号,程序不肯启动', async () => {
    const { mkdtemp, mkdir, rm, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const { join } = await import('node:path');
    const folder = await mkdtemp(join(tmpdir(), 'yimen-migrations-'));
    await mkdir(join(folder, 'a/migrations'), { recursive: true });
    await mkdir(join(folder, 'b/migrations'), { recursive: true });
    await writeFile(join(folder, 'a/migrations/0001_one.sql'), 'select 1');
    await writeFile(join(folder, 'b/migrations/0001_two.sql'), 'select 1');
    expect(() => migrationFiles(folder)).toThrow('two migrations share a number');
    await rm(folder, { recursive: true });
  });
});
