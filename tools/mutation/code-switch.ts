/** What instrumented code reads and counts: which mutant is on, and which mutants a test came past. */
type Switch = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** Taken down at every place that has mutants, by what `instrument` adds to Stryker's code. */
  stepsLeft: number;
  mutantCoverage?: {
    readonly perTest: Record<string, Record<string, number>>;
    readonly static: Record<string, number>;
  };
};

const board: Switch = { stepsLeft: Number.POSITIVE_INFINITY };
/** The name under which Stryker's instrumented code looks for it. */
Object.assign(globalThis, { __stryker__: board });

/** A test that takes far more steps than without a mutant goes round in a circle. */
const TIMES_AS_MANY = 10;
const AT_LEAST = 100_000;
const MOST = 1e9;
/** A test that waits for something a mutant keeps from coming. */
const LONGEST_WAIT = 120_000;

export type Hits = {
  /** How often a test comes past each mutant. */
  readonly times: ReadonlyMap<string, number>;
  readonly steps: number;
};

const NEVER: Readonly<Record<string, number>> = {};
let measuredTests = 0;

/** What a test comes past; null where it fails. */
export async function hitsOf(run: () => unknown): Promise<Hits | null> {
  measuredTests += 1;
  const test = String(measuredTests);
  board.currentTestId = test;
  board.stepsLeft = MOST;
  try {
    await run();
    const times = new Map(Object.entries(board.mutantCoverage?.perTest[test] ?? NEVER));
    return { times, steps: MOST - board.stepsLeft };
  } catch {
    return null;
  } finally {
    board.currentTestId = undefined;
    board.stepsLeft = Number.POSITIVE_INFINITY;
    if (board.mutantCoverage) delete board.mutantCoverage.perTest[test];
  }
}

/** Whether a test fails while a mutant is on, and whether because it went round in a circle. */
export async function failsWith(
  mutant: string,
  steps: number,
  run: () => unknown,
): Promise<'no' | 'yes' | 'circle'> {
  board.activeMutant = mutant;
  board.stepsLeft = Math.max(AT_LEAST, steps * TIMES_AS_MANY);
  try {
    return await inTime(run);
  } catch {
    return board.stepsLeft < 0 ? 'circle' : 'yes';
  } finally {
    board.activeMutant = undefined;
    board.stepsLeft = Number.POSITIVE_INFINITY;
  }
}

async function inTime(run: () => unknown): Promise<'no' | 'circle'> {
  const result = run();
  if (!(result instanceof Promise)) return 'no';
  const waited = Promise.withResolvers<'circle'>();
  const timer = setTimeout(() => waited.resolve('circle'), LONGEST_WAIT);
  try {
    return await Promise.race([result.then(() => 'no' as const), waited.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the loading of a file comes past a mutant. */
export function isStaticallyHit(mutant: string): boolean {
  return board.mutantCoverage?.static[mutant] !== undefined;
}
