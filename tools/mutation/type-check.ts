import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeMutant } from './instrument.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMPILER = join(ROOT, 'node_modules/.bin/tsc');
const RELATIVE = /(from|import) '(\.[^']+)'/g;
/** So many copies are checked at a time. */
const MOST = 1500;

/**
 * The mutants the compiler refuses: they could never be delivered, as `tsc` is a step of the tests. Each stands in
 * a copy of its file of its own, and all copies are checked together; errors in files that use them are not seen.
 */
export function refusedByCompiler(mutants: readonly CodeMutant[]): ReadonlySet<string> {
  const refused = new Set<string>();
  for (let done = 0; done < mutants.length; done += MOST) {
    const some = mutants.slice(done, done + MOST);
    const first = refusedAmong(some);
    for (const id of first.ids) refused.add(id);
    // While a file cannot even be read, the compiler says nothing of what the others mean.
    const readable = first.isUnread ? some.filter(({ id }) => !refused.has(id)) : [];
    for (const id of refusedAmong(readable).ids) refused.add(id);
  }
  return refused;
}

const UNREAD = /error TS1\d{3}:/;

function refusedAmong(mutants: readonly CodeMutant[]): {
  readonly ids: readonly string[];
  readonly isUnread: boolean;
} {
  if (mutants.length === 0) return { ids: [], isUnread: false };
  const folder = mkdtempSync(join(tmpdir(), 'yimen-mutants-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const compilerOptions = { noEmit: true, types: ['node'] };
    const config = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['copies'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    mkdirSync(join(folder, 'copies'));
    const originals = new Map(mutants.map(({ path }) => [path, readFileSync(path, 'utf8')]));
    for (const [index, [path, content]] of [...originals].entries()) {
      writeFileSync(join(folder, 'copies', `original-${index}.ts`), elsewhere(path, content));
    }
    for (const mutant of mutants) {
      const content = mutatedText(originals.get(mutant.path) ?? '', mutant);
      const copy = join(folder, 'copies', `mutant-${mutant.id}.ts`);
      writeFileSync(copy, elsewhere(mutant.path, content));
    }
    const { stdout } = spawnSync(COMPILER, ['-p', folder, '--pretty', 'false'], {
      ...{ cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    });
    if (stdout.includes('original-')) throw new Error(`the rules do not compile:\n${stdout}`);
    const ids = [...stdout.matchAll(/mutant-(\d+)\.ts\(/g)].map(([, id = '']) => id);
    return { ids, isUnread: UNREAD.test(stdout) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What it imports by its place is imported from there. */
function elsewhere(path: string, content: string): string {
  return content.replaceAll(
    RELATIVE,
    (_, word: string, to: string) => `${word} '${resolve(dirname(path), to)}'`,
  );
}

function mutatedText(content: string, { from, original, replacement }: CodeMutant): string {
  return content.slice(0, from) + replacement + content.slice(from + original.length);
}
