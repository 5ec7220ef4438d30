export type { CooperationEvent, CooperationState } from './cooperation.ts';
export {
  askedTitles,
  cooperationSlot,
  openRequests,
  residenceGrounds,
  residenceStands,
  whyNotCooperated,
} from './cooperation.ts';
