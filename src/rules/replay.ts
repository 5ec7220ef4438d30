import { assessScheme, type Given } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { HouseholdFacts } from './facts.ts';
import type { Region } from './region.ts';
import type { Release } from './release.ts';
import { findRelease } from './released/index.ts';

/**
 * The same input again must give the same result; the stored one is compared as plain JSON. It is computed by
 * the version of the rules it was decided under, whatever the rules of today are.
 */
export function replayAssessment(
  stored: Assessment,
  facts: HouseholdFacts,
  region: Region,
  nameOf?: Given['nameOf'],
  releaseOf: (version: string) => Release | null = findRelease,
): { same: boolean; now: Assessment | null } {
  const { on, knownOn, scheme } = stored;
  const release = releaseOf(stored.ruleSetVersion);
  if (!release) return { same: false, now: null };
  const given = { on, knownOn, release, ...(nameOf ? { nameOf } : {}) };
  const again = assessScheme(scheme, facts, region, given);
  if (!again.ok) return { same: false, now: null };
  const same = assessmentText(again.assessment) === assessmentText(stored);
  return { same, now: again.assessment };
}

/** As text whatever the order of the keys: a database that keeps JSON does not keep that. */
export function assessmentText(assessment: Assessment): string {
  return JSON.stringify(assessment, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
