import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';
import { assessedItems, measuredIndicators } from './indicator.ts';

const date = z
  .string()
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-01-01') as unknown as z.ZodType<
  LocalDate,
  string
>;

const law = z.string().refine((id) => isRuleId(id), '不是法规条目的编号') as unknown as z.ZodType<
  RuleId,
  string
>;

const indicator = z.strictObject({
  indicator: z.enum([...measuredIndicators, ...assessedItems]),
  weight: z.int().min(1).max(50),
  /** Up to this value nothing is earned, from `full` on everything; per cent of a share, else a count. */
  zero: z.int().min(0).max(100).default(0),
  full: z.int().min(0).max(100).default(1),
  law,
  basis: z.string().min(4),
});
export type IndicatorDefinition = z.output<typeof indicator>;

const definition = z
  .strictObject({
    from: date,
    until: date.optional(),
    document: z.string().min(4),
    law,
    /** Out of 100; below it an instrument comes into force by a written override only (mission 2.1). */
    threshold: z.int().min(1).max(100),
    /** How much of the weight must rest on something: what has no record yet is left out, not made up. */
    leastWeight: z.int().min(1).max(100),
    /** How far back cases are looked at, and how long an assessment on the spot counts. */
    caseMonths: z.int().min(1).max(36),
    assessmentMonths: z.int().min(1).max(36),
    indicators: z.array(indicator).min(1),
  })
  .refine(
    ({ indicators }) => indicators.reduce((sum, { weight }) => sum + weight, 0) === 100,
    '各项指标的分值合计应为 100 分',
  )
  .refine(
    ({ indicators }) =>
      new Set(indicators.map((each) => each.indicator)).size === indicators.length,
    '同一项指标写了两次',
  )
  .refine(
    ({ indicators }) => indicators.every(({ zero, full }) => zero !== full),
    '不得分的界线和得满分的界线不能相同',
  );
export type ReadinessDefinition = z.output<typeof definition>;

const file = z.strictObject({ $schema: z.string().optional(), definitions: z.array(definition) });

/** Reads what a place lays down about readiness; throws with what is wrong in it. */
export function readDefinitions(json: unknown): readonly ReadinessDefinition[] {
  return file.parse(json).definitions;
}

/** The definition in force on a day: the newest that has begun and has not ended. */
export function definitionOn(
  definitions: readonly ReadinessDefinition[],
  day: LocalDate,
): ReadinessDefinition | null {
  const inForce = definitions.filter(
    ({ from, until }) => from <= day && !(until !== undefined && until < day),
  );
  return inForce.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? null;
}
