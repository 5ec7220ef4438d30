import { caseReaders, may } from '../identity/index.ts';

export const access = {
  AskCoordination: may('case-officer'),
  RecordCoordination: may('aid-officer'),
  CoordinationPaper: may(...caseReaders),
};
