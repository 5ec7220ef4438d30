import { countyRoles, may } from '../identity/index.ts';

const county = may(...countyRoles, 'auditor');
const ordering = may('case-officer', 'chair', ...countyRoles, 'auditor');

export const access = {
  SignSupplyContract: may('aid-officer'),
  EndSupplyContract: may('aid-officer', 'county-leader'),
  DrawRecheck: may('inspector'),
  RecordRecheck: may('inspector'),
  DrawUpSettlement: may('aid-officer'),
  DecideSettlement: may('county-leader'),
  EvaluateSupplier: may('inspector', 'county-leader'),
  OrderTasks: may('case-officer'),
  CancelTask: may('case-officer'),
  AcceptTask: may('case-officer', 'chair'),
  ReturnTask: may('case-officer', 'chair'),
  HandInWork: may('supplier-worker'),
  SupplyContractList: ordering,
  SupplyContractView: county,
  SettlementSheet: county,
  ServiceTaskList: ordering,
  ServiceTaskView: ordering,
  OwnTaskList: may('supplier-worker'),
};
