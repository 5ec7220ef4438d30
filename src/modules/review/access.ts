import { caseReaders, may } from '../identity/index.ts';

export const access = {
  BenefitList: may(...caseReaders),
  BenefitSheet: may('case-officer', 'aid-officer', 'inspector', 'county-leader', 'auditor'),
  BenefitView: may(...caseReaders),
  ReviewTasks: may(...caseReaders),
  RegisterExistingBenefit: may('aid-officer'),
  ConfirmRegisteredBenefit: may('aid-officer', 'county-leader'),
  RejectRegisteredBenefit: may('aid-officer', 'county-leader'),
  StartReview: may('case-officer', 'investigator'),
  RecordCheck: may('case-officer', 'investigator'),
  ConcludeReview: may('case-officer'),
  ReportDeath: may('window-clerk', 'case-officer', 'aid-officer'),
};
