import { parseArgs } from 'node:util';
import type { Io } from '../src/cli/assess.ts';

const USAGE = `npm run bench -- [rules|casework|matching|funds|pages|preview|worklist] [--short] [--households N]
  rules     households decided per second, one by one and as a whole caseload, against a loop written by hand and
            json-rules-engine, with the targets of performance.md
  casework  steps of a case per second through HTTP, against the same rows written straight to PostgreSQL
  matching  rows of a source taken in per second, and a register joined with them, against Map and plain SQL
  funds     a roll of 60,000 lines from the register to closed books, step by step through HTTP
  pages     answer times of the main pages on 50,000 recipients, and how they grow from 5,000
  preview   what a raised standard changes, for 50,000 households through HTTP and 4,000,000 in memory
  worklist  work of a county with 50,000 recipients given out to its people
  --short   a quick run that only shows that the benchmark works
  --households N  the size of the caseload for rules, 1,000,000 when not given`;

const NAMES = ['rules', 'casework', 'matching', 'funds', 'pages', 'preview', 'worklist'];

/** Benchmarks against a floor measured in the same run; each prints a ratio. Nothing is judged by time. */
export async function runBench(args: readonly string[], io: Io): Promise<number> {
  const read = readArgs(args);
  if (!read) {
    io.err(USAGE);
    return args.includes('--help') ? 0 : 2;
  }
  const { name, short, households } = read;
  const isAsked = (each: string) => name === each || name === 'all';
  if (isAsked('rules')) {
    await (await import('./rules/rules.ts')).benchRules(io, { short, households });
  }
  if (isAsked('casework')) await (await import('./casework.ts')).benchCasework(io, { short });
  if (isAsked('matching')) await (await import('./matching.ts')).benchMatching(io, { short });
  if (isAsked('funds')) await (await import('./funds.ts')).benchFunds(io, { short });
  if (isAsked('pages')) await (await import('./pages.ts')).benchPages(io, { short });
  if (isAsked('preview')) await (await import('./preview.ts')).benchPreview(io, { short });
  if (isAsked('worklist')) await (await import('./worklist.ts')).benchWorklist(io, { short });
  return 0;
}

function readArgs(args: readonly string[]) {
  const options = { short: { type: 'boolean' }, households: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], options, allowPositionals: true },
    });
    const [name = 'all', ...more] = positionals;
    const isKnown = [...NAMES, 'all'].includes(name) && more.length === 0;
    const given = values.households ?? null;
    if (!isKnown || (given !== null && !/^[1-9]\d{0,7}$/.test(given))) return null;
    return {
      name,
      short: values.short === true,
      households: given === null ? null : Number(given),
    };
  } catch {
    return null;
  }
}
