export type { Answer, VerificationRequest, Report, Explanation, VerificationEvent, VerificationState } from './verification.ts';
export { verificationSlot, latestReport } from './verification.ts';
