import type { Random } from '../../src/cli/demo/random.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { fraction } from './fraction.ts';
import type { Guess } from './sheet.ts';
import type { Shelf } from './shelf.ts';

/**
 * Households of which something is not known yet, and the ways in which that may turn out. What the program
 * decides without a fact must be what comes out however the fact turns out; by hand each way is tried.
 */

type Fields = Record<string, unknown>;

const LISTS = [
  ...(['members', 'incomes', 'transfersPaid', 'assets', 'supporters'] as const),
  ...(['spendings', 'pastReliefs'] as const),
];

/** What may not be left open: who a record belongs to, and what kind of record it is. */
const FIXED = ['id', 'member', 'owner', 'supports', 'place', 'period', 'basis'];
const FIXED_KINDS = ['incomes', 'transfersPaid', 'assets', 'spendings'];

/** Facts of several households by list and field, to fill a gap with. */
export type Pool = ReadonlyMap<string, readonly unknown[]>;

type Record_ = { readonly of: string; readonly fields: Fields };

/** The household's own line and every record of it, open to change. */
function recordsIn(facts: HouseholdFacts): Record_[] {
  const parts = (['relief', 'exit'] as const).flatMap((of) => {
    const fields = facts[of];
    return fields ? [{ of, fields: fields as Fields }] : [];
  });
  const listed = LISTS.flatMap((of) =>
    (facts[of] ?? []).map((fields) => ({ of, fields: fields as Fields })),
  );
  return [{ of: 'household', fields: facts as Fields }, ...parts, ...listed];
}

function isOpenable({ of, fields }: Record_, field: string): boolean {
  if (FIXED.includes(field) || (field === 'kind' && FIXED_KINDS.includes(of))) return false;
  if (field === 'members') return false;
  return fields[field] !== null;
}

/** The same household with a few facts, a list, or what is applied for not known yet. */
export function withGaps(random: Random, facts: HouseholdFacts): HouseholdFacts {
  const open = structuredClone(facts);
  const gaps = random.weighted([
    [1, 6],
    [2, 3],
    [random.whole(3, 6), 2],
  ]);
  for (let gap = 0; gap < gaps; gap += 1) {
    const records = recordsIn(open);
    const record = random.chance(0.1) ? records[0] : random.pick(records);
    if (!record) continue;
    const fields = Object.keys(record.fields).filter((field) => isOpenable(record, field));
    if (fields.length > 0) record.fields[random.pick(fields)] = null;
  }
  return open;
}

export function poolOf(households: readonly HouseholdFacts[]): Pool {
  const pool = new Map<string, unknown[]>();
  for (const { of, fields } of households.flatMap(recordsIn)) {
    for (const [field, fact] of Object.entries(fields)) {
      if (fact === null) continue;
      const found = pool.get(`${of}.${field}`);
      if (found) found.push(fact);
      else pool.set(`${of}.${field}`, [fact]);
    }
  }
  return pool;
}

/** One way the gaps may turn out; `whole` is how the household was before they were made. */
function filled(
  random: Random,
  facts: HouseholdFacts,
  whole: HouseholdFacts,
  pool: Pool,
): HouseholdFacts {
  const complete = structuredClone(facts);
  for (const list of LISTS) {
    const rows = random.chance(0.5) ? structuredClone(whole[list]) : [];
    if (complete[list] === null) Object.assign(complete, { [list]: rows });
  }
  for (const { of, fields } of recordsIn(complete)) {
    for (const [field, fact] of Object.entries(fields)) {
      if (fact !== null || field === 'exit') continue;
      const facts_ = pool.get(`${of}.${field}`) ?? [];
      if (facts_.length > 0) fields[field] = structuredClone(random.pick(facts_));
    }
  }
  if (whole.exit !== null && complete.exit === null) complete.exit = structuredClone(whole.exit);
  return complete;
}

/** How the gaps turned out: the facts, what the place had not laid down, and figures nobody can know. */
export type Way = {
  readonly facts: HouseholdFacts;
  readonly shelf: Shelf;
  readonly guess: Guess;
};

/** What gaps of a household may be filled with: facts of others, and the place with what it lacks made up. */
export type Filling = { readonly pool: Pool; readonly shelves: readonly Shelf[] };

export function waysToFill(
  random: Random,
  facts: HouseholdFacts,
  whole: HouseholdFacts,
  { pool, shelves }: Filling,
  count: number,
): readonly Way[] {
  return Array.from({ length: count }, (_, number) => ({
    facts: number === 0 ? whole : filled(random, facts, whole, pool),
    shelf: random.pick(shelves),
    guess: {
      figure: fraction(random.pick([0, 0, 1, 30_000, 200_000, 10_000_000])),
      answer: random.chance(0.5),
      share: random.pick([0, 0.5, 1]),
    },
  }));
}
