import type { CodeClaim } from './code-claim.ts';
import { failsWith, type Hits, hitsOf, isStaticallyHit } from './code-switch.ts';
import { type Remembered, setAside } from './forgetful.ts';
import type { CodeMutant } from './instrument.ts';

/** `once`: nothing but the loading of a file comes past it. */
export type CodeVerdict = 'test' | 'circle' | 'survived' | 'not covered' | 'text' | 'once';

/** What has to be set aside for a mutant, because it is come past while that is made. */
type Depth = 'nothing' | 'made' | 'all';
const ASIDE: Readonly<Record<Depth, readonly Remembered[]>> = {
  nothing: [],
  made: ['made'],
  all: ['made', 'read'],
};

type Measured = CodeClaim & {
  /** What it comes past with so much set aside; null where that was not measured. */
  readonly hits: Readonly<Record<Depth, Hits | null>>;
  readonly milliseconds: number;
};

/** Of each file of slow tests so many are measured with everything forgotten; the rest would find the same. */
const FORGETTING_TESTS = 2;
const OWN_TESTS = /^language\//;
/** Milliseconds of work a mutant is tried for at first, and where it has survived before. */
const PATIENCE = { first: 1500, again: 6000 };
/** Tests that work longer (drawn families by the hundred) are only tried where the quick ones have found nothing. */
const QUICK = 400;

/**
 * Runs every test once, noting which mutants it comes past. Tests that fail here, or cannot be repeated because
 * they write files, are left out.
 */
export async function measured(
  claims: readonly CodeClaim[],
  depths: readonly Depth[],
): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  const seen = new Map<string, number>();
  for (const claim of claims) {
    const nth = (seen.get(claim.file) ?? 0) + 1;
    seen.set(claim.file, nth);
    const isForgetting = nth <= FORGETTING_TESTS || OWN_TESTS.test(claim.file);
    const forgotten = async (depth: Depth) =>
      isForgetting && depths.includes(depth) ? await hitsWithout(depth, claim.run) : null;
    const hits = { all: await forgotten('all'), made: await forgotten('made') };
    // What is remembered by then does not count.
    if (depths.length > 0 && (await hitsOf(claim.run)) === null) continue;
    const started = worked();
    const nothing = await hitsOf(claim.run);
    const milliseconds = worked() - started;
    if (nothing !== null) all.push({ ...claim, hits: { ...hits, nothing }, milliseconds });
  }
  return all;
}

async function hitsWithout(depth: Depth, run: () => unknown): Promise<Hits | null> {
  const bringBack = setAside(...ASIDE[depth]);
  try {
    return await hitsOf(run);
  } finally {
    bringBack();
  }
}

export type Judged = { readonly mutant: CodeMutant; readonly verdict: CodeVerdict };

/** How much must be set aside for each mutant that something made while remembering comes past. */
function depthsOf(claims: readonly Measured[]): ReadonlyMap<string, Depth> {
  const depths = new Map<string, Depth>();
  for (const { hits } of claims) {
    for (const [id, times] of hits.made?.times ?? []) {
      const warm = hits.nothing?.times.get(id) ?? 0;
      if (times > warm && depths.get(id) !== 'all') depths.set(id, 'made');
    }
    for (const [id, times] of hits.all?.times ?? []) {
      if (times > (hits.made?.times.get(id) ?? 0)) depths.set(id, 'all');
    }
  }
  return depths;
}

/** Judges one mutant after another; what it learns about the tests speeds up the next. */
export class Judge {
  readonly #claims: readonly Measured[];
  readonly #depths: ReadonlyMap<string, Depth>;
  /** Forgets everything for each mutant, also where none seems to get into what is remembered. */
  isCareful = false;
  readonly #kills = new Map<Measured, number>();

  constructor(claims: readonly Measured[]) {
    this.#claims = claims;
    this.#depths = depthsOf(claims);
  }

  /** Tries the tests that come past it, those that found many in little time first, until patience ends. */
  async verdictOn(mutant: CodeMutant, isLong: boolean): Promise<CodeVerdict> {
    if (mutant.leftOut !== null) return 'text';
    const depth = this.#depths.get(mutant.id) ?? 'nothing';
    const hitsIn = ({ hits }: Measured) => hits[depth] ?? hits.nothing;
    const all = this.#claims.filter((claim) => hitsIn(claim)?.times.has(mutant.id));
    const own = all.filter((claim) => isLong || isQuick(claim));
    if (all.length === 0) return isStaticallyHit(mutant.id) ? 'once' : 'not covered';
    const until = worked() + (isLong ? PATIENCE.again : PATIENCE.first);
    const bringBack = setAside(...ASIDE[this.isCareful ? 'all' : depth]);
    try {
      for (const claim of this.#inOrder(own, mutant)) {
        const fails = await failsWith(mutant.id, hitsIn(claim)?.steps ?? 0, claim.run);
        if (fails === 'no' && worked() < until) continue;
        if (fails === 'no') break;
        this.#kills.set(claim, (this.#kills.get(claim) ?? 0) + 1);
        return fails === 'circle' ? 'circle' : 'test';
      }
    } finally {
      bringBack();
    }
    return 'survived';
  }

  #inOrder(own: readonly Measured[], { path }: CodeMutant): readonly Measured[] {
    const [, name = ''] = /([^/]+)\.ts$/.exec(path) ?? [];
    const worth = (claim: Measured) =>
      (claim.file.endsWith(`${name}.test.ts`) ? 1e6 : 0) +
      (1 + (this.#kills.get(claim) ?? 0)) / (1 + claim.milliseconds);
    const worths = new Map(own.map((claim) => [claim, worth(claim)]));
    return own.toSorted((a, b) => (worths.get(b) ?? 0) - (worths.get(a) ?? 0));
  }

  /** The first of the tests used that fails without any mutant: what one left behind would falsify later verdicts. */
  async brokenClaim(isLong: boolean): Promise<string | null> {
    for (const claim of this.#claims) {
      if ((isLong || isQuick(claim)) && !(await holds(claim.run))) return claim.name;
    }
    return null;
  }
}

function isQuick({ milliseconds }: Measured): boolean {
  return milliseconds <= QUICK;
}

/** Milliseconds this process has worked, however busy the machine is. */
function worked(): number {
  return process.cpuUsage().user / 1000;
}

async function holds(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}
