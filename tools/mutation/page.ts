import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Campaign,
  type Explained,
  percent,
  readExplained,
  readResult,
  type Result,
  type Score,
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
runner starts vitest anew for each mutant, seven seconds each on two busy cores; here the tests of \`src/rules\` are
loaded once and called in one process, those that come past the mutant, until one fails. What the rules remember
between calls is cleared around mutants that could change it, and at intervals all tests must hold again without any
mutant. Left out: the declarations (the campaign above changes their formulas), texts for people (titles, messages,
citations in Chinese: emptying one changes no result), and what only the loading of a file comes past. A mutant that
makes a test go round in a circle counts as found. Not used: tests by chance and those that repeat others at length.
\`npm run mutation -- code <folder>\`; \`--minutes=n\` ends after that time, and the table says how many
mutants, spread over the folder, were tried. Folders not in the
table were not run.`,
};

/** Writes docs/mutation.md from the results kept. */
export function writePage(): void {
  writeFileSync(PAGE, page());
}

export function page(): string {
  const sections = (['formulas', 'code'] as const).map((campaign) =>
    section(campaign, readResult(campaign), readExplained(campaign)),
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
    percent(scoreOf(of)),
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
  return `Last run ${day}, ${minutes} minutes.\n\n${rows.map(row).join('\n')}`;
}

function survivors(found: readonly string[], explained: readonly Explained[]): string {
  const told = explained.map(({ reason, mutants }) => ({
    reason,
    mutants: mutants.filter((each) => found.includes(each)),
  }));
  const known = new Set(told.flatMap(({ mutants }) => mutants));
  const untold = found.filter((each) => !known.has(each));
  const groups = [...told, { reason: 'Not looked at yet', mutants: untold }]
    .filter(({ mutants }) => mutants.length > 0)
    .map(({ reason, mutants }) => `${reason}:\n\n${mutants.map(item).join('\n')}`);
  return ['### Survivors', ...groups].join('\n\n');
}

function item(mutant: string): string {
  return `- \`${mutant.replaceAll('`', "'")}\``;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((each) => String(each).replaceAll('|', '\\|')).join(' | ')} |`;
}
