import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  CaseList: may(...caseReaders),
  CaseView: may(...caseReaders),
  CaseTimeline: may(...caseReaders),
  Today: may(...townshipRoles, ...countyRoles),
  RevealField: may(
    'window-clerk',
    'case-officer',
    'investigator',
    'verifier',
    'inspector',
    'aid-officer',
  ),
  CaseReadings: may(...caseReaders),
  ReadingList: may('audit-admin'),
  RequestExtension: may('case-officer'),
  ApproveExtension: may('chair', 'county-leader'),
  DeclineExtension: may('chair', 'county-leader'),
  ExtensionApprovalPaper: may(...caseReaders),
  OrderOverdue: may('aid-officer', 'county-leader'),
  WithdrawApplication: may('window-clerk', 'case-officer'),
  CloseForNonCooperation: may('case-officer', 'aid-officer'),
};
