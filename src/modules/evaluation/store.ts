import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { foldersOf } from '../../rules/region.ts';
import { type EvaluationDefinition, readEvaluations } from './definition.ts';
import { type EvaluationEvent, evaluationSlot, type EvaluationState } from './evaluation.ts';

/** The evaluation of one township in one year; the id is both. */
export const evaluationKind: TitledKind<EvaluationState, EvaluationEvent> = {
  name: 'evaluation',
  initial: evaluationSlot.initial,
  evolve: (state, event, meta) => evolveSlot(evaluationSlot, state, event, meta),
  titleOf: (type) => (evaluationSlot.titles as Record<string, string | undefined>)[type] ?? type,
};

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));
const known = new Map<string, readonly EvaluationDefinition[]>();

/** What the nearest place lays down for a day; null where nothing is. */
export function definitionOf(county: string, day: LocalDate): EvaluationDefinition | null {
  for (const folder of foldersOf(placeCode(county))) {
    const found = definitionsIn(folder)
      .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
    if (found) return found;
  }
  return null;
}

function definitionsIn(folder: string): readonly EvaluationDefinition[] {
  const path = join(REGIONS, folder, 'evaluation.json');
  const read =
    known.get(path) ??
    (existsSync(path) ? readEvaluations(JSON.parse(readFileSync(path, 'utf8'))) : []);
  known.set(path, read);
  return read;
}

/** The evaluations of a year in an area, by township. */
export async function evaluationsIn(
  tx: ReadTx,
  area: string,
  year: string,
): Promise<ReadonlyMap<string, EvaluationState>> {
  const found = await sql<{ township: string; state: EvaluationState }>`
    select area as township, state from record
    where kind = 'evaluation' and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and state ->> 'year' = ${year}`.execute(tx);
  return new Map(found.rows.map(({ township, state }) => [township, state]));
}
