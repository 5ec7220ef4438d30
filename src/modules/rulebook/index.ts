export { type RuleName, workingRules } from './working-rule.ts';
