import {
  type AccessRule,
  caseReaders,
  countyRoles,
  may,
  townshipRoles,
} from '../identity/index.ts';

const ownRelatives: AccessRule = {
  ...may(...townshipRoles, ...countyRoles),
  sentence: '由名册中的人员本人申报自己的近亲属。',
};

export const access = {
  RegisterList: may('aid-officer', 'inspector', 'county-leader', 'auditor'),
  AddRegisterEntry: may('aid-officer'),
  DeclareRelativesOfOfficial: may('aid-officer'),
  EndRegisterEntry: may('aid-officer'),
  OwnRegisterEntry: ownRelatives,
  DeclareOwnRelatives: ownRelatives,
  EndOwnRegisterEntry: ownRelatives,
  SeparateRegistrations: may(...caseReaders),
  NearRelativeFilingPaper: may(...caseReaders),
  ClearSeparateRegistration: may('inspector'),
};
