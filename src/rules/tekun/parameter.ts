import { cite, MONTHLY, optional, parameter, PERCENT, S43 } from '../declare.ts';
import { propertyParameters } from '../economy/property-rule.ts';
import type { Parameter } from '../language/declaration.ts';

const standard = cite('TK-30', '《社会救助法》第十七条');
const care = cite('TK-31', '《社会救助法》第十七条');

export const TEKUN_PROPERTY = { prefix: 'tekun', citation: cite('TK-07', `${S43}第七条`) };

export const tekunParameters: readonly Parameter[] = [
  ...propertyParameters(TEKUN_PROPERTY),
  parameter(
    'tekunMinorAge',
    '未成年人认定为无劳动能力的年龄（未满）',
    'years',
    cite('TK-05', `${S43}第五条`),
    {
      range: [16, 18],
    },
  ),
  optional(
    'tekunNoLabourRule',
    '省级规定的其他无劳动能力情形',
    'cases yes/no',
    cite('TK-05', `${S43}第五条`),
    { level: 'member' },
  ),
  optional(
    'tekunSupporterUnable',
    '省级规定的其他无履行义务能力情形',
    'cases yes/no',
    cite('TK-08', `${S43}第八条`),
    { level: 'supporter' },
  ),
  parameter(
    'tekunExemptKinds',
    '特困认定另外不计入的收入种类',
    'codes INCOME_KIND',
    cite('TK-06', `${S43}第六条`),
  ),
  optional('tekunBasicAmount', '公布的特困基本生活标准', 'fen/month/person', standard, {
    range: MONTHLY,
  }),
  parameter('tekunBasicFloor', '省定特困基本生活标准低限', 'fen/month/person', standard, {
    range: MONTHLY,
    forPlaces: true,
  }),
  parameter('tekunBasicPercent', '特困基本生活标准（占低保标准%）', 'percent', standard, {
    range: PERCENT,
  }),
  parameter('tekunBasicRounding', '特困基本生活标准取整的方向', 'code ROUNDING', standard),
  parameter('tekunBasicStep', '特困基本生活标准取整的单位', 'fen', standard, {
    range: [1, 10_000],
  }),
  optional('tekunBasicRule', '按供养方式等确定的基本生活标准', 'cases fen/month', standard, {
    level: 'member',
    range: MONTHLY,
  }),
  parameter('tekunCareStandard', '照料护理标准', 'cases fen/month', care, {
    level: 'member',
    range: MONTHLY,
  }),
];
