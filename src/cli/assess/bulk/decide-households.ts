import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Brief, briefOf } from '../../../rules/brief.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { assessHousehold } from '../../../rules/overview.ts';
import { loadRegion, type Region } from '../../../rules/region.ts';
import { readRegionJson } from '../../region-reader.ts';

/** What the whole run is decided by; where nothing is given, each household's own place and day. */
export type BulkGiven = {
  readonly region: Region | null;
  readonly on: LocalDate | null;
  readonly knownOn: LocalDate | null;
};

/** Decides households one by one, each place read once. Null where a household has no day to be decided on. */
export function householdDecider(given: BulkGiven): (facts: HouseholdFacts) => Brief | null {
  const regions = new Map<string, Region>();
  const regionOf = (place: string): Region => {
    const known = regions.get(place) ?? loadRegion(readRegionJson, place);
    regions.set(place, known);
    return known;
  };
  return (facts) => {
    const on = given.on ?? facts.acceptedOn;
    if (on === null) return null;
    const region = given.region ?? regionOf(facts.place);
    const knownOn = given.knownOn ?? on;
    return briefOf(assessHousehold(facts, region, { on, knownOn }), on);
  };
}
