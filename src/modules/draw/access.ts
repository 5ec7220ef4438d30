import { caseReaders, countyRoles, may } from '../identity/index.ts';

const parties = ['county-leader', 'auditor', 'inspector'] as const;
const readers = [...countyRoles, 'auditor'] as const;

export const access = {
  FreezeFrame: may('inspector'),
  CommitSecret: may(...parties),
  TypeBeacon: may('inspector', 'aid-officer', 'county-leader'),
  RevealSecret: may(...parties),
  DrawSample: may('inspector', 'county-leader'),
  PublishDraw: may('inspector', 'county-leader'),
  DrawList: may(...readers),
  DrawView: may(...readers),
  DrawNoticeList: may(...caseReaders),
  DrawProofFile: may(...caseReaders),
};
