import { may } from '../identity/index.ts';

const clerk = may('aid-officer');
const county = may('aid-officer', 'county-leader');

export const access = {
  ReceiveLedger: clerk,
  SettleLayout: clerk,
  AddCode: clerk,
  AnswerDifference: clerk,
  OrderRegistration: clerk,
  CloseTakeover: clerk,
  CorrectionSheet: clerk,
  TakeoverReport: county,
  LedgerTemplate: county,
  TakeoverList: county,
  TakeoverView: county,
  TakeoverHouseholds: county,
  EntriesToCompare: county,
  CompareEntries: county,
};
