import { cite, rulesAt, S23 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const TYPES = cite('LS-02', `中办发〔2020〕18号；${S23}第二部分第一项`);
const OFTEN = cite('LS-17', '国发〔2014〕47号');
const AMOUNT = cite('LS-14', `《社会救助暂行办法》第四十九条；${S23}第二部分第三项`);
const household = rulesAt('household', TYPES);

/** What makes a family eligible for temporary assistance, by type. */
const conditionRules: readonly Rule[] = [
  household(
    'isEmergency',
    '急难型困难',
    'yes/no',
    `reliefKind = 'emergency' or (reliefKind = 'small-fast' and smallFastUsed)`,
  ),
  household(
    'temporaryLine',
    '支出型临时救助收入线',
    'fen/month/person',
    `if used(temporaryIncomeLine) then temporaryIncomeLine
      else disposableIncome * 1 year / 12 months`,
  ),
  household(
    'incomeBelowTemporaryLine',
    '家庭月人均收入低于支出型临时救助收入线',
    'yes/no',
    'perCapitaIncome < temporaryLine',
  ),
  household(
    'temporaryPropertyMet',
    '财产符合支出型临时救助规定',
    'yes/no',
    `if temporaryPropertyOf = 'dibao' then dibaoPropertyWithin
      else if temporaryPropertyOf = 'margin' then marginPropertyWithin
      else if temporaryPropertyOf = 'rigid' then rigidPropertyMet else yes`,
  ),
  household(
    'isLowIncomeFamily',
    '低保、特困、边缘或者刚性支出困难家庭',
    'yes/no',
    `eligible or any(member where counted: currentScheme in ('dibao', 'tekun', 'margin', 'rigid'))
      or inMargin or inRigid`,
    cite('LS-02', '民政部、财政部关于进一步健全完善临时救助制度的意见（2026年1月29日公布）'),
  ),
  household(
    'spendingTypeMet',
    '符合支出型条件',
    'yes/no',
    `reliefKind = 'spending' and incomeBelowTemporaryLine and temporaryPropertyMet
      and (if temporaryOnlyLowIncome then isLowIncomeFamily else yes)`,
  ),
];

const conditionMet = household(
  'temporaryConditionMet',
  '属于急难型困难，或者符合支出型条件',
  'yes/no',
  'isEmergency or spendingTypeMet',
);

const frequencyRules: readonly Rule[] = [
  {
    name: 'sameCause',
    title: '同一事由已经救助过',
    level: 'pastRelief',
    type: 'yes/no',
    formula: `pastCause = reliefCause
      and (if temporarySameCauseByYear then grantedOn >= yearStart
        else monthsBetween(grantedOn, governingDay) < temporarySameCauseMonths)`,
    citation: OFTEN,
  },
  rulesAt('household', OFTEN)(
    'notRepeated',
    '不属于同一事由重复申请',
    'yes/no',
    'not any(pastRelief: sameCause) or repeatJustified',
  ),
  rulesAt('household', OFTEN)(
    'withinYearlyCount',
    '没有超过年度救助次数',
    'yes/no',
    `if used(temporaryYearlyCount)
      then count(pastRelief where grantedOn >= yearStart) < temporaryYearlyCount else yes`,
  ),
];

const amountRules: readonly Rule[] = [
  household(
    'temporaryEligible',
    '符合临时救助条件',
    'yes/no',
    `if reliefKind in ('emergency', 'small-fast', 'spending')
      then temporaryConditionMet and notRepeated and withinYearlyCount else no`,
  ),
  rulesAt('household', AMOUNT)(
    'temporaryExact',
    '按标准计算的金额',
    'fen',
    `if used(temporaryCap)
      then min(round(temporaryCap, temporaryRounding, temporaryStep),
        round(temporaryAmountRule, temporaryRounding, temporaryStep))
      else round(temporaryAmountRule, temporaryRounding, temporaryStep)`,
  ),
  rulesAt(
    'household',
    cite('LS-11', '民政部、财政部意见（2026年1月29日公布）', 'D-04：按人还是按户没有查到'),
  )(
    'smallFastCap',
    '小额快救的限额',
    'fen',
    `standard * 1 month * (if smallFastPer = 'person' then max(1 person, reliefPersons) else 1 person)`,
  ),
  rulesAt('household', AMOUNT)(
    'temporaryAmount',
    '临时救助金',
    'fen',
    `if temporaryEligible
      then (if reliefKind = 'small-fast' then min(smallFastCap, temporaryExact) else temporaryExact)
      else 0`,
  ),
  rulesAt('household', cite('LS-12', `${S23}第二部分第二项`))(
    'withinTownship',
    '乡镇可以确认',
    'yes/no',
    `if used(townshipCeiling) then temporaryAmount <= townshipCeiling else no`,
  ),
  rulesAt('household', cite('LS-15', `${S23}第二部分第三项`))(
    'needsCoordination',
    '须一事一议',
    'yes/no',
    `temporaryEligible and (reliefSeverity = 'extreme'
      or (if used(coordinationRule) then coordinationRule else no))`,
  ),
  rulesAt('household', cite('LS-16', `${S23}第二部分第四项`))(
    'payInStages',
    '分阶段给付的次数',
    'number',
    `if used(temporaryStages) then round(temporaryStages, 'down', 1) else 1`,
  ),
];

/** 临时救助: 急难 without an income test, 支出 with one, neither twice for the same cause. */
export const temporaryRules: readonly Rule[] = [
  ...conditionRules,
  conditionMet,
  ...frequencyRules,
  ...amountRules,
];
