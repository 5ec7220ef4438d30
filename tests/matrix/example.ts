import { ruralStandard } from '../../src/cli/demo/verbs/policy.ts';
import { randomUUID } from 'node:crypto';
import { declarationOf } from '../../src/cli/demo/verbs/intake.ts';
import { instrumentFor } from '../../src/cli/demo/verbs/delegation.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { assessedItems } from '../../src/modules/readiness/indicator.ts';
import { COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { courseFor } from '../../src/cli/demo/verbs/training.ts';
import { fullPoints } from '../../src/cli/demo/verbs/evaluation.ts';
import { DAY, SUPPLIER, type World } from './world.ts';

/** How a route is called in the matrix, and where the thing lies that it touches. */
export type Example = {
  /**
   * The area of what is touched, by code; 'asker' for what is the asker's own (their lists, drafts, uploads), which
   * no place keeps from them.
   */
  readonly at: string | 'asker';
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly search?: Readonly<Record<string, string>>;
  readonly upload?: { readonly name: string; readonly bytes: Buffer };
  /** The part named in the address does not exist yet: a permitted asker is told so (404). */
  readonly absent?: true;
  /** A permitted asker is told that the contents will not do (400): a wrong password, a table without rows. */
  readonly faulty?: true;
  /** With the first wall off, the scan it refers to is not to be seen from elsewhere, and that is told first (400). */
  readonly unseen?: true;
};

type Make = (world: World) => Example;

const reason = '办理需要，写明理由';
const village = `${LUOJIANG}200`;

const policyContent = ruralStandard(68_000, DAY);

const onCase =
  (body?: (world: World) => unknown): Make =>
  (world) => ({ at: LUOJIANG, params: { caseId: world.caseId }, body: body?.(world) ?? {} });
const caseQuery: Make = ({ caseId }) => ({ at: LUOJIANG, params: { caseId } });
/** A paper of a step the case has not reached: whoever may have it is told that there is none. */
const casePaper =
  (params: Record<string, string> = {}, search: Record<string, string> = {}): Make =>
  ({ caseId }) => ({ at: LUOJIANG, params: { caseId, ...params }, search, absent: true });
/** A paper of a recipient to whom nothing has happened yet. */
const benefitPaper: Make = ({ benefitId }) => ({
  at: LUOJIANG,
  params: { benefitId },
  absent: true,
});
const onMeeting =
  (body?: (world: World) => unknown): Make =>
  (world) => ({ at: LUOJIANG, params: { meetingId: world.meetingId }, body: body?.(world) ?? {} });
const onInstrument =
  (body?: (world: World) => unknown): Make =>
  (world) => ({
    at: LUOJIANG,
    params: { instrumentId: world.instrumentId },
    body: body?.(world) ?? {},
  });
const HASH = 'c'.repeat(64);
const HELD = { holds: true, why: reason };
const onDraw =
  (body: unknown = {}): Make =>
  ({ drawId }) => ({ at: COUNTY, params: { drawId }, body });
const onCheck =
  (body: unknown = {}): Make =>
  ({ checkId }) => ({ at: COUNTY, params: { checkId }, body });
const onCorrection =
  (body: unknown = {}): Make =>
  ({ correctionId }) => ({ at: LUOJIANG, params: { correctionId }, body });
const DISPATCH = { dispatchId: `${COUNTY}-2026-02` };
const onDispatch =
  (body: unknown = {}, search: Readonly<Record<string, string>> = {}): Make =>
  () => ({ at: COUNTY, params: DISPATCH, body, search });
const onTable =
  (body: unknown = {}): Make =>
  () => ({ at: LUOJIANG, params: { tableId: `${LUOJIANG}-2026-02` }, body });
const onAccountability =
  (body: unknown = {}): Make =>
  ({ accountabilityId }) => ({ at: COUNTY, params: { accountabilityId }, body });
const onComplaint =
  (body: unknown = {}): Make =>
  ({ complaintId }) => ({ at: COUNTY, params: { complaintId }, body });
const REPORTED = '罗江镇有人家里有车还拿低保，请核查';
const TOLD = { on: DAY, manner: 'in-person', proof: null };
const onSupply =
  (body: unknown = {}): Make =>
  ({ supplyId }) => ({ at: COUNTY, params: { contractId: supplyId }, body });
const onEvaluation =
  (body: unknown = {}): Make =>
  ({ evaluatedYear: year }) => ({ at: LUOJIANG, params: { township: LUOJIANG, year }, body });
const onServiceTask =
  (body: unknown = {}): Make =>
  ({ taskId }) => ({ at: LUOJIANG, params: { taskId }, body });
const onDestruction =
  (body: (world: World) => unknown): Make =>
  (world) => ({
    at: COUNTY,
    params: { destructionId: world.destructionId },
    body: body(world) ?? {},
  });
const onPilot =
  (body: unknown = {}): Make =>
  ({ pilotId }) => ({ at: COUNTY, params: { pilotId }, body });
const onPerson =
  (body: unknown = {}): Make =>
  ({ personId, postId }) => ({ at: COUNTY, params: { personId, postId }, body });
const onBenefit =
  (body?: (world: World) => unknown): Make =>
  (world) => ({ at: LUOJIANG, params: { benefitId: world.benefitId }, body: body?.(world) ?? {} });
const onTakeover =
  (body?: (world: World) => unknown): Make =>
  (world) => ({ at: COUNTY, params: { takeoverId: world.takeoverId }, body: body?.(world) ?? {} });
const takeoverQuery: Make = ({ takeoverId }) => ({ at: COUNTY, params: { takeoverId } });
const onLoad =
  (body: unknown = {}): Make =>
  ({ loadId }) => ({ at: COUNTY, params: { loadId }, body });
const onFinding =
  (body: unknown = {}): Make =>
  ({ findingId }) => ({ at: LUOJIANG, params: { findingId }, body });
const onChallenge =
  (body?: (world: World) => unknown): Make =>
  (world) => ({
    at: LUOJIANG,
    params: { challengeId: world.challengeId },
    body: body?.(world) ?? {},
  });
const onPolicy =
  (body: unknown = {}): Make =>
  ({ policyId }) => ({ at: COUNTY, params: { policyId }, body });
const policyQuery: Make = ({ policyId }) => ({ at: COUNTY, params: { policyId } });
const onRaiseList =
  (body: unknown = {}): Make =>
  ({ listId }) => ({ at: COUNTY, params: { listId }, body });
const onSubsidy =
  (body: unknown = {}): Make =>
  ({ subsidyId }) => ({ at: COUNTY, params: { subsidyId }, body });
const onRoll =
  (body: unknown = {}): Make =>
  ({ rollId }) => ({ at: COUNTY, params: { rollId }, body });
const onBankFile =
  (upload?: Example['upload']): Make =>
  ({ rollId }) => ({ at: COUNTY, params: { rollId, fileNo: '1' }, ...(upload && { upload }) });
const onFundDocument =
  (body?: unknown): Make =>
  ({ fundDocumentId }) => ({ at: COUNTY, params: { documentId: fundDocumentId }, body });
/** A request needs a sealed roll, which this world has not: whoever may act is told there is none. */
const onNoRequest =
  (body: unknown): Make =>
  () => ({ at: COUNTY, params: { requestId: randomUUID() }, body, absent: true });
/** Nothing was paid in this world, so nothing is asked back. */
const onNoRecovery =
  (body: unknown): Make =>
  () => ({ at: COUNTY, params: { recoveryId: randomUUID() }, body, absent: true });
const SCAN = { hash: 'a'.repeat(64), name: '凭证.jpg', mime: 'image/jpeg' };
const onTill =
  (body?: unknown): Make =>
  () => ({ at: LUOJIANG, params: { township: LUOJIANG }, body });
const own =
  (more: Omit<Example, 'at'> = {}): Make =>
  () => ({ at: 'asker', ...more });
const onAssistance =
  (body?: unknown): Make =>
  ({ assistanceId }) => ({ at: LUOJIANG, params: { assistanceId }, body });
const HARDSHIP = {
  ...{ village, name: '丁演麦', seen: '屋顶塌了一半，老人独自在家', seenOn: DAY },
  source: 'village-round',
};
const onDiscovery =
  (body?: unknown): Make =>
  ({ discoveryId }) => ({ at: LUOJIANG, params: { discoveryId }, body });
const FILING = `${LUOJIANG}-filing`;
const RULE_TEXT = {
  ...{ documentNumber: '演〔2026〕1号', issuer: '罗江镇人民政府', text: '第一条 一户一档。' },
  ...{ issuedOn: DAY, effectiveFrom: DAY, file: null },
};
const onRule =
  (body?: unknown, absent?: true): Make =>
  () => ({ at: LUOJIANG, params: { ruleId: FILING }, body, ...(absent && { absent }) });
const id = randomUUID();
const visit = ({ county, memberId, file }: World) => ({
  id: randomUUID(),
  on: DAY,
  visitors: [county.person('investigator', LUOJIANG), county.person('investigator', LUOJIANG, 1)],
  memberPresent: memberId,
  photos: [file],
  signatures: [],
});
const seen = {
  income: '务农收入',
  property: '没有大额财产',
  food: '饮食简单',
  clothing: '衣着朴素',
  housing: '砖房三间',
  goods: '没有贵重物品',
};

/**
 * One lawful-looking call per route, kept by hand. The version they act on is one nobody has, so that a permitted
 * command on something that exists is answered 412 and changes nothing.
 */
export const examples: Readonly<Record<string, Make>> = {
  ChangePassword: own({
    body: { current: 'x', password: 'New-Password-1' },
    faulty: true,
  }),
  ReadDraft: own({ params: { key: 'matrix' } }),
  SaveDraft: own({ params: { key: 'matrix' }, body: { value: 1 } }),
  DropDraft: own({ params: { key: 'matrix' }, body: {} }),
  PermissionList: own(),
  Localities: own(),
  LocalityValues: own({ params: { place: COUNTY }, search: { on: DAY } }),
  PersonList: own(),
  ReadingList: own(),
  RegisterPerson: () => ({
    at: COUNTY,
    body: {
      personId: randomUUID(),
      county: COUNTY,
      name: '甲演禾',
      loginName: `m${randomUUID().slice(0, 8)}`,
    },
  }),
  GrantPost: onPerson({
    postId: randomUUID(),
    role: 'case-officer',
    area: LUOJIANG,
    from: DAY,
    to: null,
    basis: '任职通知',
  }),
  ApprovePost: onPerson(),
  DeclinePost: onPerson({ reason }),
  EndPost: onPerson({ reason }),
  SetFirstPassword: onPerson({ password: 'first-Password-0123456789' }),
  ResetSecondFactor: onPerson({ reason }),

  DraftInstrument: ({ scan }) => ({
    at: LUOJIANG,
    unseen: true,
    body: {
      instrumentId: randomUUID(),
      ...instrumentFor(LUOJIANG, scan, { number: `演字〔${randomUUID().slice(0, 8)}〕` }),
    },
  }),
  CorrectInstrument: onInstrument(({ scan }) => instrumentFor(LUOJIANG, scan)),
  CheckInstrument: onInstrument(),
  SuspendInstrument: onInstrument(() => ({ reason })),
  ResumeInstrument: onInstrument(() => ({ reason })),
  WithdrawInstrument: onInstrument(() => ({ reason })),
  HandOverCase: onCase(() => ({ note: reason })),
  ReceiveHandover: onCase(() => ({ note: reason })),
  ReturnHandover: onCase(() => ({ reason })),
  HandoverList: own(),
  AssessReadiness: ({ scan }) => ({
    at: LUOJIANG,
    unseen: true,
    params: { township: LUOJIANG },
    body: {
      on: DAY,
      assessors: ['甲演禾'],
      items: assessedItems.map((item) => ({ item, found: 'met', note: '', files: [scan] })),
      opinion: reason,
    },
  }),
  ReadinessList: own(),
  ReadinessView: () => ({ at: LUOJIANG, params: { township: LUOJIANG } }),
  CountyHome: own(),
  CountyHomeList: () => ({ at: 'asker', params: { group: 'verification' } }),
  BeginPilot: () => ({
    at: 'asker',
    body: {
      ...{ pilotId: randomUUID(), document: '演府办发〔2026〕1号', from: DAY },
      ...{ townships: [PANSHI], matters: ['dibao'], acts: ['confirm'], monthsBefore: 6 },
      name: '第一批试点',
    },
  }),
  WidenPilot: onPilot({ townships: [PANSHI], reason }),
  ConcludePilot: onPilot({ conclusion: 'keep', reason }),
  PilotList: own(),
  PilotView: onPilot(),
  PilotCases: onPilot(),
  PilotSheet: onPilot(),
  InstrumentList: own(),
  InstrumentView: ({ instrumentId }) => ({ at: LUOJIANG, params: { instrumentId } }),
  InstrumentScan: ({ instrumentId }) => ({ at: LUOJIANG, params: { instrumentId } }),
  InstrumentOpenCases: ({ instrumentId }) => ({ at: LUOJIANG, params: { instrumentId } }),
  DecisionsOutsideAuthority: own(),

  CaseList: own(),
  Today: own(),
  CaseView: caseQuery,
  CaseTimeline: caseQuery,
  CaseReadings: caseQuery,
  RevealField: onCase(({ memberId }) => ({ field: 'idNumber', memberId, purpose: '办理本案' })),
  RequestExtension: onCase(() => ({ reasonCode: 'objection', explanation: reason })),
  ApproveExtension: onCase(),
  DeclineExtension: onCase(() => ({ reason })),
  OrderOverdue: onCase(() => ({ instruction: reason, finishBy: '2026-12-31' })),
  WithdrawApplication: onCase(() => ({ reason })),
  CloseForNonCooperation: onCase(() => ({
    reason,
    requests: [
      { on: DAY, what: '提交收入证明' },
      { on: DAY, what: '再次提交收入证明' },
    ],
  })),

  OpenCase: () => ({ at: LUOJIANG, params: { caseId: randomUUID() }, body: { village } }),
  ContinueCase: ({ caseId, family }) => ({
    at: LUOJIANG,
    params: { caseId: randomUUID() },
    body: { from: caseId, village: family.facts.place, scheme: 'margin' },
  }),
  DeclareHousehold: onCase(({ family }) => declarationOf(family)),
  RecordDeparture: onCase(({ memberId, file }) => ({
    ...{ memberId, because: 'left', on: DAY, source: reason, files: [file] },
    ...{ heir: null, succession: null },
  })),
  RecordArrival: onCase(({ file }) => ({
    member: { id: 'new', relation: 'child', birth: '2026-03-01' },
    ...{ name: '丙演禾', idNumber: null, phone: null, because: 'born', on: DAY },
    ...{ source: reason, files: [file] },
  })),
  SendCase: onCase(({ file }) => ({ id, to: PANSHI, reason, files: [file] })),
  RecallSentCase: onCase(() => ({ reason })),
  CarryOutSentCase: onCase(() => ({ transferId: id })),
  RecordChecklist: onCase(() => ({ items: [] })),
  GiveOneTimeNotice: onCase(),
  NameProxy: onCase(({ file }) => ({
    name: '乙演苗',
    relation: '邻居',
    idNumber: idNumberFrom(9001, localDate('1970-05-05'), 'male'),
    paper: file,
  })),
  SignAuthorisation: onCase(({ memberId, file }) => ({
    id: randomUUID(),
    memberId,
    signedBy: 'member',
    signedOn: DAY,
    signature: file,
  })),
  RevokeAuthorisation: onCase(({ memberId }) => ({ memberId, reason })),
  DeclareNearRelatives: onCase(() => ({ none: true, relatives: [] })),
  AcceptApplication: onCase(),
  RefuseAcceptance: onCase(() => ({ ground: 'other', reason })),
  SearchApplicants: own({ body: { text: '甲演禾' } }),
  IntakePlaces: own(),
  LocalActivities: own(),
  IntakeAdvice: caseQuery,
  DraftAdvice: ({ family }) => ({
    at: 'asker',
    body: {
      facts: declarationOf(family).facts,
      people: family.people.map(({ memberId, name }) => ({ memberId, name })),
    },
  }),
  AcceptanceReceipt: casePaper(),
  OneTimeNotice: casePaper(),
  AuthorisationAndPromise: casePaper(),
  NearRelativeDeclaration: casePaper(),
  ProxyPaper: casePaper(),
  ClosingNotice: casePaper(),

  AddRegisterEntry: () => ({
    at: COUNTY,
    body: {
      entryId: randomUUID(),
      kind: 'staff',
      name: '丙演谷',
      idNumber: idNumberFrom(9002, localDate('1970-05-05'), 'male'),
      phone: null,
      position: '会计',
      place: LUOJIANG,
      person: null,
    },
  }),
  DeclareRelativesOfOfficial: ({ entryId }) => ({
    at: COUNTY,
    params: { entryId },
    body: { relatives: [] },
  }),
  EndRegisterEntry: ({ entryId }) => ({ at: COUNTY, params: { entryId }, body: { reason } }),
  DeclareOwnRelatives: own({ body: { relatives: [] } }),
  EndOwnRegisterEntry: own({ body: { reason } }),
  OwnRegisterEntry: own(),
  RegisterList: own(),
  SeparateRegistrations: own(),
  ClearSeparateRegistration: onCase(() => ({ reason })),

  RequestVerification: onCase(),
  StartVerification: onCase(() => ({ requestId: id })),
  AnswerSource: onCase(({ memberId }) => ({
    requestId: id,
    source: 'deposit',
    answers: [{ memberId, item: 'nothing', amount: null, text: '', asOf: null }],
  })),
  IssueReport: onCase(() => ({ requestId: id })),
  ExplainFinding: onCase(() => ({
    finding: 'x',
    outcome: 'not-relevant',
    explanation: reason,
    evidence: [],
  })),
  TellVerificationResult: onCase(() => ({ reportId: id, on: DAY, how: reason })),
  DisputeReport: onCase(({ file }) => ({
    reportId: id,
    item: '银行存款',
    statement: reason,
    evidence: [file],
  })),
  VerificationQueue: own(),
  VerificationView: caseQuery,
  SourceTasks: own(),
  RemindSource: onCase(() => ({ requestId: id, source: 'deposit' })),
  DrawRequestList: own({ body: { source: 'deposit' } }),
  RequestListFile: () => ({ at: 'asker', params: { listId: randomUUID() }, absent: true }),
  ImportAnswers: () => ({
    at: 'asker',
    upload: { name: 'a.csv', bytes: Buffer.from('办件编号,姓名\n') },
    faulty: true,
  }),
  VerificationRequestPaper: casePaper({ requestId: id }),
  VerificationReportPaper: casePaper({ reportId: id }),

  UploadCaseFile: ({ caseId, photo }) => ({
    at: LUOJIANG,
    params: { caseId },
    upload: { name: 'a.jpg', bytes: photo },
  }),
  UploadFile: ({ photo }) => ({ at: 'asker', upload: { name: 'a.jpg', bytes: photo } }),
  ViewFile: ({ file }) => ({ at: LUOJIANG, params: { hash: file.hash } }),
  OriginalFile: ({ file }) => ({ at: LUOJIANG, params: { hash: file.hash } }),
  StartInvestigation: onCase(),
  RecordHomeVisit: onCase((world) => ({ ...visit(world), seen })),
  RecordNeighbourInterview: onCase((world) => ({
    id: randomUUID(),
    on: DAY,
    visitors: visit(world).visitors,
    neighbour: '丁演麦',
    relation: '同组邻居',
    place: '村活动室',
    answers: [{ question: '家庭收入', answer: '主要靠务农' }],
    signatures: [],
  })),
  SendLetter: onCase(({ memberId }) => ({
    id: randomUUID(),
    to: '某公司',
    memberId,
    asked: ['工资收入'],
    replyBy: '2026-03-20',
  })),
  RecordLetterAnswer: (world) => ({
    at: LUOJIANG,
    params: { caseId: world.caseId, letterId: id },
    body: { on: DAY, text: '没有工资收入' },
  }),
  ConcludeInvestigation: onCase(() => ({ summary: '入户所见与申报一致，没有发现其他收入' })),
  ReopenInvestigation: onCase(() => ({ because: reason })),
  RecordCountyVisit: onCase((world) => ({
    id: randomUUID(),
    on: DAY,
    visitors: [world.county.person('inspector', COUNTY)],
    agrees: true,
    result: '与档案一致',
    items: [{ item: '住房', onFile: '砖房三间', onSite: '砖房三间', agrees: true }],
    evidence: [],
  })),
  AssessSelfCare: onCase(({ file }) => ({
    memberId: 'm1',
    on: DAY,
    can: {
      canEat: true,
      canDress: true,
      canGetUp: true,
      canToilet: true,
      canWalk: true,
      canBathe: true,
    },
    assessors: ['评估员甲', '评估员乙'],
    record: file,
  })),
  Colleagues: own(),
  VisitList: own(),
  HomeVisitFormPaper: casePaper(),
  NeighbourInterviewPaper: casePaper({}, { id }),
  LetterOfInquiryPaper: casePaper({}, { id }),
  CountyVisitPaper: casePaper({}, { id }),
  SelfCarePaper: casePaper(),
  ExtensionApprovalPaper: casePaper(),
  HandoverPaper: casePaper(),
  NearRelativeFilingPaper: casePaper(),
  ReliefRegisterPaper: casePaper(),
  TemporaryReliefFilingPaper: casePaper(),
  ReferralPaper: casePaper(),

  CorrectFacts: onCase(() => ({
    corrections: [
      {
        path: ['incomes', 0, 'amount'],
        from: 1,
        to: 2,
        basis: 'visit',
        reason,
        evidence: [],
      },
    ],
  })),
  Assess: onCase(),
  FormOpinion: onCase(() => ({ reasons: reason })),
  ChangeScheme: onCase(() => ({ scheme: 'margin', agreedBy: '甲演禾', reason })),
  SetOpinionAside: onCase(() => ({ ground: 'new-facts', reason })),
  TrialAssessment: onCase(({ family }) => ({ facts: declarationOf(family).facts })),
  CaseOverview: caseQuery,
  TrialCalculation: ({ family }) => ({
    at: 'asker',
    body: { place: COUNTY, on: DAY, steps: 'dibao', facts: declarationOf(family).facts },
  }),
  LocalityActivities: own({ params: { place: COUNTY }, search: { on: DAY } }),
  CalculationSheetPaper: casePaper(),
  OpinionPaper: casePaper(),

  PostNotice: onCase(({ file }) => ({
    id: randomUUID(),
    kind: 'before',
    level: 'village',
    photo: file,
  })),
  TakeDownNotice: onCase(({ file }) => ({ noticeId: id, photo: file })),
  ReceiveObjection: onCase(() => ({
    id: randomUUID(),
    channel: 'phone',
    objector: null,
    content: '反映有存款未申报',
  })),
  HoldAppraisal: onCase(({ file }) => ({
    id: randomUUID(),
    on: DAY,
    from: '09:30',
    place: '村活动室',
    chair: '甲演禾',
    recorder: '乙演苗',
    participants: ['丙演谷', '丁演麦', '戊演竹'].map((name) => ({
      name,
      group: 'villager',
      signed: true,
    })),
    presented: '家庭情况',
    agree: 3,
    disagree: 0,
    conclusion: '符合实际',
    record: file,
  })),
  HandleObjection: onCase(() => ({
    objectionId: id,
    how: 'reinvestigation',
    upheld: false,
    reply: '经核实不成立',
  })),
  ReadObjection: ({ caseId }) => ({
    at: LUOJIANG,
    params: { caseId },
    body: { objectionId: id, purpose: '办理异议' },
    absent: true,
  }),
  PublicityList: own(),
  Posters: () => ({
    at: LUOJIANG,
    search: { kind: 'before', level: 'township', place: LUOJIANG },
    absent: true,
  }),
  NoticePosterPaper: casePaper(),
  AnnouncementPosterPaper: casePaper(),
  ObjectionRecordPaper: casePaper({}, { objectionId: id }),
  AppraisalRecordPaper: casePaper({}, { appraisalId: id }),

  CallMeeting: ({ county }) => ({
    at: 'asker',
    params: { meetingId: randomUUID() },
    body: {
      kind: 'office-meeting',
      on: DAY,
      at: '09:30',
      place: '会议室',
      entitled: [county.person('voter', LUOJIANG)],
      chair: county.person('chair', LUOJIANG),
      recorder: county.person('secretary', LUOJIANG),
    },
  }),
  CallOffMeeting: onMeeting(() => ({ reason })),
  ListCase: onMeeting(({ caseId }) => ({ caseId })),
  DelistCase: onMeeting(({ caseId }) => ({ caseId, because: reason })),
  RecordAttendance: onMeeting(() => ({ present: [], absent: [], sittingIn: [] })),
  Recuse: onMeeting(({ caseId, county }) => ({
    caseId,
    person: county.person('voter', LUOJIANG),
    ground: '同村邻居',
  })),
  OpenVoting: onMeeting(({ caseId }) => ({ caseId })),
  CastVote: onMeeting(({ caseId }) => ({
    caseId,
    proposalHash: 'x',
    choice: 'agree',
    opinion: '',
  })),
  StopVoting: onMeeting(({ caseId }) => ({ caseId, because: reason })),
  CloseVoting: onMeeting(({ caseId }) => ({ caseId, reason })),
  SignMinutes: onMeeting(),
  CountersignMinutes: onMeeting(),
  MeetingPaper: ({ meetingId }) => ({ at: LUOJIANG, params: { meetingId }, absent: true }),
  MeetingPack: ({ meetingId }) => ({ at: LUOJIANG, params: { meetingId } }),
  MeetingPackPaper: ({ meetingId }) => ({ at: LUOJIANG, params: { meetingId }, absent: true }),
  MeetingList: own(),
  MeetingCandidates: own(),
  MeetingView: ({ meetingId }) => ({ at: LUOJIANG, params: { meetingId } }),

  CountyReview: onCase(() => ({ agrees: true, opinion: reason })),
  ConfirmDecision: onCase(),
  CompleteRelief: onCase(({ file }) => ({
    situation: '夜间失火，房屋烧毁，先行救助后已妥善安置。',
    recipient: '甲演禾',
    handlers: ['经办甲', '经办乙'],
    papers: [file],
  })),
  ReportRelief: onCase(({ meetingId }) => ({ meetingId })),
  ReliefList: own(),
  UseReserve: onCase(({ file }) => ({
    ...{ amount: 10_000, on: DAY, handedOutBy: '演甲', receivedBy: '演乙', witness: '演丙' },
    voucher: file,
  })),
  ReserveList: own(),
  ReserveSheet: own(),
  AskReserve: onTill({ askId: randomUUID(), kind: 'advance', amount: 100, reason }),
  ApproveReserve: onTill({ opinion: '相符' }),
  DeclineReserve: onTill({ reason }),
  PayReserve: onTill({ reference: '演拨 1', receipt: SCAN }),
  CountReserve: onTill({
    ...{ countId: randomUUID(), counted: 0, witness: '演丙', explanation: '' },
    sheet: SCAN,
  }),
  SettleDifference: onTill({ outcome: 'handed-in', reason }),
  TillList: own(),
  TillView: onTill(),
  SendFiling: () => ({
    at: 'asker',
    params: { filingId: randomUUID() },
    body: { caseIds: [randomUUID()], note: '' },
  }),
  ReceiveFiling: ({ filingId }) => ({ at: LUOJIANG, params: { filingId }, body: { remark: '' } }),
  FilingList: own(),
  FilingView: ({ filingId }) => ({ at: LUOJIANG, params: { filingId } }),
  FilingPaper: ({ filingId }) => ({ at: LUOJIANG, params: { filingId } }),
  FilingSheet: ({ filingId }) => ({ at: LUOJIANG, params: { filingId } }),
  GoOrdinary: onCase(() => ({ reason })),
  AskCoordination: onCase(() => ({ amount: 100_000, opinion: '房屋全部烧毁，按标准难以渡过' })),
  RecordCoordination: onCase(({ file }) => ({
    ...{ heldOn: DAY, place: '县政府', convener: { name: '演召集', post: '副县长' } },
    participants: [{ name: '演甲', unit: '县民政局', view: 'agree', opinion: '' }],
    ...{ recused: [], minutesNumber: '1号', minutes: file, result: 'agreed', amount: 100_000 },
    reason,
  })),
  CoordinationPaper: casePaper(),
  LookAtInstalment: onCase(() => ({ no: 2, on: DAY, fit: true, finding: reason, files: [] })),
  ReleaseInstalment: onCase(() => ({ no: 2 })),
  ProposeInstalmentStop: onCase(({ file }) => ({
    ...{ reason, on: DAY, recipient: '演甲', proof: file },
  })),
  AnswerInstalmentStop: onCase(() => ({ kind: 'none', on: DAY, content: reason, proof: null })),
  DecideInstalmentStop: onCase(() => ({ stops: true, reasons: reason })),
  InstalmentList: own(),
  ServeNotice: onCase(({ file }) => ({
    method: 'in-person',
    recipient: '甲演禾',
    proof: file,
    on: DAY,
  })),
  ArchiveCase: onCase(),
  ArchiveIndex: caseQuery,
  ArchiveIndexPaper: casePaper(),
  AddMaterial: onCase(({ file }) => ({ title: '复议决定书', on: DAY, file })),
  ArchivedFile: caseQuery,
  ArchiveList: own(),
  ProposeDestruction: ({ caseId }) => ({
    at: COUNTY,
    absent: true,
    body: {
      destructionId: randomUUID(),
      caseIds: [caseId],
      appraisal: '逐卷鉴定，均已超过保管期限',
    },
  }),
  KeepFile: onDestruction(() => ({ caseId: 'matrix', reason })),
  ApproveDestruction: onDestruction(() => ({ opinion: '同意' })),
  DeclineDestruction: onDestruction(() => ({ reason })),
  CarryOutDestruction: onDestruction(() => ({ witness: '乙演谷' })),
  DestructionList: own(),
  DestructionView: onDestruction(() => undefined),
  ConsultFile: onCase(() => ({ useId: randomUUID(), reason })),
  LendFile: onCase(() => ({ useId: randomUUID(), reason, recipient: '县审计局', dueOn: DAY })),
  ReturnFile: ({ packetId }) => ({
    at: LUOJIANG,
    params: { useId: packetId },
    body: { condition: '完好' },
  }),
  CaseFileUses: caseQuery,
  FileUseList: own(),
  RequestPacket: onCase(() => ({ packetId: randomUUID(), reason, recipient: '县审计局' })),
  PacketView: ({ packetId }) => ({ at: LUOJIANG, params: { packetId }, absent: true }),
  PacketFile: ({ packetId }) => ({ at: LUOJIANG, params: { packetId }, absent: true }),
  ConfirmationReadiness: caseQuery,
  DecisionNotice: casePaper(),
  ServiceReceipt: casePaper(),

  CheckPolicyFile: own({ body: { text: '{}' } }),
  StartPreview: () => ({
    at: 'asker',
    params: { previewId: randomUUID() },
    body: {
      title: '提高农村低保标准',
      change: { kind: 'standard', urban: null, rural: 68_000, from: DAY },
    },
  }),
  StopPreview: ({ previewId }) => ({ at: COUNTY, params: { previewId } }),
  DropPreview: ({ previewId }) => ({ at: COUNTY, params: { previewId } }),
  PreviewFigures: own({ search: { on: DAY } }),
  PreviewList: own(),
  PreviewView: ({ previewId }) => ({ at: COUNTY, params: { previewId } }),
  PreviewEffects: ({ previewId }) => ({ at: COUNTY, params: { previewId } }),
  PreviewSheet: ({ previewId }) => ({ at: COUNTY, params: { previewId } }),

  PolicyFile: own({ params: { file: 'standard' } }),
  JudgePolicy: own({ body: { content: policyContent } }),
  DraftPolicy: () => ({
    ...{ at: 'asker', params: { policyId: randomUUID() }, body: { content: policyContent } },
  }),
  AttachPreview: ({ policyId, previewId }) => ({
    ...{ at: COUNTY, params: { policyId }, body: { previewId } },
  }),
  CommentPolicy: onPolicy({ text: reason }),
  SubmitPolicy: onPolicy(),
  SendBackPolicy: onPolicy({ reason }),
  ApprovePolicy: ({ policyId, previewId }) => ({
    ...{ at: COUNTY, params: { policyId }, body: { opinion: reason, previewId } },
  }),
  PublishPolicy: onPolicy({ document: '演府发〔2026〕1号', issuedOn: DAY }),
  GiveUpPolicy: onPolicy({ reason }),
  PolicyList: own(),
  PolicyView: policyQuery,
  ListRaises: ({ policyId }) => ({
    ...{ at: COUNTY, params: { policyId }, body: { listId: randomUUID(), through: '2026-03' } },
  }),
  ApproveRaises: onRaiseList({ opinion: reason }),
  GiveUpRaises: onRaiseList({ reason }),
  RaiseLists: policyQuery,
  RaiseRows: ({ listId }) => ({ at: COUNTY, params: { listId } }),
  DraftSubsidy: ({ scan }) => ({
    at: 'asker',
    // Another county has not received this scan.
    faulty: true,
    body: {
      ...{ subsidyId: randomUUID(), document: '演发改〔2026〕3号', issuedOn: DAY, scan },
      ...{ from: '2026-03', until: '2026-05', schemes: ['dibao'], urban: 5_000, rural: 4_000 },
    },
  }),
  ApproveSubsidy: onSubsidy({ opinion: reason }),
  GiveUpSubsidy: onSubsidy({ reason }),
  StopSubsidy: onSubsidy({ reason }),
  SubsidyList: own(),
  SubsidyView: onSubsidy(),

  SourceList: own(),
  SnapshotList: own(),
  ReceiveSnapshot: own({
    params: { source: 'funeral', asOf: DAY },
    upload: { name: 'a.csv', bytes: Buffer.from('身份证号,出生日期\n') },
    faulty: true,
  }),
  AskSnapshotDestruction: onLoad({ reason }),
  ApproveSnapshotDestruction: onLoad(),
  BadRowSheet: onLoad(),
  OrderMatching: own({ body: { month: '2026-03' } }),
  MatchingList: own(),
  FindingList: own(),
  FindingSheet: own(),
  OpenFinding: onFinding(),
  HandFinding: onFinding(),
  FindingHolders: ({ findingId }) => ({ at: LUOJIANG, params: { findingId } }),
  SettleFinding: onFinding({ outcome: 'explained', reason, files: [] }),
  LookupTrace: onBenefit(() => undefined),

  LedgerSheet: own({ params: { ledger: 'cases' } }),
  LedgersTaken: own(),
  ReceiveLedger: own({
    upload: { name: 'a.csv', bytes: Buffer.from('519999198001011234,演\n1,2\n') },
    faulty: true,
  }),
  SettleLayout: onTakeover(() => ({ mapping: {}, system: '旧系统', asOf: DAY })),
  AddCode: own({
    body: { system: '旧系统', field: 'relation', code: '1', value: 'self', from: DAY },
  }),
  AnswerDifference: onTakeover(() => ({ place: 0, counts: 'register' })),
  OrderRegistration: onTakeover(() => ({ scans: [] })),
  CloseTakeover: onTakeover(() => ({ reason })),
  CompareEntries: onTakeover(() => ({ agree: [], disagree: [] })),
  EntriesToCompare: takeoverQuery,
  TakeoverList: own(),
  TakeoverView: takeoverQuery,
  TakeoverHouseholds: takeoverQuery,
  LedgerTemplate: own(),
  CorrectionSheet: takeoverQuery,
  TakeoverReport: takeoverQuery,

  BeginRoll: own({ body: { rollId: randomUUID(), scheme: 'tekun', month: '2026-03' } }),
  FreezeRoll: onRoll(),
  ReviewRoll: onRoll({ opinion: '相符' }),
  SendBackRoll: onRoll({ reason }),
  CancelRoll: onRoll({ reason }),
  SealBatch: onRoll(),
  ReleaseBatch: onRoll(),
  BankFile: onBankFile(),
  ImportReply: onBankFile({ name: '回盘.csv', bytes: Buffer.from('批次号,序号\n1,2\n') }),
  CloseRoll: onRoll(),
  FundBoard: own(),
  RollView: onRoll(),
  RollLines: onRoll(),
  RollChanges: onRoll(),
  FundChecks: own(),
  EnterBudget: ({ scan: file }) => ({
    at: 'asker',
    // Another county has not received this scan.
    faulty: true,
    body: {
      ...{ documentId: randomUUID(), year: 2026, kind: 'allocation', confirmed: true, file },
      documentNumber: `演财〔2026〕${randomUUID().slice(0, 8)}号`,
      items: [{ source: 'central', scheme: 'dibao', residence: 'rural', amount: 1_000_000 }],
    },
  }),
  ApproveBudget: onFundDocument({ opinion: '相符' }),
  DeclineBudget: onFundDocument({ reason }),
  BudgetBoard: own({ search: { year: '2026' } }),
  BudgetFile: onFundDocument(),
  RequestFunds: own({ body: { requestId: randomUUID(), month: '2026-03' } }),
  ReviewFundRequest: onNoRequest({ opinion: '相符' }),
  ApproveFundRequest: onNoRequest({ opinion: '相符' }),
  DeclineFundRequest: onNoRequest({ reason }),
  FundRequestList: own(),
  ProposeRecovery: ({ benefitId, scan }) => ({
    at: LUOJIANG,
    body: {
      ...{
        recoveryId: randomUUID(),
        grantId: benefitId,
        ground: 'overpaid',
        basis: '演〔2026〕1号',
      },
      ...{ from: '2026-02', to: '2026-03', amount: 100, parts: 1, firstDueOn: '2026-04-01' },
      file: scan,
    },
    absent: true,
  }),
  DecideRecovery: onNoRecovery({ recovers: true, opinion: '同意' }),
  RecordRepayment: onNoRecovery({
    ...{ amount: 100, on: DAY, reference: '收据 1' },
    receipt: SCAN,
  }),
  WaiveRecovery: onNoRecovery({ ground: 'hardship', reason }),
  RecoveryList: own(),
  FundForecast: own(),
  ForecastSheet: own(),
  FundPerformance: own(),
  FundUseSheet: own(),
  AskAccountChange: ({ benefitId, file }) => ({
    at: LUOJIANG,
    body: {
      ...{ changeId: randomUUID(), grantId: benefitId, bank: '演示银行', holder: '丙演谷' },
      ...{ account: '6200000000000002', reason, proof: file },
    },
  }),
  CheckAccountChange: ({ accountChangeId }) => ({
    at: LUOJIANG,
    params: { changeId: accountChangeId },
    body: { agrees: true, account: '6200000000000001', opinion: '相符' },
  }),
  AccountChangeList: own(),

  AskExport: () => ({
    at: 'asker',
    body: { id: randomUUID(), path: '/api/ledgers/cases/sheet', purpose: reason },
  }),
  ApproveExport: ({ requestId }) => ({ at: LUOJIANG, params: { requestId }, body: {} }),
  DeclineExport: ({ requestId }) => ({ at: LUOJIANG, params: { requestId }, body: { reason } }),
  ExportList: own(),
  PrepareReferral: onCase(() => ({ id, to: '演县慈善会', needs: ['charity'], what: reason })),
  SendReferral: onCase(({ file }) => ({ id, on: DAY, signedBy: '丙演谷', consent: file })),
  RecordReferralAnswer: onCase(() => ({
    ...{ id, on: DAY, outcome: 'done', text: reason, from: '演答复' },
  })),
  DropReferral: onCase(() => ({ id, reason })),
  ReferralList: own(),
  ArrangeCustody: onBenefit(() => ({
    id,
    keeper: { name: '村演干部', unit: '演示村委会', phone: '08180000001', relation: '村干部' },
    ...{ reason: 'old', signer: 'self', signedBy: '丙演谷', witness: '见演证' },
  })),
  BeginCustody: onBenefit(({ file }) => ({ on: DAY, agreement: file })),
  FileCustody: onBenefit(() => ({})),
  EndCustody: onBenefit(({ file }) => ({ on: DAY, reason, receivedBy: '丙演谷', receipt: file })),
  CustodyList: own(),
  Reconfirm: onBenefit(({ file }) => ({
    on: DAY,
    signedBy: '丙演谷',
    files: [file],
    change: null,
  })),
  ReconfirmationList: own(),

  BenefitList: own(),
  BenefitSheet: own(),
  ReviewTasks: own(),
  BenefitView: ({ benefitId }) => ({ at: LUOJIANG, params: { benefitId } }),
  RegisterExistingBenefit: ({ scan }) => ({
    at: LUOJIANG,
    unseen: true,
    body: {
      benefitId: randomUUID(),
      scheme: 'dibao',
      village,
      document: '演低保〔2024〕2号',
      scan,
      decidedOn: '2024-05-10',
      from: '2024-06',
      amount: 30_000,
      lastCheckedOn: '2025-09-01',
      validUntil: null,
      people: [
        {
          memberId: 'm1',
          name: '丁演谷',
          idNumber: idNumberFrom(9002, localDate('1961-05-05'), 'male'),
          covered: true,
        },
      ],
    },
  }),
  ConfirmRegisteredBenefit: onBenefit(),
  RejectRegisteredBenefit: onBenefit(() => ({ reason })),
  StartReview: onBenefit(() => ({ reviewId: id })),
  RecordCheck: onBenefit(({ county }) => ({
    method: 'visit',
    on: DAY,
    checkers: [county.person('investigator', LUOJIANG)],
    reference: '',
    findings: reason,
    files: [],
  })),
  ConcludeReview: onBenefit(() => ({ outcome: 'unchanged', note: reason })),
  ReportDeath: onBenefit(() => ({ deathId: id, memberId: 'm1', diedOn: DAY, source: reason })),

  ReportChange: onBenefit(() => ({
    id,
    kind: 'income',
    what: reason,
    channel: 'family',
    happenedOn: DAY,
  })),
  TakeBackReport: onBenefit(({ scan }) => ({
    ...{ reportId: randomUUID(), changeId: id, reason, files: [scan] },
  })),
  Reassess: onBenefit(({ family }) => ({
    id,
    facts: family.facts,
    reason,
    joined: [],
    authorisations: [],
  })),
  RecordError: onBenefit(({ family }) => ({
    ...{ id, kind: 'facts', source: 'self-check', foundOn: DAY, foundBy: '罗演查' },
    ...{ what: reason, cause: reason, files: [], facts: family.facts },
  })),
  JudgeTolerance: onBenefit(() => ({
    ...{ errorId: id, goodFaith: true, objectiveCause: true, inTime: true },
    ...{ exempt: true, reasons: reason },
  })),
  RegisterChallenge: ({ scan, benefitId }) => ({
    at: LUOJIANG,
    faulty: true,
    body: {
      ...{ challengeId: randomUUID(), kind: 'review', caseId: null, benefitId, village },
      ...{ number: '没有的文号', body: '通川区人民政府', fileNumber: '1号', filedOn: DAY },
      ...{ receivedOn: DAY, replyBy: DAY, claim: reason, file: scan },
    },
  }),
  ReplyToChallenge: onChallenge(({ scan }) => ({ on: DAY, reply: reason, file: scan })),
  RecordChallengeOutcome: onChallenge(({ scan }) => ({
    ...{ result: 'upheld', on: DAY, document: '演府复决1号', summary: reason },
    ...{ file: scan, amount: null, finishBy: null },
  })),
  ConcludeChallenge: onChallenge(() => ({ newCaseId: null, how: reason, files: [] })),
  CarryOutRemedy: onBenefit(({ challengeId }) => ({ challengeId })),
  ChallengeList: own(),
  ChallengeView: ({ challengeId }) => ({ at: LUOJIANG, params: { challengeId } }),
  ExtendReviews: ({ benefitId, scan }) => ({
    at: COUNTY,
    body: { benefitIds: [benefitId], until: DAY, emergency: reason, basis: scan },
  }),
  ExtendReview: onBenefit(({ scan }) => ({ until: DAY, emergency: reason, basis: scan })),
  SendBenefit: onBenefit(({ scan }) => ({
    ...{ id, to: PANSHI, reason, movedOn: DAY, files: [scan] },
  })),
  ProposeMerge: onBenefit(({ scan, family }) => ({
    ...{ id, otherId: randomUUID(), happenedOn: DAY, reason, facts: family.facts },
    ...{ people: [{ from: 'm1', memberId: 'm9' }], authorisations: [scan], files: [scan] },
  })),
  RecallTransfer: onBenefit(() => ({ reason })),
  CarryOutTransfer: onBenefit(() => ({ transferId: id })),
  AcceptTransfer: own({
    ...{ params: { transferId: randomUUID() }, body: { village, note: reason }, absent: true },
  }),
  DeclineTransfer: own({
    ...{ params: { transferId: randomUUID() }, body: { reason }, absent: true },
  }),
  TransferList: own(),
  TransferPlaces: own(),
  TransferFile: own({
    ...{ params: { transferId: randomUUID(), hash: 'a'.repeat(64) }, absent: true },
  }),
  RecordWorkOffer: onBenefit(() => ({
    id,
    memberId: 'm1',
    on: DAY,
    offer: reason,
    answer: 'refused',
    note: '',
  })),
  ProposeAdjustment: onBenefit(() => ({
    id,
    kind: 'stop',
    ground: 'moved',
    reasons: reason,
    files: [],
    refuser: null,
  })),
  WithdrawAdjustment: onBenefit(() => ({ reason })),
  GiveHearingNotice: onBenefit(({ scan }) => ({
    on: DAY,
    recipient: '丙演谷',
    role: 'recipient',
    proof: scan,
  })),
  RequestHearing: onBenefit(() => ({ on: DAY })),
  RecordAnswer: onBenefit(() => ({ kind: 'none', on: DAY, content: reason, proof: null })),
  PostTermination: onBenefit(({ scan }) => ({ id, place: '村公告栏', photo: scan })),
  TakeDownTermination: onBenefit(({ scan }) => ({ postingId: id, photo: scan })),
  ObjectToTermination: onBenefit(() => ({ id, on: DAY, content: reason })),
  AnswerTerminationObjection: onBenefit(() => ({
    objectionId: id,
    upheld: false,
    content: reason,
  })),
  DecideAdjustment: onBenefit(() => ({ reasons: reason })),
  ServeAdjustment: onBenefit(({ scan }) => ({
    on: DAY,
    recipient: '丙演谷',
    role: 'recipient',
    proof: scan,
    villageToldOn: null,
  })),
  RecordFollowUp: onBenefit(() => ({ outcome: 'declined', note: reason })),
  ReportCareChange: onBenefit(() => ({ id, memberId: 'm1', what: reason })),
  RecordCareAssessment: onBenefit(({ county, scan }) => ({
    id,
    indicators: {
      canEat: true,
      canDress: true,
      canGetUp: true,
      canToilet: true,
      canWalk: true,
      canBathe: true,
    },
    assessors: [county.person('investigator', LUOJIANG)],
    file: scan,
  })),
  HearingNoticePaper: benefitPaper,
  AdjustmentNoticePaper: benefitPaper,
  HearingRecordPaper: benefitPaper,
  TerminationPoster: benefitPaper,
  SupportFilePaper: benefitPaper,
  CareSheetPaper: benefitPaper,
  PassbookCustodyPaper: benefitPaper,
  ReconfirmationPaper: benefitPaper,

  CheckPaper: own({ params: { code: '0000-0000-0000' }, absent: true }),
  PaperKinds: own(),
  DuePapers: own(),
  CoverLetter: casePaper({ letter: 'kin-filing' }),
  PrintBatch: ({ caseId }) => ({
    at: 'asker',
    body: { addresses: [`/api/cases/${caseId}/papers/decision-notice`] },
    faulty: true,
  }),

  PublishCourse: () => ({
    at: 'asker',
    params: { courseId: randomUUID() },
    body: courseFor(['study']),
  }),
  RetireCourse: ({ courseId }) => ({ at: COUNTY, params: { courseId }, body: { reason } }),
  PlanSession: ({ courseId }) => ({
    ...{ at: 'asker', params: { sessionId: randomUUID() }, absent: true },
    body: { courseId, on: DAY, place: '会议室', teacher: '周演禾' },
  }),
  RecordTrainingAttendance: ({ sessionId, personId }) => ({
    ...{ at: COUNTY, params: { sessionId }, body: { present: [personId] } },
  }),
  RevokeCertificate: ({ learnerId }) => ({
    ...{ at: LUOJIANG, params: { learnerId }, body: { number: '演训证1号', reason } },
  }),
  StartTest: ({ courseId }) => ({
    ...{ at: 'asker', absent: true, body: { attemptId: randomUUID(), courseId } },
  }),
  SubmitTest: () => ({
    ...{ at: 'asker', absent: true, body: { attemptId: randomUUID(), answers: [] } },
  }),
  MyTraining: own(),
  CertificatePaper: () => ({ at: 'asker', params: { number: '演训证1号' }, absent: true }),
  CourseView: ({ courseId }) => ({ at: 'asker', params: { courseId }, absent: true }),
  CourseFile: ({ courseId }) => ({ at: 'asker', params: { courseId, part: '0' }, absent: true }),
  TrainingStanding: own(),

  RecordAbsence: ({ learnerId }) => ({
    ...{ at: LUOJIANG, params: { holderId: learnerId } },
    body: { absenceId: randomUUID(), from: DAY, to: DAY, reason, substitute: null },
  }),
  EndAbsence: ({ learnerId, absenceId }) => ({
    ...{ at: LUOJIANG, params: { holderId: learnerId }, body: { absenceId } },
  }),
  AssignWork: ({ caseId, personId }) => ({
    ...{ at: 'asker', params: { itemId: `case~${caseId}~archive` }, body: { person: personId } },
  }),
  MyWork: own(),
  Workload: own(),
  VillageWeek: () => ({ at: LUOJIANG, params: { village } }),

  PublishWorkingRule: onRule({ title: '档案管理制度', ...RULE_TEXT }),
  RepealWorkingRule: onRule({ on: DAY, reason }, true),
  ReadWorkingRule: onRule({ version: 1 }, true),
  WorkingRuleList: own(),
  WorkingRuleView: onRule(),
  WorkingRuleFile: () => ({ at: LUOJIANG, params: { ruleId: FILING, version: '1' }, absent: true }),
  WorkingRuleReaders: onRule(),
  StageRules: () => ({ at: LUOJIANG, params: { stage: 'intake' }, search: { place: LUOJIANG } }),

  ReportHardship: () => ({ at: LUOJIANG, body: { ...HARDSHIP, discoveryId: randomUUID() } }),
  TellFamily: onDiscovery({ on: DAY, how: reason }),
  CloseReport: onDiscovery({ ground: 'not-found', reason }),
  OpenFromReport: ({ discoveryId }) => ({
    at: LUOJIANG,
    params: { caseId: randomUUID() },
    body: { discoveryId, village, scheme: 'dibao' },
  }),
  DiscoveryList: own(),
  DiscoveryView: onDiscovery(),

  ApproveRemoteVisit: onCase(() => ({ visitId: id, opinion: reason })),
  MakeGoodVisit: onCase((world) => ({
    ...visit(world),
    ...{ visitId: id, agrees: true, result: reason },
  })),
  OwedVisitList: own(),

  RecordResidenceBasis: onCase(() => ({ ground: 'split-hukou', hukouPlace: '外省某县' })),
  RequestCooperation: onCase(({ memberId }) => ({
    ...{ id: randomUUID(), toName: '外省某镇', members: [memberId], asked: ['assistance'] },
  })),
  RecordCooperationAnswer: onCase(() => ({
    ...{ requestId: id, on: DAY, from: '外省某镇', text: reason },
  })),
  ReceiveCooperation: onCase(() => ({ requestId: id })),
  WaiveCooperation: onCase(() => ({ requestId: id, reason })),
  RegisterAssistance: ({ scan }) => ({
    at: 'asker',
    // The scan lies with the county's office: whoever may register is told to upload their own.
    faulty: true,
    body: {
      assistanceId: randomUUID(),
      letter: {
        ...{ from: '外省某县民政局', families: '戊演竹', asked: ['assistance'] },
        ...{ receivedOn: DAY, scan },
      },
    },
  }),
  AnswerAssistance: onAssistance({ text: reason }),
  DeclineAssistance: onAssistance({ reason }),
  AssistanceList: own(),
  AssistanceView: onAssistance(),

  FreezeFrame: () => ({
    ...{ at: COUNTY, params: { drawId: `${COUNTY}-2026-01` }, body: { beacon: 'ssq' } },
  }),
  CommitSecret: onDraw({ party: 'county-civil-affairs', commitment: HASH, letter: null }),
  TypeBeacon: onDraw({ value: 'ssq:2026038:03,09,14,21,27,33+08', from: '福彩中心' }),
  RevealSecret: onDraw({
    ...{ party: 'county-discipline', secret: HASH, openedFrom: 'party', reason: '', proof: null },
  }),
  DrawSample: onDraw(),
  PublishDraw: onDraw(),
  DrawList: own(),
  DrawView: onDraw(),
  DrawNoticeList: own(),
  DrawProofFile: ({ drawId }) => ({ at: 'asker', params: { drawId }, absent: true }),

  OrderCheck: ({ caseId }) => ({
    ...{ at: COUNTY, params: { checkId: randomUUID() }, body: { caseId } },
  }),
  SendTeam: onCheck({ team: [], plannedOn: DAY }),
  RecordCountyCheck: onCheck({
    ...{ on: DAY, place: '户内', visitors: [], outcome: 'agrees', grade: 'none' },
    ...{ discrepancies: [], facts: [], result: reason, photos: [], signatures: [] },
  }),
  ClearFlag: ({ caseId }) => ({
    ...{ at: COUNTY, params: { flagId: `${caseId}.kin` }, body: { reason }, absent: true },
  }),
  FindDoubts: () => ({ at: 'asker', body: { month: '2026-02' } }),
  CloseSupervisedMonth: () => ({
    ...{ at: COUNTY, params: { monthId: `${COUNTY}-2026-02` }, body: {} },
  }),
  FlagList: own(),
  CheckList: own(),
  CheckView: onCheck(),
  OrderCorrection: ({ checkId }) => ({
    at: LUOJIANG,
    params: { correctionId: randomUUID() },
    body: { checkId, township: LUOJIANG, what: reason, measure: reason, dueOn: DAY },
  }),
  AnswerCorrection: onCorrection({ text: reason, evidence: [] }),
  RecheckCorrection: onCorrection({ accepted: true, reason, dueOn: null }),
  SuggestRecovery: onCorrection({ amount: 100, from: '2026-02', to: '2026-02', reason }),
  CorrectionList: own(),
  CorrectionView: onCorrection(),
  OpenAccountability: ({ correctionId }) => ({
    at: COUNTY,
    params: { accountabilityId: randomUUID() },
    body: { township: LUOJIANG, correctionIds: [correctionId], reason },
  }),
  ExamineTolerance: onAccountability({
    grounds: { goodFaith: HELD, diligent: HELD, objective: HELD, corrected: HELD },
    heard: reason,
  }),
  ConcludeAccountability: onAccountability({ conclusion: 'education', reason }),
  AccountabilityList: own(),
  AccountabilityView: onAccountability(),

  RegisterComplaint: () => ({
    at: COUNTY,
    params: { complaintId: randomUUID() },
    body: {
      ...{ channel: 'phone', receivedOn: DAY, place: LUOJIANG, accused: [] },
      ...{ text: REPORTED, reporter: null, files: [] },
    },
  }),
  AcceptComplaint: onComplaint({ asPetition: false, told: null }),
  DeclineComplaint: onComplaint({ reason, told: null }),
  PassUpComplaint: ({ complaintId, scan }) => ({
    at: COUNTY,
    params: { complaintId },
    body: { to: '达州市民政局', reason, receipt: scan },
  }),
  LinkCase: onComplaint({ number: '没有这个编号' }),
  ConcludeComplaint: onComplaint({ outcome: 'unfounded', finding: REPORTED, investigators: [] }),
  ReleaseExtract: onComplaint({ extractId: randomUUID(), township: LUOJIANG, text: REPORTED }),
  AnswerReporter: onComplaint({ answer: REPORTED, told: TOLD }),
  ReadComplaint: onComplaint({ purpose: reason }),
  AskReporter: onComplaint({ reason }),
  OpenReporter: onComplaint(),
  SeeReporter: onComplaint(),
  ComplaintList: own(),
  ComplaintView: onComplaint(),
  ComplaintStaff: own(),
  ExtractList: own(),

  SeekAnomalies: onDispatch(),
  HandAnomaly: onDispatch({ key: 'none', to: randomUUID(), dueOn: DAY, reason }),
  AnswerAnomaly: onDispatch({ key: 'none', disposal: 'explained', note: reason }),
  RecordDispatchMeeting: onDispatch({
    ...{ heldOn: DAY, place: '会议室', chair: '吴演六', attendees: ['吴演六'] },
    ...{ notes: reason, decisions: [] },
  }),
  CloseDispatch: onDispatch({ unanswered: [], withoutTables: '' }),
  DispatchList: own(),
  DispatchView: onDispatch(),
  DispatchFigure: onDispatch({}, { code: 'accepted' }),
  DispatchTrend: onDispatch({}, { code: 'accepted' }),
  DispatchPaper: () => ({ at: COUNTY, params: DISPATCH, absent: true }),
  DispatchSheet: onDispatch(),
  DispatchPublicSheet: () => ({ at: COUNTY, params: DISPATCH, absent: true }),
  ReportMonthlyTable: onTable({
    ...{ changed: [], head: '王演镇', deputy: '赵演副', phone: '0818-2345678' },
    filled: {
      ...{ population: 30_000, illness: 0, disability: 0, schooling: 0 },
      ...{ disaster: 0, labour: 0, other: 0 },
    },
  }),
  ReturnMonthlyTable: onTable({ reason }),
  TakeMonthlyTable: onTable(),
  MonthlyTableList: own(),
  MonthlyTableView: onTable(),
  CuriousLookList: own(),
  ReviewLook: () => ({
    ...{ at: COUNTY, params: { readingId: randomUUID() }, absent: true },
    body: { verdict: 'unclear', note: reason },
  }),
  CityView: own(),

  SelfScore: ({ scan }) => ({
    at: LUOJIANG,
    params: { township: LUOJIANG, year: '2024' },
    body: { items: fullPoints(scan) },
    // The scan is the county's: the township is told to upload its own.
    ...{ faulty: true, unseen: true },
  }),
  ScoreTownship: onEvaluation({ items: [] }),
  AppealScore: onEvaluation({ text: reason, files: [] }),
  AnswerAppeal: onEvaluation({ answer: reason, items: [] }),
  EvaluationList: own(),
  EvaluationView: onEvaluation(),
  EvaluationIndicator: ({ evaluatedYear: year }) => ({
    ...{ at: LUOJIANG, params: { township: LUOJIANG, year }, search: { code: 'on-time' } },
  }),

  SignSupplyContract: ({ scan }) => ({
    at: 'asker',
    // The scan lies with the county's office: another county is told to upload its own.
    faulty: true,
    body: {
      ...{ contractId: randomUUID(), number: '演2号', supplier: '演社工站', scan },
      ...{ creditCode: '91511702MA00000000', from: DAY, to: DAY, recheckPercent: 10 },
      ...{ prices: [{ kind: 'home-visit', price: 100 }], ceiling: 100 },
    },
  }),
  EndSupplyContract: onSupply({ reason }),
  DrawRecheck: onSupply({ drawId: id }),
  RecordRecheck: ({ supplyId, taskId }) => ({
    ...{
      at: COUNTY,
      params: { contractId: supplyId },
      body: { taskId, agrees: true, found: reason },
    },
  }),
  DrawUpSettlement: ({ supplyId, taskId }) => ({
    ...{ at: COUNTY, params: { contractId: supplyId } },
    body: { settlementId: randomUUID(), tasks: [taskId] },
  }),
  DecideSettlement: onSupply({ settlementId: id, agrees: true, reason }),
  EvaluateSupplier: onSupply({ grade: 'fair', opinion: reason }),
  OrderTasks: ({ supplyId }) => ({
    at: 'asker',
    // Another county has no such contract.
    absent: true,
    body: {
      ...{ contractId: supplyId, kind: 'home-visit', ask: reason, dueOn: DAY },
      households: [{ taskId: randomUUID(), village, who: '丙演谷', whereabouts: '二组' }],
    },
  }),
  CancelTask: onServiceTask({ reason }),
  AcceptTask: onServiceTask({ accepted: true, reason }),
  ReturnTask: onServiceTask({ reason, dueOn: DAY }),
  HandInWork: ({ taskId, scan }) => ({
    at: SUPPLIER,
    params: { taskId },
    // The scan is the county's: the worker is told to upload their own.
    faulty: true,
    body: {
      ...{ on: DAY, begunAt: '09:10', endedAt: '09:40', place: '二组', met: '本人', found: reason },
      files: [scan],
    },
  }),
  SupplyContractList: own(),
  SupplyContractView: onSupply(),
  SettlementSheet: ({ supplyId }) => ({
    ...{ at: COUNTY, params: { contractId: supplyId, settlementId: randomUUID() }, absent: true },
  }),
  ServiceTaskList: own(),
  ServiceTaskView: onServiceTask(),
  OwnTaskList: own(),
};
