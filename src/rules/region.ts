import { z } from 'zod';
import type { Citation } from '../kernel/citation.ts';
import { formatDate, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { type PlaceCode, placeCode } from '../kernel/place.ts';

/**
 * What places decide: dated values with their documents, as they stand in `regions/`. Two dates each:
 * from when a value applies (`effective`) and since when it was published (`known`), because standards are
 * adopted months after the day they reach back to (达州 2024: adopted 2 December, in force from 1 July).
 * A value stays in force until the next one or its own `until`. A value nobody gave is a refusal.
 */

const date = z.string().refine(isLocalDate, '不是有效的日期') as unknown as z.ZodType<
  LocalDate,
  string
>;

const entry = z.strictObject({
  parameter: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** Left out: the same for town and country. */
  residence: z.enum(['urban', 'rural']).optional(),
  value: z.json(),
  effective: date,
  /** The last day it applies; left out: until superseded. */
  until: date.optional(),
  known: date,
  /** Document number as printed; null where none was found. */
  document: z.string().min(1).nullable(),
  /** Rule id of the specification and the instrument with article. */
  rule: z.string().min(1),
  source: z.string().min(1),
  /** The place's own rule was not found; the value is a named default and screens say so. */
  unknownLocally: z.literal(true).optional(),
  doubt: z.string().min(1).optional(),
});

export const regionFileSchema = z.strictObject({
  $schema: z.string().optional(),
  place: z.union([z.literal('national'), z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)]),
  name: z.string().min(1),
  note: z.string().optional(),
  entries: z.array(entry),
});

export type RegionFile = z.infer<typeof regionFileSchema>;
export type RegionEntry = RegionFile['entries'][number];

/** The files that hold for a place, the nearest place first. */
export type Region = {
  readonly place: PlaceCode;
  readonly name: string;
  readonly files: readonly RegionFile[];
};

export const REGION_FILE_NAME = ['standard.json', 'dibao.json', 'procedure.json'] as const;

/**
 * Reads a place and all places it lies in. `readJson` gets a path below `regions/` and returns the parsed
 * file, or undefined where there is none; reading is the caller's so that this stays pure.
 * Throws when a file does not fit the schema: bad data must not start.
 */
export function loadRegion(readJson: (path: string) => unknown, place: string): Region {
  const files = foldersOf(placeCode(place)).flatMap((folder) =>
    REGION_FILE_NAME.flatMap((name) => {
      const json = readJson(`${folder}/${name}`);
      return json === undefined ? [] : [regionFileSchema.parse(json)];
    }),
  );
  const nearest = files.find((file) => file.place !== 'national');
  return { place: placeCode(place), name: nearest?.name ?? '全国', files };
}

/** The JSON Schema of the files in `regions/`. */
export function jsonSchemaOfRegionFile(): Record<string, unknown> {
  return { ...z.toJSONSchema(regionFileSchema, { io: 'input' }), title: '地方参数' };
}

function foldersOf(place: PlaceCode): string[] {
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
  residence: Residence,
): Looked<ParameterFound> {
  for (const place of new Set(region.files.map((file) => file.place))) {
    const inForce = region.files
      .filter((file) => file.place === place)
      .flatMap((file) => file.entries.map((each) => ({ file, each })))
      .filter(({ each }) => each.parameter === asked.name && holds(each, asOf, residence))
      .toSorted(
        ({ each: a }, { each: b }) => order(b.effective, a.effective) || order(b.known, a.known),
      );
    const [first] = inForce;
    if (first) return { ok: true, found: foundIn(asked, first.file, first.each) };
  }
  return { ok: false, refusal: missing(region, asked, asOf, residence) };
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
    citation: {
      rule: each.rule,
      source: each.source,
      ...(each.doubt === undefined ? {} : { doubt: each.doubt }),
    },
    unknownLocally: each.unknownLocally === true,
  };
}

function missing(
  region: Region,
  asked: ParameterAsked,
  asOf: AsOf,
  residence: Residence,
): Refusal<'parameter-missing'> {
  const kind = residence === 'urban' ? '城市' : '农村';
  const known = asOf.knownOn === asOf.on ? '' : `（以${formatDate(asOf.knownOn)}前公布的为准）`;
  return {
    code: 'parameter-missing',
    message:
      `${region.name}${formatDate(asOf.on)}没有“${asked.title}”（${asked.name}，${kind}）的规定${known}，` +
      '不能计算。请县级民政部门在地方参数中补录文件和数值。',
    citation: asked.citation,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
