import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Brief, briefOf } from '../../../rules/brief.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { assessHousehold } from '../../../rules/overview.ts';
import type { Region } from '../../../rules/region.ts';
import { InputFault } from '../../io.ts';
import type { RegionOf } from '../../region-finder.ts';

/** What the whole run is decided by; where nothing is given, each household's own place and day. */
export type BulkGiven = {
  readonly regionOf: RegionOf;
  readonly region: Region | null;
  readonly on: LocalDate | null;
  readonly knownOn: LocalDate | null;
};

export type Decided =
  | { readonly ok: true; readonly brief: Brief }
  | { readonly ok: false; readonly reason: string };

const NO_DAY = '没有受理日期：请写明 acceptedOn，或者用 --on 给出核算基准日';

/** Decides households one by one; what keeps one from being decided leaves the others alone. */
export function householdDecider(given: BulkGiven): (facts: HouseholdFacts) => Decided {
  return (facts) => {
    const on = given.on ?? facts.acceptedOn;
    if (on === null) return { ok: false, reason: NO_DAY };
    try {
      const region = given.region ?? given.regionOf(facts.place);
      const knownOn = given.knownOn ?? on;
      const overview = assessHousehold(facts, region, { on, knownOn });
      return { ok: true, brief: briefOf(overview, on) };
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      return { ok: false, reason: error.message };
    }
  };
}
