import { may } from '../identity/index.ts';

export const access = {
  DeclareHousehold: may('window-clerk', 'case-officer'),
};
