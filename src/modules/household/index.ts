export type { Person, Account, Declaration, Correction, HouseholdEvent, HouseholdState } from './household.ts';
export { householdSlot } from './household.ts';
