export { applicantName } from './applicant.ts';
export type {
  Account,
  Correction,
  Declaration,
  HouseholdEvent,
  HouseholdState,
  Person,
} from './household.ts';
export { householdSlot, peopleToAuthorise } from './household.ts';
export { isMasked } from './identity.ts';
export { type SealedFact, sealContext } from './seal-context.ts';
