import { caseReaders, may } from '../identity/index.ts';

export const access = {
  ArchiveCase: may('case-officer'),
  ArchiveIndex: may(...caseReaders),
  ArchiveIndexPaper: may(...caseReaders),
};
