export type {
  CheckedItem,
  CountyVisit,
  HomeVisit,
  InvestigationEvent,
  InvestigationState,
  Letter,
  NeighbourInterview,
  ReopeningGround,
  Visitor,
  VisitSignature,
} from './investigation.ts';
export {
  investigationSlot,
  visitStands,
} from './investigation.ts';
