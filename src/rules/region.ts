import type { Citation } from '../kernel/citation.ts';
import { formatDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { type PlaceCode, placeCode } from '../kernel/place.ts';
import { type Adoption, readRegionFile, type RegionEntry, type RegionFile } from './region-file.ts';

/**
 * What places decide: dated values with their documents, as they stand in `regions/`. Two dates each:
 * from when a value applies (`effective`) and since when it was published (`known`), because standards are
 * adopted months after the day they reach back to (达州 2024: adopted 2 December, in force from 1 July).
 * A value stays in force until the next one or its own `until`. A value nobody gave is a refusal.
 */

/** The files that hold for a place, the nearest place first. */
export type Region = {
  readonly place: PlaceCode;
  readonly name: string;
  readonly files: readonly RegionFile[];
};

export const REGION_FILE_NAME = ['standard.json', 'rule.json', 'procedure.json'] as const;

/**
 * Reads a place and all places it lies in. `readJson` gets a path below `regions/` and returns the parsed
 * file, or undefined where there is none; reading is the caller's so that this stays pure.
 * Throws when a file does not fit the schema: bad data must not start.
 */
export function loadRegion(readJson: (path: string) => unknown, place: string): Region {
  const files = foldersOf(placeCode(place)).flatMap((folder) =>
    REGION_FILE_NAME.flatMap((name) => {
      const json = readJson(`${folder}/${name}`);
      return json === undefined ? [] : [getRegionFile(json, `${folder}/${name}`)];
    }),
  );
  const nearest = files.find((file) => file.place !== 'national');
  const adopted = files.flatMap((file) =>
    file.adopts.flatMap((each) => adoptedFile(readJson, file.name, each)),
  );
  const [local, national] = [
    files.filter((file) => file.place !== 'national'),
    files.filter((file) => file.place === 'national'),
  ];
  return {
    place: placeCode(place),
    name: nearest?.name ?? '全国',
    files: [...local, ...adopted, ...national],
  };
}

/** The stand-in values as this place's: from the day it adopted them, marked as not its own. */
function adoptedFile(
  readJson: (path: string) => unknown,
  name: string,
  { set, effective, why }: Adoption,
): RegionFile[] {
  const path = `${set}/rule.json`;
  const file = getRegionFile(readJson(path), path);
  const entries = file.entries.map(
    (each): RegionEntry => ({
      ...each,
      effective: each.effective < effective ? effective : each.effective,
      unknownLocally: true,
      doubt: `${why}，暂用通行口径${each.doubt ? `：${each.doubt}` : ''}`,
    }),
  );
  return [{ ...file, name: `${name}（暂用${file.name}）`, entries }];
}

/** Throws with the place of each fault: a file that cannot be read must not start the program. */
function getRegionFile(json: unknown, path: string): RegionFile {
  const read = readRegionFile(json);
  if (read.ok) return read.file;
  const faults = read.faults.map((each) => `${each.path.join('.')} ${each.message}`);
  throw new Error(`${path}：${faults.join('；')}`);
}

/** The folders below `regions/` whose files hold for a place, the nearest first. */
export function foldersOf(place: PlaceCode): string[] {
  const codes = [12, 9, 6, 4, 2].filter((length) => length <= place.length);
  const paths = codes.map((length) =>
    [2, 4, 6, 9, 12]
      .filter((each) => each <= length)
      .map((each) => place.slice(0, each))
      .join('/'),
  );
  return [...paths, 'national'];
}

/** A day and what was published by then. `knownOn` is later than `on` when an old month is computed anew. */
export type AsOf = { readonly on: LocalDate; readonly knownOn: LocalDate };
export type Residence = 'urban' | 'rural';

/** Why a parameter is asked for: its name in the data, in Chinese, and the rule that needs it. */
export type ParameterAsked = {
  readonly name: string;
  readonly title: string;
  readonly citation: Citation;
  /** It stands in the data under another name, for town or for country whoever asks. */
  readonly readAs?: { readonly name: string; readonly residence: Residence };
};

export type ParameterFound = {
  readonly name: string;
  readonly title: string;
  readonly value: unknown;
  readonly place: string;
  readonly placeName: string;
  readonly effective: LocalDate;
  readonly until: LocalDate | null;
  readonly known: LocalDate;
  readonly document: string | null;
  readonly documentTitle: string;
  readonly issuer: string;
  readonly citation: Citation;
  readonly unknownLocally: boolean;
};

export type Looked<T> =
  | { readonly ok: true; readonly found: T }
  | { readonly ok: false; readonly refusal: Refusal<'parameter-missing'> };

/**
 * The value in force. The nearest place that has one wins; within a place the latest effective date, then
 * the latest published. Refuses (`parameter-missing`) where no place gives one for that day.
 */
export function findParameter(
  region: Region,
  asked: ParameterAsked,
  asOf: AsOf,
  askedFor: Residence,
): Looked<ParameterFound> {
  const { name, residence } = asked.readAs ?? { name: asked.name, residence: askedFor };
  for (const place of new Set(region.files.map((file) => file.place))) {
    const inForce = region.files
      .filter((file) => file.place === place)
      .flatMap((file) => file.entries.map((each) => ({ file, each })))
      .filter(({ each }) => each.parameter === name && holds(each, asOf, residence))
      .toSorted(
        ({ each: a }, { each: b }) => order(b.effective, a.effective) || order(b.known, a.known),
      );
    const [first] = inForce;
    if (first) return { ok: true, found: foundIn(asked, first.file, first.each) };
  }
  return { ok: false, refusal: notLaidDown(region, [{ ...asked, residence }], asOf) };
}

function holds(each: RegionEntry, { on, knownOn }: AsOf, residence: Residence): boolean {
  const dated = each.effective <= on && (each.until === undefined || on <= each.until);
  return dated && each.known <= knownOn && (each.residence ?? residence) === residence;
}

function foundIn(asked: ParameterAsked, file: RegionFile, each: RegionEntry): ParameterFound {
  return {
    name: asked.name,
    title: asked.title,
    value: each.value,
    place: file.place,
    placeName: file.name,
    effective: each.effective,
    until: each.until ?? null,
    known: each.known,
    document: each.document,
    documentTitle: each.documentTitle,
    issuer: each.issuer,
    citation: {
      rule: each.rule,
      source: each.source,
      ...(each.doubt === undefined ? {} : { doubt: each.doubt }),
    },
    unknownLocally: each.unknownLocally === true,
  };
}

/** What nobody has laid down, and for which side. */
export type NotLaidDown = ParameterAsked & { readonly residence: Residence };

/** Why nothing can be computed: what the place has not laid down for that day, and what to do. */
export function notLaidDown(
  region: Region,
  asked: readonly [NotLaidDown, ...NotLaidDown[]],
  asOf: AsOf,
): Refusal<'parameter-missing'> {
  const known = asOf.knownOn === asOf.on ? '' : `（以${formatDate(asOf.knownOn)}前公布的为准）`;
  return {
    code: 'parameter-missing',
    message:
      `${region.name}${formatDate(asOf.on)}没有${asked.map(namedText).join('、')}的规定${known}，` +
      '不能计算。请县级民政部门在地方参数中补录文件和数值。',
    citation: asked[0].citation,
  };
}

export function namedText({ title, name, residence }: NotLaidDown): string {
  return `“${title}”（${name}，${residence === 'urban' ? '城市' : '农村'}）`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
