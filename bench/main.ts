import type { Io } from '../src/cli/assess.ts';

const USAGE = 'npm run bench -- <casework|pages>';

/** Benchmarks against a floor measured in the same run; each prints a ratio. */
export async function runBench(args: readonly string[], io: Io): Promise<number> {
  const [name = 'all'] = args;
  if (name === 'casework' || name === 'all')
    await (await import('./casework.ts')).benchCasework(io);
  if (name === 'pages' || name === 'all') await (await import('./pages.ts')).benchPages(io);
  if (['casework', 'pages', 'all'].includes(name)) return 0;
  io.err(USAGE);
  return 2;
}
