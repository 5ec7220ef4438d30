import { caseReaders, may } from '../identity/index.ts';

export const access = {
  RecordResidenceBasis: may('window-clerk', 'case-officer'),
  RequestCooperation: may('case-officer'),
  RecordCooperationAnswer: may('case-officer'),
  ReceiveCooperation: may('case-officer'),
  WaiveCooperation: may('case-officer'),
  RegisterAssistance: may('window-clerk', 'case-officer'),
  AnswerAssistance: may('case-officer'),
  DeclineAssistance: may('case-officer'),
  AssistanceList: may(...caseReaders),
  AssistanceView: may(...caseReaders),
};
