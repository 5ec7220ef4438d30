import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClusterError } from './fault.ts';

/** The operating-system account PostgreSQL runs under; null is our own. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root and wants an account that exists. As root, the first of `names` found in
 * the passwd file; otherwise nobody is switched.
 */
export async function unprivilegedAccount(...names: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  for (const name of names) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new ClusterError(
    'no-permission',
    `正在以 root 运行，而 PostgreSQL 不能以 root 运行，系统里又没有账号 ${names.join('、')}。请改用普通用户启动。`,
  );
}

/** Whether the account can read the file and enter every folder above it, judged by the mode bits. */
export async function canRead(account: Account, path: string): Promise<boolean> {
  if (account === null) return true;
  if (!(await has(account, path, 4))) return false;
  let folder = dirname(path);
  for (;;) {
    if (!(await has(account, folder, 1))) return false;
    if (folder === dirname(folder)) return true;
    folder = dirname(folder);
  }
}

async function has(
  account: { uid: number; gid: number },
  path: string,
  bit: number,
): Promise<boolean> {
  const { uid, gid, mode } = await stat(path);
  if (uid === account.uid) return (mode & (bit << 6)) !== 0;
  if (gid === account.gid) return (mode & (bit << 3)) !== 0;
  return (mode & bit) !== 0;
}
