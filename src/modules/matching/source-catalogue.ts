import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type DetectionRule, readRules, rulesOn } from './rule.ts';
import { readSource, type Source } from './source.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

/** Which sources a county has and by which rules it compares, as the files below `regions/` say. */
export type SourceCatalogue = {
  readonly sourcesOf: (county: string, day: LocalDate) => readonly Source[];
  readonly rulesOf: (county: string, day: LocalDate) => readonly DetectionRule[];
};

export function createSourceCatalogue(directory = REGIONS): SourceCatalogue {
  const known = new Map<string, readonly Source[]>();
  const filesIn = (folder: string): readonly Source[] => {
    const path = join(directory, folder, 'source');
    const read =
      known.get(path) ??
      (existsSync(path) ? readdirSync(path) : [])
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => sourceAt(join(path, name)));
    known.set(path, read);
    return read;
  };
  const rules = new Map<string, readonly DetectionRule[]>();
  const rulesIn = (folder: string): readonly DetectionRule[] => {
    const path = join(directory, folder, 'matching.json');
    const read =
      rules.get(path) ??
      (existsSync(path) ? readRules(JSON.parse(readFileSync(path, 'utf8'))) : []);
    rules.set(path, read);
    return read;
  };
  return {
    sourcesOf: (county, day) => {
      const inForce = foldersOf(county)
        .flatMap(filesIn)
        .filter(({ from, until }) => from <= day && !(until && until < day));
      // What the county lays down goes before what holds everywhere.
      return [...new Map(inForce.map((each) => [each.source, each])).values()];
    },
    rulesOf: (county, day) => rulesOn(foldersOf(county).flatMap(rulesIn), day),
  };
}

/** The folders that hold for a county, the farthest first. */
function foldersOf(county: string): readonly string[] {
  const [province, prefecture] = [county.slice(0, 2), county.slice(0, 4)];
  return ['national', province, `${province}/${prefecture}`, `${province}/${prefecture}/${county}`];
}

function sourceAt(path: string): Source {
  try {
    return readSource(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
