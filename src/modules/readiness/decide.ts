import type { Given } from '../../kernel/given.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { ReadinessDefinition } from './definition.ts';
import { type CheckedItem, isAssessed } from './indicator.ts';
import type { ReadinessAssessment, ReadinessEvent, ReadinessState } from './readiness.ts';
import { type ReadinessRefusal, refusals } from './refusal.ts';
import { type MeasuredTownship, scoreOf } from './score.ts';

export type ReadinessGiven = Given & {
  readonly definition: ReadinessDefinition | null;
  readonly measured: MeasuredTownship;
};

type Assessed = Pick<ReadinessAssessment, 'on' | 'assessors' | 'items' | 'opinion'>;

/** The county enters what it found on the spot; the score as it stands then is kept with it. */
export function assessReadiness(
  found: Assessed,
  state: ReadinessState,
  given: ReadinessGiven,
): Decision<ReadinessEvent, ReadinessRefusal> {
  const { definition, measured, today } = given;
  if (!definition) return refused(refusals['readiness-not-defined']);
  const code = faultOf(found, state, definition, today);
  if (code) return refused(refusals[code]);
  const score = scoreOf({ definition, measured, assessment: found, today });
  return happened({ type: 'ReadinessAssessed', assessment: { ...found, score } });
}

function faultOf(
  { on, items }: Assessed,
  state: ReadinessState,
  { indicators }: ReadinessDefinition,
  today: ReadinessGiven['today'],
): ReadinessRefusal | null {
  if (on > today) return 'readiness-day-ahead';
  const last = state.at(-1);
  if (last && on < last.on) return 'readiness-day-before-last';
  const asked = indicators.flatMap(({ indicator }) => (isAssessed(indicator) ? indicator : []));
  const given = items.map(({ item }) => item);
  if (!asked.every((item) => given.includes(item))) return 'readiness-item-left-out';
  if (given.length !== asked.length) return 'readiness-item-twice';
  return items.map(faultOfItem).find((fault) => fault !== null) ?? null;
}

function faultOfItem({ found, note, files }: CheckedItem): ReadinessRefusal | null {
  if (found !== 'unmet' && files.length === 0) return 'readiness-without-evidence';
  if (found !== 'met' && note.trim().length < 4) return 'readiness-without-note';
  return null;
}
