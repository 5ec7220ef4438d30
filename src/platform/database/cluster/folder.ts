import { chown, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { ClusterError } from './fault.ts';

/** Says whether the folder is a PostgreSQL data folder of this major, or empty; throws without touching it. */
export async function inspectFolder(folder: string, major: string): Promise<'empty' | 'ready'> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw notADatabase(folder);
    throw noPermission(folder);
  });
  if (names.length === 0) return 'empty';
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  const control = await stat(join(folder, 'global/pg_control')).catch(() => null);
  if (version === null && control === null) throw notADatabase(folder);
  if (version === null || control?.size !== 8192 || !/^\d+$/.test(version.trim())) {
    throw new ClusterError(
      'damaged-folder',
      `数据库目录已损坏，缺少关键文件（PG_VERSION 或 global/pg_control）：${folder}。程序没有改动它。请从备份恢复，或用 YIMEN_DATA 另指一个空目录。`,
    );
  }
  if (version.trim() !== major) {
    throw new ClusterError(
      'other-version',
      `数据库目录是 PostgreSQL ${version.trim()} 的，本程序内置的是 ${major}：${folder}。程序没有改动它。请用原版本导出后再导入。`,
    );
  }
  return 'ready';
}

function notADatabase(folder: string): ClusterError {
  return new ClusterError(
    'not-a-database-folder',
    `这里放着别的文件，不是数据库目录：${folder}。程序没有改动它。请用 YIMEN_DATA 另指一个空目录。`,
  );
}

function noPermission(folder: string): ClusterError {
  return new ClusterError(
    'no-permission',
    `当前用户无权读写数据库目录：${folder}。请用上次启动它的用户来启动。`,
  );
}

/**
 * The account an existing folder must run under: its owner's. A folder that root owns (restored from a backup)
 * is handed to the unprivileged account; a folder of somebody else is refused to an ordinary user.
 */
export async function accountOfFolder(folder: string, unprivileged: Account): Promise<Account> {
  const { uid, gid } = await stat(folder);
  if (unprivileged === null) {
    if (uid !== process.getuid?.()) throw noPermission(folder);
    return null;
  }
  if (uid !== 0) return { uid, gid };
  await giveAll(folder, unprivileged);
  return unprivileged;
}

export async function makeFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

async function giveAll(folder: string, account: { uid: number; gid: number }): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await chown(folder, account.uid, account.gid);
}

// A program that was just stopped or killed needs a moment to be gone.
const LOCK_WITHIN_MS = 1500;

/**
 * Takes the folder for this process; the answer gives it back. The lock is a name in the kernel (an abstract
 * socket of the folder's inode): it cannot go stale, because it dies with the process.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(folder);
  for (let waited = 0; waited < LOCK_WITHIN_MS; waited += 100) {
    const server = await holdName(`\0yimen-database-${dev}-${ino}`);
    if (server) return () => new Promise((resolve) => server.close(() => resolve()));
    await sleep(100);
  }
  throw new ClusterError(
    'already-running',
    `另一个一门程序正在使用这个数据目录：${folder}。请先停止它，或用 YIMEN_DATA 另指一个目录。`,
  );
}

function holdName(name: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(name, () => resolve(server));
  });
}
