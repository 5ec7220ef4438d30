import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import { type EvaluationState, resultOf } from './evaluation.ts';

/** The newest result of each township of an area: shown beside its readiness, deciding nothing by itself. */
export async function latestResults(
  tx: ReadTx,
  area: string,
): Promise<ReadonlyMap<string, { year: string; total: number; band: string }>> {
  const found = await sql<{ township: string; state: EvaluationState }>`
    select area as township, state from record
    where kind = 'evaluation' and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
    order by state ->> 'year'`.execute(tx);
  return new Map(
    found.rows.flatMap(({ township, state }) => {
      const result = resultOf(state);
      if (!result) return [];
      const { total, band } = result;
      return [[township, { year: state.year ?? '', total, band }] as const];
    }),
  );
}
