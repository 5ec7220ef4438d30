import { isDeepStrictEqual } from 'node:util';
import { placeCode } from '../../src/kernel/place.ts';
import { type Brief, briefOf } from '../../src/rules/brief.ts';
import type { Lane } from '../../src/rules/bulk-brief.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Overview } from '../../src/rules/overview.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import type { Difference } from './compare.ts';
import type { Program } from './program.ts';
import type { Setting } from './setting.ts';
import { count, type Tally } from './tally.ts';

type Decided = { readonly facts: HouseholdFacts; readonly overview: Overview };

/** Households of one place in bulk, against each decided alone. */
export function bulkDifferences(
  tried: Program,
  setting: Setting,
  decided: readonly Decided[],
  tally: Tally,
): Difference[] {
  const { region, asOf } = setting;
  const lanes: Lane[] = [];
  const households = decided.map((each) => each.facts);
  const briefs = tried.many(
    households,
    () => region,
    asOf,
    (_, lane) => lanes.push(lane),
  );
  const schemes = lanes.length / decided.length;
  return decided.flatMap(({ facts, overview }, index) => {
    const own = lanes.slice(index * schemes, (index + 1) * schemes);
    count(tally, 'lane', own.includes('exact') ? 'exact' : 'kernel');
    return briefDifferences(setting, facts, briefOf(overview, asOf.on), briefs[index]);
  });
}

/** Some households of several places, as a province has them: all in bulk on the first one's day. */
export function mixedDifferences(
  tried: Program,
  places: readonly { readonly setting: Setting; readonly households: readonly HouseholdFacts[] }[],
  tally: Tally,
): Difference[] {
  const [first] = places;
  if (!first) return [];
  const { asOf } = first.setting;
  const moved = places.flatMap(({ setting, households }, number) =>
    households.map((facts) => ({
      setting: { ...setting, label: `${setting.label}, among other places`, asOf },
      facts: { ...facts, place: placeCode(`99000${number}001`) },
    })),
  );
  const regions = new Map(moved.map(({ setting, facts }) => [facts.place, setting.region]));
  const briefs = tried.many(
    moved.map((each) => each.facts),
    ({ place }) => regions.get(place) ?? first.setting.region,
    asOf,
  );
  count(tally, 'all', 'mixed', moved.length);
  return moved.flatMap(({ setting, facts }, index) => {
    const single = briefOf(tried.one(facts, setting.region, asOf), asOf.on);
    return briefDifferences(setting, facts, single, briefs[index]);
  });
}

function briefDifferences(
  setting: Setting,
  facts: HouseholdFacts,
  single: Brief,
  bulk: Brief | undefined,
): Difference[] {
  if (JSON.stringify(bulk) === JSON.stringify(single)) return [];
  const parts = Object.keys(single.schemes) as Scheme[];
  const scheme = parts.find(
    (each) => !isDeepStrictEqual(bulk?.schemes[each], single.schemes[each]),
  );
  const of = (brief: Brief | undefined) => (scheme ? brief?.schemes[scheme] : brief);
  return [
    {
      ...{ between: 'bulk and single', scheme: scheme ?? 'household', setting, facts, way: null },
      ...{ decided: of(bulk), expected: of(single) },
    },
  ];
}
