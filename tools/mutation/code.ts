import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../../src/cli/assess.ts';
import { Judge, measured } from './code-campaign.ts';
import { codeClaims } from './code-claim.ts';
import { FolderState, RULES, spread } from './folder-state.ts';
import { installForgetful, loadingEnds } from './forgetful.ts';
import { type CodeMutant, instrument } from './instrument.ts';

/** Tests, what only tests use, and declarations: what is written in those is mutated as formulas. */
const NOT_MUTATED = /(\.(test|fixture)|-rule|parameter|frame|worked-case|bulk-brief)\.ts$/;
/** After so many all tests must hold again without a mutant; then what was found is kept. */
const ROUND = 200;
/** Where the rules remember what they made, a mutant can be come past while that is made. */
const FORGETTING = { language: ['all', 'made'], '.': ['made'] } as const;

/**
 * Stryker's mutants of one folder of `src/rules`, all in one process. Keeps what it finds and writes the page.
 * What is known of a file that is unchanged holds: only mutants not tried yet, and the survivors, are tried. With
 * `--minutes=n` it ends after that time, with `--sample=n` after so many at most (with those the compiler refuses);
 * those tried by then are spread evenly over the folder. With `--own` only
 * the tests in the folder are used, which takes seconds where new ones were written for survivors; with `--quick`
 * only those that are quick, also for survivors.
 */
export async function runCode(args: readonly string[], { out, err }: Io): Promise<number> {
  const [folder = '', ...more] = args;
  const isOwnOnly = more.includes('--own');
  const [limit = ''] = more.filter((each) => each.startsWith('--minutes='));
  const most = Number(/^--minutes=(\d+)$/.exec(limit)?.[1] ?? Number.POSITIVE_INFINITY);
  if (folder === '' || !existsSync(join(RULES, folder))) {
    err('which folder of src/rules? "." is src/rules itself');
    return 2;
  }
  const until = performance.now() + most * 60_000;
  const paths = globSync('*.ts', { cwd: join(RULES, folder) })
    .filter((name) => !NOT_MUTATED.test(name))
    .map((name) => join(RULES, folder, name));
  const state = new FolderState(folder, paths);
  installForgetful();
  const mutants = await instrument(paths);
  state.read(mutants);
  const sample = Number(/--sample=(\d+)/.exec(more.join(' '))?.[1] ?? Number.POSITIVE_INFINITY);
  const chosen = state.leaveOutRefused(sample);
  const loaded = await codeClaims(folder, isOwnOnly, out);
  loadingEnds();
  const depths = folder === 'language' || folder === '.' ? FORGETTING[folder] : [];
  const claims = await measured(loaded, depths);
  const untried = (chosen ?? spread(mutants)).filter((each) => state.isUntried(each));
  const survived = mutants.filter((each) => state.hasSurvived(each));
  out(`${untried.length} mutants not tried yet and ${survived.length} that survived,`);
  out(`of ${mutants.length} in ${paths.length} files; ${claims.length} tests`);
  const judge = new Judge(claims);
  const isTimeOver = () => performance.now() >= until;
  const ways = [
    [untried, { isAgain: false, isLong: false }],
    [survived, { isAgain: true, isLong: !more.includes('--quick') }],
  ] as const;
  for (const [mutants_, way] of ways) {
    const tryAll = (some: readonly CodeMutant[]) => state.tryAll(judge, some, way, isTimeOver);
    await inRounds(mutants_, tryAll, isTimeOver, out);
  }
  out(`${folder}: score ${state.score()}`);
  return 0;
}

/** Ends with the time, or where a mutant left something behind: what was found since is given up. */
async function inRounds(
  mutants: readonly CodeMutant[],
  tryAll: (some: readonly CodeMutant[]) => Promise<string>,
  isTimeOver: () => boolean,
  out: Io['out'],
): Promise<void> {
  for (let done = 0; done < mutants.length && !isTimeOver(); done += ROUND) {
    const told = await tryAll(mutants.slice(done, done + ROUND));
    out(`${Math.min(done + ROUND, mutants.length)} of ${mutants.length}: ${told}`);
  }
}
