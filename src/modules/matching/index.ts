export { outcomeTitles } from './matching.ts';
export { ruleTitles } from './rule.ts';
