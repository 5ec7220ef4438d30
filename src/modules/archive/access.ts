import { caseReaders, may } from '../identity/index.ts';

const supervisors = ['aid-officer', 'inspector', 'county-leader', 'auditor'] as const;

export const access = {
  ArchiveCase: may('case-officer'),
  ArchiveIndex: may(...caseReaders),
  ArchiveIndexPaper: may(...caseReaders),
  AddMaterial: may('window-clerk', 'case-officer'),
  ArchivedFile: may(...caseReaders),
  ArchiveList: may('case-officer', ...supervisors),
  ConsultFile: may(...caseReaders),
  LendFile: may('case-officer'),
  ReturnFile: may('case-officer'),
  CaseFileUses: may('case-officer', ...supervisors),
  FileUseList: may('case-officer', ...supervisors, 'audit-admin'),
  RequestPacket: may('case-officer', ...supervisors),
  PacketView: may('case-officer', ...supervisors),
  PacketFile: may('case-officer', ...supervisors),
  ProposeDestruction: may('aid-officer'),
  KeepFile: may('aid-officer', 'county-leader'),
  ApproveDestruction: may('county-leader'),
  DeclineDestruction: may('county-leader'),
  CarryOutDestruction: may('aid-officer'),
  DestructionList: may(...supervisors),
  DestructionView: may(...supervisors),
};
