import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  // As the register: window clerks and village teams see the lists and take none of them home.
  LedgerSheet: may('case-officer', 'aid-officer', 'inspector', 'county-leader', 'auditor'),
  AskExport: may(...townshipRoles, ...countyRoles, 'auditor'),
  ApproveExport: may('chair', 'county-leader'),
  DeclineExport: may('chair', 'county-leader'),
  ExportList: may(...caseReaders),
  LedgersTaken: may('audit-admin'),
};
