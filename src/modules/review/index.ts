export type { BenefitState } from './benefit.ts';
export { reviewMonths } from './review-period.ts';
export { eventTitles as benefitEventTitles } from './event-title.ts';
