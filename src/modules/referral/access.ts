import { caseReaders, may } from '../identity/index.ts';

export const access = {
  PrepareReferral: may('window-clerk', 'case-officer', 'aid-officer'),
  SendReferral: may('window-clerk', 'case-officer', 'aid-officer'),
  RecordReferralAnswer: may('window-clerk', 'case-officer', 'aid-officer'),
  DropReferral: may('window-clerk', 'case-officer', 'aid-officer'),
  ReferralList: may(...caseReaders),
};
