import { cite, rulesAt, S43, SLAW } from '../declare.ts';
import { propertyRules } from '../economy/property-rule.ts';
import type { Rule } from '../language/declaration.ts';
import { TEKUN_PROPERTY } from './parameter.ts';

/** Self-care grades of S43 a.22. */
export const CARE_TIER = {
  'full-self': '具备生活自理能力（全自理）',
  partial: '部分丧失生活自理能力（半护理）',
  none: '完全丧失生活自理能力（全护理）',
} as const;

const ARTICLE_RULE = {
  四: 'TK-04',
  五: 'TK-05',
  六: 'TK-06',
  八: 'TK-08',
  九: 'TK-09',
  二十一: 'TK-21',
  二十四: 'TK-24',
} as const;

const article = (number: keyof typeof ARTICLE_RULE, doubt?: string) =>
  cite(ARTICLE_RULE[number], `${S43}第${number}条`, doubt);

const FIVE = rulesAt('member', article('五'));
const SIX = rulesAt('member', article('六'));

/** Whether a supporter is unable to support (S43 a.8). */
const supporterRules: readonly Rule[] = [
  rulesAt('supporter', article('八'))(
    'supporterAge',
    '义务人周岁',
    'years',
    'yearsBetween(supporterBirth, governingDay)',
  ),
  rulesAt('supporter', article('八'))(
    'supporterPoor',
    '收入和财产符合无供养能力规定',
    'yes/no',
    `ownMonthlyIncome * 12 months < disposableIncome * 1 person * 1 year and propertyWithinLimit`,
  ),
  rulesAt('supporter', article('八'))(
    'supporterDisabled',
    '重度残疾或者三级智力、精神残疾',
    'yes/no',
    `if supporterDisabilityKind = 'none' then no
      else supporterDisabilityGrade <= 2
        or (supporterDisabilityKind in ('intellectual', 'mental') and supporterDisabilityGrade <= 3)`,
  ),
  rulesAt('supporter', article('八'))(
    'supporterUnable',
    '无履行义务能力',
    'yes/no',
    `exemption = 'tekun'
      or (exemption = 'dibao' and supporterAge >= 60 years)
      or (exemption in ('no-capacity', 'missing', 'serving-sentence') and propertyWithinLimit)
      or ((supporterAge >= 70 years or supporterDisabled) and supporterPoor)
      or (if used(tekunSupporterUnable) then tekunSupporterUnable else no)`,
  ),
];

const householdRules: readonly Rule[] = [
  rulesAt(
    'household',
    article('八', '共同生活的其他成年成员未丧失劳动能力或者有生活来源的，视为有履行义务能力'),
  )(
    'ableMembers',
    '家庭中可以履行义务的成员数',
    'persons',
    'count(member where counted and ableToSupport)',
  ),
];

