import { countyRoles, may } from '../identity/index.ts';

const readers = may(...countyRoles, 'auditor');

export const access = {
  CountyHome: readers,
  CountyHomeList: readers,
  CityView: may('city-viewer'),
};
