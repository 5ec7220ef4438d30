import { spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binary.ts';
import { ClusterError } from './fault.ts';

export const OWNER_ROLE = 'yimen_owner';

type Options = {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Empty, and belonging to the account. */
  readonly folder: string;
  readonly password: string;
  /** False only for tests: the new folder is then not flushed to disk. */
  readonly durable: boolean;
};

/**
 * Makes an empty folder a data folder: UTF-8, order by code point (the same on every machine), character classes
 * of C.UTF-8 so that trigrams know Chinese characters. Passwords by SCRAM only.
 */
export async function initialise(options: Options): Promise<void> {
  const first = await initdb(options, 'C.UTF-8');
  if (first === null) return;
  // A system without C.UTF-8 (older than glibc 2.35 and unpatched) still works, without Chinese trigrams.
  const second = /invalid locale/.test(first) ? await initdb(options, 'C') : first;
  if (second !== null) {
    throw new ClusterError('did-not-start', `数据库初始化失败：${second.slice(-600)}`);
  }
}

/** Null when it worked, otherwise what it printed. */
async function initdb(options: Options, characters: string): Promise<string | null> {
  const secret = await passwordFile(options);
  const folder = await open(options.folder, 'r');
  try {
    const child = spawn(
      join(options.binaries.folder, 'initdb'),
      [
        // An inherited folder needs no right to the folders above it, which the account may not enter.
        ...['-D', '/proc/self/fd/3', '-U', OWNER_ROLE, '-A', 'scram-sha-256'],
        ...['--pwfile=/proc/self/fd/4', '-E', 'UTF8', '--locale=C', `--lc-ctype=${characters}`],
        ...(options.durable ? [] : ['--no-sync']),
      ],
      {
        cwd: '/',
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', 'pipe', 'pipe', folder.fd, secret.fd],
        ...options.account,
      },
    );
    let printed = '';
    const keep = (part: Buffer): void => {
      printed += part.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return code === 0 ? null : printed;
  } finally {
    await secret.close();
    await folder.close();
  }
}

/** Open for reading and already removed from the disk; initdb reaches it through its file number only. */
async function passwordFile(options: Options): Promise<Awaited<ReturnType<typeof open>>> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-init-'));
  try {
    const path = join(folder, 'password');
    const file = await open(path, 'wx+', 0o600);
    await file.writeFile(`${options.password}\n`);
    if (options.account) await file.chown(options.account.uid, options.account.gid);
    await file.close();
    return await open(path, 'r');
  } finally {
    await rm(folder, { recursive: true });
  }
}
