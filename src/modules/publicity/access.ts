import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  PostNotice: may('poster', 'case-officer'),
  TakeDownNotice: may('poster', 'case-officer'),
  ReceiveObjection: may(...townshipRoles, ...countyRoles),
  HoldAppraisal: may('case-officer'),
  HandleObjection: may('case-officer'),
  ReadObjection: may('case-officer', 'aid-officer', 'inspector'),
  PublicityList: may('poster', 'case-officer', 'aid-officer', 'inspector'),
  Posters: may('poster', 'case-officer', 'aid-officer'),
  NoticePosterPaper: may(...caseReaders),
  AnnouncementPosterPaper: may(...caseReaders),
  ObjectionRecordPaper: may('case-officer', 'aid-officer', 'inspector'),
  AppraisalRecordPaper: may(
    'case-officer',
    'chair',
    'secretary',
    'aid-officer',
    'inspector',
    'auditor',
  ),
};
