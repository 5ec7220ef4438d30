import type { Io } from '../src/cli/assess.ts';

const USAGE = `npm run bench -- [casework|pages] [--short]
  casework  steps of a case per second through HTTP, against the same rows written straight to PostgreSQL
  pages     answer times of the main pages on 50,000 recipients, and how they grow from 5,000
  --short   a quick run that only shows that the benchmark works`;

/** Benchmarks against a floor measured in the same run; each prints a ratio. Nothing is judged by time. */
export async function runBench(args: readonly string[], io: Io): Promise<number> {
  const options = { short: args.includes('--short') };
  const [name = 'all'] = args.filter((arg) => arg !== '--short');
  if (!['casework', 'pages', 'all'].includes(name)) {
    io.err(USAGE);
    return name === '--help' ? 0 : 2;
  }
  if (name !== 'pages') await (await import('./casework.ts')).benchCasework(io, options);
  if (name !== 'casework') await (await import('./pages.ts')).benchPages(io, options);
  return 0;
}
