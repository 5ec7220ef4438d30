import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The limited role the program works under; row security applies to it. */
export const APPLICATION_ROLE = 'yimen_app';

/** A database this program must not touch: newer than the program, or not what its history says. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
}

type Migration = { name: string; sql: string; hash: string };

const SOURCE = fileURLToPath(new URL('../..', import.meta.url));

/** Every `migrations/NNNN_name.sql` below src, in the one global sequence. */
export function migrationFiles(root = SOURCE): Migration[] {
  const files = globSync('**/migrations/[0-9][0-9][0-9][0-9]_*.sql', { cwd: root });
  const migrations = files
    .map((file) => {
      const body = readFileSync(join(root, file), 'utf8');
      return { name: basename(file, '.sql'), sql: body, hash: hashOf(body) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = migrations.map((migration) => migration.name.slice(0, 4));
  if (new Set(numbers).size !== numbers.length) throw new Error('two migrations share a number');
  return migrations;
}

/**
 * Brings the database up to this program and sets the limited role's password.
 * Refuses, before changing anything, a database that is newer, that holds other tables, or whose
 * applied migrations differ from the files.
 */
export async function migrate(
  ownerUrl: string,
  options: { appPassword: string; onStep?: (name: string) => void },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const pending = await pendingMigrations(client);
    await ensureRole(client, options.appPassword);
    for (const migration of pending) {
      options.onStep?.(migration.name);
      await applyOne(client, migration);
    }
  } finally {
    await client.end();
  }
}

async function pendingMigrations(client: pg.Client): Promise<Migration[]> {
  const version = await client.query<{ v: number }>(
    `select current_setting('server_version_num')::int as v`,
  );
  if ((version.rows[0]?.v ?? 0) < 150_000) {
    throw new UnusableDatabase(
      '数据库版本低于 PostgreSQL 15，请升级数据库后再启动。未改动任何数据。',
    );
  }
  const files = migrationFiles();
  const applied = await appliedMigrations(client);
  for (const { name, hash } of applied) {
    const file = files.find((migration) => migration.name === name);
    if (!file) {
      throw new UnusableDatabase(
        `数据库由更新版本的程序建立（${name}），请改用新版本程序启动。未改动任何数据。`,
      );
    }
    if (file.hash !== hash) {
      throw new UnusableDatabase(
        `数据库结构记录与程序不一致（${name}），请核对程序版本或从备份恢复。未改动任何数据。`,
      );
    }
  }
  return files.filter((migration) => !applied.some(({ name }) => name === migration.name));
}

async function appliedMigrations(client: pg.Client): Promise<{ name: string; hash: string }[]> {
  const tables = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public'`,
  );
  const names = tables.rows.map((row) => row.tablename);
  if (!names.includes('migration')) {
    if (names.length > 0) {
      throw new UnusableDatabase(
        '数据库中已有其他程序的数据表，请为一门另建一个空数据库。未改动任何数据。',
      );
    }
    return [];
  }
  const rows = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  );
  if (rows.rows.length > 0 && !(names.includes('event') && names.includes('record'))) {
    throw new UnusableDatabase('数据库缺少办件记录表，数据已损坏，请从备份恢复。未改动任何数据。');
  }
  return rows.rows;
}

async function ensureRole(client: pg.Client, password: string): Promise<void> {
  const literal = client.escapeLiteral(password);
  await client.query('begin');
  // Two programs starting on one server would both find the role missing; the lock makes one wait.
  await client.query(`select pg_advisory_xact_lock(hashtext('yimen_app'))`);
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  if (found.rowCount === 0) {
    await client.query(
      `create role ${APPLICATION_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal}`,
    );
  } else {
    await client.query(`alter role ${APPLICATION_ROLE} login password ${literal}`);
  }
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())',
  );
  await client.query('commit');
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`);
  }
}

/** The same server and database, signed in as the limited role. */
export function applicationUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APPLICATION_ROLE;
  url.password = password;
  return url.toString();
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
