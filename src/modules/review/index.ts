export { isAdverse } from './adjustment.ts';
export type { BenefitState } from './benefit-state.ts';
export { type Entitlement, entitlementIn } from './entitlement.ts';
export { nextReviewDue } from './review-period.ts';
export { eventTitles as benefitEventTitles } from './event-title.ts';
export { reconfirmationOutcomes } from './reconfirmation.ts';
