import { caseReaders, may } from '../identity/index.ts';

export const access = {
  VerificationQueue: may('verifier'),
  VerificationView: may(...caseReaders),
  RequestVerification: may('case-officer'),
  StartVerification: may('verifier'),
  AnswerSource: may('verifier'),
  IssueReport: may('verifier'),
  ExplainFinding: may('case-officer'),
  TellVerificationResult: may('window-clerk', 'case-officer'),
  DisputeReport: may('window-clerk', 'case-officer'),
  SourceTasks: may('verifier', 'aid-officer'),
  RemindSource: may('verifier'),
  DrawRequestList: may('verifier'),
  RequestListFile: may('verifier'),
  ImportAnswers: may('verifier'),
  VerificationRequestPaper: may(...caseReaders),
  VerificationReportPaper: may(...caseReaders),
};
