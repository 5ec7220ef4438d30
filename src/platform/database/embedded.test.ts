import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canRead } from './cluster/account.ts';
import { ClusterError } from './cluster/fault.ts';
import { postgresIn } from './cluster/orphan.ts';
import { findEmbedded, startEmbedded } from './embedded.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, 'embedded.ts')).href;
const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
// A checkout below a closed folder (/root) cannot be run as another user at all.
const othersMayRun = await canRead({ uid: NOBODY, gid: NOBODY }, process.execPath);

let data = '';
const children: ChildProcess[] = [];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'yimen-embedded-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await expect.poll(() => postgresIn(join(data, 'postgres')).catch(() => []), POLL).toEqual([]);
  await rm(data, { recursive: true });
});
const POLL = { timeout: 20_000, interval: 100 };

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => row['v']);
  } finally {
    await client.end();
  }
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  );
  if (error instanceof ClusterError) return error.fault;
  throw error;
}

/** Starts the database in another process, which then waits; resolves with its address. */
async function startElsewhere(uid?: number): Promise<{ child: ChildProcess; url: string }> {
  const script = `import { startEmbedded } from ${JSON.stringify(MODULE)};
    const running = await startEmbedded({ dataDirectory: ${JSON.stringify(data)} });
    console.log(running.ownerUrl);
    setInterval(() => {}, 1000);
    process.on('SIGTERM', () => running.stop().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      printed += part.toString('utf8');
    });
  }
  const addressOrEnd = (): boolean => printed.includes('/yimen\n') || child.exitCode !== null;
  await expect.poll(addressOrEnd, POLL).toBe(true);
  if (!printed.startsWith('postgres://')) throw new Error(printed);
  return { child, url: printed.trim() };
}

describe('内置数据库的启动与停止', { timeout: 60_000 }, () => {
  it('第一次启动建库，停止后不留进程，再次启动资料仍在', async () => {
    const first = await startEmbedded({ dataDirectory: data });
    await ask(first.ownerUrl, `create table t as select '张三丰' as v`);
    await first.stop();
    await first.stop();
    expect(await postgresIn(join(data, 'postgres'))).toEqual([]);
    const second = await startEmbedded({ dataDirectory: data });
    expect(await ask(second.ownerUrl, 'select v from t')).toEqual(['张三丰']);
    await second.stop();
  });

  it('每次提交都落盘，只听本机，口令用 SCRAM，按码位排序，认得汉字', async () => {
    const { ownerUrl, stop } = await startEmbedded({ dataDirectory: data });
    const setting = (name: string): Promise<unknown[]> =>
      ask(ownerUrl, `select current_setting('${name}') as v`);
    expect(await setting('fsync')).toEqual(['on']);
    expect(await setting('synchronous_commit')).toEqual(['on']);
    expect(await setting('listen_addresses')).toEqual(['127.0.0.1']);
    expect(await setting('unix_socket_directories')).toEqual(['']);
    expect(await setting('server_encoding')).toEqual(['UTF8']);
    const order = `select v from unnest(array['b','阿','B','a','李']) v order by v`;
    expect(await ask(ownerUrl, order)).toEqual(['B', 'a', 'b', '李', '阿']);
    await ask(ownerUrl, 'create extension pg_trgm');
    expect(await ask(ownerUrl, `select similarity('张三丰', '张三') > 0 as v`)).toEqual([true]);
    const wrong = ownerUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await stop();
  });

  it('同一目录的第二次启动被拒绝，第一个不受影响', async () => {
    const { child, url } = await startElsewhere();
    expect(await faultOf(startEmbedded({ dataDirectory: data }))).toBe('already-running');
    expect(await findEmbedded(data)).toBe(url);
    expect(await ask(url, 'select 1 as v')).toEqual([1]);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(await findEmbedded(data)).toBeNull();
  });

  it('程序被 kill -9 后数据库随之停止，重新启动已提交的资料都在', async () => {
    const { child, url } = await startElsewhere();
    await ask(url, 'create table t (v int)');
    await ask(url, 'insert into t values (1)');
    child.kill('SIGKILL');
    const again = await startEmbedded({ dataDirectory: data });
    expect(await ask(again.ownerUrl, 'select v from t')).toEqual([1]);
    await again.stop();
  });

  it('数据库进程被 kill -9 后报告意外停止，重新启动自动恢复', async () => {
    const reports: string[] = [];
    const options = { dataDirectory: data, onCrash: (text: string) => reports.push(text) };
    const first = await startEmbedded(options);
    await ask(first.ownerUrl, 'create table t as select 7 as v');
    const pid = Number(
      (await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => reports.length, POLL).toBe(1);
    await first.stop();
    const again = await startEmbedded({ dataDirectory: data });
    expect(await ask(again.ownerUrl, 'select v from t')).toEqual([7]);
    await again.stop();
  });

  it('残留的进程号已被别的程序占用，也能启动', async () => {
    await (await startEmbedded({ dataDirectory: data })).stop();
    const folder = join(data, 'postgres');
    const { uid, gid } = await stat(folder);
    const other = spawn('sleep', ['60'], asRoot ? { uid, gid } : {});
    children.push(other);
    const path = join(folder, 'postmaster.pid');
    await writeFile(path, `${other.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    await chown(path, uid, gid);
    const again = await startEmbedded({ dataDirectory: data });
    expect(await ask(again.ownerUrl, 'select 1 as v')).toEqual([1]);
    await again.stop();
    expect(other.exitCode).toBeNull();
  });

  it('初始化到一半被打断，下次从头再来', async () => {
    await mkdir(join(data, 'postgres.new/base'), { recursive: true });
    await writeFile(join(data, 'postgres.new/PG_VERSION'), '15\n');
    const running = await startEmbedded({ dataDirectory: data });
    expect(await readdir(data)).not.toContain('postgres.new');
    await running.stop();
  });

  it('密钥与数据库不是同一套时说明原因，不启动', async () => {
    await (await startEmbedded({ dataDirectory: data })).stop();
    await rm(join(data, 'keys'), { recursive: true });
    expect(await faultOf(startEmbedded({ dataDirectory: data }))).toBe('wrong-password');
    expect(await postgresIn(join(data, 'postgres'))).toEqual([]);
  });
});

