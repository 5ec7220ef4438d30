import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binary.ts';
import { makeFolder } from './folder.ts';
import { initialise } from './initialise.ts';
import { launch, type RunningCluster } from './launch.ts';

/** A new cluster in a temporary folder, gone after `stop`. Not flushed to disk unless asked. */
export async function startTemporaryCluster(
  binaries: Binaries,
  account: Account,
  options: { durable?: boolean; log?: (line: string) => void } = {},
): Promise<RunningCluster> {
  const root = await mkdtemp(join(tmpdir(), 'yimen-cluster-'));
  const folder = join(root, 'postgres');
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const durable = options.durable ?? false;
  try {
    await makeFolder(folder, account);
    await initialise({ binaries, account, folder, password, durable });
    const log = options.log ?? (() => {});
    const running = await launch({ binaries, account, folder, password, durable, log });
    return { ownerUrl: running.ownerUrl, stop: () => running.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
