import { cite, rulesAt, S57 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const THIRTEEN = `${S57}第十三条`;

export const INCOME_CLASS = {
  exempt: '不计入',
  wage: '工资性收入',
  business: '经营净收入',
  property: '财产净收入',
  transfer: '转移净收入',
  other: '其他收入',
} as const;

const income = rulesAt('income', cite('DB-13', THIRTEEN));
const member = rulesAt('member', cite('DB-13a', `${THIRTEEN}第一款第一项`));

/** S57 a.13: each receipt within the window, less costs and what is not counted, in whole fen. */
export const receiptRules: readonly Rule[] = [
  income(
    'incomeNature',
    '收入性质',
    'code INCOME_CLASS',
    `if kind = 'wage' then 'wage'
      else if kind in ('farming', 'breeding', 'business') then 'business'
      else if kind in ('rent', 'interest', 'dividend', 'insurance-return', 'asset-sale',
        'land-transfer', 'collective-dividend') then 'property'
      else if kind in ('preferential-pension', 'family-planning', 'scholarship', 'bravery-award',
        'government-assistance', 'basic-pension', 'pension', 'unemployment', 'survivor',
        'compensation', 'gift', 'support-received', 'disability-allowance', 'old-age-allowance')
      then 'transfer'
      else 'other'`,
  ),
  income(
    'incomeClass',
    '收入类别',
    'code INCOME_CLASS',
    `if kind in ('preferential-pension', 'family-planning', 'scholarship', 'bravery-award',
        'government-assistance') then 'exempt'
      else if kind = 'basic-pension' and basicPensionExempt then 'exempt'
      else if kind in extraExemptKinds then 'exempt'
      else incomeNature`,
  ),
  income(
    'incomeTimes',
    '折算到核算期的倍数',
    'number',
    `if period = 'per-month' then incomeWindow / 1 month
      else if period = 'per-year' then incomeWindow / 12 months else 1`,
  ),
  income(
    'chosenNorm',
    '采用的核算标准',
    'fen',
    `min(100000 yuan, if used(activityNorms) then
        (if cell(activityNorms, activity, low) <> cell(activityNorms, activity, high)
          then (if normChosen < cell(activityNorms, activity, low)
              or normChosen > cell(activityNorms, activity, high)
            then unknown("在规定范围内选用的核算标准") else normChosen)
          else cell(activityNorms, activity, low))
      else unknown("当地的核算标准"))`,
    cite('DB-13b', `${THIRTEEN}第一款第二项`, '各地核算标准给出幅度的，由核算人员在幅度内选用'),
  ),
  income(
    'grossIncome',
    '核算期内的收入',
    'fen',
    `if basis = 'norm'
      then (if used(activityNorms) then round(chosenNorm * quantityHundredths / 100
        * min(12, cell(activityNorms, activity, times)) * incomeWindow / 12 months, 'half-up', 1 fen)
        else chosenNorm)
      else round(amount * incomeTimes, 'half-up', 1 fen)`,
    cite('DB-13', THIRTEEN, '各期间折算后按分四舍五入'),
  ),
  income(
    'incomeCosts',
    '必要的成本',
    'fen',
    `if basis = 'norm'
      then (if used(activityNorms)
        then round(grossIncome * cell(activityNorms, activity, cost), 'half-up', 1 fen) else 0)
      else if used(costShare) and costShare > 0
      then round(grossIncome * costShare, 'half-up', 1 fen)
      else round(costs * incomeTimes, 'half-up', 1 fen)`,
    cite('DB-13b', `${THIRTEEN}第一款第二项、第三项`),
  ),
  income(
    'incomeAfterCosts',
    '经营、财产收入减去成本后的净额，其他收入的全额',
    'fen',
    `if incomeNature in ('business', 'property') then grossIncome - incomeCosts else grossIncome`,
  ),
  income(
    'netIncome',
    '减去成本和不计入部分后的收入',
    'fen',
    `if used(exemptAmount)
      then max(min(0, incomeAfterCosts), incomeAfterCosts - round(exemptAmount, 'half-up', 1 fen))
      else incomeAfterCosts`,
    cite(
      'DB-13f',
      `${THIRTEEN}第二款`,
      '不计入的部分以这笔收入减去成本后的净额为限，不产生负的收入',
    ),
  ),
  income(
    'countedIncome',
    '计入的收入',
    'fen',
    `if incomeClass = 'exempt' then 0
      else if used(spreadOver) and spreadOver > incomeWindow
      then min(netIncome,
        max(0, round(netIncome * incomeWindow / max(1 month, spreadOver), 'half-up', 1 fen)))
      else netIncome`,
  ),
  {
    name: 'transferPaid',
    title: '转移支出',
    level: 'transfer',
    type: 'fen',
    formula: `if period = 'per-month' then amount * incomeWindow / 1 month
      else if period = 'per-year' then round(amount * incomeWindow / 12 months, 'half-up', 1 fen)
      else amount`,
    citation: cite('DB-13d', `${THIRTEEN}第一款第四项`),
  },
];

/** Wages less employment cost; labour income imputed where the place does so. */
export const labourRules: readonly Rule[] = [
  member(
    'wageIncome',
    '工资性收入合计',
    'fen',
    `sum(income where incomeClass = 'wage': countedIncome)`,
  ),
  member(
    'actualWageCosts',
    '实际的就业成本',
    'fen',
    `sum(income where incomeClass = 'wage': incomeCosts)`,
  ),
  member(
    'employmentCost',
    '必要的就业成本',
    'fen',
    `if wageIncome <= 0 then 0
      else min(wageIncome, if used(employmentCostRule)
        then round(employmentCostRule * incomeWindow, 'half-up', 1 fen)
        else if used(employmentCostCap)
        then min(actualWageCosts,
          round(employmentCostCap * standard * incomeWindow * 1 person, 'half-up', 1 fen))
        else actualWageCosts)`,
  ),
  member(
    'labourIncome',
    '实际的劳动收入',
    'fen',
    `max(0, wageIncome - employmentCost)
      + sum(income where incomeClass = 'business': countedIncome)`,
  ),
  member(
    'labourMonthly',
    '实际的月劳动收入',
    'fen/month',
    `round(labourIncome / incomeWindow, 'half-up', 1 fen)`,
  ),
  member(
    'labourRecords',
    '劳动收入的记录数',
    'number',
    `count(income where kind in ('wage', 'farming', 'breeding', 'business'))`,
  ),
  member(
    'labourAddition',
    '按推算增加的劳动收入',
    'fen',
    `if used(imputedLabour)
      then (if imputedLabour <= 0 then 0
        else if cannotFindWork then 0
        else if imputeWhen = 'no-record'
        then (if labourRecords >= 1 then 0
          else round(imputedLabour * incomeWindow, 'half-up', 1 fen))
        else if imputeWhen = 'lower'
        then max(0, round(imputedLabour * incomeWindow, 'half-up', 1 fen) - labourIncome)
        else round(imputedLabour * incomeWindow, 'half-up', 1 fen) - labourIncome)
      else 0`,
    cite(
      'DB-13j',
      `民发〔2022〕83号第一部分第一项；${THIRTEEN}`,
      '经查实确实无法就业的以实际情况为准，不推算',
    ),
  ),
  member(
    'ownCoefficient',
    '本人的劳动力系数',
    'percent',
    `if used(labourCoefficient) then (if cannotFindWork then 0 else labourCoefficient) else 0`,
    cite('DB-13j', `民发〔2022〕83号第一部分第一项；${THIRTEEN}`),
  ),
  member(
    'undeclaredWork',
    '就业而没有收入记录的，须先查清',
    'fen',
    `if used(imputedLabour) or used(labourCoefficient) or ageYears < 16 years
        or labourCapacity = 'none'
        or studentLevel in ('preschool', 'compulsory', 'senior', 'college', 'undergraduate', 'postgraduate')
        or labourRecords >= 1
      then 0
      else if employment in ('employed', 'flexible') then unknown("就业收入") else 0`,
    cite('DB-13a', `${THIRTEEN}；第十五条`, '就业情况未知或者有就业而无收入记录的，不按零收入处理'),
  ),
  member(
    'memberIncome',
    '成员核算期收入',
    'fen',
    `sum(income where incomeClass <> 'wage': countedIncome) + max(0, wageIncome - employmentCost)
      + labourAddition + undeclaredWork - sum(transfer: transferPaid)`,
    cite('DB-13', THIRTEEN),
  ),
];

const household = rulesAt('household', cite('DB-13i', THIRTEEN));

/** The family's income per head and month, an exact fraction. */
export const incomeTotalRules: readonly Rule[] = [
  household(
    'coefficientIncome',
    '按劳动力系数推算的劳动收入',
    'fen',
    `if used(coefficientBase)
      then round(max(0, sum(member where counted: ownCoefficient)
          - (if used(coefficientDeduction) then coefficientDeduction else 0))
        * coefficientBase * incomeWindow, 'half-up', 1 fen)
      else 0`,
    cite('DB-13j', `民发〔2022〕83号第一部分第一项；${THIRTEEN}`),
  ),
  household(
    'coefficientAddition',
    '按劳动力系数增加的劳动收入',
    'fen',
    `if used(coefficientBase)
      then max(0, coefficientIncome - sum(member where counted: labourIncome)) else 0`,
    cite('DB-13j', `民发〔2022〕83号第一部分第一项；${THIRTEEN}`),
  ),
  household(
    'totalIncome',
    '家庭核算期收入',
    'fen',
    'sum(member where counted: memberIncome) + coefficientAddition',
    cite('DB-12', `${S57}第十二条`),
  ),
  household(
    'monthlyIncome',
    '家庭月收入',
    'fen/month',
    `max(0, (totalIncome - rigidDeduction) / incomeWindow + supportIncome
      - (if used(householdDeduction) then round(householdDeduction, 'half-up', 1 fen) else 0))`,
    cite('DB-13i', THIRTEEN, '收入减去扣减后为负的按零计算'),
  ),
  household(
    'perCapitaIncome',
    '家庭月人均收入',
    'fen/month/person',
    'monthlyIncome / max(1 person, householdSize)',
  ),
];
