import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import {
  answerOf,
  type BoundaryCase,
  findingOf,
} from '../../src/rules/boundary/boundary-case.fixture.ts';
import { frameText } from '../../src/rules/frame.ts';
import { recordedBy } from './recorder.ts';
import { rulesComputedBy } from './watched-place.ts';

const RULES = fileURLToPath(new URL('../../src/rules', import.meta.url));

/** Tests that compute families by the frame. Slow ones (chance, kept versions, the bulk kernel) are left out. */
const TESTS = [
  '{household,economy,dibao,margin,rigid,tekun,temporary,worked-example}/*.test.ts',
  '{overview,period,place-formula}.test.ts',
];
const BOUNDARIES = 'boundary/*-boundary.fixture.ts';

/** One thing that tests claim of the rules, and the rules it rests on. `holds` throws or answers no. */
export type Check = {
  readonly name: string;
  readonly suite: 'boundary' | 'test' | 'worked-example';
  readonly holds: () => boolean;
  readonly rules: ReadonlySet<string>;
  /** 0 where it was not measured. */
  readonly milliseconds: number;
};

/** The boundary cases and the tests of the rules, in the order in which they are tried on a mutant. */
export async function formulaChecks({
  measure,
}: {
  readonly measure: boolean;
}): Promise<readonly Check[]> {
  const claims = [...(await boundaryClaims()), ...(await testClaims())];
  return claims.map((claim) => checkOf(claim, measure));
}

type Claim = Pick<Check, 'name' | 'suite' | 'holds'>;

async function boundaryClaims(): Promise<Claim[]> {
  const files = await Promise.all(
    filesOf(BOUNDARIES).map(
      (path) => load(path) as Promise<Readonly<Record<string, readonly BoundaryCase[]>>>,
    ),
  );
  return files
    .flatMap((file) => Object.values(file).flat())
    .map((given) => ({
      name: `${given.title} (${given.rule})`,
      suite: 'boundary',
      holds: () => answerOf(findingOf(frameText, given)) === given.is,
    }));
}

async function testClaims(): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const path of TESTS.flatMap(filesOf)) {
    for (const { name, run } of await recordedBy(() => load(path))) {
      const suite = path.startsWith('worked-example/') ? 'worked-example' : 'test';
      claims.push({ name: `${path} > ${name}`, suite, holds: () => succeeds(run, name) });
    }
  }
  return claims;
}

function succeeds(run: () => unknown, name: string): boolean {
  if (run() instanceof Promise) throw new TypeError(`a test that waits cannot be used: ${name}`);
  return true;
}

function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: RULES }).toSorted();
}

function load(path: string): Promise<unknown> {
  return import(pathToFileURL(join(RULES, path)).href) as Promise<unknown>;
}

/** Throws where a claim does not hold of the rules as they are: nothing could be learned from it. */
function checkOf(claim: Claim, measure: boolean): Check {
  let isTrue = false;
  const rules = rulesComputedBy(() => {
    isTrue = claim.holds();
  });
  if (!isTrue) throw new Error(`without any mutant this fails: ${claim.name}`);
  const started = performance.now();
  // The first time binds the place; what counts is how long it takes again.
  if (measure) claim.holds();
  return { ...claim, rules, milliseconds: measure ? performance.now() - started : 0 };
}
