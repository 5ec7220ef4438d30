import { cite, MONEY, optional, parameter, S23 } from '../declare.ts';
import { propertyAs } from '../economy/property-rule.ts';
import type { Parameter } from '../language/declaration.ts';

const amount = cite('LS-14', `《社会救助暂行办法》第四十九条；${S23}第二部分第三项`);
const spendingType = cite('LS-02', `中办发〔2020〕18号；${S23}第二部分第一项`);
const often = cite('LS-17', '国发〔2014〕47号');

export const temporaryParameters: readonly Parameter[] = [
  optional(
    'temporaryIncomeLine',
    '支出型临时救助的收入线',
    'cases fen/month/person',
    spendingType,
    {
      level: 'household',
      range: MONEY,
    },
  ),
  propertyAs('temporaryPropertyOf', '支出型临时救助的财产条件', 'RELIEF_PROPERTY', spendingType),
  parameter(
    'temporaryOnlyLowIncome',
    '支出型是否只给低保、特困、边缘和刚性支出困难家庭',
    'yes/no',
    cite('LS-02', '民政部、财政部关于进一步健全完善临时救助制度的意见（2026年1月29日公布）'),
  ),
  parameter('temporarySameCauseMonths', '同一事由不重复救助的月数', 'months', often, {
    range: [0, 120],
  }),
  parameter('temporarySameCauseByYear', '同一事由按自然年度计算', 'yes/no', often),
  optional('temporaryYearlyCount', '一个自然年度内救助的次数上限', 'number', often, {
    range: [1, 20],
  }),
  parameter('temporaryAmountRule', '临时救助金额', 'cases fen', amount, {
    level: 'household',
    range: MONEY,
  }),
  optional('temporaryCap', '临时救助金额上限', 'cases fen', amount, {
    level: 'household',
    range: MONEY,
  }),
  parameter('temporaryRounding', '临时救助金额取整的方向', 'code ROUNDING', amount),
  parameter('temporaryStep', '临时救助金额取整的单位', 'fen', amount, { range: [1, 100_000] }),
  parameter(
    'smallFastUsed',
    '是否实行小额快救',
    'yes/no',
    cite('LS-11', '民政部、财政部意见（2026年1月29日公布）'),
  ),
  parameter(
    'smallFastPer',
    '小额快救一个月低保标准的限额按人还是按户',
    'code SMALL_FAST_PER',
    cite('LS-11', '民政部、财政部意见（2026年1月29日公布）', 'D-04：按人还是按户没有查到'),
  ),
  optional(
    'townshipCeiling',
    '乡镇可以确认的金额上限',
    'cases fen',
    cite('LS-12', `${S23}第二部分第二项`),
    {
      level: 'household',
      range: MONEY,
    },
  ),
  optional(
    'coordinationRule',
    '须一事一议的情形',
    'cases yes/no',
    cite('LS-15', `${S23}第二部分第三项`),
    {
      level: 'household',
    },
  ),
  optional(
    'temporaryStages',
    '分阶段给付的次数',
    'cases number',
    cite('LS-16', `${S23}第二部分第四项`),
    {
      level: 'household',
      range: [1, 12],
    },
  ),
];

export const TEMPORARY_CODES = {
  SMALL_FAST_PER: { person: '按人', household: '按户' },
} as const;
