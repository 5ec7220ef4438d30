import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { fen } from '../../src/kernel/fen.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';

type Relief = NonNullable<HouseholdFacts['relief']>;

/** One person without income whose home burnt down; the village is in the demo county. */
export function burntFamily(
  number: number,
  village: string,
  changed: Partial<Relief> = {},
): SyntheticFamily {
  const plain = simpleFamily({ number, village, members: 1, monthlyIncome: fen(0) });
  const facts = {
    ...plain.facts,
    pastReliefs: [],
    members: plain.facts.members.map((each) => ({ ...each, currentScheme: 'none' as const })),
    relief: {
      ...({ kind: 'emergency', cause: 'fire', severity: 'general', persons: 1 } as const),
      ...{ months: 1, days: 0, loss: fen(500_000), repeatJustified: null },
      ...changed,
    },
  };
  return { ...plain, facts };
}
