import type { Rule } from '../language/declaration.ts';

const THIRTEEN = '《最低生活保障审核确认办法》（民发〔2021〕57号）第十三条';

export const INCOME_CLASS = {
  exempt: '不计入',
  wage: '工资性收入',
  business: '经营净收入',
  property: '财产净收入',
  transfer: '转移净收入',
  other: '其他收入',
} as const;

/** S57 a.13: income of the counted members within the window, less costs, exemptions and deductions. */
export const incomeRules: readonly Rule[] = [
  {
    name: 'incomeClass',
    title: '收入类别',
    level: 'income',
    type: 'code INCOME_CLASS',
    formula: `if kind in ('preferential-pension', 'family-planning', 'scholarship', 'bravery-award',
        'government-assistance') then 'exempt'
      else if kind = 'basic-pension' and basicPensionExempt then 'exempt'
      else if kind in extraExemptKinds then 'exempt'
      else if kind = 'wage' then 'wage'
      else if kind in ('farming', 'breeding', 'business') then 'business'
      else if kind in ('rent', 'interest', 'dividend', 'insurance-return', 'asset-sale',
        'land-transfer', 'collective-dividend') then 'property'
      else if kind in ('basic-pension', 'pension', 'unemployment', 'survivor', 'compensation', 'gift',
        'support-received', 'disability-allowance', 'old-age-allowance') then 'transfer'
      else 'other'`,
    citation: { rule: 'DB-13', source: THIRTEEN },
  },
  {
    name: 'incomeTimes',
    title: '折算到核算期的倍数',
    level: 'income',
    type: 'number',
    formula: `if period = 'per-month' then incomeWindow / 1 month
      else if period = 'per-year' then incomeWindow / 12 months else 1`,
    citation: { rule: 'DB-13', source: THIRTEEN },
  },
  {
    name: 'employmentCosts',
    title: '必要的就业成本',
    level: 'income',
    type: 'fen',
    formula: `if used(employmentCostCap)
      then min(costs * incomeTimes, employmentCostCap * standard * incomeWindow * 1 person)
      else costs * incomeTimes`,
    citation: { rule: 'DB-13a', source: `${THIRTEEN}第一款第一项` },
  },
  {
    name: 'countedIncome',
    title: '计入的收入',
    level: 'income',
    type: 'fen',
    formula: `if incomeClass = 'exempt' then 0
      else if incomeClass = 'wage' then max(0, amount * incomeTimes - employmentCosts)
      else if incomeClass in ('business', 'property') then (amount - costs) * incomeTimes
      else amount * incomeTimes`,
    citation: { rule: 'DB-13', source: THIRTEEN },
  },
  {
    name: 'transferPaid',
    title: '转移支出',
    level: 'transfer',
    type: 'fen',
    formula: `if period = 'per-month' then amount * incomeWindow / 1 month
      else if period = 'per-year' then amount * incomeWindow / 12 months else amount`,
    citation: { rule: 'DB-13d', source: `${THIRTEEN}第一款第四项` },
  },
  {
    name: 'undeclaredWork',
    title: '就业而没有收入记录的，须先查清',
    level: 'member',
    type: 'fen',
    formula: `if ageYears < 16 years or labourCapacity = 'none'
        or studentLevel in ('preschool', 'compulsory', 'senior', 'college', 'undergraduate', 'postgraduate')
        or count(income where kind in ('wage', 'farming', 'breeding', 'business')) >= 1
      then 0
      else if employment in ('employed', 'flexible') then unknown("就业收入") else 0`,
    citation: {
      rule: 'DB-13a',
      source: `${THIRTEEN}；第十五条`,
      doubt: '就业情况未知或者有就业而无收入记录的，不按零收入处理',
    },
  },
  {
    name: 'memberIncome',
    title: '成员核算期收入',
    level: 'member',
    type: 'fen',
    formula: 'sum(income: countedIncome) + undeclaredWork - sum(transfer: transferPaid)',
    citation: { rule: 'DB-13', source: THIRTEEN },
  },
  {
    name: 'totalIncome',
    title: '家庭核算期收入',
    level: 'household',
    type: 'fen',
    formula: 'sum(member where counted: memberIncome)',
    citation: { rule: 'DB-12', source: '《最低生活保障审核确认办法》（民发〔2021〕57号）第十二条' },
  },
  {
    name: 'rigidSpending',
    title: '可以扣减的刚性支出',
    level: 'household',
    type: 'fen',
    formula: `if used(spendingKinds) then sum(member where counted:
        sum(spending where kind in spendingKinds: max(0, ownShare - aidReceived)))
      else 0`,
    citation: { rule: 'DB-13h', source: `${THIRTEEN}第三款` },
  },
  {
    name: 'rigidDeduction',
    title: '刚性支出扣减额',
    level: 'household',
    type: 'fen',
    formula: 'if used(spendingCap) then min(spendingCap, rigidSpending) else rigidSpending',
    citation: { rule: 'DB-13h', source: `${THIRTEEN}第三款` },
  },
  {
    name: 'monthlyIncome',
    title: '家庭月收入',
    level: 'household',
    type: 'fen/month',
    formula: 'max(0, (totalIncome - rigidDeduction) / incomeWindow + supportIncome)',
    citation: {
      rule: 'DB-13i',
      source: THIRTEEN,
      doubt: '收入减去扣减后为负的按零计算',
    },
  },
  {
    name: 'perCapitaIncome',
    title: '家庭月人均收入',
    level: 'household',
    type: 'fen/month/person',
    formula: 'monthlyIncome / max(1 person, householdSize)',
    citation: { rule: 'DB-13i', source: THIRTEEN },
  },
];

