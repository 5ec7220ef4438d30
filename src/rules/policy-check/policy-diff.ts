import type { LocalDate } from '../../kernel/local-date.ts';
import type { RegionEntry, RegionFile } from '../region-file.ts';
import { type AsOf, findParameter, type Region, type Residence } from '../region.ts';
import { declaredNames, findDeclared } from './declared.ts';

/** A value with the document it comes from. */
export type LaidDown = {
  readonly value: unknown;
  readonly placeName: string;
  readonly effective: LocalDate;
  readonly until: LocalDate | null;
  readonly known: LocalDate;
  readonly document: string | null;
  readonly documentTitle: string;
  readonly unknownLocally: boolean;
};

/** One parameter that is not the same; null where it was not there, or is there no longer. */
export type PolicyChange = {
  readonly parameter: string;
  readonly title: string;
  /** Null: for town and country alike. */
  readonly residence: Residence | null;
  readonly old: LaidDown | null;
  readonly new: LaidDown | null;
};

const SIDES = ['urban', 'rural'] as const satisfies readonly Residence[];

/** What is in force in a place on two days, where it differs: by value, or by the document it rests on. */
export function changesBetween(region: Region, one: AsOf, other: AsOf): PolicyChange[] {
  return declaredNames.flatMap((parameter) => {
    const sides = SIDES.map((residence) => ({
      ...titled(parameter),
      residence,
      old: inForce(region, parameter, one, residence),
      new: inForce(region, parameter, other, residence),
    }));
    return merged(sides.filter(isChanged));
  });
}

function inForce(region: Region, name: string, asOf: AsOf, residence: Residence): LaidDown | null {
  const { title } = titled(name);
  const asked = { name, title, citation: { rule: '', source: '' } };
  const looked = findParameter(region, asked, asOf, residence);
  if (!looked.ok) return null;
  const { value, placeName, effective, until, known, document, documentTitle, unknownLocally } =
    looked.found;
  return { value, placeName, effective, until, known, document, documentTitle, unknownLocally };
}

/** Both sides in one where the change is the same. */
function merged(sides: readonly PolicyChange[]): readonly PolicyChange[] {
  const [first, second] = sides;
  const isSame =
    JSON.stringify([first?.old, first?.new]) === JSON.stringify([second?.old, second?.new]);
  return first && second && isSame ? [{ ...first, residence: null }] : sides;
}

/** What two files lay down, entry by entry: the same parameter and side from the same day on. */
export function changesOfFiles(one: RegionFile, other: RegionFile): PolicyChange[] {
  const before = keyed(one);
  const after = keyed(other);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changes = keys.map((key): PolicyChange & { readonly from: string } => {
    const [old, now] = [before.get(key), after.get(key)];
    const entry = (now ?? old)?.entry;
    return {
      ...titled(entry?.parameter ?? ''),
      residence: entry?.residence ?? null,
      old: old ? laidDown(old.file, old.entry) : null,
      new: now ? laidDown(now.file, now.entry) : null,
      from: entry?.effective ?? '',
    };
  });
  return changes
    .filter(isChanged)
    .toSorted(
      (a, b) =>
        declaredNames.indexOf(a.parameter) - declaredNames.indexOf(b.parameter) ||
        (a.from < b.from ? -1 : 1),
    )
    .map(({ from: _from, ...change }) => change);
}

type Placed = { readonly file: RegionFile; readonly entry: RegionEntry };

/** Corrections of the same day follow each other in the order they were published. */
function keyed(file: RegionFile): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const entry of file.entries.toSorted((a, b) => (a.known < b.known ? -1 : 1))) {
    const key = `${entry.parameter} ${entry.residence ?? ''} ${entry.effective}`;
    const version = [...found.keys()].filter((each) => each.startsWith(`${key} `)).length;
    found.set(`${key} ${version}`, { file, entry });
  }
  return found;
}

function laidDown(file: RegionFile, entry: RegionEntry): LaidDown {
  const { value, effective, until, known, document, documentTitle, unknownLocally } = entry;
  return {
    value,
    placeName: file.name,
    effective,
    until: until ?? null,
    known,
    document,
    documentTitle,
    unknownLocally: unknownLocally === true,
  };
}

function isChanged({ old, new: now }: PolicyChange): boolean {
  return JSON.stringify(old) !== JSON.stringify(now);
}

function titled(parameter: string): { readonly parameter: string; readonly title: string } {
  return { parameter, title: findDeclared(parameter)?.title ?? parameter };
}
