export type {
  Resolution,
  Tally,
  Deliberation,
  DeliberationEvent,
  DeliberationState,
} from './deliberation.ts';
export { deliberationSlot, latestDeliberation } from './deliberation.ts';
export { reaches } from './count.ts';
