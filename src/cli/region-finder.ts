import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { placeCode } from '../kernel/place.ts';
import { foldersOf, loadRegion, type Region, REGION_FILE_NAME } from '../rules/region.ts';
import { regionFileSchema } from '../rules/region-file.ts';
import { InputFault, today } from './io.ts';
import { judgePolicy, toldLine } from './policy/judge-policy.ts';
import { localityFileAt, type LocalityFile, readLocalityFiles } from './policy/locality-file.ts';
import { listRegionFiles, readRegionJson, regionPath } from './region-reader.ts';

/** The place somebody names by code or by name, also by the beginning of a name that only one place has. */
export type RegionOf = (text: string) => Region;

/**
 * Finds places in `regions/`, and in files from elsewhere (`given`) which stand for those of their place. The
 * files of a place are checked before it is used, once: what is at fault is refused with file, line and sentence.
 */
export function regionFinder(given?: string): RegionOf {
  const drafts = given === undefined ? [] : readLocalityFiles(given, readRegionJson);
  const readJson = (path: string): unknown => {
    const draft = drafts.find(({ file }) => file === path);
    return draft ? draft.text.json?.value : readRegionJson(path);
  };
  refuseFaults(drafts, readRegionJson);
  const isDraft = (path: string) => drafts.some(({ file }) => file === path);
  const load = (place: string, paths: readonly string[]): Region => {
    const shown = (path: string) => relative(process.cwd(), regionPath(path));
    const shipped = paths.filter((path) => !isDraft(path));
    refuseFaults(
      shipped.map((path) => localityFileAt(shown(path), path)),
      readJson,
    );
    return loadRegion(readJson, place);
  };
  // Places with the same files around them share one region, and so everything computed about it.
  const byPlace = new Map<string, Region>();
  const byFiles = new Map<string, Region>();
  return (text) => {
    const place = placeOf(text, drafts);
    const known = byPlace.get(place);
    if (known) return known;
    const paths = filesAround(place, isDraft);
    const region = byFiles.get(paths.join()) ?? load(place, paths);
    byFiles.set(paths.join(), region);
    byPlace.set(place, region);
    return region;
  };
}

function refuseFaults(files: readonly LocalityFile[], readBase: (path: string) => unknown): void {
  if (files.length === 0) return;
  const { told } = judgePolicy(files, readBase, { on: today(), knownOn: today() });
  const faults = told.filter(({ is }) => is === 'fault');
  if (faults.length === 0) return;
  throw new InputFault(
    `地方文件有 ${faults.length} 处错误，不能据此核算：\n${faults.map((each) => `  ${toldLine(each)}`).join('\n')}`,
  );
}

/** The files that hold for a place, apart from those of the whole country. */
function filesAround(place: string, isDraft: (path: string) => boolean): string[] {
  return foldersOf(placeCode(place))
    .filter((folder) => folder !== 'national')
    .flatMap((folder) => REGION_FILE_NAME.map((name) => `${folder}/${name}`))
    .filter((path) => isDraft(path) || existsSync(regionPath(path)));
}

function placeOf(text: string, drafts: readonly LocalityFile[]): string {
  if (/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(text)) return text;
  const places = new Map<string, string>();
  const shipped = listRegionFiles().map((path) => readRegionJson(path));
  for (const json of [...shipped, ...drafts.map((draft) => draft.text.json?.value)]) {
    const file = regionFileSchema.safeParse(json);
    if (file.success && /^\d/.test(file.data.place)) places.set(file.data.name, file.data.place);
  }
  const exact = places.get(text);
  const names = [...places.keys()].filter((name) => name.startsWith(text));
  const [only] = names;
  const place = exact ?? (names.length === 1 && only !== undefined ? places.get(only) : undefined);
  if (place !== undefined) return place;
  throw new InputFault(
    `没有唯一的地方叫“${text}”。已有规定的地方：${[...places.keys()].join('、')}；也可以写区划代码。`,
  );
}
