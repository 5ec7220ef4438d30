export type {
  CaseDecision,
  ConfirmationEvent,
  ConfirmationState,
  Service,
} from './confirmation.ts';
export { confirmationSlot } from './confirmation.ts';
