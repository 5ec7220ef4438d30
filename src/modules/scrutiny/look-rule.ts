import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { foldersOf } from '../../rules/region.ts';
import { type LookRule, lookRulesOn } from './curious-look.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

/** The rules of a county on a day: those of the nearest `scrutiny.json` below `regions/`. */
export function lookRulesFor(county: string, day: LocalDate): readonly LookRule[] {
  const path = foldersOf(placeCode(county))
    .map((folder) => join(REGIONS, folder, 'scrutiny.json'))
    .find((each) => existsSync(each));
  return path ? lookRulesOn(JSON.parse(readFileSync(path, 'utf8')), day) : [];
}
