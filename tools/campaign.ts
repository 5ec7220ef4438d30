import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { raceCampaign } from '../tests/campaign/race-campaign.ts';
import { killFunds } from '../tests/campaign/kill-funds.ts';
import { simulate } from '../tests/simulation/campaign.ts';
import type { YearResult } from '../tests/simulation/live-year.ts';
import { reportOf, summaryOf } from '../tests/simulation/year-report.ts';

const USAGE = `npm run campaign -- kill-funds [--kills 200] [--seed 1] [--families 450]
  kill-funds  a county pays month after month while its program and its database are killed at random; ends with 1
              where a line was paid twice or lost, or a fen is not accounted for
npm run campaign -- simulation [--seeds 50] [--seed 1] [--minutes 600]
  simulation  a county lives through a year from each seed, with faults planted that nobody told the system of; prints
              which were found, by what, after how many days, false alarms and the ends of the chains. The same seed
              and commit print the same. Ends with 1 where an invariant of law.md §18.1 broke. No further year is
              begun after so many minutes.
npm run campaign -- concurrency [--schedules 1000] [--seed 1] [--levels 1]
  concurrency rivals act at the same moment, their statements one by one in an order drawn by chance, by the commands
              of the program on PostgreSQL; ends with 1 where one anomaly was seen. --levels 3 also begins every
              transaction at repeatable read and at serializable.
npm run campaign -- non-interference
  non-interference  one county twice, in one of them with reports; every byte served to township posts is compared
              (security.md T-20a). Ends with 1 where more than the listed acts differ.`;

type Numbers = Readonly<
  Record<
    'kills' | 'seed' | 'families' | 'seeds' | 'minutes' | 'schedules' | 'levels',
    number | undefined
  >
>;

/** The tests' own runner gives the county twice; here it runs that one test. */
async function nonInterference(): Promise<number> {
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const file = 'tests/matrix/non-interference.test.ts';
  const run = spawn(process.execPath, [vitest, 'run', '--project', 'journeys', file], {
    stdio: 'inherit',
    env: { ...process.env, YIMEN_CAMPAIGN: 'non-interference' },
  });
  const [code] = (await once(run, 'exit')) as [number | null];
  return code ?? 1;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.join(' ') === 'non-interference') return nonInterference();
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      ...{ kills: text('200'), seed: text('1'), families: text('450') },
      ...{ seeds: text('50'), minutes: text('600') },
      ...{ schedules: text('1000'), levels: text('1') },
    },
  });
  const numbers = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)]),
  ) as Numbers;
  const isWhole = Object.values(numbers).every((each) => Number.isSafeInteger(each));
  const campaign = isWhole ? CAMPAIGNS[positionals.join(' ')] : undefined;
  if (campaign) return campaign(numbers);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

const CAMPAIGNS: Readonly<Record<string, (numbers: Numbers) => Promise<number>>> = {
  'kill-funds': campaignOfKills,
  simulation: campaignOfYears,
  concurrency: ({ schedules = 1000, seed = 1, levels = 1 }) =>
    raceCampaign({ schedules, seed, levels }, (line) => process.stdout.write(`${line}\n`)),
};

async function campaignOfYears({ seed = 1, seeds = 50, minutes = 600 }: Numbers): Promise<number> {
  const results: YearResult[] = [];
  const onYear = (result: YearResult) => {
    results.push(result);
    process.stdout.write(`${reportOf(result)}\n`);
  };
  await simulate({ first: seed, seeds, minutes, onYear });
  process.stdout.write(`${summaryOf(results)}\n`);
  return results.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

async function campaignOfKills({ kills = 0, seed = 1, families = 0 }: Numbers): Promise<number> {
  if (kills < 1 || families < 1) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const options = { kills, seed, families };
  const result = await killFunds(options, (text) => process.stderr.write(`  … ${text}\n`));
  const { ofDatabase, at, months, lines, paid, returned, faults } = result;
  const steps = Object.entries(at).map(([step, count]) => `${step} ${count}`);
  process.stdout.write(`${result.kills} kills, ${ofDatabase} of them with the database
  last step before a kill: ${steps.join(', ')}
  ${months} months, ${lines} lines: ${paid} paid, ${returned} returned
  ${faults.length === 0 ? 'no line twice, none lost, every fen accounted for' : faults.join('\n  ')}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
