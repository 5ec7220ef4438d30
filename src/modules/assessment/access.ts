import { allRoles, caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  CorrectFacts: may('case-officer'),
  Assess: may('case-officer'),
  FormOpinion: may('case-officer'),
  SetOpinionAside: may('case-officer'),
  ChangeScheme: may('case-officer'),
  GoOrdinary: may('case-officer'),
  TrialAssessment: may('case-officer', 'window-clerk', 'aid-officer'),
  CaseOverview: may(...caseReaders),
  TrialCalculation: {
    roles: [...townshipRoles, ...countyRoles],
    sentence: '由乡镇和县级的工作人员试算，不涉及任何办件。',
  },
  LocalityActivities: { roles: allRoles, sentence: '由已登录的人员查看。' },
  CalculationSheetPaper: may(...caseReaders),
  OpinionPaper: may(...caseReaders),
};
