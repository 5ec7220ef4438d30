import { cite, rulesAt, S57 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

/** Through which door a person may be in 低保 alone (S57 a.8, S83, SLAW a.21). The words are printed. */
export const ALONE_DOOR = {
  none: '不符合单独申请的情形',
  disability: '低保边缘家庭中的一级、二级重度残疾人或者三级智力、精神残疾人',
  illness: '低保边缘家庭中患有当地认定的重特大疾病的人员',
  clergy: '脱离家庭、在宗教场所居住三年以上（含三年）的生活困难的宗教教职人员',
  'unemployed-disabled': '无业的成年重度残疾人',
  hardship: '低保边缘家庭中确有特殊困难的人员',
  county: '县级以上民政部门规定的其他生活困难人员',
} as const;

const EIGHT = `${S57}第八条`;
const member = rulesAt('member', cite('DB-08', EIGHT));

/** 单人户: each member by himself or herself, where the family as a whole is not in 低保. */
export const aloneRules: readonly Rule[] = [
  member(
    'disabledForAlone',
    '一级、二级残疾或者三级智力、精神残疾',
    'yes/no',
    `if disabilityKind = 'none' then no
      else disabilityGrade <= 2
        or (disabilityKind in ('intellectual', 'mental') and disabilityGrade <= 3)`,
  ),
  member(
    'unemployedDisabled',
    '无业的成年重度残疾人',
    'yes/no',
    `isSeverelyDisabled and not isMinor
      and employment in ('registered-unemployed', 'unemployed', 'not-able')`,
    cite('DB-08c', '民发〔2022〕83号第一部分第一项'),
  ),
  member(
    'aloneDoor',
    '单独申请低保的情形',
    'code ALONE_DOOR',
    `if eligible then 'none'
      else if clergyApart then 'clergy'
      else if not counted then 'none'
      else if inMargin and disabledForAlone then 'disability'
      else if inMargin and seriouslyIll then 'illness'
      else if unemployedDisabledDoor and unemployedDisabled then 'unemployed-disabled'
      else if specialHardshipDoor and inMargin and specialHardship then 'hardship'
      else if (if used(aloneExtraRule) then aloneExtraRule else no) then 'county'
      else 'none'`,
  ),
  member(
    'aloneIncome',
    '单人户核算的月收入',
    'fen/month',
    `if aloneIncomeBasis = 'own' or aloneDoor = 'clergy'
      then max(0, memberIncome / incomeWindow
        + (if supportMethod = 'none' then 0 else sum(supporter: supportAmount)))
      else perCapitaIncome * 1 person`,
    cite('DB-08', EIGHT, 'D-16：单人户按本人收入还是按家庭收入核算，由地方规定'),
  ),
  member(
    'aloneEligible',
    '可以按单人户纳入低保',
    'yes/no',
    `aloneDoor <> 'none'
      and (if aloneIncomeBasis = 'own' or aloneDoor = 'clergy'
        then aloneIncome < standard * 1 person else yes)`,
  ),
  member(
    'aloneAmount',
    '单人户每月低保金',
    'fen/month',
    `if aloneEligible
      then min(standard * 1 person, if used(aloneAmountRule)
        then round(aloneAmountRule, roundingDirection, roundingStep)
        else if aloneIncomeBasis = 'own' or aloneDoor = 'clergy'
        then round(max(0, standard * 1 person - aloneIncome), roundingDirection, roundingStep)
        else standard * 1 person)
      else 0`,
  ),
];

const household = rulesAt(
  'household',
  cite('DB-33', `${S57}第三十三条；民发〔2022〕83号第一部分第三项`),
);

/** Gradual exit (渐退): what a family above the line may keep, and for how long. */
export const gradualExitRules: readonly Rule[] = [
  household(
    'exitMonths',
    '可以渐退的月数',
    'months',
    `if used(gradualExitMonthsRule) then gradualExitMonthsRule
      else if exitReason in ('work', 'graduate', 'public-post', 'disabled-work')
      then gradualExitMonths else 0`,
  ),
  household(
    'inGradualExit',
    '可以渐退',
    'yes/no',
    `not eligible and monthsBetween(exitSince, governingDay) < exitMonths`,
  ),
  household(
    'gradualExitAmount',
    '渐退期内每月低保金',
    'fen/month',
    `if inGradualExit
      then round(formerAmount * gradualExitPercent, roundingDirection, roundingStep) else 0`,
  ),
];
