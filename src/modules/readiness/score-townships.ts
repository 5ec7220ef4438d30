import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { createReadinessCatalogue, type ReadinessCatalogue } from './catalogue.ts';
import type { ReadinessDefinition } from './definition.ts';
import type { ReadinessState } from './readiness.ts';
import { type MeasuredTownship, type Score, scoreOf } from './score.ts';
import { assessmentsIn, measuredIn } from './store.ts';

/** One township as it stands today: what is laid down, what the record says, what was found on the spot. */
export type ScoredTownship = {
  readonly township: string;
  readonly definition: ReadinessDefinition;
  readonly measured: MeasuredTownship;
  readonly assessments: ReadinessState;
  readonly score: Score;
};

let shipped: ReadinessCatalogue | undefined;

/** What is laid down in a county today, as the files shipped with the program say; null where nothing is. */
export function definitionOf(county: string, today: LocalDate): ReadinessDefinition | null {
  shipped ??= createReadinessCatalogue();
  return shipped.definitionOf(county, today);
}

/** Scores townships of one area; none where nothing is laid down: a score is never made up. */
export async function scoreTownships(
  tx: ReadTx,
  asked: {
    readonly area: string;
    readonly townships: readonly string[];
    readonly today: LocalDate;
  },
): Promise<readonly ScoredTownship[]> {
  const { area, townships, today } = asked;
  const definition = definitionOf(area.slice(0, 6), today);
  if (!definition) return [];
  const { caseMonths } = definition;
  const measures = await measuredIn(tx, { area, townships, today, caseMonths });
  const assessed = await assessmentsIn(tx, area);
  return townships.flatMap((township) => {
    const measured = measures.get(township);
    if (!measured) return [];
    const assessments = assessed.get(township) ?? [];
    const assessment = assessments.at(-1) ?? null;
    const score = scoreOf({ definition, measured, assessment, today });
    return { township, definition, measured, assessments, score };
  });
}

/** The score an instrument of this township would come into force with now; null where nothing is laid down. */
export async function readinessNow(
  tx: ReadTx,
  township: string,
  today: LocalDate,
): Promise<Score | null> {
  const [scored] = await scoreTownships(tx, { area: township, townships: [township], today });
  return scored?.score ?? null;
}
