export type {
  CareAct,
  CheckedItem,
  CountyVisit,
  HomeVisit,
  InvestigationEvent,
  InvestigationState,
  Letter,
  MadeGood,
  NeighbourInterview,
  RemoteGround,
  RemoteWay,
  ReopeningGround,
  Visitor,
  VisitSignature,
} from './investigation.ts';
export {
  careActs,
  investigationSlot,
  owedVisits,
  remoteGrounds,
  remoteWays,
  visitStands,
} from './investigation.ts';
