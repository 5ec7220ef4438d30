import { cite, MONEY, MONTHLY, optional, parameter, PERCENT, S57, SLAW } from '../declare.ts';
import type { Parameter } from '../language/declaration.ts';

const thirteen = (item: string) => cite(`DB-13${item}`, `${S57}第十三条`);

/** Codes of the choices a place makes between named methods of counting income. */
export const ECONOMY_CODES = {
  SUPPORT_METHOD: {
    none: '不推算、不计入',
    'actual-only': '按实际给付',
    'court-first': '有裁判、协议的从其约定，实际更高的从实际，不推算',
    'per-capita-excess': '按义务人家庭人均超额的比例推算',
    'family-excess': '按义务人家庭总收入超额的比例推算',
    'by-rule': '按当地另定的算式推算',
  },
  IMPUTE_WHEN: {
    'no-record': '没有劳动收入记录的推算',
    lower: '实际收入低于推算额的按推算额',
    replace: '推算额大于零的以推算额为准',
  },
  ROUNDING_AT: {
    'per-capita': '先对人均收入取整',
    'per-head': '对每人补助额取整',
    end: '最后对保障金额取整',
  },
} as const;

/** A place may count by the standard of the town, or of the country, wherever the family lives. */
function standardFor(residence: 'urban' | 'rural'): Parameter {
  const title = residence === 'urban' ? '城市低保标准' : '农村低保标准';
  return parameter(
    `${residence}Standard`,
    title,
    'fen/month/person',
    cite('DB-23', `${S57}第二十三条`),
    {
      range: [1, 10_000_000],
      forPlaces: true,
      readAs: { name: 'standard', residence },
    },
  );
}

