import { caseReaders, may } from '../identity/index.ts';

const atTheWindow = may('window-clerk', 'case-officer');

export const access = {
  OpenCase: atTheWindow,
  ContinueCase: atTheWindow,
  SendCase: may('case-officer'),
  RecallSentCase: may('case-officer'),
  CarryOutSentCase: may('aid-officer'),
  RecordChecklist: atTheWindow,
  GiveOneTimeNotice: atTheWindow,
  NameProxy: atTheWindow,
  SignAuthorisation: atTheWindow,
  RevokeAuthorisation: atTheWindow,
  DeclareNearRelatives: atTheWindow,
  AcceptApplication: atTheWindow,
  RefuseAcceptance: atTheWindow,
  SearchApplicants: atTheWindow,
  IntakePlaces: atTheWindow,
  LocalActivities: may(...caseReaders),
  IntakeAdvice: may(...caseReaders),
  DraftAdvice: atTheWindow,
  IntakePaper: may(...caseReaders),
};
