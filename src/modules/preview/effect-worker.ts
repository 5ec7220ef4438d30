import { parentPort, workerData } from 'node:worker_threads';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { PublishedPart } from '../standards/index.ts';
import { createStandards } from '../standards/store.ts';
import { changedRegion } from './changed-region.ts';
import { type Compared, type Decided, effectsOf } from './effect.ts';
import type { Change } from './preview.ts';

/** What a worker is begun with. */
export type EffectWork = {
  readonly county: PlaceCode;
  readonly change: Change;
  readonly day: LocalDate;
  readonly months: readonly Month[];
  readonly knownOn: LocalDate;
  /** What was published when the run began: it goes on with the same, whatever comes meanwhile. */
  readonly published: readonly PublishedPart[];
};

/** A chunk as it comes from the database; the facts are read here, beside the thread that answers people. */
export type EffectChunk = readonly {
  readonly packed: Uint8Array;
  readonly facts: string;
  readonly decisions: Decided['decisions'];
}[];

function comparedBy({ published, ...work }: EffectWork): Compared {
  const { county, change, day, months, knownOn } = work;
  const { regionJson: readJson, regionOf } = createStandards(undefined, published);
  const after = changedRegion(change, { county, readJson, today: knownOn });
  return { before: { region: regionOf(county), knownOn }, after, day, months };
}

if (parentPort) {
  const port = parentPort;
  const compared = comparedBy(workerData as EffectWork);
  port.on('message', (chunk: EffectChunk) => {
    const households = chunk.map((each) => ({
      decisions: each.decisions,
      facts: each.packed.length > 0 ? each.packed : (JSON.parse(each.facts) as HouseholdFacts),
    }));
    port.postMessage(effectsOf(households, compared));
  });
}
