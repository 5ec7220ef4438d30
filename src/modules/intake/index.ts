export type { ChecklistItem, Authorisation, Proxy, Missing, IntakeEvent, IntakeState } from './intake.ts';
export { intakeSlot, findAuthorisation } from './intake.ts';
