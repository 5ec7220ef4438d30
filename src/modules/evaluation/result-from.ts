import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { earnedPoints, pointsWords } from '../readiness/index.ts';
import type { EvaluationDefinition, EvaluationIndicator } from './definition.ts';
import type { EvaluationResult, ResultLine } from './evaluation.ts';
import { isMeasured, type MeasuredCode } from './measured-code.ts';

/** How many cases out of how many, from the record of the year. */
export type MeasuredYear = {
  readonly [Code in MeasuredCode]: { readonly good: number; readonly of: number };
};

/** Points people gave, with what they wrote. */
export type GivenPoints = ReadonlyMap<string, { readonly points: number; readonly note: string }>;

/** The result: what the record tells and what people gave, each with its sentence. Whole numbers, rounded down. */
export function resultFrom(
  definition: EvaluationDefinition,
  measured: MeasuredYear,
  given: GivenPoints,
  today: LocalDate,
): EvaluationResult {
  const lines = definition.indicators.map((each) =>
    isMeasured(each.code) ? measuredLine(each, measured[each.code]) : givenLine(each, given),
  );
  return {
    ...totalOf(definition, lines),
    document: definition.document,
    appealUntil: addDays(today, definition.appealDays),
  };
}

/** The same result with other points where an appeal was upheld; what the record told stays. */
export function corrected(
  definition: EvaluationDefinition,
  result: EvaluationResult,
  given: GivenPoints,
): EvaluationResult {
  const lines = result.lines.map((line) => {
    const change = given.get(line.code);
    if (!change) return line;
    return { ...line, points: change.points * 100, because: `异议成立：${change.note}` };
  });
  return { ...result, ...totalOf(definition, lines) };
}

function totalOf({ bands, leastWeight }: EvaluationDefinition, lines: readonly ResultLine[]) {
  const judged = lines.filter(({ points }) => points !== null);
  const weight = judged.reduce((sum, each) => sum + each.weight, 0);
  const points = judged.reduce((sum, each) => sum + (each.points ?? 0), 0);
  const total = weight === 0 ? 0 : Math.floor((points * 100) / weight);
  const band = bands.find(({ least }) => total >= least * 100)?.title ?? '';
  return { lines, total, band: weight < leastWeight ? '不评等次' : band };
}

function measuredLine(
  { code, title, weight, zero, full, basis }: EvaluationIndicator,
  { good, of }: { readonly good: number; readonly of: number },
): ResultLine {
  if (of === 0) return { code, title, weight, points: null, because: `${basis}：没有记录，不计入` };
  const share = Math.floor((good * 10_000) / of);
  const because = `${basis}：${of} 件中有 ${good} 件，占 ${pointsWords(share)}%；${full}% 得满分，${zero}% 不得分`;
  return {
    code,
    title,
    weight,
    points: earnedPoints(weight, share, zero * 100, full * 100),
    because,
  };
}

function givenLine(
  { code, title, weight, basis }: EvaluationIndicator,
  given: GivenPoints,
): ResultLine {
  const { points, note } = given.get(code) ?? { points: 0, note: '' };
  return { code, title, weight, points: points * 100, because: note || basis };
}
