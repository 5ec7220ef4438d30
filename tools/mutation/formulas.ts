import type { Io } from '../../src/cli/assess.ts';
import { type Judged, judge, validMutants } from './formula-campaign.ts';
import { formulaChecks } from './formula-check.ts';
import { folderNames, folderOf } from './formula-folder.ts';
import type { FormulaMutant } from './formula-mutant.ts';
import { writePage } from './page.ts';
import { isExplained, percent, readExplained, type Score, scoreOf, writeResult } from './result.ts';

const LEAST_SCORE = 0.85;
/** A short run tries every so manieth mutant, spread over all rules. */
const SHORT_STEP = 20;
const TOLD_EVERY = 200;

/**
 * Tries the mutants of the formulas. A whole run keeps its result and writes the page; a short one only judges.
 * Exit code 1 when a mutant survives that nobody explained, or the score is too low.
 */
export async function runFormulas(args: readonly string[], { out, err }: Io): Promise<number> {
  const started = performance.now();
  const isShort = args.includes('--short');
  const checks = await formulaChecks({ measure: !isShort });
  const { valid, invalid } = validMutants();
  const chosen = isShort ? valid.filter((_, index) => index % SHORT_STEP === 0) : valid;
  out(`${chosen.length} of ${valid.length} mutants, ${checks.length} claims`);
  const judged = judge(chosen, checks, (done) => {
    if (done > 0 && done % TOLD_EVERY === 0) out(`${done} of ${chosen.length}`);
  });
  const scores = folderNames.map((folder) => scoreIn(folder, judged, isShort ? [] : invalid));
  const survivors = judged.filter(({ verdict }) => verdict === 'survived').map(lineOf);
  const untold = untoldIn(survivors);
  const score = scoreOf(scores);
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  if (!isShort) {
    const day = new Date().toISOString().slice(0, 10);
    writeResult('formulas', { day, minutes, scores, survivors });
    writePage();
  }
  out(`${survivors.length} survived, score ${percent(score)}`);
  for (const line of untold) err(`survived without explanation: ${line}`);
  return untold.length === 0 && score >= LEAST_SCORE ? 0 : 1;
}

function lineOf({ rule, name }: FormulaMutant): string {
  return `${rule}: ${name}`;
}

function untoldIn(survivors: readonly string[]): string[] {
  const explained = readExplained('formulas');
  return survivors.filter((each) => !explained.some((reason) => isExplained(reason, each)));
}

function scoreIn(
  folder: string,
  judged: readonly Judged[],
  invalid: readonly FormulaMutant[],
): Score {
  const own = judged.filter(({ rule }) => folderOf(rule) === folder);
  const count = (wanted: Judged['verdict']) =>
    own.filter(({ verdict }) => verdict === wanted).length;
  const refused = invalid.filter(({ rule }) => folderOf(rule) === folder).length;
  return {
    part: folder,
    killed: {
      'boundary case': count('boundary'),
      test: count('test'),
      'worked example': count('worked-example'),
    },
    survived: count('survived'),
    leftOut: { 'not valid': count('invalid') + refused },
  };
}
