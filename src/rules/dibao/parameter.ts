import type { Parameter } from '../language/declaration.ts';

const S57 = '《最低生活保障审核确认办法》（民发〔2021〕57号）';
const cite = (rule: string, article: string) => ({ rule, source: `${S57}第${article}条` });

/** Codes of the choices a place makes between named methods. */
export const DIBAO_CODES = {
  SUPPORT_METHOD: {
    none: '不推算、不计入',
    'actual-only': '按实际给付',
    'court-first': '有裁判、协议的从其约定，实际更高的从实际，不推算',
    'per-capita-excess': '按义务人家庭人均超额的比例推算（除以应供养人数）',
    'family-excess': '按义务人家庭总收入超额的比例推算（除以应供养人数）',
  },
  AMOUNT_METHOD: { difference: '补差', tiers: '分档' },
  ROUNDING_AT: { 'per-capita': '先对人均收入取整', end: '最后对保障金额取整' },
} as const;

const MONEY = [0, 5_000_000_000] as const;
const PERCENT = [0, 1000] as const;

/** What a place must settle before 低保 can be computed there; each may carry "not-used" where marked. */
export const dibaoParameters: readonly Parameter[] = [
  {
    name: 'standard',
    title: '低保标准',
    type: 'fen/month/person',
    range: [0, 1_000_000],
    citation: cite('DB-23', '二十三'),
  },
  {
    name: 'incomeWindow',
    title: '收入核算期',
    type: 'months',
    range: [1, 24],
    citation: cite('DB-13', '十三'),
  },
  {
    name: 'longTermMonths',
    title: '长期共同居住的月数',
    type: 'months',
    range: [0, 120],
    citation: cite('DB-07a', '七'),
  },
  {
    name: 'provincialExclusions',
    title: '省级认定的其他不计入人员',
    type: 'codes SPECIAL_STATUS',
    citation: cite('DB-07b', '七'),
  },
  {
    name: 'basicPensionExempt',
    title: '城乡居民基础养老金是否不计入收入',
    type: 'yes/no',
    citation: cite('DB-13g', '十三'),
  },
  {
    name: 'extraExemptKinds',
    title: '设区的市级以上规定的其他不计入收入',
    type: 'codes INCOME_KIND',
    citation: cite('DB-13f', '十三'),
  },
  {
    name: 'employmentCostCap',
    title: '就业成本扣减上限（占低保标准%）',
    type: 'percent',
    range: PERCENT,
    mayBeUnused: true,
    citation: cite('DB-13a', '十三'),
  },
  {
    name: 'supportMethod',
    title: '赡养、抚养、扶养费的核算办法',
    type: 'code SUPPORT_METHOD',
    citation: cite('DB-13d', '十三'),
  },
  {
    name: 'supportThresholdPercent',
    title: '义务人免计线（占低保标准%）',
    type: 'percent',
    range: PERCENT,
    mayBeUnused: true,
    citation: cite('DB-13d', '十三'),
  },
  {
    name: 'supportRatePercent',
    title: '超额部分计入的比例（%）',
    type: 'percent',
    range: [0, 100],
    mayBeUnused: true,
    citation: cite('DB-13d', '十三'),
  },
  {
    name: 'spendingKinds',
    title: '可以扣减的刚性支出种类',
    type: 'codes SPENDING_KIND',
    mayBeUnused: true,
    citation: cite('DB-13h', '十三'),
  },
  {
    name: 'spendingCap',
    title: '核算期内刚性支出扣减上限',
    type: 'fen',
    range: MONEY,
    mayBeUnused: true,
    citation: cite('DB-13h', '十三'),
  },
  {
    name: 'financialMonths',
    title: '人均金融资产限额（低保月标准的月数）',
    type: 'months',
    range: [0, 240],
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'vehicleExemptUses',
    title: '不计的车辆用途',
    type: 'codes VEHICLE_USE',
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'vehicleExemptValue',
    title: '不计的车辆价值上限',
    type: 'fen',
    range: MONEY,
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'homesLimit',
    title: '住房套数上限',
    type: 'number',
    range: [0, 20],
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'nonResidentialLimit',
    title: '非居住用房套数上限',
    type: 'number',
    range: [0, 20],
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'registeredCapitalLimit',
    title: '市场主体注册资本上限',
    type: 'fen',
    range: MONEY,
    mayBeUnused: true,
    citation: cite('DB-14', '十四'),
  },
  {
    name: 'amountMethod',
    title: '保障金额的计算办法',
    type: 'code AMOUNT_METHOD',
    citation: cite('DB-23', '二十三'),
  },
  {
    name: 'tierTable',
    title: '分档表',
    type: 'bands fen/month/person -> fen/month/person',
    range: [0, 1_000_000],
    mayBeUnused: true,
    citation: cite('DB-23', '二十三'),
  },
  {
    name: 'roundingAt',
    title: '取整的环节',
    type: 'code ROUNDING_AT',
    citation: cite('DB-23', '二十三'),
  },
  {
    name: 'roundingDirection',
    title: '取整的方向',
    type: 'code ROUNDING',
    citation: cite('DB-23', '二十三'),
  },
  {
    name: 'roundingStep',
    title: '取整的单位',
    type: 'fen',
    range: [1, 10_000],
    citation: cite('DB-23', '二十三'),
  },
  ...(
    [
      ['supplementElderlyPercent', '老年人'],
      ['supplementMinorPercent', '未成年人'],
      ['supplementDisabledPercent', '重度残疾人'],
      ['supplementIllPercent', '重病患者'],
    ] as const
  ).map(
    ([name, who]): Parameter => ({
      name,
      title: `${who}增发比例（占低保标准%）`,
      type: 'percent',
      range: PERCENT,
      mayBeUnused: true,
      citation: cite('DB-27', '二十七'),
    }),
  ),
];
