export type { BenefitState } from './benefit.ts';
export { reviewMonths } from './review-period.ts';
