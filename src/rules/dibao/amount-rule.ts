import type { Rule } from '../language/declaration.ts';

const S57 = '《最低生活保障审核确认办法》（民发〔2021〕57号）';
const TWENTY_THREE = `${S57}第二十三条`;
const TWENTY_SEVEN = `${S57}第二十七条`;

const supplement = (name: string, who: string, is: string): Rule => ({
  name: `supplement${name}`,
  title: `${who}增发比例`,
  level: 'member',
  type: 'percent',
  formula: `if used(supplement${name}Percent) then (if ${is} then supplement${name}Percent else 0) else 0`,
  citation: { rule: 'DB-27', source: TWENTY_SEVEN },
});

/** Who is eligible (strictly below the standard, property within limits) and what the family gets. */
export const amountRules: readonly Rule[] = [
  {
    name: 'incomeBelowStandard',
    title: '家庭月人均收入低于低保标准',
    level: 'household',
    type: 'yes/no',
    formula: 'perCapitaIncome < standard',
    citation: {
      rule: 'DB-23b',
      source: '《社会救助暂行办法》（国务院令第649号）第九条；《社会救助法》第十八条',
    },
  },
  {
    name: 'eligible',
    title: '符合低保条件',
    level: 'household',
    type: 'yes/no',
    formula: 'householdSize >= 1 person and incomeBelowStandard and propertyWithinLimits',
    citation: {
      rule: 'DB-23b',
      source: '《社会救助暂行办法》（国务院令第649号）第九条；《社会救助法》第十八条',
    },
  },
  {
    name: 'perCapitaForAmount',
    title: '计算保障金额用的月人均收入',
    level: 'household',
    type: 'fen/month/person',
    formula: `if roundingAt = 'per-capita'
      then round(perCapitaIncome, roundingDirection, roundingStep) else perCapitaIncome`,
    citation: { rule: 'DB-23', source: TWENTY_THREE },
  },
  {
    name: 'differenceBenefit',
    title: '补差金额',
    level: 'household',
    type: 'fen/month',
    formula: 'max(0, standard - perCapitaForAmount) * householdSize',
    citation: { rule: 'DB-23', source: TWENTY_THREE },
  },
  {
    name: 'tierBenefit',
    title: '分档金额',
    level: 'household',
    type: 'fen/month',
    formula: 'if used(tierTable) then lookup(tierTable, perCapitaIncome) * householdSize else 0',
    citation: { rule: 'DB-23', source: TWENTY_THREE },
  },
  {
    name: 'basicBenefit',
    title: '基本保障金',
    level: 'household',
    type: 'fen/month',
    formula: `if eligible then min(standard * householdSize, round(
        if amountMethod = 'tiers' then tierBenefit else differenceBenefit,
        roundingDirection, roundingStep))
      else 0`,
    citation: { rule: 'DB-23', source: TWENTY_THREE },
  },
  {
    name: 'isSeverelyDisabled',
    title: '重度残疾（一级、二级）',
    level: 'member',
    type: 'yes/no',
    formula: `if disabilityKind <> 'none' then disabilityGrade <= 2 else no`,
    citation: { rule: 'DB-27', source: TWENTY_SEVEN },
  },
  supplement('Elderly', '老年人', 'ageYears >= 60 years'),
  supplement('Minor', '未成年人', 'isMinor'),
  supplement('Disabled', '重度残疾人', 'isSeverelyDisabled'),
  supplement('Ill', '重病患者', 'seriouslyIll'),
  {
    name: 'memberSupplement',
    title: '分类施保增发金额',
    level: 'member',
    type: 'fen/month',
    formula: `round(standard * 1 person
      * max(supplementElderly, supplementMinor, supplementDisabled, supplementIll),
      roundingDirection, roundingStep)`,
    citation: {
      rule: 'DB-27',
      source: TWENTY_SEVEN,
      doubt: '一人符合多项的，取最高一项，不累加',
    },
  },
  {
    name: 'supplementTotal',
    title: '分类施保增发合计',
    level: 'household',
    type: 'fen/month',
    formula: `if used(supplementElderlyPercent) or used(supplementMinorPercent)
        or used(supplementDisabledPercent) or used(supplementIllPercent)
      then (if eligible then sum(member where counted: memberSupplement) else 0)
      else 0`,
    citation: { rule: 'DB-27', source: TWENTY_SEVEN },
  },
  {
    name: 'monthlyAmount',
    title: '每月低保金',
    level: 'household',
    type: 'fen/month',
    formula: 'basicBenefit + supplementTotal',
    citation: { rule: 'DB-23', source: TWENTY_THREE },
  },
];
