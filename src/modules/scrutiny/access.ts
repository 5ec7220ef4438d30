import { may } from '../identity/index.ts';

export const access = {
  CuriousLookList: may('audit-admin'),
  ReviewLook: may('audit-admin'),
};
