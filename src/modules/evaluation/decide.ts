import type { Given } from '../../kernel/given.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { EvaluationDefinition } from './definition.ts';
import {
  type EvaluationEvent,
  type EvaluationState,
  resultOf,
  type ScoredItem,
} from './evaluation.ts';
import { isMeasured } from './measured-code.ts';
import { type EvaluationRefusal, refusals } from './refusal.ts';
import { corrected, type MeasuredYear, resultFrom } from './result-from.ts';

type Answer = Decision<EvaluationEvent, EvaluationRefusal>;
type Points = Omit<ScoredItem, 'files'>;
type Laid = Pick<Given, 'today'> & { readonly definition: EvaluationDefinition | null };

/** The township says first how it did in the year, with evidence (practice 1.7). */
export function selfScore(
  { year, items }: { readonly year: string; readonly items: readonly ScoredItem[] },
  state: EvaluationState,
  { today, definition }: Laid,
): Answer {
  if (!definition) return refused(refusals['evaluation-not-defined']);
  if (today.slice(0, 4) <= year) return refused(refusals['evaluation-year-not-over']);
  if (state.selfScored) return refused(refusals['evaluation-self-scored']);
  const fault = faultOf(items, definition);
  if (fault) return refused(refusals[fault]);
  if (items.some(({ points, files }) => points > 0 && files.length === 0)) {
    return refused(refusals['evaluation-unproved']);
  }
  return happened({ type: 'SelfScored', year, items });
}

/** The county scores: what the record tells is computed, the rest is given; where it differs it says why. */
export function scoreTownship(
  { items }: { readonly items: readonly Points[] },
  { selfScored, scored }: EvaluationState,
  given: Laid & { readonly measured: MeasuredYear },
): Answer {
  const { definition, measured, today } = given;
  if (!definition) return refused(refusals['evaluation-not-defined']);
  if (!selfScored) return refused(refusals['evaluation-not-self-scored']);
  if (scored) return refused(refusals['evaluation-scored']);
  const fault = faultOf(items, definition);
  if (fault) return refused(refusals[fault]);
  const own = new Map(selfScored.items.map(({ code, points }) => [code, points]));
  if (items.some(({ code, points, note }) => points !== own.get(code) && note.length < 4)) {
    return refused(refusals['evaluation-difference-unexplained']);
  }
  const points = new Map(items.map((each) => [each.code, each]));
  const result = resultFrom(definition, measured, points, today);
  return happened({ type: 'TownshipScored', result });
}

export function appealScore(
  { text, files }: { readonly text: string; readonly files: readonly FileRef[] },
  { scored, appeal }: EvaluationState,
  { today }: Pick<Given, 'today'>,
): Answer {
  if (!scored) return refused(refusals['evaluation-not-scored']);
  if (appeal) return refused(refusals['evaluation-appealed']);
  if (today > scored.result.appealUntil) return refused(refusals['evaluation-appeal-late']);
  return happened({ type: 'ScoreAppealed', text, files });
}

/** Answered by another than who scored; upheld, the points named are put right and the total computed again. */
export function answerAppeal(
  { answer, items }: { readonly answer: string; readonly items: readonly Points[] },
  state: EvaluationState,
  given: Laid & Pick<Given, 'by'>,
): Answer {
  const { definition, by } = given;
  const { appeal, answered, scored } = state;
  const result = resultOf(state);
  if (!definition) return refused(refusals['evaluation-not-defined']);
  if (!appeal || !scored || !result) return refused(refusals['evaluation-no-appeal']);
  if (answered) return refused(refusals['evaluation-appeal-answered']);
  if (scored.by === by.person) return refused(refusals['evaluation-same-person']);
  const weights = new Map(result.lines.map(({ code, weight }) => [code, weight]));
  if (items.some(({ code, points }) => points > (weights.get(code) ?? -1))) {
    return refused(refusals['evaluation-over-weight']);
  }
  const points = new Map(items.map((each) => [each.code, each]));
  const after = items.length === 0 ? null : corrected(definition, result, points);
  return happened({ type: 'AppealAnswered', answer, result: after });
}

function faultOf(
  items: readonly Points[],
  { indicators }: EvaluationDefinition,
): EvaluationRefusal | null {
  const asked = indicators.filter(({ code }) => !isMeasured(code));
  const given = new Set(items.map(({ code }) => code));
  if (items.length !== asked.length || !asked.every(({ code }) => given.has(code))) {
    return 'evaluation-item-missing';
  }
  const weights = new Map(asked.map(({ code, weight }) => [code, weight]));
  const isOver = items.some(({ code, points }) => points > (weights.get(code) ?? 0));
  return isOver ? 'evaluation-over-weight' : null;
}