/** 特困人员: no labour capacity, no livelihood, nobody able to support (S43 a.4–9). */
export const tekunRules: readonly Rule[] = [
  ...propertyRules(TEKUN_PROPERTY),
  ...supporterRules,
  rulesAt('member', cite('TK-24b', `${S43}第二十四条第二款；${SLAW}第十六条第三款`))(
    'tekunContinues',
    '原为特困人员的未成年人延续救助供养',
    'yes/no',
    `if currentScheme = 'tekun' then isMinor or studentLevel in ('compulsory', 'senior') else no`,
  ),
  FIVE(
    'noLabourCapacity',
    '无劳动能力',
    'yes/no',
    `ageYears >= 60 years or ageYears < tekunMinorAge or tekunContinues
      or (if disabilityKind in ('intellectual', 'mental') then disabilityGrade <= 3
        else if disabilityKind = 'physical' then disabilityGrade <= 2
        else if disabilityKind = 'visual' then disabilityGrade <= 1 else no)
      or (if used(tekunNoLabourRule) then tekunNoLabourRule else no)`,
  ),
  rulesAt('income', article('六'))(
    'tekunIncome',
    '特困认定计入的收入',
    'fen',
    `if kind in ('basic-pension', 'preferential-pension', 'old-age-allowance', 'government-assistance')
      then 0
      else if kind in tekunExemptKinds then 0 else incomeAfterCosts`,
  ),
  SIX(
    'livelihood',
    '本人月收入',
    'fen/month',
    `max(0, (sum(income: tekunIncome) - sum(transfer: transferPaid)) / incomeWindow
      + sum(supporter: actualMonthly))`,
  ),
  SIX(
    'noLivelihood',
    '无生活来源',
    'yes/no',
    'livelihood < standard * 1 person and tekunPropertyWithin',
  ),
  rulesAt('member', article('八'))(
    'ableToSupport',
    '可以履行赡养、抚养、扶养义务',
    'yes/no',
    'not isMinor and not (noLabourCapacity and livelihood < standard * 1 person)',
  ),
  ...householdRules,
  rulesAt('member', article('八'))(
    'noSupporter',
    '没有法定义务人或者义务人无履行义务能力',
    'yes/no',
    `ableMembers - (if counted and ableToSupport then 1 person else 0) <= 0
      and all(supporter: supporterUnable)`,
  ),
  rulesAt('member', article('二十四'))(
    'notJailedOrMissing',
    '不在监狱服刑，也没有被宣告失踪',
    'yes/no',
    `not (specialStatus in ('serving-sentence', 'declared-missing'))`,
  ),
  rulesAt('member', article('九'))(
    'notInOrphanProgramme',
    '没有选择孤儿、事实无人抚养儿童保障',
    'yes/no',
    'if isMinor then not orphanProgramme else yes',
  ),
  rulesAt('member', article('四'))(
    'tekunEligible',
    '符合特困人员条件',
    'yes/no',
    `noLabourCapacity and noLivelihood and noSupporter and notJailedOrMissing
      and notInOrphanProgramme`,
  ),
  rulesAt('member', article('二十一'))(
    'selfCareFails',
    '不能自主完成的项数',
    'number',
    `(if canEat then 0 else 1) + (if canDress then 0 else 1) + (if canGetUp then 0 else 1)
      + (if canToilet then 0 else 1) + (if canWalk then 0 else 1) + (if canBathe then 0 else 1)`,
  ),
  rulesAt('member', cite('TK-22', `${S43}第二十二条`))(
    'careTier',
    '生活自理能力',
    'code CARE_TIER',
    `if selfCareFails >= 4 then 'none' else if selfCareFails >= 1 then 'partial' else 'full-self'`,
  ),
  rulesAt('household', cite('TK-30', '《社会救助法》第十七条'))(
    'tekunBasic',
    '特困人员基本生活标准',
    'fen/month',
    `if used(tekunBasicAmount) then tekunBasicAmount * 1 person
      else round(tekunBasicPercent * standard * 1 person, tekunBasicRounding, tekunBasicStep)`,
  ),
  rulesAt('member', cite('TK-30', '《社会救助法》第十七条'))(
    'tekunOwnBasic',
    '本人的基本生活标准',
    'fen/month',
    `if used(tekunBasicRule) then round(tekunBasicRule, tekunBasicRounding, tekunBasicStep)
      else tekunBasic`,
  ),
  rulesAt('member', cite('TK-31', '《社会救助法》第十七条'))(
    'tekunCare',
    '照料护理标准',
    'fen/month',
    `round(tekunCareStandard, 'half-up', 1 fen)`,
  ),
  rulesAt('member', cite('TK-30', '《社会救助法》第十七条'))(
    'tekunAmount',
    '每月特困救助供养金',
    'fen/month',
    'if tekunEligible then tekunOwnBasic + tekunCare else 0',
  ),
  rulesAt('member', cite('OT-09', '《特困人员认定办法》（民发〔2021〕43号）'))(
    'currentTekun',
    '现为特困人员',
    'yes/no',
    `currentScheme = 'tekun'`,
  ),
];
