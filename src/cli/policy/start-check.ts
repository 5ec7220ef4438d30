import type { AsOf } from '../../rules/region.ts';
import { readRegionJson, regionPath } from '../region-reader.ts';
import { judgePolicy, toldLine } from './judge-policy.ts';
import { readLocalityFiles } from './locality-file.ts';

/**
 * Why the service must not start: every fault of the locality files in `regions/`, a line each, as `yimen policy
 * check` tells them. Warnings stop nothing.
 */
export function faultLines(asOf: AsOf, folder = regionPath('')): string[] {
  const files = readLocalityFiles(folder, readRegionJson);
  const { told } = judgePolicy(files, readRegionJson, asOf);
  return told.filter((each) => each.is === 'fault').map(toldLine);
}
