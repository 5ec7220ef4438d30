import { countyRoles, may } from '../identity/index.ts';

export const access = {
  CallMeeting: may('secretary', 'chair'),
  CallOffMeeting: may('secretary', 'chair'),
  ListCase: may('secretary'),
  DelistCase: may('secretary'),
  RecordAttendance: may('secretary'),
  Recuse: may('secretary', 'voter', 'chair'),
  // The chair presides; a member of the next rank does where the chair is absent or must leave the case.
  OpenVoting: may('chair', 'voter', 'secretary'),
  StopVoting: may('chair', 'voter', 'secretary'),
  CastVote: may('voter', 'chair'),
  CloseVoting: may('chair', 'voter', 'secretary'),
  SignMinutes: may('chair', 'voter', 'secretary'),
  CountersignMinutes: may('chair', 'voter'),
  MeetingList: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingView: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingCandidates: may('secretary', 'chair', 'case-officer'),
  MeetingPack: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingPackPaper: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingPaper: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
};
