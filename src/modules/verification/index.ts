export type { Finding } from './finding.ts';
export { findingsOf, unexplainedFindings, weightTitles } from './finding.ts';
export { findItem, itemTitle, sourceTitle } from './item.ts';
export { type ReportRefusal, refusals as verificationRefusals } from './refusal.ts';
export { type ReportStanding, reportStands } from './standing.ts';
export type {
  Answer,
  Dispute,
  Explanation,
  Lookup,
  Report,
  VerificationEvent,
  VerificationRequest,
  VerificationState,
} from './verification.ts';
export { latestReport, openRequest, verificationSlot } from './verification.ts';
