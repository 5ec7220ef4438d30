import { addMonths, formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { RuleId } from '../../law/index.ts';
import type { IndicatorDefinition, ReadinessDefinition } from './definition.ts';
import {
  type CheckedItem,
  findingTitles,
  type Indicator,
  isAssessed,
  type MeasuredIndicator,
} from './indicator.ts';

/** What the record says of an indicator: a count, or how many out of how many. */
export type Measured = { readonly count: number } | { readonly good: number; readonly of: number };

export type MeasuredTownship = { readonly [Name in MeasuredIndicator]: Measured };

export type ScoreLine = {
  readonly indicator: Indicator;
  readonly weight: number;
  /** Hundredths of a point; null when nothing is recorded yet, so that it is left out. */
  readonly points: number | null;
  /** What the points rest on, as a sentence. */
  readonly because: string;
  readonly law: RuleId;
};

export type Score = {
  /** Hundredths of 100, of the weight that could be judged. */
  readonly score: number;
  readonly threshold: number;
  readonly judgedWeight: number;
  readonly passes: boolean;
  /** What stands against it, as a sentence; '' when it passes. */
  readonly because: string;
  readonly lines: readonly ScoreLine[];
};

type Basis = {
  readonly definition: ReadinessDefinition;
  readonly measured: MeasuredTownship;
  readonly assessment: { readonly on: LocalDate; readonly items: readonly CheckedItem[] } | null;
  readonly today: LocalDate;
};

/** Scores a township: each point with what it rests on. Whole numbers throughout, rounded down. */
export function scoreOf(basis: Basis): Score {
  const { definition } = basis;
  const lines = definition.indicators.map((each) => lineOf(each, basis));
  const judged = lines.filter(({ points }) => points !== null);
  const judgedWeight = judged.reduce((sum, { weight }) => sum + weight, 0);
  const points = judged.reduce((sum, each) => sum + (each.points ?? 0), 0);
  const score = judgedWeight === 0 ? 0 : Math.floor((points * 100) / judgedWeight);
  const because = faultOf(definition, score, judgedWeight);
  return {
    ...{ score, judgedWeight, lines, because },
    threshold: definition.threshold,
    passes: because === '',
  };
}

function faultOf(
  { threshold, leastWeight }: ReadinessDefinition,
  score: number,
  judgedWeight: number,
): string {
  if (judgedWeight < leastWeight) {
    return `有依据可评的指标只占 ${judgedWeight} 分，不足 ${leastWeight} 分`;
  }
  if (score >= threshold * 100) return '';
  return `评估得分 ${pointsWords(score)} 分，低于 ${threshold} 分`;
}

function lineOf(defined: IndicatorDefinition, basis: Basis): ScoreLine {
  const { indicator, weight, law } = defined;
  const { points, because } = isAssessed(indicator)
    ? assessedPoints(defined, basis)
    : measuredPoints(defined, basis.measured[indicator], basis.definition);
  return { indicator, weight, points, because, law };
}

/** What nobody has looked at earns nothing, and counts: readiness is shown, not assumed. */
function assessedPoints(
  { indicator, weight }: IndicatorDefinition,
  { definition, assessment, today }: Basis,
) {
  if (!assessment) return { points: 0, because: '还没有实地评估，不得分' };
  const validUntil = addMonths(assessment.on, definition.assessmentMonths);
  if (today > validUntil) {
    const because = `${formatDate(assessment.on)}的评估已过 ${definition.assessmentMonths} 个月，不得分`;
    return { points: 0, because };
  }
  const item = assessment.items.find((each) => each.item === indicator);
  if (!item) return { points: 0, because: `${formatDate(assessment.on)}没有评估这一项，不得分` };
  const share = { met: 100, partly: 50, unmet: 0 }[item.found];
  const note = item.note === '' ? '' : `，${item.note}`;
  const because = `${formatDate(assessment.on)}实地评估：${findingTitles[item.found]}${note}`;
  return { points: weight * share, because };
}

function measuredPoints(
  { weight, zero, full, basis }: IndicatorDefinition,
  measured: Measured,
  { caseMonths }: ReadinessDefinition,
) {
  if ('count' in measured) {
    const because = `${basis}，现有 ${measured.count}；满 ${full} 得满分`;
    return { points: earnedPoints(weight, measured.count, zero, full), because };
  }
  const { good, of } = measured;
  if (of === 0) return { points: null, because: `${basis}，近 ${caseMonths} 个月没有记录，不计入` };
  const share = Math.floor((good * 10_000) / of);
  const lines = `${full}% 得满分，${zero}% 不得分`;
  const because = `${basis}，近 ${caseMonths} 个月 ${of} 件中有 ${good} 件，占 ${pointsWords(share)}%；${lines}`;
  return { points: earnedPoints(weight, share, zero * 100, full * 100), because };
}

/** In a straight line from `zero` to `full`, whichever of them is the larger; hundredths of a point. */
export function earnedPoints(weight: number, value: number, zero: number, full: number): number {
  const way = ((value - zero) * weight * 100) / (full - zero);
  return Math.min(weight * 100, Math.max(0, Math.floor(way)));
}

/** 8250 as 82.5. */
export function pointsWords(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2);
  return text.replace(/\.?0+$/, '');
}
