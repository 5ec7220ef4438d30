import { caseReaders, may } from '../identity/index.ts';

export const access = {
  CorrectFacts: may('case-officer'),
  Assess: may('case-officer'),
  FormOpinion: may('case-officer'),
  SetOpinionAside: may('case-officer'),
  TrialAssessment: may('case-officer', 'window-clerk', 'aid-officer'),
  CalculationSheetPaper: may(...caseReaders),
  OpinionPaper: may(...caseReaders),
};
