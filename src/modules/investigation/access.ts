import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  UploadCaseFile: may(...townshipRoles, ...countyRoles),
  UploadFile: may(...townshipRoles, ...countyRoles),
  ViewFile: may(...caseReaders),
  OriginalFile: may(...caseReaders),
};
