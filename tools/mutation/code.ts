import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/assess.ts';
import { type CodeVerdict, type Judged, judgeCode, measured } from './code-campaign.ts';
import { codeClaims } from './code-claim.ts';
import { isStaticallyHit } from './code-switch.ts';
import { installForgetful, loadingEnds } from './forgetful.ts';
import { type CodeMutant, instrument } from './instrument.ts';
import { writePage } from './page.ts';
import { percent, readResult, type Result, type Score, scoreOf, writeResult } from './result.ts';

const RULES = fileURLToPath(new URL('../../src/rules', import.meta.url));
/** Tests, what only tests use, and declarations: what is written in those is mutated as formulas. The bulk way has tests of its own. */
const NOT_MUTATED = /(\.(test|fixture)|-rule|parameter|frame|worked-case|bulk-brief)\.ts$/;
const LONGEST_REPLACEMENT = 80;

/**
 * Stryker's mutants of one folder of `src/rules`, all in one process. Keeps the result and writes the page.
 * With `--minutes=n` it ends after that time; those tried by then are spread evenly over the folder.
 */
export async function runCode(args: readonly string[], { out, err }: Io): Promise<number> {
  const [folder = '', limit = ''] = args;
  const most = Number(/^--minutes=(\d+)$/.exec(limit)?.[1] ?? Number.POSITIVE_INFINITY);
  if (folder === '' || !existsSync(join(RULES, folder))) {
    err('which folder of src/rules? "." is src/rules itself');
    return 2;
  }
  const started = performance.now();
  const minutesPast = () => (performance.now() - started) / 60_000;
  const tried = await triedIn(folder, () => minutesPast() >= most, out);
  const own = scoreOfFolder(folder, tried);
  const result = withFolder(readResult('code'), folder, own, tried.judged);
  writeResult('code', { ...result, minutes: Math.ceil(minutesPast()) });
  writePage();
  out(`${folder}: score ${percent(scoreOf([own]))}`);
  return 0;
}

type Tried = { readonly judged: readonly Judged[]; readonly of: number };

async function triedIn(folder: string, isTimeOver: () => boolean, out: Io['out']): Promise<Tried> {
  const paths = globSync('*.ts', { cwd: join(RULES, folder) })
    .filter((name) => !NOT_MUTATED.test(name))
    .map((name) => join(RULES, folder, name));
  installForgetful();
  const mutants = spread(await instrument(paths));
  const loaded = await codeClaims(folder);
  loadingEnds();
  const claims = await measured(loaded);
  out(`${mutants.length} mutants in ${paths.length} files, ${claims.length} tests`);
  const course = { isStatic: isStaticallyHit, isTimeOver, tell: out };
  return { judged: await judgeCode(mutants, claims, course), of: mutants.length };
}

/** In an order in which the first of them come from everywhere; the same every time. */
function spread(mutants: readonly CodeMutant[]): CodeMutant[] {
  const rank = (index: number) => (index * 7919) % mutants.length;
  return mutants
    .map((mutant, index) => ({ mutant, at: rank(index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
}

function partOf(folder: string): string {
  return folder === '.' ? 'src/rules' : folder;
}

/** The result with one folder found anew. */
function withFolder(
  before: Result | null,
  folder: string,
  own: Score,
  judged: readonly Judged[],
): Omit<Result, 'minutes'> {
  const others = (before?.scores ?? []).filter(({ part }) => bare(part) !== partOf(folder));
  const survivors = [
    ...(before?.survivors ?? []).filter((line) => folderOf(line) !== folder),
    ...judged
      .filter(({ verdict }) => verdict === 'survived' || verdict === 'not covered')
      .map(lineOf),
  ];
  return {
    day: new Date().toISOString().slice(0, 10),
    scores: [...others, own].toSorted((a, b) => (a.part < b.part ? -1 : 1)),
    survivors: survivors.toSorted(),
  };
}

/** Without the note how many of the mutants were tried. */
function bare(part: string): string {
  return part.replace(/ \(.*/, '');
}

function scoreOfFolder(folder: string, { judged, of }: Tried): Score {
  const count = (...wanted: readonly CodeVerdict[]) =>
    judged.filter(({ verdict }) => wanted.includes(verdict)).length;
  const note = judged.length < of ? ` (${judged.length} of ${of} tried)` : '';
  return {
    part: `${partOf(folder)}${note}`,
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
