import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type InstrumentText, readInstrument } from './law/read-instrument.ts';
import { writeModule } from './law/write-module.ts';

const folder = new URL('../law/', import.meta.url);
const target = new URL('../src/law/generated.ts', import.meta.url);

const help = `usage: generate-law [--check]

Writes src/law/generated.ts from the Markdown files in law/.
  --check   write nothing; exit 1 when the file is stale
  --help    this text`;

/** What src/law/generated.ts should hold now. */
export function generateLaw(): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const instruments = files
    .sort()
    .map(
      (name): InstrumentText => readInstrument(name, readFileSync(new URL(name, folder), 'utf8')),
    );
  return writeModule(instruments);
}

/** The exit code: 0 fine, 1 stale or law/ not understood. */
export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const wanted = generateLaw();
  if (readExisting() === wanted) return 0;
  if (values.check) {
    console.error('src/law/generated.ts is stale: run npm run generate -- law');
    return 1;
  }
  writeFileSync(target, wanted);
  console.log('wrote src/law/generated.ts');
  return 0;
}

function readExisting(): string | null {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return null;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
