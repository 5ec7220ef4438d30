export type {
  CareAct,
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
  careActs,
  investigationSlot,
  visitStands,
} from './investigation.ts';
