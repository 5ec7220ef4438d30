import { caseReaders, may, townshipRoles } from '../identity/index.ts';

export const access = {
  ReportHardship: may(...townshipRoles),
  TellFamily: may('case-officer', 'window-clerk', 'investigator'),
  CloseReport: may('case-officer'),
  OpenFromReport: may('window-clerk', 'case-officer'),
  DiscoveryList: may(...caseReaders),
  DiscoveryView: may(...caseReaders),
};
