export type { CaseDecision, Service, ConfirmationEvent, ConfirmationState } from './confirmation.ts';
export { confirmationSlot } from './confirmation.ts';
