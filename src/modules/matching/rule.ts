import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';

const date = z
  .string()
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-01-01') as unknown as z.ZodType<
  LocalDate,
  string
>;

/** The kinds of doubt a comparison can raise, in the order of the list the county works by. */
export const ruleTitles = {
  death: '死亡后仍在发放',
  double: '重复享受',
  payroll: '财政供养人员',
  property: '车辆、房屋、企业',
  income: '养老金、工资高于标准',
  'shared-account': '一个账户几户共用',
  'other-holder': '账户户名不是本户人员',
  amount: '金额与核算结果不一致',
  covered: '保障人口多于家庭人口',
  identity: '身份证号与年龄、性别不符',
  away: '长期不在户籍地居住',
  'paid-when-stopped': '停发月份仍在发放',
  kin: '近亲属没有备案',
  relief: '同一事由一年内重复临时救助',
} as const;
export type RuleCode = keyof typeof ruleTitles;
export const ruleCodes = Object.keys(ruleTitles) as [RuleCode, ...RuleCode[]];

const rule = z.strictObject({
  rule: z.enum(ruleCodes),
  from: date,
  until: date.optional(),
  /** Whose work it becomes; what may be the township's own doing is the county's. */
  role: z.enum(['case-officer', 'aid-officer', 'inspector']),
  /** Calendar days until it must be disposed of. */
  dueDays: z.int().min(1).max(92),
  /** The payment line waits until somebody has checked; nothing is stopped (DB-33b). */
  holds: z.boolean().default(false),
  basis: z.string().min(4),
  law: z.string().refine((id) => isRuleId(id), '不是法规条目的编号') as unknown as z.ZodType<
    RuleId,
    string
  >,
  /** Houses that raise no doubt, months away, months between two payments for one cause. */
  limit: z.int().min(0).max(120).optional(),
});
export type DetectionRule = z.output<typeof rule>;

const file = z.strictObject({ $schema: z.string().optional(), rules: z.array(rule).min(1) });

/** Reads the detection rules of a place; throws with what is wrong in them. */
export function readRules(json: unknown): readonly DetectionRule[] {
  return file.parse(json).rules;
}

/** The rules in force on a day; each kind once. */
export function rulesOn(rules: readonly DetectionRule[], day: LocalDate): readonly DetectionRule[] {
  return ruleCodes.flatMap(
    (code) =>
      rules.findLast(
        (each) => each.rule === code && each.from <= day && !(each.until && each.until < day),
      ) ?? [],
  );
}
