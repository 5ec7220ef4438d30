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

const CHECK_EVERY = 500;
/** Code whose results the rules remember from one call to the next. */
const REMEMBERED = /\/(language|bulk)\/|\/(parameter-source|region)\.ts$/;

/** Runs every test once, noting which mutants it comes past; throws where one fails without any mutant. */
export async function measured(claims: readonly CodeClaim[]): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const [index, claim] of claims.entries()) {
    // What is remembered from another file would hide what this one comes past.
    if (claim.file !== claims[index - 1]?.file) forget();
    const started = performance.now();
    const hits = await hitsOf(String(index + 1), claim.run);
    all.push({ ...claim, hits, milliseconds: performance.now() - started });
  }
  return all.toSorted((a, b) => a.milliseconds - b.milliseconds);
}

/** Tries mutants one after another; `tell` hears each verdict. */
export async function judgeCode(
  mutants: readonly CodeMutant[],
  claims: readonly Measured[],
  isStatic: (id: string) => boolean,
  tell: (mutant: CodeMutant, verdict: CodeVerdict) => void,
): Promise<void> {
  const killed = new Map<Measured, number>();
  for (const [index, mutant] of mutants.entries()) {
    if (index % CHECK_EVERY === CHECK_EVERY - 1) await stillHold(claims);
    tell(mutant, await verdictOn(mutant, claims, isStatic, killed));
  }
  await stillHold(claims);
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

/** What a mutant left behind would falsify every later verdict. */
async function stillHold(claims: readonly Measured[]): Promise<void> {
  for (const claim of claims) {
    try {
      await claim.run();
    } catch (cause) {
      throw new Error(`a mutant left something behind: ${claim.name}`, { cause });
    }
  }
}
