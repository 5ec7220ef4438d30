import { parseArgs } from 'node:util';
import { killFunds } from '../tests/campaign/kill-funds.ts';

const USAGE = `npm run campaign -- kill-funds [--kills 200] [--seed 1] [--families 450]
  kill-funds  a county pays month after month while its program and its database are killed at random; ends with 1
              where a line was paid twice or lost, or a fen is not accounted for`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      families: { type: 'string', default: '450' },
    },
  });
  const [kills, seed, families] = [values.kills, values.seed, values.families].map(Number);
  const isWhole = [kills, seed, families].every((each) => Number.isSafeInteger(each));
  if (positionals.join(' ') !== 'kill-funds' || !isWhole || !kills || !families) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const options = { kills, seed: seed ?? 1, families };
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
