import { caseReaders, may } from '../identity/index.ts';

export const access = {
  LookAtInstalment: may('case-officer', 'investigator'),
  ReleaseInstalment: may('chair', 'county-leader'),
  ProposeInstalmentStop: may('case-officer'),
  AnswerInstalmentStop: may('case-officer'),
  DecideInstalmentStop: may('chair', 'county-leader'),
  InstalmentList: may(...caseReaders),
};
