export type {
  Visitor,
  HomeVisit,
  NeighbourInterview,
  Letter,
  CountyVisit,
  InvestigationEvent,
  InvestigationState,
} from './investigation.ts';
export { investigationSlot } from './investigation.ts';
