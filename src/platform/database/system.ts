import { unprivilegedAccount } from './cluster/account.ts';
import { systemBinaries } from './cluster/binary.ts';
import type { RunningCluster } from './cluster/launch.ts';
import { startTemporaryCluster } from './cluster/temporary.ts';

/**
 * For tests: a temporary cluster run by the system's own PostgreSQL (Debian package), apart from any server the
 * system runs. Throws ClusterError `not-installed` when there is none.
 */
export async function startSystem(
  options: { durable?: boolean; log?: (line: string) => void } = {},
): Promise<RunningCluster> {
  const binaries = await systemBinaries();
  return startTemporaryCluster(binaries, await unprivilegedAccount('postgres', 'nobody'), options);
}
