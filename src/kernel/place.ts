/**
 * A place of the administrative tree by its statistical code: 2 digits province, 4 prefecture, 6 county,
 * 9 township, 12 village. A place contains another when its code is a prefix of the other's.
 */
export type PlaceCode = string & { readonly __brand: 'PlaceCode' };

export function placeCode(text: string): PlaceCode {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(text))
    throw new RangeError(`not a place: ${text}`);
  return text as PlaceCode;
}

export function contains(outer: PlaceCode, inner: PlaceCode): boolean {
  return inner.startsWith(outer);
}

/** The county a place lies in; a prefecture or province lies in none, so it throws. */
export function countyOf(place: PlaceCode): PlaceCode {
  return ancestor(place, 6);
}

/** The township a place lies in; a county or anything larger lies in none, so it throws. */
export function townshipOf(place: PlaceCode): PlaceCode {
  return ancestor(place, 9);
}

function ancestor(place: PlaceCode, digits: number): PlaceCode {
  if (place.length < digits) throw new RangeError(`${place} is larger than the place asked for`);
  return placeCode(place.slice(0, digits));
}
