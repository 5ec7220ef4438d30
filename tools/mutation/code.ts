import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/assess.ts';
import { type CodeVerdict, judgeCode, measured } from './code-campaign.ts';
import { codeClaims } from './code-claim.ts';
import { isStaticallyHit } from './code-switch.ts';
import { installForgetful, loadingEnds } from './forgetful.ts';
import { type CodeMutant, instrument } from './instrument.ts';
import { writePage } from './page.ts';
import { percent, readResult, type Result, type Score, scoreOf, writeResult } from './result.ts';

const RULES = fileURLToPath(new URL('../../src/rules', import.meta.url));
/** Tests, what only tests use, and declarations: what is written in those is mutated as formulas. */
const NOT_MUTATED = /(\.(test|fixture)|-rule|parameter|frame|worked-case)\.ts$/;
const TOLD_EVERY = 50;
const LONGEST_REPLACEMENT = 80;

type Judged = { readonly mutant: CodeMutant; readonly verdict: CodeVerdict };

/**
 * Stryker's mutants of one folder of `src/rules`, all in one process. Keeps the result and writes the page;
 * `--every=n` tries each nth mutant only.
 */
export async function runCode(args: readonly string[], { out, err }: Io): Promise<number> {
  const [folder = '', ...more] = args;
  const every = Number(/^--every=(\d+)$/.exec(more[0] ?? '')?.[1] ?? 1);
  if (folder === '' || !existsSync(join(RULES, folder))) {
    err('which folder of src/rules? "." is src/rules itself');
    return 2;
  }
  const started = performance.now();
  const judged = await judgedIn(folder, every, out);
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  const result = withFolder(readResult('code'), folder, judged, { minutes, every });
  writeResult('code', result);
  writePage();
  out(
    `${folder}: ${percent(scoreOf(result.scores.filter(({ part }) => bare(part) === partOf(folder))))}`,
  );
  return 0;
}

async function judgedIn(folder: string, every: number, out: Io['out']): Promise<readonly Judged[]> {
  const paths = globSync('*.ts', { cwd: join(RULES, folder) })
    .filter((name) => !NOT_MUTATED.test(name))
    .map((name) => join(RULES, folder, name));
  installForgetful();
  const all = await instrument(paths);
  const mutants = all.filter((_, index) => index % every === 0);
  const loaded = await codeClaims(folder);
  loadingEnds();
  const claims = await measured(loaded);
  out(
    `${mutants.length} of ${all.length} mutants in ${paths.length} files, ${claims.length} tests`,
  );
  const judged: Judged[] = [];
  await judgeCode(mutants, claims, isStaticallyHit, (mutant, verdict) => {
    judged.push({ mutant, verdict });
    if (judged.length % TOLD_EVERY === 0) out(`${judged.length} of ${mutants.length}`);
  });
  return judged;
}

function partOf(folder: string): string {
  return folder === '.' ? 'src/rules' : folder;
}

/** The result with one folder found anew. */
function withFolder(
  before: Result | null,
  folder: string,
  judged: readonly Judged[],
  ran: { readonly minutes: number; readonly every: number },
): Result {
  const own = scoreOfFolder(folder, judged, ran.every);
  const others = (before?.scores ?? []).filter(({ part }) => bare(part) !== partOf(folder));
  const survivors = [
    ...(before?.survivors ?? []).filter((line) => folderOf(line) !== folder),
    ...judged
      .filter(({ verdict }) => verdict === 'survived' || verdict === 'not covered')
      .map(lineOf),
  ];
  return {
    day: new Date().toISOString().slice(0, 10),
    minutes: ran.minutes,
    scores: [...others, own].toSorted((a, b) => (a.part < b.part ? -1 : 1)),
    survivors: survivors.toSorted(),
  };
}

/** Without the note how many of the mutants were tried. */
function bare(part: string): string {
  return part.replace(/ \(.*/, '');
}

function scoreOfFolder(folder: string, judged: readonly Judged[], every: number): Score {
  const count = (...wanted: readonly CodeVerdict[]) =>
    judged.filter(({ verdict }) => wanted.includes(verdict)).length;
  return {
    part: every === 1 ? partOf(folder) : `${partOf(folder)} (one mutant in ${every})`,
    killed: { test: count('test'), circle: count('circle') },
    survived: count('survived', 'not covered'),
    leftOut: { 'text for people': count('text'), 'only while loading': count('once') },
  };
}

function lineOf({ mutant: { path, line, kind, replacement }, verdict }: Judged): string {
  const to = replacement.replaceAll(/\s+/g, ' ').slice(0, LONGEST_REPLACEMENT);
  const note = verdict === 'not covered' ? ' (no test comes here)' : '';
  return `${relative(RULES, path)}:${line} ${kind} → ${to}${note}`;
}

function folderOf(line: string): string {
  const [, folder = '.'] = /^([^/:]+)\//.exec(line) ?? [];
  return folder;
}
