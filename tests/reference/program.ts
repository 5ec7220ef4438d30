import type { Brief } from '../../src/rules/brief.ts';
import { bulkBriefs, type Lane } from '../../src/rules/bulk-brief.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { assessHousehold, type Overview } from '../../src/rules/overview.ts';
import type { AsOf, Region } from '../../src/rules/region.ts';
import type { Scheme } from '../../src/rules/scheme.ts';

/** What is tried: the program, one household at a time and many at once. Tests put a faulty one here. */
export type Program = {
  readonly one: (facts: HouseholdFacts, region: Region, asOf: AsOf) => Overview;
  readonly many: (
    households: readonly HouseholdFacts[],
    regionOf: (facts: Pick<HouseholdFacts, 'place'>) => Region,
    asOf: AsOf,
    heard?: (scheme: Scheme, lane: Lane) => void,
  ) => readonly Brief[];
};

export const program: Program = { one: assessHousehold, many: bulkBriefs };
