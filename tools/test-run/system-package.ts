import { existsSync, readdirSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runProgram } from './step.ts';

/** Debian packages the tests stand on, and how each is recognised. */
const PACKAGES = {
  'chromium-headless-shell': () => onPath('chromium-headless-shell'),
  postgresql: () => hasServer('/usr/lib/postgresql'),
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'poppler-utils': () => onPath('pdftotext') && onPath('pdftoppm'),
} as const;

export type SystemPackage = keyof typeof PACKAGES;

const POLICY = '/usr/sbin/policy-rc.d';

/** Null when all are there now, else a sentence with the command to give. Installs them when it may. */
export async function ensureSystemPackages(
  wanted: ReadonlySet<SystemPackage>,
): Promise<string | null> {
  const missing = [...wanted].filter((name) => !PACKAGES[name]());
  if (missing.length === 0) return null;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!onPath('apt-get')) return `缺少系统软件包：${missing.join(' ')}。请用本机的包管理器安装。`;
  if (process.getuid?.() !== 0) {
    return `缺少系统软件包。请先执行:sudo apt-get update && sudo ${install}`;
  }
  process.stdout.write(`安装系统软件包 / Installing system packages: ${missing.join(' ')}\n`);
  const failed = await withoutStartingServices(() => aptGet(missing));
  if (failed !== null) return `系统软件包没有装上：\n${failed.slice(-1500)}`;
  const still = missing.filter((name) => !PACKAGES[name]());
  return still.length === 0 ? null : `装过之后仍找不到：${still.join(' ')}`;
}

async function aptGet(names: readonly string[]): Promise<string | null> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const flags = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  const update = { command: 'apt-get', args: [...flags, 'update'], env, minutes: 5 };
  const updated = await runProgram(update);
  if (updated.code !== 0) return updated.printed;
  const args = [...flags, 'install', '--no-install-recommends', ...names];
  const installed = await runProgram({ command: 'apt-get', args, env, minutes: 10 });
  return installed.code === 0 ? null : installed.printed;
}

/** Debian starts a new server at once unless this file forbids it; the tests start their own clusters. */
async function withoutStartingServices<T>(work: () => Promise<T>): Promise<T> {
  if (existsSync(POLICY)) return work();
  await writeFile(POLICY, '#!/bin/sh\nexit 101\n');
  await chmod(POLICY, 0o755);
  try {
    return await work();
  } finally {
    await rm(POLICY);
  }
}

function onPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function hasServer(root: string): boolean {
  if (!existsSync(root)) return false;
  return readdirSync(root).some((major) => existsSync(join(root, major, 'bin/initdb')));
}
