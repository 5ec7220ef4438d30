import { spawnSync } from 'node:child_process';

/** Builds the console once before the browser tests, if its sources have changed since the last build. */
export default function setup(): void {
  // Vite reads its folders from where it is when it runs under Vitest; this build is an ordinary one.
  const { VITEST: _, ...env } = process.env;
  const built = spawnSync(process.execPath, ['tools/boot.mjs', 'build'], { env, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the console could not be built');
}
