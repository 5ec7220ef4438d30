import { dayOf } from '../../kernel/clock.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import type { FileWhere } from './drafted-file.ts';

/** Where a county's draft stands: its own place among the files in force today. */
export function whereOf(
  standards: Standards,
  { clock }: Context,
  { area }: Pick<Asker, 'area'>,
): FileWhere {
  const county = countyOf(area);
  const today = dayOf(clock.now());
  return { county, countyName: standards.nameOf(county), readJson: standards.regionJson, today };
}

export function countyOf(area: string): PlaceCode {
  return placeCode(area.slice(0, 6));
}
