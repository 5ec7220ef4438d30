export type { CaseEvent, CaseState } from './case.ts';
export { evolveCase, initialCase } from './case.ts';
export type { ClosingGround, CourseState, SentCase, Extension, Route } from './course.ts';
export type { CaseGiven } from './decide.ts';
export { whyNotAddable, whyNotLive } from './decide.ts';
export type { Duty } from './duty.ts';
export { dutiesDone, dutyVerdict, isRecused } from './duty.ts';
export { allFlows, flowOf, hasStage, type StageId } from './flow.ts';
export {
  care as leaveCare,
  careCandidates,
  coordination as leaveCoordination,
  countyVisit as leaveCountyVisit,
  needsCountyVisit,
  resolutionOnOpinion,
  reviewOfOpinion,
} from './leave.ts';
export { ruleOf } from './cited-for.ts';
export { progressOf, totalDue } from './progress.ts';
export { readingFields } from './reading.ts';
export { type CaseRefusal, refusals as caseRefusals } from './refusal.ts';
export type { Masked, MaskedCase } from './view.ts';
