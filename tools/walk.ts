import { parseArgs } from 'node:util';
import { run } from '../tests/model/walk-campaign.ts';
import { onesided, reportOf } from '../tests/model/walk-report.ts';

const USAGE = `npm run walk -- [--commands 100000] [--seed 1]
  Applications of every scheme by every way, walked by lawful and unlawful commands in any order (tests/model).
  Prints each command with how often it was accepted and with which refusals it was refused. Ends with 1 where
  an invariant of law.md §18.1 broke, a step was skipped, lost or doubled, an application got stuck, or a command
  was never accepted.`;

const EVERY = 20_000;

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      commands: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [commands, seed] = [Number(values.commands), Number(values.seed)];
  const isKnown = Object.keys(values).every((name) => name === 'commands' || name === 'seed');
  if (!isKnown || !Number.isSafeInteger(commands) || commands < 1 || !Number.isSafeInteger(seed)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let shown = EVERY;
  const result = run({ seed, commands }, undefined, (given) => {
    if (given < shown) return;
    process.stderr.write(`  … ${given} of ${commands}\n`);
    shown += EVERY;
  });
  const { neverAccepted, neverRefused } = onesided(result.counts);
  process.stdout.write(`${reportOf(result)}\n`);
  process.stdout.write(`never accepted: ${neverAccepted.join(', ') || 'none'}\n`);
  process.stdout.write(`never refused: ${neverRefused.join(', ') || 'none'}\n`);
  return result.found.length > 0 || neverAccepted.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
