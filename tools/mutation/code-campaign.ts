import type { CodeClaim } from './code-claim.ts';
import { failsWith, hitsOf } from './code-switch.ts';
import { forget } from './forgetful.ts';
import type { CodeMutant } from './instrument.ts';

/** `once`: nothing but the loading of a file comes past it. */
export type CodeVerdict = 'test' | 'circle' | 'survived' | 'not covered' | 'text' | 'once';

type Measured = CodeClaim & {
  readonly hits: ReadonlyMap<string, number>;
  readonly milliseconds: number;
};

const CHECK_EVERY = 200;
/** Code whose results the rules remember from one call to the next. */
const REMEMBERED = /\/(language|bulk)\/|\/(parameter-source|region)\.ts$/;

/**
 * Runs every test once, noting which mutants it comes past; throws where one fails without any mutant. Tests
 * that cannot be repeated, because they write files, are left out.
 */
export async function measured(claims: readonly CodeClaim[]): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const [index, claim] of claims.entries()) {
    // What is remembered from another file would hide what this one comes past.
    if (claim.file !== claims[index - 1]?.file) forget();
    const started = performance.now();
    const hits = await hitsOf(String(index + 1), claim.run);
    const milliseconds = performance.now() - started;
    if (await holds(claim)) all.push({ ...claim, hits, milliseconds });
  }
  return all.toSorted((a, b) => a.milliseconds - b.milliseconds);
}

export type Judged = { readonly mutant: CodeMutant; readonly verdict: CodeVerdict };

type Course = {
  readonly isStatic: (id: string) => boolean;
  /** Asked before each mutant. */
  readonly isTimeOver: () => boolean;
  readonly tell: (line: string) => void;
};

/**
 * Tries mutants one after another until time is over. Verdicts count once every test has held again without a
 * mutant; where one does not, those since the last time are given up and the course ends.
 */
export async function judgeCode(
  mutants: readonly CodeMutant[],
  claims: readonly Measured[],
  { isStatic, isTimeOver, tell }: Course,
): Promise<readonly Judged[]> {
  const killed = new Map<Measured, number>();
  const sure: Judged[] = [];
  let open: Judged[] = [];
  for (const mutant of mutants) {
    if (isTimeOver()) break;
    const verdict = await verdictOn(mutant, claims, isStatic, killed);
    open.push({ mutant, verdict });
    if (open.length < CHECK_EVERY) continue;
    const broken = await brokenClaim(claims);
    if (broken !== null) {
      tell(`given up after ${sure.length}: a mutant left something behind, which breaks ${broken}`);
      return sure;
    }
    sure.push(...open);
    open = [];
    tell(`${sure.length} of ${mutants.length}`);
  }
  return (await brokenClaim(claims)) === null ? [...sure, ...open] : sure;
}

async function verdictOn(
  { id, path, leftOut }: CodeMutant,
  claims: readonly Measured[],
  isStatic: (id: string) => boolean,
  killed: Map<Measured, number>,
): Promise<CodeVerdict> {
  if (leftOut !== null) return 'text';
  const own = claims.filter(({ hits }) => hits.has(id));
  if (own.length === 0) return isStatic(id) ? 'once' : 'not covered';
  const isRemembered = REMEMBERED.test(path);
  if (isRemembered) forget();
  const times = (claim: Measured) => killed.get(claim) ?? 0;
  let verdict: CodeVerdict = 'survived';
  for (const claim of own.toSorted((a, b) => times(b) - times(a))) {
    const fails = await failsWith(id, claim.hits.get(id) ?? 0, claim.run);
    if (fails === 'no') continue;
    killed.set(claim, times(claim) + 1);
    verdict = fails === 'circle' ? 'circle' : 'test';
    break;
  }
  if (isRemembered) forget();
  return verdict;
}

/** The first test that fails without any mutant: what one left behind would falsify every later verdict. */
async function brokenClaim(claims: readonly Measured[]): Promise<string | null> {
  for (const claim of claims) {
    if (!(await holds(claim))) return claim.name;
  }
  return null;
}

async function holds(claim: CodeClaim): Promise<boolean> {
  try {
    await claim.run();
    return true;
  } catch {
    return false;
  }
}
