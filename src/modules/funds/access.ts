import { fundRoles, may } from '../identity/index.ts';

const planner = may('fund-planner');
const reviewer = may('fund-reviewer');
const readers = may(...fundRoles, 'aid-officer', 'inspector', 'county-leader', 'auditor');
const askers = ['window-clerk', 'case-officer'] as const;
const checkers = ['aid-officer', 'county-leader'] as const;

export const access = {
  BeginRoll: planner,
  FreezeRoll: planner,
  CancelRoll: planner,
  ReviewRoll: reviewer,
  SendBackRoll: reviewer,
  SealBatch: planner,
  ReleaseBatch: may('finance'),
  BankFile: may('finance'),
  ImportReply: planner,
  CloseRoll: planner,
  FundBoard: readers,
  RollView: readers,
  RollLines: readers,
  RollChanges: readers,
  EnterBudget: planner,
  ApproveBudget: reviewer,
  DeclineBudget: reviewer,
  BudgetBoard: readers,
  BudgetFile: readers,
  RequestFunds: planner,
  ReviewFundRequest: reviewer,
  ApproveFundRequest: may('county-leader'),
  DeclineFundRequest: may('fund-reviewer', 'county-leader'),
  FundRequestList: readers,
  ProposeRecovery: may('aid-officer'),
  DecideRecovery: may('county-leader'),
  RecordRepayment: planner,
  WaiveRecovery: may('county-leader'),
  RecoveryList: readers,
  FundChecks: readers,
  FundForecast: readers,
  ForecastSheet: readers,
  FundPerformance: readers,
  FundUseSheet: readers,
  AskAccountChange: may(...askers),
  CheckAccountChange: may(...checkers),
  AccountChangeList: may(...askers, ...checkers, ...fundRoles),
};
