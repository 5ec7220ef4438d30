import { may } from '../identity/index.ts';

export const access = {
  DeclareHousehold: may('window-clerk', 'case-officer'),
  RecordDeparture: may('window-clerk', 'case-officer'),
  RecordArrival: may('window-clerk', 'case-officer'),
};
