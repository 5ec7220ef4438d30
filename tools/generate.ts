import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Io } from '../src/cli/assess.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIOME = 'node_modules/@biomejs/cli-linux-x64/biome';

const USAGE = `npm run generate -- <name> [--check]
  law      src/law/generated.ts from law/
  docs     docs/generated/ from the flow, the routes and the parameters
  rules    src/rules/released/ from the rules of today (--again: freeze the same version anew)
  format   formats the sources (Biome)`;

/** Regenerates derived files; with --check it changes nothing and exits 1 when one is stale. */
export async function runGenerate(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  switch (name) {
    case 'law':
      return (await import('./generate-law.ts')).main([...rest]);
    case 'docs':
      return (await import('./generate-docs.ts')).generateDocs([...rest], io);
    case 'rules':
      return (await import('./generate-rules.ts')).generateRules([...rest], io);
    case 'format':
      return format(rest);
    default:
      io.err(USAGE);
      return name === '--help' ? 0 : 2;
  }
}

function format(rest: readonly string[]): number {
  const mode = rest.includes('--check') ? [] : ['--write'];
  return spawnSync(BIOME, ['format', ...mode, '.'], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
