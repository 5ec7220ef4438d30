import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The console as it was built for this run. */
    consoleFolder: string;
  }
}

/**
 * Builds the console once before the browser tests, if its sources have changed since the last build, and
 * keeps a copy: another build meanwhile must not pull the files from under an open page.
 */
export default function setup(project: TestProject): () => void {
  // Under Vitest, Vite reads its folders from where it is and React is built for developers; this
  // build is an ordinary one.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const built = spawnSync(process.execPath, ['tools/boot.mjs', 'build'], { env, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the console could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'yimen-console-'));
  cpSync('dist/console', folder, { recursive: true });
  project.provide('consoleFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