/** Payments of supporters outside the household, by the method the place has named. */
export const supportRules: readonly Rule[] = [
  {
    name: 'supportByPerCapitaExcess',
    title: '按义务人家庭人均超额推算',
    level: 'supporter',
    type: 'fen/month',
    formula: `if used(supportThresholdPercent) and used(supportRatePercent)
      then max(0, familyMonthlyIncome / familySize - supportThresholdPercent * standard)
        * supportRatePercent / supportedPersons * 1 person
      else 0`,
    citation: { rule: 'DB-13d', source: `${THIRTEEN}第一款第四项` },
  },
  {
    name: 'supportByFamilyExcess',
    title: '按义务人家庭总收入超额推算',
    level: 'supporter',
    type: 'fen/month',
    formula: `if used(supportThresholdPercent) and used(supportRatePercent)
      then max(0, familyMonthlyIncome - supportThresholdPercent * standard * familySize)
        * supportRatePercent / supportedPersons
      else 0`,
    citation: { rule: 'DB-13d', source: `${THIRTEEN}第一款第四项` },
  },
  {
    name: 'supportAmount',
    title: '义务人每月给付',
    level: 'supporter',
    type: 'fen/month',
    formula: `if exemption <> 'none' then 0
      else if supportMethod = 'actual-only' then actualMonthly
      else if agreedMonthly > 0 then max(agreedMonthly, actualMonthly)
      else if supportMethod = 'per-capita-excess' then max(supportByPerCapitaExcess, actualMonthly)
      else if supportMethod = 'family-excess' then max(supportByFamilyExcess, actualMonthly)
      else actualMonthly`,
    citation: {
      rule: 'DB-13d',
      source: `${THIRTEEN}第一款第四项`,
      doubt: '顺序取各地通例：裁判或者协议在先，其次推算，实际给付更高的从实际',
    },
  },
  {
    name: 'supportIncome',
    title: '家庭以外义务人每月给付合计',
    level: 'household',
    type: 'fen/month',
    formula: `if supportMethod = 'none' then 0
      else max(0, sum(member where counted: sum(supporter: supportAmount)))`,
    citation: { rule: 'DB-13d', source: `${THIRTEEN}第一款第四项` },
  },
];
