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
  auxiliaryHeading,
  findStandingVisit,
  interviewsOfRound,
  investigationSlot,
  visitHeadings,
  visitStands,
} from './investigation.ts';
