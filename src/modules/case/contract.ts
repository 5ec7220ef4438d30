import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { date } from '../contract-field.ts';

const sentence = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');

/** Why a case may take up to 45 working days (S83 四(一)); anything else is explained in words. */
export const extensionReasons = {
  objection: '公示期间有异议',
  'separated-residence': '人户分离',
  'applied-elsewhere': '异地申办',
  'hard-to-investigate': '家庭经济状况调查难度较大',
  other: '其他特殊情况',
} as const;

export const requestExtension = command({
  name: 'RequestExtension',
  method: 'POST',
  path: '/cases/:caseId/request-extension',
  title: '申请延期',
  body: z.strictObject({
    reasonCode: z.enum(
      Object.keys(extensionReasons) as [keyof typeof extensionReasons],
      '请选择延期情形',
    ),
    explanation: sentence,
  }),
});

export const approveExtension = command({
  name: 'ApproveExtension',
  method: 'POST',
  path: '/cases/:caseId/approve-extension',
  title: '批准延期',
  body: z.strictObject({}),
});

export const declineExtension = command({
  name: 'DeclineExtension',
  method: 'POST',
  path: '/cases/:caseId/decline-extension',
  title: '不同意延期',
  body: z.strictObject({ reason: sentence }),
});

export const orderOverdue = command({
  name: 'OrderOverdue',
  method: 'POST',
  path: '/cases/:caseId/order-overdue',
  title: '县级督办',
  body: z.strictObject({ instruction: sentence, finishBy: date }),
});

export const withdrawApplication = command({
  name: 'WithdrawApplication',
  method: 'POST',
  path: '/cases/:caseId/withdraw-application',
  title: '撤回申请',
  body: z.strictObject({ reason: sentence }),
});

export const closeForNonCooperation = command({
  name: 'CloseForNonCooperation',
  method: 'POST',
  path: '/cases/:caseId/close-for-non-cooperation',
  title: '因不配合终止办理',
  body: z.strictObject({
    reason: sentence,
    /** The requests the family did not answer (DB-29 needs a record of them). */
    requests: z
      .array(z.strictObject({ on: date, what: sentence }))
      .min(2, '请至少列明两次书面要求'),
  }),
});

export const revealField = command({
  name: 'RevealField',
  method: 'POST',
  path: '/cases/:caseId/reveal',
  title: '查看完整信息',
  body: z.strictObject({
    field: z.enum(['idNumber', 'phone', 'account', 'address']),
    memberId: z.string().max(64),
    purpose: z.string().trim().min(2, '请写明查看用途').max(100),
  }),
  answer: z.object({ value: z.string() }),
});

/** A legal deadline, and the working days until it: 0 on the last day, negative once it has passed. */
const reading = z.object({
  readingId: z.string(),
  caseId: z.string(),
  memberId: z.string(),
  field: z.enum(['idNumber', 'phone', 'account', 'address']),
  what: z.string(),
  purpose: z.string(),
  person: z.string(),
  reader: z.string(),
  at: z.number(),
});

/** Who looked at this family's sensitive texts, newest first. */
export const caseReadings = query({
  name: 'CaseReadings',
  method: 'GET',
  path: '/cases/:caseId/readings',
  title: '谁查看过',
  answer: z.object({ readings: z.array(reading) }),
});

export const readingList = query({
  name: 'ReadingList',
  method: 'GET',
  path: '/readings',
  title: '敏感信息查看记录',
  query: z.object({
    person: z.string().max(64).default(''),
    before: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({ readings: z.array(reading), next: z.number().nullable() }),
});

const due = z.object({ on: z.string(), provisional: z.boolean(), left: z.number() }).nullable();

export const caseSummary = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  members: z.number(),
  scheme: z.enum(schemes as [Scheme, ...Scheme[]]),
  channel: z.enum(['ordinary', 'help-first', 'quick-aid']),
  route: z.enum(['township', 'county']),
  township: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  status: z.enum(['open', 'granted', 'refused', 'closed']),
  stages: z.array(z.string()),
  /** Whose turn it is in which of them, as `stage:role`. */
  turns: z.array(z.string()),
  act: z.string(),
  waitsFor: z.string(),
  dueOn: z.string(),
  totalDue: z.string(),
  acceptedOn: z.string(),
  kin: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseList = query({
  name: 'CaseList',
  method: 'GET',
  path: '/cases',
  title: '办件查询',
  query: z.object({
    text: z.string().max(40).optional(),
    status: z.enum(['open', 'granted', 'refused', 'closed']).optional(),
    stage: z.string().max(30).optional(),
    kin: z.enum(['true', 'false']).optional(),
    township: z.string().max(12).optional(),
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ cases: z.array(caseSummary), total: z.number(), next: z.string().nullable() }),
});

/** A case on the home page: which of its stages is meant, the act there, and the deadline that comes first. */
const todayLine = caseSummary.extend({
  stage: z.string(),
  stageTitle: z.string(),
  deadline: z.string(),
  left: z.number().nullable(),
});
export type TodayLine = z.infer<typeof todayLine>;

export const today = query({
  name: 'Today',
  method: 'GET',
  path: '/today',
  title: '今日待办',
  answer: z.object({
    sentence: z.string(),
    bands: z.array(
      z.object({
        band: z.enum(['must-today', 'this-week', 'waiting', 'new']),
        title: z.string(),
        cases: z.array(todayLine),
        total: z.number(),
      }),
    ),
  }),
});

const stageProgress = z.object({
  id: z.string(),
  title: z.string(),
  office: z.enum(['township', 'county']),
  status: z.enum(['done', 'open', 'waiting', 'not-needed']),
  because: z.string(),
  act: z.string(),
  /** Who may act in the stage, and of them whose turn it is now. */
  roles: z.array(z.string()),
  turn: z.array(z.string()),
  due,
  rules: z.array(z.string()),
  /** Who acted last in the stage and on which day; '' while nobody has. */
  actedBy: z.string(),
  actedOn: z.string(),
});

export const caseView = query({
  name: 'CaseView',
  method: 'GET',
  path: '/cases/:caseId',
  title: '办件',
  answer: z.object({
    caseId: z.string(),
    version: z.number(),
    summary: caseSummary,
    /** The case's state by slot, sensitive texts masked: `{ masked: '**************123X' }`. */
    state: z.record(z.string(), z.unknown()),
    stages: z.array(stageProgress),
    totalDue: due,
    today: z.string(),
    names: z.record(z.string(), z.string()),
  }),
});

export const caseTimeline = query({
  name: 'CaseTimeline',
  method: 'GET',
  path: '/cases/:caseId/timeline',
  title: '办理过程',
  answer: z.object({
    events: z.array(
      z.object({
        seq: z.number(),
        title: z.string(),
        type: z.string(),
        actor: z.string(),
        occurredOn: z.string(),
        recordedAt: z.number(),
        hash: z.string(),
      }),
    ),
  }),
});

export const extensionApproval = query({
  name: 'ExtensionApprovalPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/extension-approval',
  title: '延期审批单',
  answer: z.unknown(),
});
