import { cite, MONEY, MONTHLY, optional, parameter, rulesAt, SGX } from '../declare.ts';
import { propertyAs, propertyParameters, propertyRules } from '../economy/property-rule.ts';
import type { Parameter, Rule } from '../language/declaration.ts';

const FOUR = cite('GX-01', `${SGX}第四条`);
const FIVE = cite('GX-02', `${SGX}第五条`);
const PROPERTY = { prefix: 'rigid', citation: FOUR };

export const rigidParameters: readonly Parameter[] = [
  propertyAs('rigidPropertyOf', '刚性支出困难家庭的财产条件', 'RIGID_PROPERTY', FOUR),
  ...propertyParameters(PROPERTY),
  parameter('rigidRatioPercent', '刚性支出占家庭收入的比例（%）', 'percent', FOUR, {
    range: [0, 100],
  }),
  parameter('rigidRatioInclusive', '正好等于规定比例的是否符合', 'yes/no', FOUR),
  optional('rigidIncomeLine', '刚性支出困难家庭收入线', 'cases fen/month/person', FOUR, {
    level: 'household',
    range: MONTHLY,
  }),
  parameter('rigidSpendingKinds', '计入的刚性支出种类', 'codes SPENDING_KIND', FIVE),
  optional('rigidSpendingRule', '一项刚性支出计入的金额', 'cases fen', FIVE, {
    level: 'spending',
    range: MONEY,
  }),
  optional('rigidOtherBar', '刚性支出困难家庭的其他条件', 'cases yes/no', FOUR, {
    level: 'household',
  }),
  parameter(
    'rigidValidityMonths',
    '刚性支出困难家庭认定的有效期',
    'months',
    cite('GX-05', `${SGX}第十条`),
    {
      range: [1, 12],
    },
  ),
];

const household = rulesAt('household', FOUR);

/** 刚性支出困难家庭: necessary spending takes more than a share of the family's income. */
export const rigidRules: readonly Rule[] = [
  ...propertyRules(PROPERTY),
  {
    name: 'countedSpending',
    title: '计入的刚性支出',
    level: 'spending',
    type: 'fen',
    formula: `if used(rigidSpendingRule) then round(rigidSpendingRule, 'half-up', 1 fen)
      else if kind = 'education' then max(0, min(ownShare - aidReceived, publicPrice))
      else max(0, ownShare - aidReceived)`,
    citation: cite('GX-02', `${SGX}第五条`, '教育支出以同类公办学校的收费为限'),
  },
  household(
    'yearSpending',
    '申请前12个月的刚性支出',
    'fen',
    `sum(member where counted: sum(spending where kind in rigidSpendingKinds: countedSpending))`,
    FIVE,
  ),
  household('monthlySpending', '月均刚性支出', 'fen/month', 'yearSpending / 12 months', FIVE),
  household(
    'averageIncome',
    '月均家庭收入（不减刚性支出）',
    'fen/month',
    'max(0, totalIncome / incomeWindow + supportIncome)',
  ),
  household(
    'rigidSpendingLine',
    '规定比例的月均刚性支出',
    'fen/month',
    'rigidRatioPercent * averageIncome',
  ),
  household(
    'rigidRatioMet',
    '刚性支出占家庭收入达到规定比例',
    'yes/no',
    `yearSpending > 0 and (if rigidRatioInclusive
      then monthlySpending >= rigidSpendingLine else monthlySpending > rigidSpendingLine)`,
    cite('GX-01', `${SGX}第四条第四项；《社会救助法》第二十二条`),
  ),
  household(
    'rigidLine',
    '刚性支出困难家庭收入线',
    'fen/month/person',
    `if used(rigidIncomeLine) then rigidIncomeLine else disposableIncome * 1 year / 12 months`,
  ),
  household(
    'incomeBelowRigidLine',
    '家庭月人均收入低于规定的收入线',
    'yes/no',
    'perCapitaIncome < rigidLine',
  ),
  household(
    'rigidPropertyMet',
    '财产符合刚性支出困难家庭规定',
    'yes/no',
    `if rigidPropertyOf = 'own' then rigidPropertyWithin
      else if rigidPropertyOf = 'dibao' then dibaoPropertyWithin
      else if rigidPropertyOf = 'margin' then marginPropertyWithin else yes`,
  ),
  household(
    'rigidOtherMet',
    '没有当地规定的其他不符合情形',
    'yes/no',
    `if used(rigidOtherBar) then not rigidOtherBar else yes`,
  ),
  household(
    'inRigid',
    '符合刚性支出困难家庭条件',
    'yes/no',
    `householdSize >= 1 person and not eligible and not inMargin
      and not any(member where counted: currentTekun)
      and incomeBelowRigidLine and rigidPropertyMet and rigidRatioMet and rigidOtherMet`,
  ),
  household(
    'rigidValidity',
    '认定的有效期',
    'months',
    'rigidValidityMonths',
    cite('GX-05', `${SGX}第十条`),
  ),
];
