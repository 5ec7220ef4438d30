import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { foldersOf } from '../../rules/region.ts';
import { definitionOn, readDefinitions, type ReadinessDefinition } from './definition.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

/** How readiness is scored in a county, as the files below `regions/` say. */
export type ReadinessCatalogue = {
  readonly definitionOf: (county: string, day: LocalDate) => ReadinessDefinition | null;
};

export function createReadinessCatalogue(directory = REGIONS): ReadinessCatalogue {
  const known = new Map<string, readonly ReadinessDefinition[]>();
  const definitionsIn = (folder: string): readonly ReadinessDefinition[] => {
    const path = join(directory, folder, 'readiness.json');
    const read = known.get(path) ?? (existsSync(path) ? definitionsAt(path) : []);
    known.set(path, read);
    return read;
  };
  return {
    // What the nearest place lays down goes before what holds everywhere.
    definitionOf: (county, day) =>
      foldersOf(placeCode(county)).reduce<ReadinessDefinition | null>(
        (found, folder) => found ?? definitionOn(definitionsIn(folder), day),
        null,
      ),
  };
}

function definitionsAt(path: string): readonly ReadinessDefinition[] {
  try {
    return readDefinitions(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
