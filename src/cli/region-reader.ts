import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REGIONS = new URL('../../regions/', import.meta.url);

/** Where a file below `regions/` lies on the disk. */
export function regionPath(path: string): string {
  return fileURLToPath(new URL(path, REGIONS));
}

/** Reads one file below `regions/` for `loadRegion`; undefined where there is none. Throws on broken JSON. */
export function readRegionJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(new URL(path, REGIONS), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return JSON.parse(text);
}

/** Paths of all JSON files below `regions/`, sorted. */
export function listRegionFiles(): string[] {
  return readdirSync(REGIONS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted();
}
