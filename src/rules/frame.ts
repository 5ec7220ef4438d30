import { ALONE_DOOR, aloneRules, gradualExitRules } from './dibao/alone-rule.ts';
import { amountRules, supplementRules } from './dibao/amount-rule.ts';
import { DIBAO_CODES, DIBAO_PROPERTY, dibaoParameters } from './dibao/parameter.ts';
import {
  INCOME_CLASS,
  incomeTotalRules,
  labourRules,
  receiptRules,
} from './economy/income-rule.ts';
import { ECONOMY_CODES, economyParameters, memberParameters } from './economy/parameter.ts';
import { PROPERTY_LISTS, propertyFigureRules, propertyRules } from './economy/property-rule.ts';
import { spendingRules } from './economy/spending-rule.ts';
import { supportRules } from './economy/support-rule.ts';
import { FACT_CODES, householdFields } from './household-field.ts';
import { compositionRules } from './household/composition-rule.ts';
import { MEMBER_GROUND, memberRules } from './household/member-rule.ts';
import type { RuleSetText } from './language/declaration.ts';
import { marginParameters, marginRules } from './margin/margin-rule.ts';
import { rigidParameters, rigidRules } from './rigid/rigid-rule.ts';
import { tekunParameters } from './tekun/parameter.ts';
import { CARE_TIER, tekunRules } from './tekun/tekun-rule.ts';
import { TEMPORARY_CODES, temporaryParameters } from './temporary/parameter.ts';
import { temporaryRules } from './temporary/temporary-rule.ts';

/**
 * The national frame: every rule of the five schemes over one household. A place fills the parameters from
 * `regions/`. The version changes with any declaration and is kept with every result.
 */
export const frameText: RuleSetText = {
  scheme: 'assistance',
  version: 'assistance-1',
  fields: householdFields,
  parameters: [
    ...memberParameters,
    ...economyParameters,
    ...dibaoParameters,
    ...marginParameters,
    ...rigidParameters,
    ...tekunParameters,
    ...temporaryParameters,
  ],
  rules: [
    ...memberRules,
    ...compositionRules,
    ...receiptRules,
    ...labourRules,
    ...supportRules,
    ...spendingRules,
    ...incomeTotalRules,
    ...propertyFigureRules(DIBAO_PROPERTY.citation),
    ...propertyRules(DIBAO_PROPERTY),
    ...amountRules,
    ...supplementRules,
    ...aloneRules,
    ...gradualExitRules,
    ...marginRules,
    ...rigidRules,
    ...tekunRules,
    ...temporaryRules,
  ],
  codes: {
    ...FACT_CODES,
    ...ECONOMY_CODES,
    ...DIBAO_CODES,
    ...TEMPORARY_CODES,
    MEMBER_GROUND,
    INCOME_CLASS,
    ALONE_DOOR,
    CARE_TIER,
    ...PROPERTY_LISTS,
  },
};