describe('不是数据库的目录', () => {
  const folder = (): string => join(data, 'postgres');

  async function refusedUntouched(fault: string): Promise<void> {
    const before = await readdir(folder(), { recursive: true });
    expect(await faultOf(startEmbedded({ dataDirectory: data }))).toBe(fault);
    expect(await readdir(folder(), { recursive: true })).toEqual(before);
    expect(await readdir(data)).toEqual(['postgres']);
  }

  it('放着别的文件的目录，拒绝且不改动', async () => {
    await mkdir(folder());
    await writeFile(join(folder(), '花名册.xlsx'), 'x');
    await refusedUntouched('not-a-database-folder');
  });

  it('缺少 PG_VERSION 或控制文件，拒绝且不改动', async () => {
    await mkdir(join(folder(), 'global'), { recursive: true });
    await writeFile(join(folder(), 'PG_VERSION'), '15\n');
    await refusedUntouched('damaged-folder');
    await writeFile(join(folder(), 'global/pg_control'), Buffer.alloc(100));
    await refusedUntouched('damaged-folder');
    await writeFile(join(folder(), 'global/pg_control'), Buffer.alloc(8192));
    await rm(join(folder(), 'PG_VERSION'));
    await refusedUntouched('damaged-folder');
  });

  it('别的大版本，拒绝且不改动', async () => {
    await mkdir(join(folder(), 'global'), { recursive: true });
    await writeFile(join(folder(), 'PG_VERSION'), '14\n');
    await writeFile(join(folder(), 'global/pg_control'), Buffer.alloc(8192));
    await refusedUntouched('other-version');
  });
});

describe.runIf(asRoot)('以 root 运行时', { timeout: 60_000 }, () => {
  it('数据目录的上级不允许他人进入，照样能用', async () => {
    const { mode } = await stat(data);
    expect(mode & 0o777).toBe(0o700);
    const running = await startEmbedded({ dataDirectory: data });
    const [pid] = await postgresIn(join(data, 'postgres'));
    expect((await stat(`/proc/${pid}`)).uid).toBe(NOBODY);
    await running.stop();
  });

  it('由备份恢复成 root 所有的目录，交还给数据库账号', async () => {
    await (await startEmbedded({ dataDirectory: data })).stop();
    const all = await readdir(join(data, 'postgres'), { recursive: true });
    for (const name of ['.', ...all]) await chown(join(data, 'postgres', name), 0, 0);
    await (await startEmbedded({ dataDirectory: data })).stop();
    expect((await stat(join(data, 'postgres/PG_VERSION'))).uid).toBe(NOBODY);
  });

  it.runIf(othersMayRun)('普通用户启动不切换账号；之后 root 启动沿用该用户', async () => {
    await chown(data, NOBODY, NOBODY);
    const { child, url } = await startElsewhere(NOBODY);
    expect(await ask(url, 'select 1 as v')).toEqual([1]);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await (await startEmbedded({ dataDirectory: data })).stop();
    expect((await stat(join(data, 'postgres'))).uid).toBe(NOBODY);
  });

  it.runIf(othersMayRun)('普通用户不能启动属于别人的目录', async () => {
    await chown(data, NOBODY, NOBODY);
    await mkdir(join(data, 'postgres/global'), { recursive: true });
    await writeFile(join(data, 'postgres/PG_VERSION'), '15\n');
    await writeFile(join(data, 'postgres/global/pg_control'), Buffer.alloc(8192));
    await expect(startElsewhere(NOBODY)).rejects.toThrow('当前用户无权读写数据库目录');
    await chmod(join(data, 'postgres'), 0o700);
    await expect(startElsewhere(NOBODY)).rejects.toThrow('当前用户无权读写数据库目录');
  });
});
