import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Campaign, type Part, type Result, together } from '../tests/reference/campaign.ts';
import type { Progress, Told } from '../tests/reference/campaign.worker.ts';
import { reportOf } from '../tests/reference/report.ts';
import { totalOf } from '../tests/reference/tally.ts';

const USAGE = `npm run differential -- [--households 100000] [--seed 1] [--batch 100] [--workers 2]
  Made-up households in every place of regions/ and under made-up policies, each decided three ways: one at
  a time, by the bulk kernel, and by hand (tests/reference). Ends with 1 where any two differ.`;

const USUAL = { households: '100000', seed: '1', batch: '100', workers: '2' };

/** Differences each part shows. */
const MOST_SHOWN = 5;

/** Between two lines of progress. */
const PAUSE = 10_000;

type Asked = Campaign & { readonly workers: number };

function readArguments(args: readonly string[]): Asked | null {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      households: { type: 'string', default: USUAL.households },
      seed: { type: 'string', default: USUAL.seed },
      batch: { type: 'string', default: USUAL.batch },
      workers: { type: 'string', default: USUAL.workers },
    },
  });
  if (Object.keys(values).some((name) => !Object.hasOwn(USUAL, name))) return null;
  const [households = 0, seed = 0, batch = 0, workers = 0] = [
    ...[values['households'], values['seed'], values['batch'], values['workers']],
  ].map(Number);
  const isWhole = [households, seed, batch, workers].every(Number.isSafeInteger);
  const isEnough = households > 0 && seed >= 0 && batch > 0 && workers > 0;
  return isWhole && isEnough ? { households, seed, batch, shown: MOST_SHOWN, workers } : null;
}

/** One part of a campaign in a thread of its own. */
function inThread(campaign: Campaign, part: Part, progress: (told: Progress) => void) {
  const url = new URL('../tests/reference/campaign.worker.ts', import.meta.url);
  return new Promise<Result>((resolve, reject) => {
    const worker = new Worker(url, { workerData: { campaign, part } });
    worker.on('message', (told: Told) => {
      if ('result' in told) resolve(told.result);
      else progress(told);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a part ended without a result')));
  });
}

async function hold({ workers, ...campaign }: Asked): Promise<Result> {
  const told = Array.from({ length: workers }, (): Progress => ({ done: 0, differences: 0 }));
  const started = performance.now();
  const soFar = (): string => {
    const sum = (of: (each: Progress) => number) => told.reduce((all, each) => all + of(each), 0);
    const seconds = Math.round((performance.now() - started) / 1000);
    const [done, differences] = [sum((each) => each.done), sum((each) => each.differences)];
    return `${done} of ${campaign.households} households, ${differences} differences, ${seconds} s`;
  };
  const ticking = setInterval(() => process.stderr.write(`  … ${soFar()}\n`), PAUSE);
  // Whoever ends it early hears how far it came: no campaign, but what it has seen.
  const cutOff = (): void => {
    process.stdout.write(`cut off at ${soFar()}\n`);
    process.exit(130);
  };
  process.once('SIGINT', cutOff).once('SIGTERM', cutOff);
  try {
    const parts = told.map((_, number) =>
      inThread(campaign, { number, of: workers }, (progress) => {
        told[number] = progress;
      }),
    );
    return together(await Promise.all(parts));
  } finally {
    clearInterval(ticking);
  }
}

const asked = readArguments(process.argv.slice(2));
if (asked) {
  const result = await hold(asked);
  process.stdout.write(`seed ${asked.seed}, batches of ${asked.batch}\n${reportOf(result)}\n`);
  process.exitCode = totalOf(result.tally, 'differences') === 0 ? 0 : 1;
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
