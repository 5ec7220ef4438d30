import type { HouseholdFacts } from '../facts.ts';
import type { Level } from '../language/declaration.ts';

/** One record of facts, whatever its level. */
export type Facts = Readonly<Record<string, unknown>>;

/** Where the facts of a household keep the records of a level, and which key names their member. */
export const LIST_OF: Readonly<Record<Listed, readonly [list: string, owner: string | null]>> = {
  member: ['members', null],
  pastRelief: ['pastReliefs', null],
  income: ['incomes', 'member'],
  transfer: ['transfersPaid', 'member'],
  asset: ['assets', 'owner'],
  supporter: ['supporters', 'supports'],
  spending: ['spendings', 'member'],
};
export type Listed = Exclude<Level, 'area' | 'household'>;

/** The list as recorded; null where nobody has asked about it. */
export function listOf(facts: HouseholdFacts, level: Listed): readonly Facts[] | null {
  const list: unknown = (facts as Facts)[LIST_OF[level][0]];
  return Array.isArray(list) ? list : null;
}

/** What lies at a path in a record; null where it is not known. */
export function factAt(record: Facts, path: readonly string[]): unknown {
  let at: unknown = record;
  for (const key of path) at = (at as Facts | null | undefined)?.[key];
  return at ?? null;
}
