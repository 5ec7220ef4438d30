import { caseReaders, fundRoles, may } from '../identity/index.ts';

const readers = may(...caseReaders, ...fundRoles);

export const access = {
  UseReserve: may('case-officer', 'window-clerk'),
  ReserveList: may(...caseReaders),
  ReserveSheet: may(...caseReaders),
  AskReserve: may('case-officer'),
  ApproveReserve: may('fund-reviewer'),
  DeclineReserve: may('fund-reviewer'),
  PayReserve: may('finance'),
  CountReserve: may('case-officer'),
  SettleDifference: may('county-leader'),
  TillList: readers,
  TillView: readers,
};
