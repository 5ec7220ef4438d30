import canonicalize from 'canonicalize';

/** What may be hashed: numbers are safe integers (money in fen, dates as strings). */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * RFC 8785 text of a value. Throws a TypeError naming the path for everything that two programs could write
 * differently or drop silently: fractions, NaN, undefined, dates, class instances, lone surrogates.
 */
export function canonicalJson(value: CanonicalValue): string {
  refuseAmbiguous(value, '$');
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no canonical form');
  return text;
}

function refuseAmbiguous(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return refuseUnpaired(value, path);
  if (typeof value === 'number') return refuseFraction(value, path);
  if (Array.isArray(value)) return refuseInList(value, path);
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`${path}: ${typeof value} has no canonical form`);
  }
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key !== 'string') throw new TypeError(`${path}: a symbol as key`);
    refuseUnpaired(key, path);
    refuseAmbiguous(Reflect.get(value, key), `${path}.${key}`);
  }
}

// A hole in a list reads as undefined here, and is refused like it.
function refuseInList(list: readonly unknown[], path: string): void {
  for (let index = 0; index < list.length; index += 1) {
    refuseAmbiguous(list[index], `${path}[${index}]`);
  }
}

function refuseFraction(value: number, path: string): void {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${path}: ${value} is no safe integer`);
}

function refuseUnpaired(text: string, path: string): void {
  if (!text.isWellFormed()) throw new TypeError(`${path}: lone surrogate`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
