import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Brief, briefOf } from '../../../rules/brief.ts';
import { bulkBriefs } from '../../../rules/bulk-brief.ts';
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

/** Below this the kernel takes longer to make than the households to decide one by one. */
const FEW = 200;

/** Decides a batch, in its order; what keeps one household from being decided leaves the others alone. */
export function householdDecider(
  given: BulkGiven,
): (batch: readonly HouseholdFacts[]) => Decided[] {
  const regionOf = (place: string): Region => given.region ?? given.regionOf(place);
  return (batch) => {
    const decided: Decided[] = batch.map(() => ({ ok: false, reason: NO_DAY }));
    const decidable = [...batch.keys()].filter((index) => {
      const reason = whyNoRegion(regionOf, batch[index]?.place ?? '');
      if (reason !== null) decided[index] = { ok: false, reason };
      return reason === null;
    });
    const dayOf = (index: number) => given.on ?? batch[index]?.acceptedOn ?? null;
    for (const [on, positions] of Map.groupBy(decidable, dayOf)) {
      if (on === null) continue;
      const households = positions.flatMap((index) => batch[index] ?? []);
      const briefs = briefsOf(households, regionOf, { on, knownOn: given.knownOn ?? on });
      for (const [number, index] of positions.entries()) {
        const brief = briefs[number];
        if (brief) decided[index] = { ok: true, brief };
      }
    }
    return decided;
  };
}

function whyNoRegion(regionOf: (place: string) => Region, place: string): string | null {
  try {
    regionOf(place);
    return null;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    return error.message;
  }
}

function briefsOf(
  households: readonly HouseholdFacts[],
  regionOf: (place: string) => Region,
  asOf: { readonly on: LocalDate; readonly knownOn: LocalDate },
): Brief[] {
  if (households.length >= FEW) return bulkBriefs(households, ({ place }) => regionOf(place), asOf);
  return households.map((facts) =>
    briefOf(assessHousehold(facts, regionOf(facts.place), asOf), asOf.on),
  );
}
