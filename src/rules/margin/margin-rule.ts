import { cite, MONTHLY, optional, parameter, rulesAt, S57, S83, SLAW } from '../declare.ts';
import { propertyParameters, propertyRules } from '../economy/property-rule.ts';
import type { Parameter, Rule } from '../language/declaration.ts';

const BY = cite('BY-01', `国办发〔2023〕39号第二部分；${S83}第一部分第四项；${SLAW}第二十一条`);
const PROPERTY = { prefix: 'margin', citation: cite('BY-01', `${S57}第八条；${SLAW}第二十一条`) };

export const marginParameters: readonly Parameter[] = [
  parameter(
    'marginPercent',
    '低保边缘收入线（占低保标准%）',
    'percent',
    cite('DB-08b', `${S57}第八条`),
    {
      range: [100, 1000],
    },
  ),
  optional('marginIncomeLine', '公布的低保边缘收入线', 'cases fen/month/person', BY, {
    level: 'household',
    range: MONTHLY,
  }),
  ...propertyParameters(PROPERTY),
];

const household = rulesAt('household', BY);

/** 低保边缘家庭: not in 低保, below the multiple of the standard, property within the limits. */
export const marginRules: readonly Rule[] = [
  ...propertyRules(PROPERTY),
  household(
    'marginLine',
    '低保边缘收入线',
    'fen/month/person',
    'if used(marginIncomeLine) then marginIncomeLine else marginPercent * standard',
  ),
  household(
    'incomeBelowMargin',
    '家庭月人均收入低于低保边缘收入线',
    'yes/no',
    'perCapitaIncome < marginLine',
  ),
  household(
    'inMargin',
    '符合低保边缘家庭条件',
    'yes/no',
    'householdSize >= 1 person and not eligible and incomeBelowMargin and marginPropertyWithin',
  ),
];
