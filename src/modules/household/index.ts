export type { Person, Account, Declaration, Correction, CorrectionBasis, HouseholdEvent, HouseholdState } from './household.ts';
export { householdSlot } from './household.ts';
