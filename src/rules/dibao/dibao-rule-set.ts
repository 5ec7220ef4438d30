import { FACT_CODES, householdFields } from '../household-field.ts';
import type { RuleSetText } from '../language/declaration.ts';
import { getRuleSet } from '../language/rule-set.ts';
import { amountRules } from './amount-rule.ts';
import { INCOME_CLASS, incomeRules, supportRules } from './income-rule.ts';
import { MEMBER_GROUND, memberRules } from './member-rule.ts';
import { DIBAO_CODES, dibaoParameters } from './parameter.ts';
import { propertyRules } from './property-rule.ts';

/** The national frame of 低保 (S57). The version changes with any formula and is kept with every result. */
export const dibaoRuleSetText: RuleSetText = {
  scheme: 'dibao',
  version: 'dibao-1',
  fields: householdFields,
  parameters: dibaoParameters,
  rules: [...memberRules, ...incomeRules, ...supportRules, ...propertyRules, ...amountRules],
  codes: { ...FACT_CODES, ...DIBAO_CODES, MEMBER_GROUND, INCOME_CLASS },
};

export const dibaoRuleSet = getRuleSet(dibaoRuleSetText);
