import { countyRoles, may } from '../identity/index.ts';

const readers = ['secretary', 'case-officer', 'chair', ...countyRoles, 'auditor'] as const;

export const access = {
  SendFiling: may('secretary', 'case-officer'),
  ReceiveFiling: may('aid-officer'),
  FilingList: may(...readers),
  FilingView: may(...readers),
  FilingPaper: may(...readers),
  FilingSheet: may(...readers),
};
