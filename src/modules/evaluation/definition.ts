import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';

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
  code: z.string().regex(/^[a-z][a-z-]{2,30}$/),
  title: z.string().min(2),
  weight: z.int().min(1).max(50),
  /** Per cent at which nothing is earned, and from which everything is; of measured indicators alone. */
  zero: z.int().min(0).max(100).default(0),
  full: z.int().min(0).max(100).default(100),
  basis: z.string().min(4),
  law,
});
export type EvaluationIndicator = z.output<typeof indicator>;

const definition = z
  .strictObject({
    from: date,
    until: date.optional(),
    document: z.string().min(4),
    /** How many days a township may object to its score. */
    appealDays: z.int().min(1).max(60),
    /** How much of the weight must rest on something for a band to be given at all. */
    leastWeight: z.int().min(1).max(100),
    bands: z.array(z.strictObject({ title: z.string().min(2), least: z.int().min(0).max(100) })),
    indicators: z.array(indicator).min(1),
  })
  .refine(
    ({ indicators }) => indicators.reduce((sum, { weight }) => sum + weight, 0) === 100,
    '各项指标的分值合计应为 100 分',
  )
  .refine(
    ({ indicators }) => new Set(indicators.map(({ code }) => code)).size === indicators.length,
    '同一项指标写了两次',
  )
  .refine(
    ({ bands }) =>
      bands.at(-1)?.least === 0 &&
      bands.every(({ least }, at) => at === 0 || least < (bands[at - 1]?.least ?? 0)),
    '等次从高到低排列，最后一个从 0 分起',
  );
export type EvaluationDefinition = z.output<typeof definition>;

const file = z.strictObject({ $schema: z.string().optional(), definitions: z.array(definition) });

/** Reads what a place lays down about evaluating its townships; throws with what is wrong in it. */
export function readEvaluations(json: unknown): readonly EvaluationDefinition[] {
  return file.parse(json).definitions;
}
