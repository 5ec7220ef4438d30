import { countyRoles, fundRoles, may } from '../identity/index.ts';

const drafter = may('aid-officer');
const decider = may('aid-officer', 'county-leader');
const readers = may(...countyRoles, ...fundRoles, 'auditor');

export const access = {
  PolicyFile: drafter,
  JudgePolicy: drafter,
  DraftPolicy: drafter,
  AttachPreview: drafter,
  CommentPolicy: may(...countyRoles, ...fundRoles),
  SubmitPolicy: drafter,
  SendBackPolicy: decider,
  ApprovePolicy: decider,
  PublishPolicy: may('county-leader'),
  GiveUpPolicy: drafter,
  PolicyList: readers,
  PolicyView: readers,
  ListRaises: drafter,
  ApproveRaises: decider,
  GiveUpRaises: decider,
  RaiseLists: readers,
  RaiseRows: readers,
  DraftSubsidy: drafter,
  ApproveSubsidy: may('county-leader'),
  GiveUpSubsidy: decider,
  StopSubsidy: may('county-leader'),
  SubsidyList: readers,
  SubsidyView: readers,
};
