import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

const readers = [...townshipRoles, ...countyRoles, 'auditor'] as const;

export const access = {
  DraftInstrument: may('aid-officer'),
  CorrectInstrument: may('aid-officer'),
  CheckInstrument: may('aid-officer', 'county-leader'),
  SuspendInstrument: may('county-leader'),
  ResumeInstrument: may('county-leader'),
  WithdrawInstrument: may('county-leader'),
  InstrumentList: may(...readers),
  InstrumentView: may(...readers),
  InstrumentScan: may(...readers),
  InstrumentOpenCases: may('aid-officer', 'inspector', 'county-leader', 'auditor'),
  HandOverCase: may('case-officer', 'chair'),
  ReceiveHandover: may('aid-officer'),
  ReturnHandover: may('aid-officer'),
  HandoverList: may(
    'case-officer',
    'chair',
    'aid-officer',
    'inspector',
    'county-leader',
    'auditor',
  ),
  HandoverPaper: may(...caseReaders),
  DecisionsOutsideAuthority: may('aid-officer', 'inspector', 'county-leader', 'auditor'),
};
