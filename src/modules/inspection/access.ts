import { countyRoles, may } from '../identity/index.ts';

const readers = [...countyRoles, 'auditor'] as const;

export const access = {
  OrderCheck: may('inspector'),
  SendTeam: may('inspector'),
  RecordCountyCheck: may('inspector'),
  ClearFlag: may('inspector'),
  FindDoubts: may('inspector'),
  CloseSupervisedMonth: may('county-leader'),
  OrderCorrection: may('inspector'),
  AnswerCorrection: may('case-officer'),
  RecheckCorrection: may('inspector'),
  SuggestRecovery: may('inspector'),
  OpenAccountability: may('inspector', 'county-leader'),
  ExamineTolerance: may('inspector', 'county-leader'),
  ConcludeAccountability: may('county-leader'),
  FlagList: may(...readers),
  CheckList: may(...readers),
  CheckView: may(...readers),
  CorrectionList: may('case-officer', 'chair', 'secretary', ...readers),
  CorrectionView: may('case-officer', 'chair', 'secretary', ...readers),
  AccountabilityList: may(...readers),
  AccountabilityView: may(...readers),
};
