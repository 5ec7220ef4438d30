import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { type Difference, differenceAgain } from './compare.ts';
import type { Program } from './program.ts';

/** Tries on one household; a difference is shown on the smallest that still has it. */
const MOST_TRIES = { 'single and by hand': 800, 'bulk and single': 60 } as const;

const LISTS = [
  ...(['incomes', 'transfersPaid', 'assets', 'supporters', 'spendings', 'pastReliefs'] as const),
];
const AT_LEAST_ONE = ['familySize', 'supportedPersons', 'obligors', 'persons', 'disabilityGrade'];

type Step = (facts: HouseholdFacts) => HouseholdFacts;

/** The same difference on a household from which nothing more can be taken away. */
export function shrunk(tried: Program, difference: Difference): Difference {
  let smallest = difference;
  const most = MOST_TRIES[difference.between];
  let tries = 0;
  for (let isSmaller = true; isSmaller && tries < most; ) {
    isSmaller = false;
    for (const step of stepsFor(smallest.facts)) {
      if (tries >= most) break;
      tries += 1;
      const still = tryAgain(tried, smallest, step);
      if (!still) continue;
      smallest = still;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** The difference as it is after a step; undefined where it is gone, or the step makes no sense. */
function tryAgain(tried: Program, from: Difference, step: Step): Difference | undefined {
  try {
    const facts = step(from.facts);
    const way = from.way && { ...from.way, facts: step(from.way.facts) };
    return differenceAgain(tried, from, { facts, ways: way ? [way] : [] });
  } catch {
    return undefined;
  }
}

/** Members, then records, then figures and answers, one at a time. */
function stepsFor(facts: HouseholdFacts): readonly Step[] {
  const members = facts.members.filter((each) => each.relation !== 'self');
  return [
    ...members.map(
      ({ id }): Step =>
        (from) =>
          withoutMember(from, id),
    ),
    ...LISTS.flatMap((list) =>
      (facts[list] ?? []).map(
        ({ id }): Step =>
          (from) =>
            withoutRecord(from, list, id),
      ),
    ),
    ...(['relief', 'exit'] as const)
      .filter((part) => facts[part] !== null)
      .map(
        (part): Step =>
          (from) => ({ ...from, [part]: null }),
      ),
    ...plainSteps(facts),
  ];
}

function withoutMember(from: HouseholdFacts, member: string): HouseholdFacts {
  const others = <T extends object>(rows: readonly T[] | null) =>
    rows?.filter((row) => !Object.values(row).includes(member)) ?? null;
  return {
    ...from,
    ...{ members: others(from.members) ?? [], incomes: others(from.incomes) },
    ...{ transfersPaid: others(from.transfersPaid), assets: others(from.assets) },
    ...{ supporters: others(from.supporters), spendings: others(from.spendings) },
  };
}

function withoutRecord(
  from: HouseholdFacts,
  list: (typeof LISTS)[number],
  id: string,
): HouseholdFacts {
  const rows: readonly { readonly id: string }[] | null = from[list];
  return { ...from, [list]: rows?.filter((row) => row.id !== id) ?? null };
}

type Fields = Record<string, unknown>;

/** Figures to nothing, answers to no. */
function plainSteps(facts: HouseholdFacts): Step[] {
  return recordsIn(facts).flatMap((fields, index) =>
    Object.entries(fields).flatMap(([field, fact]): Step[] => {
      const plain = plainOf(field, fact);
      if (plain === undefined || plain === fact) return [];
      return [
        (from) => {
          const copy = structuredClone(from);
          const record = recordsIn(copy)[index];
          if (record && record[field] !== null) record[field] = plain;
          return copy;
        },
      ];
    }),
  );
}

function plainOf(field: string, fact: unknown): unknown {
  if (typeof fact === 'boolean') return false;
  if (typeof fact !== 'number') return undefined;
  return AT_LEAST_ONE.includes(field) ? 1 : 0;
}

function recordsIn(facts: HouseholdFacts): Fields[] {
  const lists = [facts.members, ...LISTS.map((list) => facts[list] ?? [])];
  const parts = [facts, facts.relief ?? {}, facts.exit ?? {}];
  return [...parts, ...lists.flat()] as Fields[];
}
