import { countyRoles, may } from '../identity/index.ts';

const readers = may('case-officer', 'chair', ...countyRoles, 'auditor');

export const access = {
  SelfScore: may('case-officer', 'chair'),
  ScoreTownship: may('inspector'),
  AppealScore: may('chair'),
  AnswerAppeal: may('county-leader'),
  EvaluationList: readers,
  EvaluationView: readers,
  EvaluationIndicator: readers,
};
