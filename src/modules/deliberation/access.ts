import { countyRoles, may } from '../identity/index.ts';

export const access = {
  CallMeeting: may('secretary', 'chair'),
  ListCase: may('secretary'),
  DelistCase: may('secretary'),
  RecordAttendance: may('secretary'),
  Recuse: may('secretary', 'voter', 'chair'),
  OpenVoting: may('chair'),
  CastVote: may('voter', 'chair'),
  CloseVoting: may('chair', 'secretary'),
  SignMinutes: may('chair', 'secretary'),
  MeetingList: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingView: may('secretary', 'chair', 'voter', 'case-officer', ...countyRoles, 'auditor'),
  MeetingCandidates: may('secretary', 'chair', 'case-officer'),
  MeetingMinutes: may('secretary', 'chair', 'case-officer', ...countyRoles, 'auditor'),
};
