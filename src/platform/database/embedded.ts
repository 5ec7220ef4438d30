import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databasePassword, loadKeys } from '../crypto/keys.ts';
import { unprivilegedAccount } from './cluster/account.ts';
import { embeddedBinaries } from './cluster/binary.ts';
import { accountOfFolder, inspectFolder, lockFolder, makeFolder } from './cluster/folder.ts';
import { initialise, OWNER_ROLE } from './cluster/initialise.ts';
import { launch, ownerUrlOf, type RunningCluster } from './cluster/launch.ts';
import { endOrphans, postgresIn } from './cluster/orphan.ts';
import { startTemporaryCluster } from './cluster/temporary.ts';

/**
 * The PostgreSQL that comes with the program, on `<dataDirectory>/postgres`, reached on loopback only, every
 * commit flushed. Makes the folder at the first start; recovers after a kill -9; throws ClusterError when the
 * folder is in use, damaged, of another version or not ours, without touching it.
 */
export async function startEmbedded(options: {
  readonly dataDirectory: string;
  readonly log?: (line: string) => void;
  readonly onCrash?: (message: string) => void;
}): Promise<RunningCluster> {
  const { dataDirectory, log = () => {}, onCrash } = options;
  const folder = join(dataDirectory, 'postgres');
  await mkdir(dataDirectory, { recursive: true });
  const unlock = await lockFolder(dataDirectory);
  try {
    const unprivileged = await unprivilegedAccount('nobody');
    const binaries = await embeddedBinaries(unprivileged);
    const state = await inspectFolder(folder, binaries.major);
    const password = databasePassword(await loadKeys(dataDirectory), OWNER_ROLE);
    const made = { binaries, password, durable: true };
    if (state === 'empty') await createFolder(dataDirectory, { ...made, account: unprivileged });
    const account = await accountOfFolder(folder, unprivileged);
    await endOrphans(folder);
    const crash = onCrash ? { onCrash } : {};
    const running = await launch({ ...made, account, folder, log, ...crash });
    return { ownerUrl: running.ownerUrl, stop: () => running.stop().then(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The owner's address of the embedded database another process runs on this folder, or null. */
export async function findEmbedded(dataDirectory: string): Promise<string | null> {
  const folder = join(dataDirectory, 'postgres');
  const pidFile = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = pidFile.split('\n');
  if (port === undefined || !(await postgresIn(folder)).includes(Number(pid))) return null;
  return ownerUrlOf(Number(port), databasePassword(await loadKeys(dataDirectory), OWNER_ROLE));
}

/** For tests: an embedded cluster in a temporary folder, gone after `stop`, not flushed unless `durable`. */
export async function startTemporary(
  options: { durable?: boolean; log?: (line: string) => void } = {},
): Promise<RunningCluster> {
  const account = await unprivilegedAccount('nobody');
  return startTemporaryCluster(await embeddedBinaries(account), account, options);
}

/** Made aside and renamed when complete, so a crash in the middle leaves nothing that looks like a database. */
async function createFolder(
  dataDirectory: string,
  options: Omit<Parameters<typeof initialise>[0], 'folder'>,
): Promise<void> {
  for (const name of await readdir(dataDirectory)) {
    if (name.startsWith('postgres.new')) await rm(join(dataDirectory, name), { recursive: true });
  }
  const aside = join(dataDirectory, 'postgres.new');
  await makeFolder(aside, options.account);
  await initialise({ ...options, folder: aside });
  await rename(aside, join(dataDirectory, 'postgres'));
}
