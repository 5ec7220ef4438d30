import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type JsonText, readJsonText } from '../../platform/json-file/json-text.ts';
import { placeCode } from '../../kernel/place.ts';
import { foldersOf, REGION_FILE_NAME } from '../../rules/region.ts';
import { InputFault } from '../io.ts';

/** A locality file as it lies on the disk. */
export type LocalityFile = {
  /** As the person named it. */
  readonly shown: string;
  /** Where it stands below `regions/`: the file it is, or the one it would replace. */
  readonly file: string;
  readonly text: JsonText;
};

/** Reads the files below `regions/` that stand around the checked ones. */
export type ReadBase = (path: string) => unknown;

/** JSON files of `regions/` that hold no values of a place. */
const OTHER_FILES = [
  'anomaly.json',
  'doubt.json',
  'division.json',
  'evaluation.json',
  'calendar.json',
  'fund.json',
  'matching.json',
  'readiness.json',
  'scrutiny.json',
];
/** Folders of `regions/` with files of another kind: layouts of banks, sources of verification. */
const OTHER_FOLDERS = ['bank', 'source'];

/** A file, or every locality file of a folder in alphabetical order. */
export function readLocalityFiles(path: string, readBase: ReadBase): LocalityFile[] {
  if (!existsSync(path)) throw new InputFault(`没有这个文件或者文件夹：${path}`);
  const paths = statSync(path).isDirectory() ? filesIn(path) : [path];
  if (paths.length === 0) throw new InputFault(`文件夹里没有地方文件（.json）：${path}`);
  const files: LocalityFile[] = [];
  for (const shown of paths) {
    const text = readText(shown);
    const taken = files.map(({ file }) => file);
    const file = placeBelowRegions(shown, text.json?.value, { readBase, taken });
    const same = files.find((each) => each.file === file);
    if (same) {
      throw new InputFault(`${same.shown} 和 ${shown} 是同一个地方的同一种文件，请分别检查`);
    }
    files.push({ shown, file, text });
  }
  return files;
}

type Around = { readonly readBase: ReadBase; readonly taken: readonly string[] };

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !OTHER_FILES.includes(basename(path)))
    .filter((path) => !OTHER_FOLDERS.includes(basename(dirname(path))))
    .toSorted()
    .map((path) => join(folder, path));
}

function readText(path: string): JsonText {
  try {
    return readJsonText(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (!(error instanceof TypeError)) throw new InputFault(`读不到文件：${path}`);
    const message = '文件不是 UTF-8 编码，请在编辑器里另存为 UTF-8';
    return { faults: [{ line: 1, column: 1, message }], json: null };
  }
}

/** A file of `regions/` itself. */
export function localityFileAt(shown: string, file: string): LocalityFile {
  return { shown, file, text: readText(shown) };
}

/** The folder it lies in says where it belongs; a file from elsewhere goes by the place it names. */
function placeBelowRegions(path: string, json: unknown, around: Around): string {
  const name = basename(path);
  const folders = placeFolders(resolve(path).split('/').slice(0, -1));
  if (folders.length > 0) return [...folders, name].join('/');
  const place = (json as { place?: unknown } | null | undefined)?.place;
  const folder = typeof place === 'string' ? folderOf(place) : '';
  if (folder === '' || isRegionFileName(name)) return join(folder, name);
  return `${folder}/${nameInFolder(folder, json, around)}`;
}

/** `…/regions/51/5117` ends in the folders of a place: each code begins with the one around it. */
function placeFolders(folders: readonly string[]): readonly string[] {
  const last = folders.at(-1) ?? '';
  if (last === 'national' || last === 'reference') return [last];
  const expected = folderOf(last).split('/');
  const isNested = expected.every(
    (code, index) => folders[folders.length - expected.length + index] === code,
  );
  return expected[0] !== '' && isNested ? expected : [];
}

/** `510723` lies in `51/5107/510723`; empty where it is no place. */
function folderOf(place: string): string {
  if (place === 'national' || place === 'reference') return place;
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(place)) return '';
  return foldersOf(placeCode(place))[0] ?? '';
}

function isRegionFileName(name: string): boolean {
  return REGION_FILE_NAME.some((each) => each === name);
}

/** A file of another name stands for the one of the place with the most parameters in common, or for a new one. */
function nameInFolder(folder: string, json: unknown, { readBase, taken }: Around): string {
  const own = parametersIn(json);
  const found = REGION_FILE_NAME.map((name) => {
    const base = readBase(`${folder}/${name}`);
    const same = [...parametersIn(base)].filter((each) => own.has(each)).length;
    return { name, isNew: base === undefined, same };
  }).filter(({ name }) => !taken.includes(`${folder}/${name}`));
  const alike = found.toSorted((a, b) => b.same - a.same)[0];
  if (alike && alike.same > 0) return alike.name;
  const free = found.find(({ name, isNew }) => isNew && name !== 'procedure.json');
  return (free ?? alike)?.name ?? 'rule.json';
}

function parametersIn(json: unknown): Set<unknown> {
  const entries = (json as { entries?: unknown } | null | undefined)?.entries;
  const rows: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return new Set(rows.map((row) => (row as { parameter?: unknown } | null)?.parameter));
}
