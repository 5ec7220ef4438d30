import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DivisionIndex, indexDivision, type Place } from '../../kernel/division.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { parseCalendar } from '../../kernel/parse-calendar.ts';
import { indexCalendar, type WorkingCalendar } from '../../kernel/working-day.ts';
import { getProcedure, type Procedure } from '../../rules/procedure.ts';
import { loadRegion, type Region } from '../../rules/region.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { type PublishedPart, withPublished } from './published.ts';

/**
 * What places have laid down, read once from `regions/` and kept: the tree, the calendar, the parameters; with what was
 * published in the program laid over them.
 */
export type Standards = {
  readonly divisions: readonly DivisionIndex[];
  /** Official name of a place, or its code when it is not in the tree. */
  readonly nameOf: (place: string) => string;
  readonly calendarOf: (place: string) => WorkingCalendar;
  readonly regionOf: (place: string) => Region;
  /** A file below `regions/` with what was published on top of it; undefined where there is neither. */
  readonly regionJson: (path: string) => unknown;
  /** The places with standards or rules of their own, and the counties that lie in one, in code order. */
  readonly localities: readonly Locality[];
  /**
   * The procedure of a scheme in force for a case accepted (or opened) on that day; what no case is about, such
   * as a meeting, goes by that of 低保. Throws where the data lacks one.
   */
  readonly procedureOf: (place: string, on: LocalDate | null, scheme?: Scheme) => Procedure;
  /** Takes over everything that was published, in its order; what was read before is read anew. */
  readonly layOver: (parts: readonly PublishedPart[]) => void;
};

export type Locality = { readonly code: string; readonly name: string };

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));
const EARLIEST = '2021-07-01' as LocalDate;

export function createStandards(
  directory = REGIONS,
  published: readonly PublishedPart[] = [],
): Standards {
  const readShipped = (path: string): unknown => {
    const file = join(directory, path);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const divisions = ['51/5117', '35/3504'].map((path) =>
    indexDivision(readShipped(`${path}/division.json`)),
  );
  const calendar = indexCalendar(parseCalendar(readShipped('national/calendar.json')));
  const nameOf = (place: string): string => {
    const found = divisions.map((each) => each.findPlace(place)?.name).find((name) => name);
    if (found) return found;
    // A prefecture as GB/T 2260 writes it; and where the people of a service contract have their posts (procurement).
    if (/^\d{4}00$/.test(place)) return nameOf(place.slice(0, 4));
    return /^\d{6}999\d{3}$/.test(place) ? `${nameOf(place.slice(0, 6))}购买服务` : place;
  };
  const shipped = localitiesIn(directory, divisions, readShipped);
  const laidOut = (parts: readonly PublishedPart[]) => {
    const own = parts.map(({ place, name }) => ({ code: place, name }));
    return { ...readOver(readShipped, parts), localities: withOwn(shipped, own) };
  };
  let current = laidOut(published);
  return {
    divisions,
    nameOf,
    calendarOf: () => calendar,
    regionOf: (place) => current.regionOf(place),
    regionJson: (path) => current.readJson(path),
    get localities() {
      return current.localities;
    },
    procedureOf: (place, on, scheme) => current.procedureOf(place, on, scheme),
    layOver: (parts) => {
      current = laidOut(parts);
    },
  };
}

/** Regions and procedures as files and published parts give them, each read once. */
function readOver(readShipped: (path: string) => unknown, parts: readonly PublishedPart[]) {
  const readJson = (path: string) =>
    withPublished(
      readShipped(path),
      parts.filter(({ file }) => file === path),
    );
  // A result names the place its rules are called after: a first file of the county's own must not rename old ones.
  const regionOf = remembered((place: string) => {
    const region = loadRegion(readJson, place);
    return parts.length === 0 ? region : { ...region, name: loadRegion(readShipped, place).name };
  });
  const procedureAt = remembered((key: string) => {
    const [place = '', on = '', scheme = ''] = key.split('|');
    const got = getProcedure(regionOf(place), on as LocalDate, { scheme: scheme as Scheme });
    if (!got.ok) throw new Error(got.refusal.message);
    return got.procedure;
  });
  // Parameters are given per county at the lowest; one look-up then serves all its townships.
  const procedureOf: Standards['procedureOf'] = (place, on, scheme = 'dibao') =>
    procedureAt(`${place.slice(0, 6)}|${on ?? EARLIEST}|${scheme}`);
  return { readJson, regionOf, procedureOf };
}

function withOwn(shipped: readonly Locality[], own: readonly Locality[]): readonly Locality[] {
  const found = new Map([...own, ...shipped].map((each) => [each.code, each]));
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function localitiesIn(
  directory: string,
  divisions: readonly DivisionIndex[],
  readJson: (path: string) => unknown,
): Locality[] {
  const files = globSync('**/{standard,rule}.json', { cwd: directory });
  const own = files.flatMap((file) => {
    const { place, name } = readJson(file) as { place: string; name: string };
    return /^\d+$/.test(place) ? [{ code: place, name }] : [];
  });
  const below = own.flatMap(({ code }) => divisions.flatMap((each) => each.children(code)));
  const counties = below.filter(({ level }) => level === 'county');
  const found = new Map([...counties, ...own].map(({ code, name }) => [code, { code, name }]));
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** The locality whose rules hold at a place: the nearest one the place lies in. */
export function localityFor({ localities }: Standards, place: string): Locality | undefined {
  return localities.findLast(({ code }) => place.startsWith(code));
}

/** A place and everything below it, in code order: what a form offers to somebody whose area this is. */
export function placesIn({ divisions }: Standards, area: string): readonly Place[] {
  return divisions.flatMap((division) => {
    const below = (code: string): Place[] =>
      division.children(code).flatMap((place) => [place, ...below(place.code)]);
    const own = division.findPlace(area);
    return own ? [own, ...below(area)] : [];
  });
}

let shipped: Standards | undefined;

/** The standards of the `regions/` that came with the program, read once. */
export function shippedStandards(): Standards {
  shipped ??= createStandards();
  return shipped;
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
