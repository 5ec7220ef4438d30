import { caseReaders, may } from '../identity/index.ts';

export const access = {
  UseReserve: may('case-officer', 'window-clerk'),
  ReserveList: may(...caseReaders),
  ReserveSheet: may(...caseReaders),
};
