import type { Place } from '../../kernel/division.ts';
import type { Standards } from './store.ts';

/** A place and everything below it, in code order: what a form offers to somebody whose area this is. */
export function placesIn({ divisions }: Standards, area: string): readonly Place[] {
  return divisions.flatMap((division) => {
    const below = (code: string): Place[] =>
      division.children(code).flatMap((place) => [place, ...below(place.code)]);
    const own = division.findPlace(area);
    return own ? [own, ...below(area)] : [];
  });
}
