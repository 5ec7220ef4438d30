export type {
  NoticeKind,
  NoticeLevel,
  Notice,
  Objection,
  Appraisal,
  AppraisalGroup,
  PublicityEvent,
  PublicityState,
} from './publicity.ts';
export { publicitySlot, openObjections } from './publicity.ts';
export {
  type PublicityGiven,
  type PublicityStanding,
  publicityStands,
} from './publicity-stands.ts';
export { type StandingRefusal } from './refusal.ts';