/** What every scheme shares: lines, the window, and how income is found and counted. */
export const economyParameters: readonly Parameter[] = [
  parameter('standard', '低保标准', 'fen/month/person', cite('DB-23', `${S57}第二十三条`), {
    range: [1, 10_000_000],
  }),
  standardFor('urban'),
  standardFor('rural'),
  parameter(
    'standardFloor',
    '省定低保标准低限',
    'fen/month/person',
    cite('SL-19', `${SLAW}第十九条`),
    { range: [1, 10_000_000], forPlaces: true },
  ),
  parameter(
    'disposableIncome',
    '上年度当地居民人均可支配收入',
    'fen/year/person',
    cite('GX-01', '《刚性支出困难家庭认定办法》第四条'),
    { range: [0, 100_000_000] },
  ),
  parameter('minimumWage', '当地最低工资标准', 'fen/month', thirteen('j'), {
    range: MONTHLY,
    forPlaces: true,
  }),
  parameter('incomeWindow', '收入核算期', 'months', thirteen(''), { range: [1, 12] }),
  parameter('basicPensionExempt', '城乡居民基础养老金是否不计入收入', 'yes/no', thirteen('g')),
  parameter(
    'extraExemptKinds',
    '设区的市级以上规定的其他不计入收入',
    'codes INCOME_KIND',
    thirteen('f'),
  ),
  optional('exemptAmount', '一笔收入中不计入的金额', 'cases fen', thirteen('f'), {
    level: 'income',
    range: MONEY,
  }),
  optional('spreadOver', '一次性收入分摊的月数', 'cases months', thirteen(''), {
    level: 'income',
    range: [0, 1200],
  }),
  optional('costShare', '经营成本占收入的比例', 'cases percent', thirteen('b'), {
    level: 'income',
    range: [0, 100],
  }),
  optional(
    'activityNorms',
    '种植、养殖、务工收入核算标准',
    'table ACTIVITY -> low fen, high fen, times number, cost percent',
    thirteen('b'),
    {
      columns: {
        low: { title: '标准下限', range: [0, 10_000_000] },
        high: { title: '标准上限', range: [0, 10_000_000] },
        times: { title: '每年计算的次数或者月数', range: [0, 12] },
        cost: { title: '成本比例', range: [0, 100] },
      },
    },
  ),
  optional('employmentCostCap', '就业成本扣减上限（占低保标准%）', 'percent', thirteen('a'), {
    range: PERCENT,
  }),
  optional('employmentCostRule', '就业成本扣减标准', 'cases fen/month', thirteen('a'), {
    level: 'member',
    range: MONTHLY,
  }),
  optional('imputedLabour', '劳动收入推算标准', 'cases fen/month', thirteen('j'), {
    level: 'member',
    range: MONTHLY,
  }),
  parameter('imputeWhen', '何时采用推算的劳动收入', 'code IMPUTE_WHEN', thirteen('j')),
  optional('labourCoefficient', '劳动力系数', 'cases percent', thirteen('j'), {
    level: 'member',
    range: PERCENT,
  }),
  optional('coefficientDeduction', '按家庭扣减的劳动力系数', 'cases percent', thirteen('j'), {
    level: 'household',
    range: PERCENT,
  }),
  optional('coefficientBase', '一个劳动力系数对应的月收入', 'cases fen/month', thirteen('j'), {
    level: 'household',
    range: MONTHLY,
  }),
  parameter('supportMethod', '赡养、抚养、扶养费的核算办法', 'code SUPPORT_METHOD', thirteen('d')),
  optional('supportThresholdPercent', '义务人免计线（占低保标准%）', 'percent', thirteen('d'), {
    range: PERCENT,
  }),
  optional('supportThresholdRule', '义务人免计线', 'cases fen/month/person', thirteen('d'), {
    level: 'supporter',
    range: MONTHLY,
  }),
  optional('supportRatePercent', '超额部分计入的比例（%）', 'percent', thirteen('d'), {
    range: [0, 100],
  }),
  optional('supportRateRule', '超额部分计入的比例', 'cases percent', thirteen('d'), {
    level: 'supporter',
    range: [0, 100],
  }),
  parameter('supportShared', '推算额是否由应供养的人分摊', 'yes/no', thirteen('d')),
  optional('supportRule', '赡养、抚养、扶养费推算额', 'cases fen/month', thirteen('d'), {
    level: 'supporter',
    range: MONEY,
  }),
  optional(
    'supportShareRelations',
    '按给付人收入比例计算的供养关系',
    'codes SUPPORTER_RELATION',
    thirteen('d'),
  ),
  optional('supportSharePercent', '给付人收入中计入的比例（%）', 'percent', thirteen('d'), {
    range: [0, 100],
  }),
  optional('supportShareCapPercent', '供养多人的合计上限（占收入%）', 'percent', thirteen('d'), {
    range: [0, 100],
  }),
  optional('supporterExemptRule', '免予计算的义务人', 'cases yes/no', thirteen('d'), {
    level: 'supporter',
  }),
  optional('spendingKinds', '可以扣减的刚性支出种类', 'codes SPENDING_KIND', thirteen('h')),
  optional('spendingRule', '一项支出可以扣减的金额', 'cases fen', thirteen('h'), {
    level: 'spending',
    range: MONEY,
  }),
  optional('spendingCap', '核算期内刚性支出扣减上限', 'fen', thirteen('h'), { range: MONEY }),
  optional('spendingMonthlyCap', '每月刚性支出扣减上限', 'fen/month', thirteen('h'), {
    range: MONTHLY,
  }),
  optional('householdDeduction', '按家庭情况扣减的月收入', 'cases fen/month', thirteen('h'), {
    level: 'household',
    range: MONTHLY,
  }),
];

/** Amount and share a place gives each class; what a class has no use for is 0. */
const CLASS_COLUMNS = {
  amount: { title: '补助额', range: MONTHLY },
  share: { title: '占低保标准的比例', range: PERCENT },
} as const;

/** What a place may decide about the members of the household (S57 a.7), and the classes it names itself. */
export const memberParameters: readonly Parameter[] = [
  optional(
    'personClasses',
    '当地规定的人员类别',
    'table PERSON_CLASS -> amount fen/month, share percent',
    cite('DB-23', `${S57}第二十三条`),
    { forPlaces: true, columns: CLASS_COLUMNS },
  ),
  optional(
    'hardshipClasses',
    '当地评定的困难类别',
    'table HARDSHIP_CLASS -> amount fen/month/person, share percent',
    cite('DB-23', `${S57}第二十三条`),
    { forPlaces: true, columns: CLASS_COLUMNS },
  ),
  parameter('longTermMonths', '长期共同居住的月数', 'months', cite('DB-07a', `${S57}第七条`), {
    range: [0, 120],
  }),
  parameter(
    'provincialExclusions',
    '省级认定的其他不计入人员',
    'codes SPECIAL_STATUS',
    cite('DB-07b', `${S57}第七条`),
  ),
];
