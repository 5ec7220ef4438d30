import { countyRoles, may } from '../identity/index.ts';

const readers = may(...countyRoles, 'auditor');

export const access = {
  BeginPilot: may('aid-officer', 'county-leader'),
  WidenPilot: may('county-leader'),
  ConcludePilot: may('county-leader'),
  PilotList: readers,
  PilotView: readers,
  PilotCases: readers,
  PilotSheet: readers,
};
