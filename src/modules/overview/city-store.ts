import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { CityFigures } from './city-figure.ts';

/** Sums of each county of the asker's city; small ones are left out by the database itself. */
export async function figuresByCounty(
  tx: ReadTx,
  { since, today }: { readonly since: LocalDate; readonly today: LocalDate },
): Promise<ReadonlyMap<string, CityFigures>> {
  const found = await sql<CityFigures & { county: string }>`
    select county, accepted, decided, days, on_time as "onTime", open, late, recipients, checked, corrections
    from city_figures(${since}, ${today})`.execute(tx);
  return new Map(found.rows.map(({ county, ...figures }) => [county, figures]));
}
