import { may } from '../identity/index.ts';

export const access = {
  // As the register: window clerks and village teams see the lists and take none of them home.
  LedgerSheet: may('case-officer', 'aid-officer', 'inspector', 'county-leader', 'auditor'),
  LedgersTaken: may('audit-admin'),
};
