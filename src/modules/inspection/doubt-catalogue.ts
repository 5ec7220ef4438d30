import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { foldersOf } from '../../rules/region.ts';
import { type DoubtRule, doubtRulesOn, readDoubtRules } from './doubt.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

export type DoubtCatalogue = (county: string, day: LocalDate) => readonly DoubtRule[];

/** The doubt rules of a county on a day, as `doubt.json` below `regions/` says; the county's own go before. */
export function createDoubtCatalogue(directory = REGIONS): DoubtCatalogue {
  const known = new Map<string, readonly DoubtRule[]>();
  const rulesIn = (folder: string): readonly DoubtRule[] => {
    const path = join(directory, folder, 'doubt.json');
    const read =
      known.get(path) ??
      (existsSync(path) ? readDoubtRules(JSON.parse(readFileSync(path, 'utf8'))) : []);
    known.set(path, read);
    return read;
  };
  return (county, day) =>
    doubtRulesOn(foldersOf(placeCode(county)).toReversed().flatMap(rulesIn), day);
}
