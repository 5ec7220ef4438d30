import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';

/** What the county asks about each month (mission 7.3, practice.md §6.2, security.md §2). It decides nothing. */
export const anomalyTitles = {
  'never-refused': '从未不予确认',
  'refusal-outlier': '不予确认比例与全县差别大',
  'fast-decision': '办结过快',
  'same-amount': '全村金额相同',
  'all-agree': '会议全部一致通过',
  'same-minute': '同一分钟多件决定',
  'notice-hanging': '公示没有取下照片',
  'one-officer': '办件集中于一人',
  'shared-account': '一个账户多户领取',
  'kin-none': '长期没有近亲属备案',
  'stop-resume': '停发不久又恢复',
  'none-left': '只进不出',
  'late-open': '超期在办较多',
  'return-unissued': '退回的款没有补发',
  'finding-overdue': '数据比对疑点逾期未办',
  'look-without-duty': '没有经办而查看个人信息',
} as const;
export type AnomalyCode = keyof typeof anomalyTitles;
export const anomalyCodes = Object.keys(anomalyTitles) as [AnomalyCode, ...AnomalyCode[]];

/** Who answers by itself: a post of the county, until the month's desk hands it to a person. */
export const ownerTitles = {
  inspector: '县监督检查',
  'aid-officer': '县救助股经办',
} as const;

export const disposalTitles = {
  explained: '情况正常，已经说明',
  check: '转县级实地核查',
  correct: '转乡镇整改',
  accountability: '转问责核查',
  rule: '规则需要调整',
} as const;
export type Disposal = keyof typeof disposalTitles;

const date = z.string().refine(isLocalDate) as unknown as z.ZodType<LocalDate, string>;
const rule = z.strictObject({
  rule: z.enum(anomalyCodes),
  from: date,
  until: date.optional(),
  /** From how many cases, households or readings on it is looked at. */
  least: z.int().min(1).max(10_000),
  /** The line itself, in the unit the basis names: per cent, working days, months. */
  limit: z.int().min(0).max(1000).default(0),
  owner: z.enum(['inspector', 'aid-officer']),
  /** Working days to answer. */
  days: z.int().min(1).max(30),
  law: z.string().refine((id) => isRuleId(id)) as unknown as z.ZodType<RuleId, string>,
  basis: z.string().min(4),
  /** Where the line was taken from. */
  source: z.string().min(4),
});
export type AnomalyRule = z.output<typeof rule>;

const file = z.strictObject({ rules: z.array(rule).min(1) });

/** Reads the anomaly rules of a place; throws with what is wrong in them. */
export function readAnomalyRules(json: unknown): readonly AnomalyRule[] {
  return file.parse(json).rules;
}

/** The rules in force on a day; of one kind the nearest place's and latest. */
export function anomalyRulesOn(
  rules: readonly AnomalyRule[],
  day: LocalDate,
): readonly AnomalyRule[] {
  const inForce = rules.filter(({ from, until }) => from <= day && !(until && until < day));
  return [...new Map(inForce.map((each) => [each.rule, each])).values()];
}
