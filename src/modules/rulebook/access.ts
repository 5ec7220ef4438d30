import { caseReaders, countyRoles, may, townshipRoles } from '../identity/index.ts';

export const access = {
  PublishWorkingRule: may('aid-officer', 'county-leader'),
  RepealWorkingRule: may('aid-officer', 'county-leader'),
  ReadWorkingRule: may(...townshipRoles, ...countyRoles),
  WorkingRuleList: may(...caseReaders),
  WorkingRuleView: may(...caseReaders),
  WorkingRuleFile: may(...caseReaders),
  WorkingRuleReaders: may('aid-officer', 'county-leader', 'inspector', 'auditor', 'chair'),
  StageRules: may(...caseReaders),
};
