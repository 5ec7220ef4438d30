import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, DAY, type World } from '../matrix/world.ts';
import { openCounty } from '../county.ts';

/** Tables the program's role reads in full, and why each may be: none says anything about a family. */
const open: Readonly<Record<string, string>> = {
  person: 'names of staff are on the door plates',
  demo_person: 'made-up people of a demo',
  chain_head: 'where each hash chain ends; published on paper as well',
  counter: 'how many numbers of a series were given',
  setting: 'what this installation is',
  shipped_code: 'what words of other systems stand for, as it came with the program',
  forbidden_pair: 'the separation of duties itself',
};

describe('数据库这道墙：程序账号没有身份就什么也看不到（安全规格 3.4）', () => {
  let world: World;
  let app: pg.Client;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY));
    app = new pg.Client({ connectionString: world.county.fresh.appUrl });
    owner = new pg.Client({ connectionString: world.county.fresh.ownerUrl });
    await app.connect();
    await owner.connect();
  });
  afterAll(async () => {
    await app.end();
    await owner.end();
    await world.county.close();
  });

  afterEach(() => app.query(`select set_config('yimen.area', '', false)`));

  const stateOf = (statement: string) =>
    app.query(statement).then(
      () => 'done',
      (error: { code?: string }) => error.code ?? 'error',
    );

  it('每张表要么按辖区隔离，要么在上面写明为什么可以全读', async () => {
    const { rows } = await owner.query<{ name: string; walled: boolean; readable: boolean }>(
      `select relname as name, relrowsecurity as walled,
         has_table_privilege('yimen_app', oid, 'select') as readable
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const unwalled = rows.filter((each) => each.readable && !each.walled).map(({ name }) => name);
    expect(unwalled.toSorted()).toEqual(Object.keys(open).toSorted());
    for (const { name } of rows.filter((each) => each.readable && each.walled)) {
      const { rows: seen } = await app.query(`select 1 from ${name} limit 1`);
      expect([name, seen.length]).toEqual([name, 0]);
    }
    expect(rows.filter((each) => each.walled).length).toBeGreaterThan(18);
  });

  it('伪造一个别县的身份也改不了、删不了历史', async () => {
    await app.query(`select set_config('yimen.area', '*', false)`);
    for (const statement of [
      `update event set data = '{}'`,
      `delete from event`,
      `truncate event`,
      `alter table event disable trigger all`,
      `drop table event`,
      `delete from record`,
      `delete from decision_row`,
      `update decision_row set amount = 1`,
      `delete from evidence_file`,
      `delete from duty`,
      `update reading_row set purpose = ''`,
      `create table mine (x int)`,
      `create function f() returns int language sql as 'select 1'`,
      `set role ${new URL(world.county.fresh.ownerUrl).username}`,
      `alter role yimen_app superuser`,
      `copy event to '/tmp/x'`,
      `copy (select 1) to program 'id'`,
      `select pg_read_file('/etc/passwd')`,
    ]) {
      expect([statement, await stateOf(statement)]).toEqual([statement, '42501']);
    }
  });

  it('程序账号不是超级用户，不能绕过行级隔离，不属于别的角色', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
       from pg_roles r where rolname = 'yimen_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        memberships: 0,
        owns: 0,
      },
    ]);
  });

  it('以所有者身份运行的函数，检索路径固定并把临时对象排在最后，不对所有人开放', async () => {
    const { rows } = await owner.query<{ name: string; path: string[] | null; everyone: boolean }>(
      `select proname as name, proconfig as path,
         exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) a
           where a.grantee = 0) as everyone
       from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ path }) => path?.join() !== 'search_path=public, pg_temp')).toEqual([]);
    expect(rows.filter(({ everyone }) => everyone)).toEqual([]);
  });

  it('没有身份时，这些函数也不说出任何人', async () => {
    const answers = await Promise.all(
      [
        `select * from find_register_hits(array(select ''), '{}', array['甲演禾'], array['甲演禾'])`,
        `select * from account_standing()`,
        `select * from find_asker('x', 0, '2026-03-02')`,
        `select own_register_stream() as s where own_register_stream() is not null`,
      ].map(async (statement) => (await app.query(statement)).rows.length),
    );
    expect(answers).toEqual([0, 0, 0, 0]);
  });
});
