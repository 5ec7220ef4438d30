import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BankLayout, bankLayoutSchema } from './bank-layout.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

/** Folders below `regions/` that hold for a place, the widest first. */
function foldersOf(place: string): string[] {
  const codes = [2, 4, 6].map((digits) => place.slice(0, digits));
  return codes.map((_, index) => codes.slice(0, index + 1).join('/'));
}

/**
 * The layouts of the banks a place pays through, from `bank/*.json` of the place and those it lies in; the nearer
 * place goes before. A file that does not fit the schema stops everything: a wrong layout pays the wrong people.
 */
export function layoutsOf(place: string, regions = REGIONS): readonly BankLayout[] {
  const found = new Map<string, BankLayout>();
  for (const folder of foldersOf(place)) {
    for (const file of globSync(`${folder}/bank/*.json`, { cwd: regions }).toSorted()) {
      const layout = bankLayoutSchema.parse(JSON.parse(readFileSync(join(regions, file), 'utf8')));
      found.set(layout.id, layout);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
