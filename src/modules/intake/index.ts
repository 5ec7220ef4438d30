export type {
  AcceptanceRefusalGround,
  Authorisation,
  ChecklistItem,
  IntakeEvent,
  IntakeState,
  Missing,
  Proxy,
} from './intake.ts';
export { findAuthorisation, intakeSlot } from './intake.ts';
