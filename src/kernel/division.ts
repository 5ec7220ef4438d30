import { type PlaceCode, placeCode } from './place.ts';

/**
 * A cut of the national division tree as kept in `regions/<province>/<prefecture>/division.json`.
 * Parents are not written down: a place's parent is the place whose code is its longest prefix. (Who
 * *administers* a place is another relation: the development zone of 达州 runs towns with a 达川 prefix.)
 */
export type Division = {
  readonly title: string;
  /** Name of the data's publisher, the package and version it was cut from, and its licence. */
  readonly source: string;
  readonly version: string;
  readonly licence: string;
  /** The day the publisher describes, "YYYY-MM-DD". Earlier and later trees are files of their own. */
  readonly validFrom: string;
  /** `[code, official name]` in code order, from the province down. */
  readonly places: readonly (readonly [string, string])[];
};

export type Place = {
  readonly code: PlaceCode;
  readonly name: string;
  readonly level: PlaceLevel;
};

export type PlaceLevel = 'province' | 'prefecture' | 'county' | 'township' | 'village';

export type TownshipKind = '街道' | '镇' | '乡' | '民族乡';
export type VillageKind = '村' | '社区' | '居委会';

export type DivisionIndex = {
  readonly division: Division;
  readonly findPlace: (code: string) => Place | undefined;
  /** The places one level below, in code order; empty for a village or an unknown code. */
  readonly children: (code: string) => readonly Place[];
  /** '四川省达州市通川区东城街道…'; a code outside the cut gives ''. */
  readonly pathName: (code: string) => string;
  /** Places whose full name holds every word of the text, or whose code starts with it; best first. */
  readonly search: (text: string, limit?: number) => readonly Place[];
};

const LEVELS: ReadonlyMap<number, PlaceLevel> = new Map([
  [2, 'province'],
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
]);

/** Reads a division file. Throws on a malformed file: places come from data we ship, not from people. */
export function indexDivision(json: unknown): DivisionIndex {
  if (!isDivision(json)) throw new TypeError('not a division file');
  const byCode = new Map<string, Place>();
  const below = new Map<string, Place[]>();
  const paths = new Map<string, string>();
  for (const [text, name] of json.places) {
    const code = placeCode(text);
    if (byCode.has(code)) throw new RangeError(`two places with code ${code}`);
    const parent = parentOf(code);
    if (parent !== undefined && !byCode.has(parent)) throw new RangeError(`${code} has no parent`);
    const place: Place = { code, name, level: levelOf(code) };
    byCode.set(code, place);
    paths.set(code, (paths.get(parent ?? '') ?? '') + name);
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const pathName = (code: string) => paths.get(code) ?? '';
  return {
    division: json,
    findPlace: (code) => byCode.get(code),
    children: (code) => below.get(code) ?? [],
    pathName,
    search: (text, limit = 20) => search([...byCode.values()], pathName, text).slice(0, limit),
  };
}

export function levelOf(code: PlaceCode): PlaceLevel {
  const level = LEVELS.get(code.length);
  if (level === undefined) throw new RangeError(`not a place: ${code}`);
  return level;
}

/** What a township or village is by the ending of its official name; 'unknown' where the name leaves it open. */
export function kindOf(
  place: Pick<Place, 'level' | 'name'>,
): TownshipKind | VillageKind | 'unknown' {
  if (place.level === 'township') return townshipKind(place.name);
  if (place.level === 'village') return villageKind(place.name);
  return 'unknown';
}

function townshipKind(name: string): TownshipKind | 'unknown' {
  if (name.endsWith('街道') || name.endsWith('街道办事处')) return '街道';
  if (name.endsWith('族乡')) return '民族乡';
  if (name.endsWith('镇')) return '镇';
  return name.endsWith('乡') ? '乡' : 'unknown';
}

function villageKind(name: string): VillageKind | 'unknown' {
  if (/(村|村民委员会|村委会)$/.test(name)) return '村';
  if (/社区(居民委员会|居委会)?$/.test(name)) return '社区';
  return /(居民委员会|居委会)$/.test(name) ? '居委会' : 'unknown';
}

function parentOf(code: PlaceCode): string | undefined {
  const lengths = [...LEVELS.keys()];
  const above = lengths[lengths.indexOf(code.length) - 1];
  return above === undefined ? undefined : code.slice(0, above);
}

function search(
  places: readonly Place[],
  pathName: (code: string) => string,
  text: string,
): readonly Place[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return [];
  if (/^\d+$/.test(text.trim())) return places.filter((place) => place.code.startsWith(last));
  // The last word must be in the place's own name, else a county would bring all of its villages.
  const found = places.filter(
    (place) =>
      (place.name.includes(last) || pathName(place.code).endsWith(last)) &&
      words.every((word) => pathName(place.code).includes(word)),
  );
  const rank = (place: Place) => {
    if (place.name === last) return 0;
    return place.name.startsWith(last) ? 1 : 2;
  };
  return found.toSorted(
    (a, b) => rank(a) - rank(b) || a.code.length - b.code.length || (a.code < b.code ? -1 : 1),
  );
}

function isDivision(json: unknown): json is Division {
  if (typeof json !== 'object' || json === null) return false;
  const texts = ['title', 'source', 'version', 'licence', 'validFrom'] as const;
  const record = json as Partial<Record<keyof Division, unknown>>;
  if (!texts.every((key) => typeof record[key] === 'string')) return false;
  return Array.isArray(record.places) && record.places.every(isRow);
}

function isRow(row: unknown): boolean {
  return Array.isArray(row) && row.length === 2 && row.every((cell) => typeof cell === 'string');
}
