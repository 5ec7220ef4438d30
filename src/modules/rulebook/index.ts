export { type RuleName, ruleNames, workingRuleOf } from './working-rule.ts';
