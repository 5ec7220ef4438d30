import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { foldersOf } from '../../rules/region.ts';
import { type AnomalyRule, anomalyRulesOn, readAnomalyRules } from './anomaly.ts';

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));

export type AnomalyCatalogue = (county: string, day: LocalDate) => readonly AnomalyRule[];

/** The anomaly rules of a county on a day, as `anomaly.json` below `regions/` says; the county's own go before. */
export function createAnomalyCatalogue(directory = REGIONS): AnomalyCatalogue {
  const known = new Map<string, readonly AnomalyRule[]>();
  const rulesIn = (folder: string): readonly AnomalyRule[] => {
    const path = join(directory, folder, 'anomaly.json');
    const read =
      known.get(path) ??
      (existsSync(path) ? readAnomalyRules(JSON.parse(readFileSync(path, 'utf8'))) : []);
    known.set(path, read);
    return read;
  };
  return (county, day) =>
    anomalyRulesOn(foldersOf(placeCode(county)).toReversed().flatMap(rulesIn), day);
}
