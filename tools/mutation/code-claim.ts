import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { recordedBy } from './recorder.ts';

const RULES = fileURLToPath(new URL('../../src/rules', import.meta.url));

const SCHEMES = '{household,economy,dibao,margin,rigid,tekun,temporary,worked-example}/*';
/** The tests a folder is judged by; every other folder by those of whatever uses it. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  bulk: ['bulk/*', 'bulk-brief'],
  'policy-check': ['policy-check/*', '../cli/policy/*'],
  ...{
    dibao: ['dibao/*', 'brief'],
    tekun: ['tekun/*', 'brief'],
    temporary: ['temporary/*', 'brief'],
  },
  released: ['released/*', 'replay'],
  language: ['language/*', SCHEMES, '{overview,place-formula,parameter-source}'],
};
const OTHERS = [
  ...[SCHEMES, '*', 'policy-check/policy-schema', 'released/*', '../cli/missing-figure'],
  ...[
    '../modules/{assessment,case,intake,review}/*',
    '../modules/preview/{changed-region,headline}',
  ],
];
/** They repeat by chance, or over every comparison, what others show, and take most of the time. */
const LONG = ['invariant', 'bulk-brief', 'language/evaluate-property', 'boundary/boundary'];

/** One test of the rules; `run` throws, or promises to, where it fails. */
export type CodeClaim = {
  readonly name: string;
  readonly file: string;
  readonly run: () => unknown;
};

/** Loads the tests a folder of `src/rules` is judged by, or only those that stand in it. */
export async function codeClaims(
  folder: string,
  isOwnOnly: boolean,
  tell: (line: string) => void,
): Promise<readonly CodeClaim[]> {
  const named = (names: readonly string[]) =>
    names.flatMap((name) => globSync(`${name}.test.ts`, { cwd: RULES }));
  const long = new Set(folder === 'bulk' ? [] : named(LONG));
  const paths = named(isOwnOnly ? [`${folder}/*`] : (TESTS[folder] ?? OTHERS)).filter(
    (path) => !long.has(path),
  );
  const claims: CodeClaim[] = [];
  for (const path of paths.toSorted()) {
    const tests = await loaded(path);
    if (tests === null) tell(`${path} fails while it is loaded and is left out`);
    claims.push(
      ...(tests ?? []).map(({ name, run }) => ({ name: `${path} > ${name}`, file: path, run })),
    );
  }
  return claims;
}

async function loaded(path: string): Promise<Awaited<ReturnType<typeof recordedBy>> | null> {
  try {
    return await recordedBy(() => import(pathToFileURL(join(RULES, path)).href));
  } catch {
    return null;
  }
}
