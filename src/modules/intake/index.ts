export type {
  AcceptanceRefusalGround,
  Authorisation,
  ChecklistItem,
  IntakeEvent,
  IntakeState,
  Missing,
  Proxy,
  Recognition,
} from './intake.ts';
export { findAuthorisation, intakeSlot } from './intake.ts';
export { notCountedIn } from './advice.ts';
export { localFactsIn } from './local-facts.ts';
export { type AcceptableGiven, mayApplyHere, whyNotAcceptable } from './acceptable.ts';
export { isFamilyRecognised, recognitionsNoted } from './recognised.ts';
export type { IntakeRefusal } from './refusal.ts';
