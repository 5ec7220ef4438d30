export type {
  Proposal,
  Opinion,
  StoredAssessment,
  AssessmentEvent,
  AssessmentState,
} from './assessment.ts';
export { assessmentSlot, latestAssessment, opinionIsCurrent } from './assessment.ts';
export { isAboveTownshipCeiling } from './scheme-line.ts';
export { sheetLines, topLine } from './sheet.ts';
