import { readdir, readlink, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends the PostgreSQL that a killed program left running on the folder, then removes its stale pid file. The
 * caller holds the folder's lock, so whatever still runs there has lost its owner.
 */
export async function endOrphans(folder: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = await postgresIn(folder);
    for (const pid of left) endProcess(pid, signal);
    if (left.length === 0 || (await goneWithin(folder, 20_000))) break;
  }
  // Left in place, it makes PostgreSQL refuse to start when the number was given to another process.
  await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** Process ids of every `postgres` whose working folder is this one. */
export async function postgresIn(folder: string): Promise<number[]> {
  const { dev, ino } = await stat(folder);
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const cwd = await stat(`/proc/${name}/cwd`).catch(() => null);
    if (cwd?.dev !== dev || cwd.ino !== ino) continue;
    const program = await readlink(`/proc/${name}/exe`).catch(() => '');
    if (basename(program).startsWith('postgres')) found.push(Number(name));
  }
  return found;
}

async function goneWithin(folder: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 100) {
    if ((await postgresIn(folder)).length === 0) return true;
    await sleep(100);
  }
  return false;
}

function endProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between being found and being told.
  }
}
