import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  UploadCaseFile: may(...townshipRoles, ...countyRoles),
  UploadFile: may(...townshipRoles, ...countyRoles),
  ViewFile: may(...caseReaders),
  OriginalFile: may(...caseReaders),
  StartInvestigation: may('investigator', 'case-officer'),
  RecordHomeVisit: may('investigator', 'case-officer'),
  RecordNeighbourInterview: may('investigator', 'case-officer'),
  SendLetter: may('investigator', 'case-officer'),
  RecordLetterAnswer: may('investigator', 'case-officer'),
  ConcludeInvestigation: may('investigator', 'case-officer'),
  ReopenInvestigation: may('case-officer'),
  RecordCountyVisit: may('inspector'),
  AssessSelfCare: may('aid-officer', 'inspector'),
  Colleagues: may(...townshipRoles, ...countyRoles),
  HomeVisitFormPaper: may(...caseReaders),
  NeighbourInterviewPaper: may('investigator', 'case-officer', 'aid-officer', 'inspector'),
  LetterPaper: may('investigator', 'case-officer'),
  SelfCarePaper: may(...caseReaders),
  CountyVisitPaper: may(...caseReaders),
  VisitList: may('investigator', 'case-officer'),
};
