import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { readRegionFile, type RegionEntry, type RegionFile } from '../../rules/region-file.ts';
import {
  findParameter,
  foldersOf,
  loadRegion,
  type Region,
  REGION_FILE_NAME,
  type Residence,
} from '../../rules/region.ts';
import { figureParameters, standardParameter } from './figure.ts';
import type { Change } from './preview.ts';

export type ReadJson = (path: string) => unknown;

type Where = { readonly county: PlaceCode; readonly readJson: ReadJson; readonly today: LocalDate };

/** A county's rules as they would be; and by when everything in them is published. Throws on a file never checked. */
export function changedRegion(
  change: Change,
  { county, readJson, today }: Where,
): { readonly region: Region; readonly knownOn: LocalDate } {
  if (change.kind !== 'file') {
    const present = loadRegion(readJson, county);
    const region = draftedFigures(change).reduce(
      (changed, figure) => withFigure(changed, figure, { from: change.from, today }),
      present,
    );
    return { region, knownOn: today };
  }
  const json: unknown = JSON.parse(change.text);
  const path = pathOf(json, readJson);
  const region = loadRegion((each) => (each === path ? json : readJson(each)), county);
  const known = region.files.flatMap(({ entries }) => entries.map((entry) => entry.known));
  return {
    region,
    knownOn: known.reduce((latest, each) => (each > latest ? each : latest), today),
  };
}

/** Where a drafted file stands below `regions/`: in place of the present file with the most in common. */
export function pathOf(json: unknown, readJson: ReadJson): string {
  const { place } = json as { place: PlaceCode };
  const folder = foldersOf(place)[0] ?? '';
  const own = parametersIn(json);
  const alike = REGION_FILE_NAME.map((name) => {
    const present = parametersIn(readJson(`${folder}/${name}`));
    return { name, same: [...present].filter((each) => own.has(each)).length };
  }).toSorted((a, b) => b.same - a.same)[0];
  const fallback = [...own].every((each) => each === 'standard') ? 'standard.json' : 'rule.json';
  return `${folder}/${alike && alike.same > 0 ? alike.name : fallback}`;
}

function parametersIn(json: unknown): Set<unknown> {
  const { entries } = (json ?? {}) as { entries?: unknown };
  const rows: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return new Set(rows.map((row) => (row as { parameter?: unknown } | null)?.parameter));
}

/** The first day on which something of a drafted file differs from the present one; null when nothing does. */
export function firstDifference(json: unknown, readJson: ReadJson): LocalDate | null {
  const drafted = readRegionFile(json);
  if (!drafted.ok) return null;
  const present = readRegionFile(readJson(pathOf(json, readJson)));
  const entriesOf = (entries: readonly RegionEntry[]) =>
    new Map(entries.map((each) => [JSON.stringify(each), each.effective]));
  const [now, then] = [
    entriesOf(present.ok ? present.file.entries : []),
    entriesOf(drafted.file.entries),
  ];
  const changed = [
    ...[...then].filter(([key]) => !now.has(key)),
    ...[...now].filter(([key]) => !then.has(key)),
  ].map(([, effective]) => effective);
  return changed.toSorted()[0] ?? null;
}

type Drafted = {
  readonly parameter: Parameter;
  /** Left out: for town and country alike. */
  readonly residence?: Residence;
  readonly value: number;
};

function draftedFigures(change: Exclude<Change, { kind: 'file' }>): readonly Drafted[] {
  if (change.kind === 'figure') {
    const parameter = figureParameters.find(({ name }) => name === change.parameter);
    if (!parameter) throw new Error(`${change.parameter} is no figure that can be tried out`);
    return [{ parameter, value: change.value }];
  }
  return (['urban', 'rural'] as const).flatMap((residence) => {
    const value = change[residence];
    return value === null ? [] : [{ parameter: standardParameter, residence, value }];
  });
}

type Dates = { readonly from: LocalDate; readonly today: LocalDate };

/** The new figure stands before the one in force that day, so that what was laid down for later still holds. */
function withFigure(region: Region, drafted: Drafted, { from, today }: Dates): Region {
  const { parameter, residence = 'rural' } = drafted;
  const looked = findParameter(region, parameter, { on: from, knownOn: today }, residence);
  const place = looked.ok ? looked.found.place : region.place;
  const entry = draftedEntry(drafted, from, today);
  const isFound = region.files.some((file) => file.place === place);
  const own = { place: region.place, name: region.name, entries: [entry], adopts: [] };
  if (!isFound) return { ...region, files: [own, ...region.files] };
  const files = region.files.map(
    (file): RegionFile =>
      file.place === place ? { ...file, entries: [entry, ...file.entries] } : file,
  );
  return { ...region, files };
}

function draftedEntry(
  { parameter, residence, value }: Drafted,
  effective: LocalDate,
  known: LocalDate,
): RegionEntry {
  return {
    parameter: parameter.name,
    ...(residence && { residence }),
    value,
    unit: parameter.type,
    effective,
    known,
    document: null,
    documentTitle: `拟调整的${parameter.title}`,
    issuer: '测算，尚未发布',
    rule: parameter.citation.rule,
    source: `拟调整的${parameter.title}（测算）`,
  };
}
