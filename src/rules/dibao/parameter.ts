import { cite, MONTHLY, optional, parameter, PERCENT, S57, SLAW } from '../declare.ts';
import { propertyParameters } from '../economy/property-rule.ts';
import type { Parameter } from '../language/declaration.ts';

const amount = cite('DB-23', `${S57}第二十三条`);
const supplement = cite('DB-27', `${S57}第二十七条；${SLAW}第二十条`);
const alone = cite('DB-08', `${S57}第八条`);
const exit = cite('DB-33', `${S57}第三十三条；民发〔2022〕83号第一部分第三项`);

export const DIBAO_PROPERTY = {
  prefix: 'dibao',
  citation: cite('DB-14', `${S57}第十四条`),
} as const;

export const DIBAO_CODES = {
  AMOUNT_METHOD: {
    difference: '补差',
    tiers: '按人均收入分档',
    'per-head': '按算式确定每人补助额',
    'by-class': '按人员类别定额',
  },
  ALONE_INCOME: { own: '只算本人收入', family: '按全家人均收入' },
} as const;

/** What a place settles for 低保: property, amount, supplements, 单人户 and gradual exit. */
export const dibaoParameters: readonly Parameter[] = [
  ...propertyParameters(DIBAO_PROPERTY),
  parameter('amountMethod', '保障金额的计算办法', 'code AMOUNT_METHOD', amount),
  optional('tierTable', '分档表', 'bands fen/month/person -> fen/month/person', amount, {
    range: [0, 10_000_000],
  }),
  optional('perHeadAmount', '每人补助额', 'cases fen/month/person', amount, {
    level: 'household',
    range: MONTHLY,
  }),
  optional('classAmount', '各类人员的补助额', 'cases fen/month', amount, {
    level: 'member',
    range: MONTHLY,
  }),
  optional('fullStandardFor', '全额享受的人员', 'cases yes/no', amount, { level: 'member' }),
  optional('minimumPaymentPercent', '最低补差（占低保标准%）', 'percent', amount, {
    range: PERCENT,
  }),
  optional('minimumPaymentAmount', '每户每月最低保障金', 'fen/month', amount, { range: MONTHLY }),
  parameter('roundingAt', '取整的环节', 'code ROUNDING_AT', amount),
  parameter('roundingDirection', '取整的方向', 'code ROUNDING', amount),
  parameter('roundingStep', '取整的单位', 'fen', amount, { range: [1, 10_000] }),
  optional('memberSupplementRule', '分类施保：按人增发', 'cases fen/month', supplement, {
    level: 'member',
    range: MONTHLY,
  }),
  optional('householdSupplementRule', '分类施保：按户增发', 'cases fen/month', supplement, {
    level: 'household',
    range: MONTHLY,
  }),
  parameter('unemployedDisabledDoor', '无业成年重度残疾人可否参照单人户', 'yes/no', {
    rule: 'DB-08c',
    source: '民发〔2022〕83号第一部分第一项',
  }),
  parameter('specialHardshipDoor', '边缘家庭中确有特殊困难人员可否纳入', 'yes/no', {
    rule: 'DB-08d',
    source: `${SLAW}第二十一条第二款`,
  }),
  optional('aloneExtraRule', '县级以上认定可以单独申请的其他人员', 'cases yes/no', alone, {
    level: 'member',
  }),
  parameter('aloneIncomeBasis', '单人户核算的收入', 'code ALONE_INCOME', {
    ...alone,
    doubt: 'D-16：单人户是否计算其他家庭成员收入，全国没有规定',
  }),
  optional('aloneAmountRule', '单人户的补助额', 'cases fen/month', alone, {
    level: 'member',
    range: MONTHLY,
  }),
  parameter('gradualExitMonths', '渐退期', 'months', exit, { range: [0, 60] }),
  optional('gradualExitMonthsRule', '各类渐退的月数', 'cases months', exit, {
    level: 'household',
    range: [0, 60],
  }),
  parameter('gradualExitPercent', '渐退期内发放的比例（%）', 'percent', exit, { range: [0, 100] }),
];
