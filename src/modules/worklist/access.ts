import { countyRoles, may, townshipRoles } from '../identity/index.ts';

const workers = may(...townshipRoles, ...countyRoles);
const leaders = may('chair', 'aid-officer', 'county-leader');

export const access = {
  RecordAbsence: workers,
  EndAbsence: workers,
  AssignWork: leaders,
  MyWork: workers,
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
