import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeVerdict } from './code-campaign.ts';
import type { Result, Score } from './result.ts';

/** What was found in one file of the rules; it holds as long as the file is the same. */
export type KeptFile = {
  readonly hash: string;
  /** Whether the compiler has said which it refuses. */
  readonly isCompiled?: true;
  /** One letter for each mutant, in the order of the file. */
  readonly verdicts: string;
  /** The survivors, by their place in that order. */
  readonly survivors: Readonly<Record<string, string>>;
};

type KeptCode = {
  readonly day: string;
  readonly minutes: number;
  /** By path inside `src/rules`. */
  readonly files: Readonly<Record<string, KeptFile>>;
};

export const LETTER: Readonly<Record<CodeVerdict | 'refused' | 'not tried', string>> = {
  test: 't',
  circle: 'c',
  survived: 's',
  'not covered': 'n',
  text: 'x',
  once: 'o',
  refused: 'r',
  'not tried': '.',
};

const PATH = fileURLToPath(new URL('result/code.json', import.meta.url));

export function readKept(): KeptCode {
  return existsSync(PATH)
    ? (JSON.parse(readFileSync(PATH, 'utf8')) as KeptCode)
    : { day: '', minutes: 0, files: {} };
}

export function keep(kept: KeptCode): void {
  const files = Object.fromEntries(
    Object.entries(kept.files).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(PATH, `${JSON.stringify({ ...kept, files }, null, 2)}\n`);
}

export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}

function folderOf(path: string): string {
  return /^([^/]+)\//.exec(path)?.[1] ?? 'src/rules';
}

/** What was found, summed up by folder. */
export function codeResult({ day, minutes, files }: KeptCode): Result {
  const folders = [...new Set(Object.keys(files).map(folderOf))].toSorted();
  const own = (folder: string) =>
    Object.entries(files).flatMap(([path, file]) => (folderOf(path) === folder ? [file] : []));
  return {
    ...{ day, minutes },
    scores: folders.map((folder) => scoreOfFolder(folder, own(folder))),
    survivors: Object.entries(files).flatMap(([path, { survivors }]) =>
      Object.values(survivors).map((text) => `${path}:${text}`),
    ),
  };
}

export function scoreOfFolder(folder: string, files: readonly KeptFile[]): Score {
  const letters = files.map(({ verdicts }) => verdicts).join('');
  const count = (wanted: keyof typeof LETTER) => letters.split(LETTER[wanted]).length - 1;
  const tried = letters.length - count('not tried');
  const counted = count('test') + count('circle') + count('survived') + count('not covered');
  // Of a sample it is not known how many of the others the compiler refuses.
  const isCompiled = files.every((each) => each.isCompiled);
  const gone = count('once') + (isCompiled ? 0 : count('refused'));
  const share = counted === 0 ? 1 : counted / (counted + gone);
  const note = tried < letters.length ? ` (${tried} of ${letters.length} tried)` : '';
  return {
    part: `${folder}${note}`,
    killed: { test: count('test'), circle: count('circle') },
    survived: count('survived') + count('not covered'),
    untried: Math.round(count('not tried') * share),
    leftOut: {
      'does not compile': count('refused'),
      'text for people': count('text'),
      'only while loading': count('once'),
    },
  };
}
