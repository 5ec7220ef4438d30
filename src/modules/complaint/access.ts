import { may } from '../identity/index.ts';

// Everything that touches a complaint is of a few in the county; to whom a complaint speaks of it does not exist.
const readers = ['inspector', 'county-leader', 'auditor'] as const;

export const access = {
  RegisterComplaint: may('aid-officer', 'inspector', 'county-leader'),
  AcceptComplaint: may('inspector', 'county-leader'),
  DeclineComplaint: may('inspector', 'county-leader'),
  PassUpComplaint: may('inspector', 'county-leader', 'auditor'),
  LinkCase: may('inspector', 'county-leader'),
  ConcludeComplaint: may('inspector', 'county-leader'),
  ReleaseExtract: may('county-leader'),
  AnswerReporter: may('inspector', 'county-leader'),
  ReadComplaint: may('inspector', 'county-leader'),
  AskReporter: may('inspector', 'county-leader'),
  OpenReporter: may('county-leader', 'inspector'),
  SeeReporter: may('inspector', 'county-leader'),
  ComplaintList: may(...readers),
  ComplaintView: may(...readers),
  ComplaintStaff: may('aid-officer', 'inspector', 'county-leader'),
  ExtractList: may('case-officer', 'secretary', 'chair', ...readers),
};
