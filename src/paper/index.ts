import type { z } from 'zod';
import { acceptanceReceipt } from './acceptance-receipt.ts';
import { adjustmentNotice } from './adjustment-notice.ts';
import { announcementPoster } from './announcement-poster.ts';
import { appraisalRecord } from './appraisal-record.ts';
import { archiveIndex } from './archive-index.ts';
import { authorisationAndPromise } from './authorisation-and-promise.ts';
import { calculationSheet } from './calculation-sheet.ts';
import { closingNotice } from './closing-notice.ts';
import { coordinationRecord } from './coordination-record.ts';
import { countyVisit } from './county-visit.ts';
import { dispatchReport } from './dispatch-report.ts';
import { extensionApproval } from './extension-approval.ts';
import { filingList } from './filing-list.ts';
import { grantNotice } from './grant-notice.ts';
import { handoverList } from './handover-list.ts';
import { hearingNotice } from './hearing-notice.ts';
import { hearingRecord } from './hearing-record.ts';
import { homeVisitForm } from './home-visit-form.ts';
import { letterOfInquiry } from './letter-of-inquiry.ts';
import { meetingMinutes } from './meeting-minutes.ts';
import { meetingPack } from './meeting-pack.ts';
import { nearRelativeDeclaration } from './near-relative-declaration.ts';
import { nearRelativeFiling } from './near-relative-filing.ts';
import { neighbourInterview } from './neighbour-interview.ts';
import { noticePoster } from './notice-poster.ts';
import { objectionRecord } from './objection-record.ts';
import { oneTimeNotice } from './one-time-notice.ts';
import { opinion } from './opinion.ts';
import { passbookCustody } from './passbook-custody.ts';
import { proxy } from './proxy.ts';
import { reconfirmationForm } from './reconfirmation-form.ts';
import { referral } from './referral.ts';
import { refusalNotice } from './refusal-notice.ts';
import { reliefRegister } from './relief-register.ts';
import { selfCareAssessment } from './self-care-assessment.ts';
import { serviceReceipt } from './service-receipt.ts';
import { supportFile } from './support-file.ts';
import { temporaryReliefFiling } from './temporary-relief-filing.ts';
import { terminationPoster } from './termination-poster.ts';
import { trainingCertificate } from './training-certificate.ts';
import { verificationReport } from './verification-report.ts';
import { verificationRequest } from './verification-request.ts';

export type { Audience, Paper } from './paper.ts';
export { type Mode, type Remedies, type RemedyFacts, remediesOf } from './remedy.ts';

/** Every document of the procedure, in its order. */
export const papers = {
  'acceptance-receipt': acceptanceReceipt,
  'one-time-notice': oneTimeNotice,
  'authorisation-and-promise': authorisationAndPromise,
  'near-relative-declaration': nearRelativeDeclaration,
  proxy,
  'near-relative-filing': nearRelativeFiling,
  'verification-request': verificationRequest,
  'verification-report': verificationReport,
  'home-visit-form': homeVisitForm,
  'neighbour-interview': neighbourInterview,
  'letter-of-inquiry': letterOfInquiry,
  'calculation-sheet': calculationSheet,
  'self-care-assessment': selfCareAssessment,
  'coordination-record': coordinationRecord,
  opinion,
  'notice-poster': noticePoster,
  'objection-record': objectionRecord,
  'appraisal-record': appraisalRecord,
  'meeting-pack': meetingPack,
  'meeting-minutes': meetingMinutes,
  'grant-notice': grantNotice,
  'refusal-notice': refusalNotice,
  'announcement-poster': announcementPoster,
  'service-receipt': serviceReceipt,
  'relief-register': reliefRegister,
  'temporary-relief-filing': temporaryReliefFiling,
  'passbook-custody': passbookCustody,
  'support-file': supportFile,
  'reconfirmation-form': reconfirmationForm,
  referral,
  'filing-list': filingList,
  'dispatch-report': dispatchReport,
  'extension-approval': extensionApproval,
  'county-visit': countyVisit,
  'handover-list': handoverList,
  'archive-index': archiveIndex,
  'closing-notice': closingNotice,
  'hearing-notice': hearingNotice,
  'hearing-record': hearingRecord,
  'termination-poster': terminationPoster,
  'adjustment-notice': adjustmentNotice,
  'training-certificate': trainingCertificate,
} as const;

export type PaperName = keyof typeof papers;

/** The data a paper prints: `DataOf<'grant-notice'>`. */
export type DataOf<Name extends PaperName> = z.infer<(typeof papers)[Name]['schema']>;

export const paperNames = Object.keys(papers) as PaperName[];
