import { assessScheme, type Given } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { HouseholdFacts } from './facts.ts';
import type { Region } from './region.ts';

/** The same input again must give the same result; the stored one is compared as plain JSON. */
export function replayAssessment(
  stored: Assessment,
  facts: HouseholdFacts,
  region: Region,
  nameOf?: Given['nameOf'],
): { same: boolean; now: Assessment | null } {
  const { on, knownOn, scheme } = stored;
  const again = assessScheme(scheme, facts, region, { on, knownOn, ...(nameOf ? { nameOf } : {}) });
  if (!again.ok) return { same: false, now: null };
  return { same: ordered(again.assessment) === ordered(stored), now: again.assessment };
}

/** As text whatever the order of the keys: a database that keeps JSON does not keep that. */
function ordered(assessment: Assessment): string {
  return JSON.stringify(assessment, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
