import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeResult, readKept } from './kept-code.ts';
import {
  type Campaign,
  type Explained,
  intervalOf,
  isExplained,
  percent,
  readExplained,
  readResult,
  type Result,
  type Score,
  scaledScoreOf,
  scoreOf,
  sumOf,
} from './result.ts';

const PAGE = fileURLToPath(new URL('../../docs/mutation.md', import.meta.url));

const INTRO = `# Mutation testing

Written by \`npm run mutation\` from what the last runs found; do not edit. A mutant is one small change of the
rules; it is killed when a test fails because of it. The share of killed mutants says how much the tests notice.`;

const HOW: Readonly<Record<Campaign, string>> = {
  formulas: `## Formulas

The rules of the frame are formulas in text. Each comparison (the other edge, the opposite), number (one up, one
down; 0 becomes 1), operator, yes/no, and/or (the other, each side alone), not, branch, code of a list, min/max (the
other, each figure alone), rounding (the other directions, none), any/all and condition of a sum is changed, one at
a time (\`tools/mutation/formula-change.ts\`). A mutant whose units or types do not fit, or whose figures could leave
2^53, never starts, so it is left out. The others run in one process against every claim that rests on their rule:
the boundary cases, the tests of the schemes, the published worked examples, in this order, until one fails.
The differential test, the kept versions and the tests by chance are not used: the score is that of the tests a
person wrote. \`npm run mutation -- formulas\`; with \`--short\` every so manieth mutant only.`,
  code: `## Code

The mutants are Stryker's (\`@stryker-mutator/instrumenter\`): conditions, operators, literals, blocks, optional
chains and so on, over the TypeScript of \`src/rules\`, all put into the files at once, each behind a switch. Its
runner starts vitest anew for each mutant, seven seconds each on two busy cores; here the tests are loaded once and
called in one process, those that come past the mutant, until one fails or patience ends (1.5 seconds of work, 6 for
what has survived before; tests longer than 0.4 seconds are tried only on what has survived). What the rules remember between calls is set aside around mutants that get into it, and every
200 mutants all tests must hold again without any mutant. A mutant with which a test takes ten times as many steps
goes round in a circle and counts as found.

Left out: what the compiler refuses, also where a test would find it (\`tsc\` is a step of the tests); the declarations
of rules and parameters (the campaign above changes their formulas) and what only tests and the documentation use
(the published examples, fixtures, the boundary cases); texts for people without gaps (titles, messages, citations in
Chinese, words of errors for programmers); and what only the loading of a file comes past. Not used: tests by chance
and those that repeat others at length, the differential test, the journeys.

\`npm run mutation -- code <folder>\` (\`.\` is \`src/rules\` itself). What was found holds as long as the file is the
same; what has survived is tried again with the tests of today (\`--own\`: only with those of the folder, \`--quick\`:
only with the quick ones). With \`--minutes=n\` it ends after that time, with \`--sample=n\` after so many: the table
says how many mutants, spread over the folder by a fixed order, were tried. Folders not in the table were not run.
\`bulk\` and \`policy-check\` were judged by the tests of their own folders only, their survivors by the quick ones:
the long tests of the kernel against the evaluator, drawn by chance, would find more.`,
};

/** Writes docs/mutation.md from the results kept. */
export function writePage(): void {
  writeFileSync(PAGE, page());
}

export function page(): string {
  const sections = (['formulas', 'code'] as const).map((campaign) =>
    section(
      campaign,
      campaign === 'code' ? codeResult(readKept()) : readResult(campaign),
      readExplained(campaign),
    ),
  );
  return `${[INTRO, ...sections].join('\n\n')}\n`;
}

function section(campaign: Campaign, result: Result | null, explained: readonly Explained[]) {
  if (!result) return `${HOW[campaign]}\n\nNot run yet.`;
  return [HOW[campaign], table(result), survivors(result.survivors, explained)].join('\n\n');
}

function table({ scores, day, minutes }: Result): string {
  const found = [...new Set(scores.flatMap(({ killed }) => Object.keys(killed)))];
  const left = [...new Set(scores.flatMap(({ leftOut }) => Object.keys(leftOut)))];
  const line = (name: string, of: readonly Score[]) => [
    name,
    of.reduce((sum, each) => sum + sumOf(each.killed) + each.survived, 0),
    ...found.map((by) => of.reduce((sum, { killed }) => sum + (killed[by] ?? 0), 0)),
    of.reduce((sum, each) => sum + each.survived, 0),
    `${percent(scoreOf(of))}${of.length === 1 && of[0] ? span(of[0]) : ''}`,
    ...left.map((why) => of.reduce((sum, { leftOut }) => sum + (leftOut[why] ?? 0), 0)),
  ];
  const head = [
    '',
    'mutants',
    ...found,
    'survived',
    'score',
    ...left.map((why) => `left out: ${why}`),
  ];
  const rows = [
    head,
    head.map(() => '---'),
    ...scores.map((each) => line(each.part, [each])),
    line('**all**', scores),
  ];
  const isSampled = scores.some(({ untried = 0 }) => untried > 0);
  const scaled = `\n\nWith each sample standing for its whole folder: ${percent(scaledScoreOf(scores))}.`;
  return `Last run ${day}, ${minutes} minutes.\n\n${rows.map(row).join('\n')}${isSampled ? scaled : ''}`;
}

function span(score: Score): string {
  const interval = intervalOf(score);
  return interval ? ` (with 95 % confidence ${interval.map(percent).join(' to ')})` : '';
}

function survivors(found: readonly string[], explained: readonly Explained[]): string {
  const reasonOf = (survivor: string) =>
    explained.find((each) => isExplained(each, survivor))?.reason ?? NO_TEST;
  const byReason = Map.groupBy(found, reasonOf);
  const reasons = [...explained.map(({ reason }) => reason), NO_TEST];
  const groups = reasons.flatMap((reason) => {
    const mutants = byReason.get(reason) ?? [];
    return mutants.length > 0 ? [`${reason}:\n\n${mutants.map(item).join('\n')}`] : [];
  });
  return ['### Survivors', ...groups].join('\n\n');
}

const NO_TEST = 'A test that would notice these is missing; none was shown to change no result';

function item(mutant: string): string {
  return `- \`${mutant.replaceAll('`', "'")}\``;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((each) => String(each).replaceAll('|', '\\|')).join(' | ')} |`;
}
