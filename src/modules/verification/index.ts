export type { Finding } from './finding.ts';
export { unexplainedFindings } from './finding.ts';
export { type ReportRefusal } from './refusal.ts';
export { coversEverybody, type ReportStanding, reportStands } from './standing.ts';
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
