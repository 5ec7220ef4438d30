import { readFileSync } from 'node:fs';

/**
 * What places have laid down, read from the files of `regions/` as an official reads them: the documents of
 * the village, the township, the county, the city, the province, then the named set a place has adopted, then
 * the nation. Nothing of the program's own reader is used here.
 */

type Residence = 'urban' | 'rural';

/** One value of a place, in fen where it is money. */
type Entry = {
  readonly parameter: string;
  readonly residence?: Residence;
  readonly value: unknown;
  readonly effective: string;
  readonly until?: string;
  readonly known: string;
};

/** The values by place, the nearest first. */
export type Shelf = readonly (readonly Entry[])[];

type Row = Readonly<Record<string, unknown>>;
type WrittenEntry = Omit<Entry, 'known'> & {
  readonly unit?: string | Readonly<Record<string, string>>;
  readonly document: string;
};
type WrittenFile = {
  readonly documents: Readonly<Record<string, { readonly known: string }>>;
  readonly adopts?: readonly { readonly set: string; readonly effective: string }[];
  readonly entries: readonly WrittenEntry[];
};

const REGIONS = new URL('../../regions/', import.meta.url);

type ReadJson = (path: string) => unknown;

/** The shelf of a place of `regions/`, or of other files read in the same way. */
export function shelfOf(place: string, readJson: ReadJson = readFile): Shelf {
  const filesIn = (folder: string): WrittenFile[] =>
    ['standard', 'rule', 'procedure'].flatMap((name) => {
      const file = readJson(`${folder}${name}.json`);
      return file === undefined ? [] : [file as WrittenFile];
    });
  const lengths = [12, 9, 6, 4, 2].filter((length) => length <= place.length);
  const folders = lengths.map((length) =>
    [2, 4, 6, 9, 12]
      .filter((each) => each <= length)
      .map((each) => `${place.slice(0, each)}/`)
      .join(''),
  );
  const own = folders.map(filesIn);
  const adopted = own.flat().flatMap(({ adopts = [] }) =>
    adopts.flatMap(({ set, effective }) =>
      filesIn(`${set}/`)
        .flatMap(entriesOf)
        .map((entry) => notBefore(entry, effective)),
    ),
  );
  return [
    ...own.map((files) => files.flatMap(entriesOf)),
    adopted,
    filesIn('national/').flatMap(entriesOf),
  ];
}

function readFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(path, REGIONS), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A place that takes over a named set has it from the day it said so. */
function notBefore(entry: Entry, day: string): Entry {
  return entry.effective < day ? { ...entry, effective: day } : entry;
}

function entriesOf({ documents, entries }: WrittenFile): Entry[] {
  return entries.map(({ unit, document, value, ...entry }) => {
    const known = documents[document]?.known;
    if (known === undefined) throw new Error(`no document ${document}`);
    return { ...entry, value: inFen(value, unit), known };
  });
}

/** Figures printed in yuan are counted in fen; a table has a unit for each of its columns. */
function inFen(value: unknown, unit: WrittenEntry['unit']): unknown {
  if (typeof value === 'number') return typeof unit === 'string' ? fenOf(value, unit) : value;
  if (!Array.isArray(value) || unit === undefined) return value;
  return (value as readonly Row[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        const of = typeof unit === 'string' ? unit : unit[column];
        return [column, typeof cell === 'number' && of !== undefined ? fenOf(cell, of) : cell];
      }),
    ),
  );
}

function fenOf(figure: number, unit: string): number {
  return unit.startsWith('元') ? Math.round(figure * 100) : figure;
}

/**
 * The value of a name in force on a day, by what was published by another day: the nearest place that has one,
 * there the latest in force, and of several from one day the latest published. Undefined where there is none.
 */
export function onShelf(
  shelf: Shelf,
  name: string,
  { on, knownOn }: { readonly on: string; readonly knownOn: string },
  residence: Residence,
): unknown {
  for (const entries of shelf) {
    let best: Entry | null = null;
    for (const entry of entries) {
      if (entry.parameter !== name || (entry.residence ?? residence) !== residence) continue;
      if (entry.effective > on || entry.known > knownOn) continue;
      if (entry.until !== undefined && entry.until < on) continue;
      const isLater =
        best === null ||
        entry.effective > best.effective ||
        (entry.effective === best.effective && entry.known > best.known);
      if (isLater) best = entry;
    }
    if (best) return best.value;
  }
  return undefined;
}

/** Whether anything the place has settled is not the same in town and country. */
export function differsByResidence(
  shelf: Shelf,
  asOf: { readonly on: string; readonly knownOn: string },
): boolean {
  const names = new Set(shelf.flat().map((entry) => entry.parameter));
  return [...names].some((name) => {
    const [town, country] = (['urban', 'rural'] as const).map((residence) =>
      JSON.stringify(onShelf(shelf, name, asOf, residence)),
    );
    return town !== country;
  });
}
