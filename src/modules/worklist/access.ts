import { countyRoles, fundRoles, may, townshipRoles } from '../identity/index.ts';

const workers = may(...townshipRoles, ...countyRoles, ...fundRoles);
const leaders = may('chair', 'aid-officer', 'county-leader');

export const access = {
  RecordAbsence: workers,
  EndAbsence: workers,
  AssignWork: leaders,
  // A report on everybody else who handles reports lies with the auditor.
  MyWork: may(...townshipRoles, ...countyRoles, ...fundRoles, 'auditor'),
  Workload: may('chair', 'aid-officer', 'county-leader', 'auditor'),
  VillageWeek: may(
    'investigator',
    'case-officer',
    'poster',
    'chair',
    'aid-officer',
    'county-leader',
  ),
};
