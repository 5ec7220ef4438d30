import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { listRegionFiles, readRegionJson } from '../../src/cli/region-reader.ts';
import { type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import type { RegionFile } from '../../src/rules/region-file.ts';
import { type AsOf, loadRegion, type Region } from '../../src/rules/region.ts';
import { placeWith } from '../../src/rules/worked-case.ts';
import { dayNextTo } from './calendar.ts';
import { madeUpPlace } from './made-up-place.ts';
import { type Shelf, shelfOf } from './shelf.ts';

/** Where and when households are decided: the place as the program reads it, and as it is read by hand. */
export type Setting = {
  /** The place's code and name, or that it is made up. */
  readonly place: string;
  readonly label: string;
  readonly region: Region;
  readonly shelf: Shelf;
  readonly asOf: AsOf;
};

export const MADE_UP = 'made-up';

const FIRST = localDate('2021-07-01');
const LAST = localDate('2026-12-31');

/** Places of `regions/` with their own files, the nearest first. */
export function shippedPlaces(): readonly string[] {
  const folders = listRegionFiles()
    .filter((path) => /^\d.*\/(standard|rule)\.json$/.test(path))
    .map((path) => path.split('/').at(-2) ?? '');
  return [...new Set(folders)].toSorted();
}

type Loaded = Pick<Setting, 'region' | 'shelf'>;
const loaded = new Map<string, Loaded>();

function shippedPlace(place: string): Loaded {
  const found = loaded.get(place) ?? {
    region: loadRegion(readRegionJson, place),
    shelf: shelfOf(place),
  };
  loaded.set(place, found);
  return found;
}

/** Days on which a place's rules change, and the days before. */
function turningDays(region: Region): readonly LocalDate[] {
  const days = new Set<LocalDate>([FIRST]);
  for (const { effective, until } of region.files.flatMap((file) => file.entries)) {
    for (const day of [effective, ...(until === undefined ? [] : [dayNextTo(until, 1)])]) {
      days.add(localDate(day)).add(localDate(dayNextTo(day, -1)));
    }
  }
  return [...days].filter((day) => day >= FIRST && day <= LAST).toSorted();
}

function anyDay(random: Random): LocalDate {
  const month = String(random.whole(1, 12)).padStart(2, '0');
  const day = random.pick(['01', '15', '28']);
  const drawn = localDate(`${random.whole(2021, 2026)}-${month}-${day}`);
  return drawn < FIRST ? FIRST : drawn;
}

/**
 * The settings of one round: shipped places on a day each, more than half of them with what they have not
 * settled filled in so that every scheme can be decided, and as many places made up for the round.
 */
export function drawSettings(seed: number, round: number): readonly Setting[] {
  const random = createRandom(seed, round, 1);
  const places = shippedPlaces();
  const shipped = [0, 1].map((offset) => {
    const place = places[(2 * round + offset) % places.length] ?? '';
    return shippedSetting(random, place, random.chance(0.6));
  });
  const madeUp = [0, 1].map((number) => madeUpSetting(random, `${seed}.${round}.${number}`));
  return [...shipped, ...madeUp];
}

function shippedSetting(random: Random, code: string, isFilled: boolean): Setting {
  const { region, shelf } = shippedPlace(code);
  const on = random.chance(0.7) ? random.pick(turningDays(region)) : anyDay(random);
  const knownOn = random.chance(0.5) || LAST < on ? on : LAST;
  const place = `${code} ${region.name}`;
  const label = `${place}, ${on}, as known ${knownOn}${isFilled ? ', filled in' : ''}`;
  const values = isFilled ? filledIn(region, shelf) : { region, shelf };
  return { place, label, ...values, asOf: { on, knownOn } };
}

function madeUpSetting(random: Random, number: string): Setting {
  const on = anyDay(random);
  const region = madeUpPlace(random);
  const shelf = region.files.map((file) => file.entries);
  return {
    ...{ place: MADE_UP, label: `${MADE_UP} ${number}, ${on}`, region, shelf },
    asOf: { on, knownOn: on },
  };
}

const filled = new WeakMap<Region, Loaded>();
const STAND_INS: readonly RegionFile[] = placeWith().files;

/** A place with made-up values where it has none, and nothing left open in its own rules. */
function filledIn(region: Region, shelf: Shelf): Loaded {
  const known = filled.get(region);
  if (known) return known;
  const made = {
    region: { ...region, files: closed([...region.files, ...STAND_INS]) },
    shelf: closed([...shelf, ...STAND_INS.map((file) => file.entries)]),
  };
  filled.set(region, made);
  return made;
}

function closed<T>(values: T): T {
  const text = JSON.stringify(values);
  return JSON.parse(text.replaceAll(/unknown\(\\"[^"]*\\"\)/g, '0')) as T;
}
