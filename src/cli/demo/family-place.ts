import { type DivisionIndex, kindOf } from '../../kernel/division.ts';
import type { PlaceCode } from '../../kernel/place.ts';

export type FamilyPlace = { readonly code: PlaceCode; readonly residence: 'urban' | 'rural' };

/** Every village below a place, rural when its name says 村. (The demo's reading; law lets a county choose.) */
export function familyPlacesIn(index: DivisionIndex, code: string): readonly FamilyPlace[] {
  return index.children(code).flatMap((place) => {
    if (place.level !== 'village') return familyPlacesIn(index, place.code);
    return [{ code: place.code, residence: kindOf(place) === '村' ? 'rural' : 'urban' }];
  });
}
