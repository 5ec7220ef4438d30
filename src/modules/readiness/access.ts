import { countyRoles, may } from '../identity/index.ts';

const readers = may('case-officer', 'chair', ...countyRoles, 'auditor');

export const access = {
  AssessReadiness: may('aid-officer', 'inspector'),
  ReadinessList: readers,
  ReadinessView: readers,
};
