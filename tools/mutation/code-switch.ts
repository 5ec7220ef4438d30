/** What instrumented code reads and counts: which mutant is on, and which mutants a test came past. */
type Switch = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: {
    readonly perTest: Record<string, Record<string, number>>;
    readonly static: Record<string, number>;
  };
};

const board: Switch = {};
/** The name under which Stryker's instrumented code looks for it. */
Object.assign(globalThis, { __stryker__: board });

/** A mutant that is come past far more often than without it goes round in a circle. */
const TIMES_AS_OFTEN = 10;
const AT_LEAST = 10_000;

/** How often a test comes past each mutant. */
export async function hitsOf(
  test: string,
  run: () => unknown,
): Promise<ReadonlyMap<string, number>> {
  board.currentTestId = test;
  try {
    await run();
  } finally {
    board.currentTestId = undefined;
  }
  return new Map(Object.entries(board.mutantCoverage?.perTest[test] ?? {}));
}

/** Whether a test fails while a mutant is on, and whether because it went round in a circle. */
export async function failsWith(
  mutant: string,
  hits: number,
  run: () => unknown,
): Promise<'no' | 'yes' | 'circle'> {
  board.activeMutant = mutant;
  board.hitCount = 0;
  board.hitLimit = Math.max(AT_LEAST, hits * TIMES_AS_OFTEN);
  try {
    await run();
    return 'no';
  } catch {
    return board.hitCount > board.hitLimit ? 'circle' : 'yes';
  } finally {
    board.activeMutant = undefined;
  }
}

/** Whether the loading of a file comes past a mutant. */
export function isStaticallyHit(mutant: string): boolean {
  return board.mutantCoverage?.static[mutant] !== undefined;
}
