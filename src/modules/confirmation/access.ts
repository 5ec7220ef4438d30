import { caseReaders, may } from '../identity/index.ts';

export const access = {
  CountyReview: may('aid-officer'),
  ConfirmDecision: may('chair', 'county-leader'),
  CompleteRelief: may('window-clerk', 'case-officer'),
  ReportRelief: may('secretary'),
  ReliefList: may(...caseReaders),
  ServeNotice: may('window-clerk', 'case-officer'),
  ConfirmationReadiness: may(...caseReaders),
  DecisionNotice: may(...caseReaders),
  ServiceReceipt: may(...caseReaders),
  ReliefRegisterPaper: may(...caseReaders),
  TemporaryReliefFilingPaper: may(...caseReaders),
  ReferralPaper: may('window-clerk', 'case-officer', 'aid-officer'),
};
