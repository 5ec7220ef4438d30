import type { DisclosureEvent, DisclosureState, RegisterHit } from './disclosure.ts';

/**
 * What a fresh look into the register of officials records: nothing when it was not asked (null) or says the
 * same as before, so that a registration an inspector lifted is not set again by the same hit (TH-01).
 */
export function rematched(
  state: DisclosureState,
  hits: readonly RegisterHit[] | null,
): readonly DisclosureEvent[] {
  if (hits === null) return [];
  if (state.matchedOn !== null && keysOf(hits) === keysOf(state.hits)) return [];
  return [{ type: 'RegisterMatched', hits }];
}

function keysOf(hits: readonly RegisterHit[]): string {
  const keys = hits.map((hit) => [hit.entryId, hit.memberId, hit.through, hit.relation].join('|'));
  return keys.toSorted().join('\n');
}
