import { may } from '../identity/index.ts';

const desk = may('verifier');
const county = may('verifier', 'aid-officer', 'inspector', 'county-leader', 'auditor');
const holders = may('case-officer', 'aid-officer', 'inspector');
const readers = may(
  'case-officer',
  'aid-officer',
  'inspector',
  'verifier',
  'county-leader',
  'auditor',
);

export const access = {
  SourceList: county,
  SnapshotList: county,
  ReceiveSnapshot: desk,
  AskSnapshotDestruction: desk,
  ApproveSnapshotDestruction: may('county-leader'),
  BadRowSheet: desk,
  OrderMatching: may('verifier', 'aid-officer'),
  MatchingList: county,
  FindingList: readers,
  OpenFinding: holders,
  HandFinding: may('case-officer', 'aid-officer', 'inspector', 'county-leader'),
  FindingHolders: may('case-officer', 'aid-officer', 'inspector', 'county-leader'),
  SettleFinding: holders,
  FindingSheet: readers,
  LookupTrace: may('aid-officer', 'inspector', 'county-leader', 'auditor'),
};
