import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installDemoStaff } from '../../src/cli/demo/install-staff.ts';
import { demoStaff } from '../../src/cli/demo/staff.ts';
import { instant } from '../../src/kernel/clock.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import { databasePassword, loadKeys } from '../../src/platform/crypto/keys.ts';
import { openDatabase, SYSTEM, write } from '../../src/platform/database/database.ts';
import { findEmbedded, startEmbedded } from '../../src/platform/database/embedded.ts';
import { APPLICATION_ROLE, applicationUrl } from '../../src/platform/database/migrate.ts';
import { startSystem } from '../../src/platform/database/system.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LUOJIANG = '511702102';
const isEmbedded = process.env['YIMEN_TEST_DATABASE'] !== 'system';
const realClock = { now: () => instant(Date.now()) };

type Program = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number>;
};

let folder: string;
let port: number;
let databaseUrl: string | null = null;
let systemServer: Awaited<ReturnType<typeof startSystem>> | null = null;
const begun = new Set<ChildProcess>();

/** The program as a county runs it: its own process, its own data folder. */
function run(...args: readonly string[]): Program {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      YIMEN_DATA: folder,
      YIMEN_DEMO: 'off',
      PORT: String(port),
      HOST: '127.0.0.1',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  begun.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      text += part.toString();
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      begun.delete(child);
      resolve(code ?? -1);
    });
  });
  return { child, said: () => text, ended };
}

async function started(): Promise<Program> {
  const program = run('start');
  const failed = program.ended.then((code) => {
    throw new Error(`ended with ${code}: ${program.said()}`);
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const ready = fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (await Promise.race([ready, failed])) {
      failed.catch(() => {});
      return program;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not ready: ${program.said()}`);
}

async function killed({ child, ended }: Program): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A window clerk with a session, put beside the three administrators an empty county starts with. */
async function clerkSession(): Promise<string> {
  const ownerUrl = databaseUrl ?? (await findEmbedded(folder)) ?? '';
  const keys = await loadKeys(folder);
  const password = databasePassword(keys, APPLICATION_ROLE);
  const database = openDatabase(applicationUrl(ownerUrl, password), { poolSize: 1 });
  await installDemoStaff(database, realClock);
  const clerk = demoStaff.find(({ role, place }) => role === 'window-clerk' && place === LUOJIANG);
  const token = await write(database, SYSTEM, (tx) =>
    openSession(tx, realClock, clerk?.id ?? '', `post-${clerk?.id}`),
  );
  await database.destroy();
  return token;
}

describe('随时断电', () => {
  let cookie: string;
  const acknowledged: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-kill-'));
    port = await freePort();
    // A server of its own: the program sets the limited role's password, which belongs to the whole server.
    systemServer = isEmbedded ? null : await startSystem();
    databaseUrl = systemServer?.ownerUrl ?? null;
    const program = await started();
    cookie = `yimen_session=${await clerkSession()}`;
    program.child.kill('SIGTERM');
    expect(await program.ended, program.said()).toBe(0);
  });
  afterAll(async () => {
    for (const child of begun) child.kill('SIGKILL');
    await systemServer?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const headers = () => ({ cookie, 'x-yimen': 'console', 'content-type': 'application/json' });

  /** Opens case after case until the program is gone; remembers those it was told were done. */
  async function work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const caseId = randomUUID();
      const done = await fetch(`http://127.0.0.1:${port}/api/cases/${caseId}/open`, {
        method: 'POST',
        headers: { ...headers(), 'idempotency-key': randomUUID() },
        body: JSON.stringify({ village: `${LUOJIANG}001` }),
      }).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (done) acknowledged.push(caseId);
    }
  }

  async function missing(): Promise<string[]> {
    const lost: string[] = [];
    for (const caseId of acknowledged) {
      const reply = await fetch(`http://127.0.0.1:${port}/api/cases/${caseId}`, {
        headers: headers(),
      });
      const body = (await reply.json()) as { version?: number };
      if (reply.status !== 200 || body.version !== 1) lost.push(caseId);
    }
    return lost;
  }

  it('两次突然杀掉，每次已答复办成的都一件不少，记录链完整', async () => {
    let program = await started();
    for (const round of [1, 2]) {
      const enough = acknowledged.length + 20 + 7 * round;
      let isOver = false;
      const working = Promise.all([1, 2, 3, 4].map(() => work(() => isOver)));
      while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 3));
      // The last time the database goes too, in the same instant.
      if (round === 2 && isEmbedded) process.kill(await postmaster(), 'SIGKILL');
      await killed(program);
      isOver = true;
      await working;
      program = await started();
      expect(await missing()).toEqual([]);
    }
    const verified = run('verify-log');
    expect(await verified.ended, verified.said()).toBe(0);
    const rebuilt = run('rebuild', '--check');
    expect(await rebuilt.ended, rebuilt.said()).toBe(0);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  async function postmaster(): Promise<number> {
    const text = await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8');
    return Number(text.split('\n')[0]);
  }

  it.runIf(isEmbedded)('同一数据文件夹再启动一个，被拒绝，先启动的照常', async () => {
    const program = await started();
    const [own, other] = [port, await freePort()];
    port = other;
    const rival = run('start');
    expect(await rival.ended).toBe(1);
    expect(rival.said()).toMatch(/[一-鿿]/);
    expect(rival.said()).not.toContain('    at ');
    port = own;
    expect(await missing()).toEqual([]);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('数据库比程序新，程序说明原因，什么也不改', async () => {
    const before = await onDatabase(async (client) => {
      await client.query(`insert into migration (name, hash) values ('9999_future', 'x')`);
      return contentOf(client);
    });
    const program = run('start');
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('数据库由更新版本的程序建立');
    expect(program.said()).toContain('未改动任何数据');
    expect(await onDatabase(contentOf)).toEqual(before);
  });

  async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const server = databaseUrl ? null : await startEmbedded({ dataDirectory: folder });
    const client = new pg.Client({ connectionString: databaseUrl ?? server?.ownerUrl ?? '' });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
      await server?.stop();
    }
  }

  /** A fingerprint of every table and of the structure. */
  async function contentOf(client: pg.Client): Promise<Record<string, unknown>> {
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const content: Record<string, unknown> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
      );
      content[name] = rows[0];
    }
    const { rows } = await client.query(
      `select md5(string_agg(table_name || column_name || data_type, '|' order by table_name, column_name)) as columns
       from information_schema.columns where table_schema = 'public'`,
    );
    return { ...content, structure: rows[0] };
  }
});
