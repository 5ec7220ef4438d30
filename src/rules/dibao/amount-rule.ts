import { cite, rulesAt, S57, SLAW } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const TWENTY_SEVEN = `${S57}第二十七条；${SLAW}第二十条`;
const each = rulesAt('member', cite('DB-23', `${S57}第二十三条`));
const household = rulesAt('household', cite('DB-23', `${S57}第二十三条`));
const BELOW = cite(
  'DB-23b',
  '《社会救助暂行办法》（国务院令第649号）第九条；《社会救助法》第十八条',
);

/** Who is eligible (strictly below the standard, property within limits) and what the family gets. */
export const amountRules: readonly Rule[] = [
  household(
    'incomeBelowStandard',
    '家庭月人均收入低于低保标准',
    'yes/no',
    'perCapitaIncome < standard',
    BELOW,
  ),
  household(
    'eligible',
    '符合低保条件',
    'yes/no',
    'householdSize >= 1 person and incomeBelowStandard and dibaoPropertyWithin',
    BELOW,
  ),
  household(
    'perCapitaForAmount',
    '计算保障金额用的月人均收入',
    'fen/month/person',
    `if roundingAt = 'per-capita'
      then round(perCapitaIncome, roundingDirection, roundingStep) else perCapitaIncome`,
  ),
  household(
    'perHeadExact',
    '每人补助额（取整前）',
    'fen/month/person',
    `if amountMethod = 'tiers'
      then (if used(tierTable) then lookup(tierTable, perCapitaIncome) else unknown("分档表"))
      else if amountMethod = 'per-head'
      then (if used(perHeadAmount) then perHeadAmount else unknown("每人补助额的算式"))
      else max(0, standard - perCapitaForAmount)`,
  ),
  household(
    'perHeadBenefit',
    '每人补助额',
    'fen/month/person',
    `if roundingAt = 'per-head'
      then round(perHeadExact, roundingDirection, roundingStep) else perHeadExact`,
  ),
  each(
    'getsFullStandard',
    '全额享受的人员',
    'yes/no',
    'if used(fullStandardFor) then fullStandardFor else no',
  ),
  each(
    'classBenefitOf',
    '本人按类别的补助额',
    'fen/month',
    `if used(classAmount) then round(classAmount, 'half-up', 1 fen)
      else unknown("各类人员的补助额")`,
  ),
  household(
    'fullStandardPersons',
    '全额享受的人数',
    'persons',
    'count(member where counted and getsFullStandard)',
  ),
  household(
    'classBenefit',
    '各类人员定额合计',
    'fen/month',
    'sum(member where counted and not getsFullStandard: classBenefitOf)',
  ),
  household(
    'regularBenefit',
    '按办法计算的保障金',
    'fen/month',
    `standard * fullStandardPersons + (if amountMethod = 'by-class' then classBenefit
      else perHeadBenefit * (householdSize - fullStandardPersons))`,
  ),
  household(
    'leastBenefit',
    '最低保障金',
    'fen/month',
    `max(
      if used(minimumPaymentPercent)
        then round(minimumPaymentPercent * standard * householdSize, 'half-up', 1 fen) else 0,
      if used(minimumPaymentAmount) then minimumPaymentAmount else 0)`,
  ),
  household(
    'amountWithinStandard',
    '每人补助额不超过低保标准',
    'yes/no',
    `regularBenefit <= standard * householdSize
      and not (if amountMethod = 'by-class'
        then any(member where counted and not getsFullStandard: classBenefitOf > standard * 1 person)
        else no)`,
    cite('DB-23', `${S57}第二十三条`, '补助额不应超过标准；超过的多为文件或者录入有误，须先核对'),
  ),
  household(
    'basicBenefit',
    '基本保障金',
    'fen/month',
    `if eligible then min(standard * householdSize,
        round(max(leastBenefit, regularBenefit), roundingDirection, roundingStep))
      else 0`,
  ),
];

const member = rulesAt('member', cite('DB-27', TWENTY_SEVEN));

export const supplementRules: readonly Rule[] = [
  member(
    'isSeverelyDisabled',
    '重度残疾（一级、二级）',
    'yes/no',
    `if disabilityKind <> 'none' then disabilityGrade <= 2 else no`,
  ),
  member(
    'memberSupplement',
    '分类施保：本人增发金额',
    'fen/month',
    `if used(memberSupplementRule)
      then round(memberSupplementRule, roundingDirection, roundingStep) else 0`,
  ),
  household(
    'householdSupplement',
    '分类施保：按户增发金额',
    'fen/month',
    `if used(householdSupplementRule)
      then round(householdSupplementRule, roundingDirection, roundingStep) else 0`,
    cite('DB-27', TWENTY_SEVEN),
  ),
  household(
    'supplementTotal',
    '分类施保增发合计',
    'fen/month',
    `if eligible then householdSupplement + sum(member where counted: memberSupplement) else 0`,
    cite('DB-27', TWENTY_SEVEN),
  ),
  household('monthlyAmount', '每月低保金', 'fen/month', 'basicBenefit + supplementTotal'),
];
