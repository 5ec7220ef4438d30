import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';
import type { Binaries } from './binary.ts';
import { ClusterError } from './fault.ts';
import { OWNER_ROLE } from './initialise.ts';

export type Launch = {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly folder: string;
  readonly password: string;
  /** False only for tests: commits are then not flushed to disk. */
  readonly durable: boolean;
  /** What PostgreSQL reports, one line at a time, without values of rows. */
  readonly log: (line: string) => void;
  /** Called when PostgreSQL ends although nobody stopped it. */
  readonly onCrash?: (message: string) => void;
};

/** A PostgreSQL that runs on loopback until it is stopped. */
export type RunningCluster = {
  /** Signs in as the owner, to the database `yimen`. */
  readonly ownerUrl: string;
  /** Ends the sessions, then the server; resolves when no process is left. May be called twice. */
  readonly stop: () => Promise<void>;
};

const DATABASE = 'yimen';
const READY_WITHIN_MS = 300_000;

/** Starts PostgreSQL on a data folder and waits until it answers. Throws ClusterError. */
export async function launch(options: Launch): Promise<RunningCluster> {
  for (let attempt = 1; ; attempt += 1) {
    const server = startServer(options, await freePort());
    try {
      await untilReady(server);
      await ensureDatabase(server.urlOf('postgres'));
      return { ownerUrl: server.urlOf(DATABASE), stop: server.stop };
    } catch (error) {
      await server.stop();
      // Between finding a free port and listening on it, another program may have taken it.
      if (attempt < 3 && server.lastLines().includes('could not bind')) continue;
      throw error;
    }
  }
}

/** Where a server with this password on this port is reached. */
export function ownerUrlOf(port: number, password: string, database = DATABASE): string {
  return `postgres://${OWNER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

type Server = {
  readonly urlOf: (database: string) => string;
  readonly ended: () => boolean;
  readonly lastLines: () => string;
  readonly stop: () => Promise<void>;
};

function startServer(options: Launch, port: number): Server {
  const folder = openSync(options.folder, 'r');
  const child = spawn(join(options.binaries.folder, 'postgres'), settings(options, port), {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe', folder],
    // Its own session: Ctrl-C reaches us only, and we stop it after the last request is answered.
    detached: true,
    ...options.account,
  });
  closeSync(folder);
  const lines: string[] = [];
  collectLines(child, lines, options.log);
  const guard = guardAgainstOurDeath(child, options.account);
  let stopping: Promise<void> | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      lines.push(error.message);
      resolve();
    });
    child.once('close', () => resolve());
  });
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
    guard?.kill('SIGKILL');
    if (stopping === null) options.onCrash?.(`数据库意外停止：${lines.slice(-3).join(' ')}`);
  });
  return {
    urlOf: (database) => ownerUrlOf(port, options.password, database),
    ended: () => isEnded,
    lastLines: () => lines.join('\n'),
    stop: () => {
      stopping ??= endServer(child, ended, () => isEnded);
      return stopping;
    },
  };
}

function settings(options: Launch, port: number): string[] {
  const values = {
    cluster_name: 'yimen',
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    ssl: 'off',
    max_connections: 80,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A unique violation would otherwise write the person's data into the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '',
    ...(options.durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // As in initialise: an inherited folder needs no right to the folders above it.
  return ['-D', '/proc/self/fd/3', ...flags];
}

function collectLines(child: ChildProcess, lines: string[], log: (line: string) => void): void {
  if (!child.stderr) return;
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > 40) lines.shift();
    log(line);
  });
  // A caller that forgets to stop must still be able to end; the guard then stops the server.
  (child.stderr as Socket).unref();
  child.unref();
}

/** A shell that waits for our end of a pipe to close, as it does even after kill -9, and then stops the server. */
function guardAgainstOurDeath(child: ChildProcess, account: Account): ChildProcess | null {
  if (child.pid === undefined) return null;
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'guard', `${child.pid}`], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...account,
  });
  guard.on('error', () => {});
  guard.unref();
  (guard.stdin as Socket | null)?.unref();
  return guard;
}

/** Fast shutdown first; immediate after 30 s; the kernel's after 10 s more. */
async function endServer(
  child: ChildProcess,
  ended: Promise<void>,
  isEnded: () => boolean,
): Promise<void> {
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const;
  for (const [signal, patience] of steps) {
    if (isEnded()) return;
    child.kill(signal);
    const timeUp = new AbortController();
    const timer = sleep(patience, undefined, { signal: timeUp.signal }).catch(() => {});
    await Promise.race([ended, timer]);
    timeUp.abort();
  }
}

async function untilReady(server: Server): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!server.ended()) {
    const code = await codeOfConnecting(server.urlOf('postgres'));
    if (code === null) return;
    if (code === '28P01') {
      throw new ClusterError(
        'wrong-password',
        '数据库不接受由密钥文件得出的口令：keys 与 postgres 两个目录不是同一套。请从同一份备份恢复这两个目录。',
      );
    }
    if (Date.now() > until) break;
    await sleep(50);
  }
  const report = server.lastLines().slice(-800);
  throw new ClusterError('did-not-start', `数据库没有启动成功。它最后的报告是：\n${report}`);
}

/** Null when a query was answered, otherwise the error's code. */
async function codeOfConnecting(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
