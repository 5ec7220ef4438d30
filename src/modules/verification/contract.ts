import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import type { Fen } from '../../kernel/fen.ts';
import { sourceTitles } from '../../rules/procedure.ts';
import { date, fileField } from '../contract-field.ts';
import { type ItemCode, items } from './item.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '编号格式不对，请刷新后重试');
const money = z
  .int('金额请填写到分为止的数字')
  .min(0, '金额不能为负数')
  .max(5_000_000_000, '金额过大，请核对单位是不是元') as unknown as z.ZodType<Fen, number>;
const sentence = z
  .string()
  .trim()
  .min(4, '请写明情况（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const file = fileField('材料编号格式不对，请重新上传');
/** A source of the procedure by its code, one of the county's own by its name. */
const source = z
  .string()
  .refine(
    (code) => Object.hasOwn(sourceTitles, code) || /^\p{Script=Han}{2,20}$/u.test(code),
    '请选择核对来源',
  );
const itemCode = z.enum(Object.keys(items) as [ItemCode, ...ItemCode[]], '请选择项目');

/** Free text beside a figure; a run of digits long enough to be an account or an ID number is refused. */
export const answerText = z
  .string()
  .trim()
  .max(200, '备注请控制在 200 字以内')
  .refine((text) => !/\d{11}/.test(text), '备注不要填写身份证号、手机号或账号');

export const requestVerification = command({
  name: 'RequestVerification',
  method: 'POST',
  path: '/cases/:caseId/request-verification',
  title: '提请信息核对',
  body: z.strictObject({}),
});

export const startVerification = command({
  name: 'StartVerification',
  method: 'POST',
  path: '/cases/:caseId/start-verification',
  title: '启动核对',
  body: z.strictObject({ requestId: id }),
});

export const answerSource = command({
  name: 'AnswerSource',
  method: 'POST',
  path: '/cases/:caseId/answer-source',
  title: '录入核对结果',
  body: z.strictObject({
    requestId: id,
    source,
    answers: z
      .array(
        z.strictObject({
          memberId: id,
          item: itemCode,
          amount: money.nullable(),
          text: answerText,
          asOf: date.nullable(),
        }),
      )
      .min(1, '请至少录入一条结果，没有的请选“无记录”')
      .max(400, '一次最多录入 400 条结果'),
  }),
});

export const issueReport = command({
  name: 'IssueReport',
  method: 'POST',
  path: '/cases/:caseId/issue-report',
  title: '出具核对报告',
  body: z.strictObject({ requestId: id }),
});

export const explanationOutcomes = {
  'declaration-stands': '以申报为准',
  'facts-corrected': '已更正家庭事实',
  'not-relevant': '与认定无关',
} as const;

export const explainFinding = command({
  name: 'ExplainFinding',
  method: 'POST',
  path: '/cases/:caseId/explain-finding',
  title: '说明差异',
  body: z.strictObject({
    finding: z.string().min(1).max(300),
    outcome: z.enum(
      Object.keys(explanationOutcomes) as [keyof typeof explanationOutcomes],
      '请选择处理结果',
    ),
    explanation: sentence,
    evidence: z.array(file).max(20, '每项最多附 20 份材料'),
  }),
});

export const tellVerificationResult = command({
  name: 'TellVerificationResult',
  method: 'POST',
  path: '/cases/:caseId/tell-verification-result',
  title: '登记告知核对结果',
  body: z.strictObject({ reportId: id, on: date, how: sentence }),
});

export const disputeReport = command({
  name: 'DisputeReport',
  method: 'POST',
  path: '/cases/:caseId/dispute-report',
  title: '登记对核对报告的异议',
  body: z.strictObject({
    reportId: id,
    item: z.string().trim().min(2, '请写明对哪一项有异议').max(100),
    statement: sentence,
    evidence: z.array(file).min(1, '请附上家庭提供的证明材料').max(20, '最多附 20 份材料'),
  }),
});

const queued = z.object({
  requestId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  applicant: z.string(),
  members: z.number(),
  townshipName: z.string(),
  requestedOn: z.string(),
  startBy: z.string(),
  finishBy: z.string(),
  startedOn: z.string(),
  recheck: z.boolean(),
  answered: z.number(),
  asked: z.number(),
});
export type QueuedRequest = z.infer<typeof queued>;

export const verificationQueue = query({
  name: 'VerificationQueue',
  method: 'GET',
  path: '/verification-requests',
  title: '待核对',
  query: z.object({
    township: z.string().max(12).optional(),
    after: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    requests: z.array(queued),
    total: z.number(),
    late: z.number(),
    next: z.string().nullable(),
  }),
});

const answered = z.object({
  id: z.string(),
  source: z.string(),
  memberId: z.string(),
  item: z.string(),
  amount: z.number().nullable(),
  text: z.string(),
  asOf: z.string().nullable(),
  partial: z.boolean().optional(),
});

const findingView = z.object({
  key: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  kind: z.enum(['undeclared', 'more-than-declared', 'status', 'contradiction']),
  weight: z.enum(['eligibility', 'amount']),
  weightTitle: z.string(),
  source: z.string(),
  item: z.string(),
  declared: z.string(),
  found: z.string(),
  text: z.string(),
  explained: z.object({ outcome: z.string(), explanation: z.string(), by: z.string() }).nullable(),
});
export type FindingView = z.infer<typeof findingView>;

const sourceState = z.object({
  source: z.string(),
  way: z.enum(['http', 'file', 'person']),
  phase: z.enum(['waiting', 'failing', 'partial', 'answered', 'refused']),
  attempts: z.int(),
  askedAt: z.int().nullable(),
  nextAt: z.int().nullable(),
  fault: z.string(),
  dueOn: z.string(),
  remindedOn: z.string(),
  escalatedOn: z.string(),
  escalatedTo: z.string(),
});
export type SourceStateView = z.infer<typeof sourceState>;

const sourceTask = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  applicant: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  dueOn: z.string(),
  attempts: z.int(),
  fault: z.string(),
  toName: z.string(),
  isMine: z.boolean(),
});
export type SourceTask = z.infer<typeof sourceTask>;

/** Sources that did not reply in time, each with the person who is answerable now. */
export const sourceTasks = query({
  name: 'SourceTasks',
  method: 'GET',
  path: '/verification-tasks',
  title: '逾期来源',
  answer: z.object({ tasks: z.array(sourceTask) }),
});

export const remindSource = command({
  name: 'RemindSource',
  method: 'POST',
  path: '/cases/:caseId/remind-source',
  title: '催办来源',
  body: z.strictObject({ requestId: id, source }),
});

/** One case's verification: the grid the county fills, and what the township must explain. */
export const verificationView = query({
  name: 'VerificationView',
  method: 'GET',
  path: '/cases/:caseId/verification',
  title: '信息核对',
  answer: z.object({
    caseId: z.string(),
    version: z.number(),
    caseNumber: z.string(),
    applicant: z.string(),
    townshipName: z.string(),
    people: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        relation: z.string(),
        idNumber: z.string(),
        authorised: z.boolean(),
      }),
    ),
    request: z
      .object({
        id: z.string(),
        requestedOn: z.string(),
        startedOn: z.string().nullable(),
        startBy: z.string(),
        finishBy: z.string(),
        /** Working days left of the clock that runs now: to start, then to finish. */
        left: z.number(),
        recheck: z.boolean(),
        open: z.boolean(),
        members: z.array(z.string()),
        sources: z.array(z.string()),
        named: z.array(z.object({ source: z.string(), items: z.array(z.string()) })),
        answers: z.array(answered),
        /** Of each source that is connected: what has been asked and what is outstanding. */
        states: z.array(sourceState),
      })
      .nullable(),
    report: z
      .object({
        id: z.string(),
        requestId: z.string(),
        issuedOn: z.string(),
        validUntil: z.string(),
        disputed: z.boolean(),
      })
      .nullable(),
    /** Why the report does not carry a decision today, in one sentence; '' when it does. */
    standing: z.object({ code: z.string(), message: z.string() }),
    earlierReports: z.array(
      z.object({ id: z.string(), issuedOn: z.string(), disputed: z.boolean() }),
    ),
    disputes: z.array(
      z.object({ reportId: z.string(), item: z.string(), statement: z.string(), on: z.string() }),
    ),
    findings: z.array(findingView),
  }),
});

/** Names everybody a source must be asked about; the list is recorded, the file is fetched with its id. */
export const drawRequestList = command({
  name: 'DrawRequestList',
  method: 'POST',
  path: '/verification-lists',
  title: '生成核对名单',
  body: z.strictObject({ source }),
  answer: z.object({ id: z.string(), persons: z.number(), cases: z.number() }),
});

/** The list as XLSX: once drawn, for the verifier who drew it, on that day. */
export const requestListFile = query({
  name: 'RequestListFile',
  method: 'GET',
  path: '/verification-lists/:listId',
  title: '下载核对名单',
  answer: z.unknown(),
});

export const importResult = z.object({
  importId: z.string(),
  repeated: z.boolean(),
  fileName: z.string(),
  importedOn: z.string(),
  recorded: z.number(),
  cases: z.number(),
  bad: z.array(z.object({ row: z.number(), reason: z.string() })),
});
export type ImportResult = z.infer<typeof importResult>;

/** Multipart, one part named `file`: CSV (UTF-8 or GBK) or XLSX. */
export const importAnswers = command({
  name: 'ImportAnswers',
  method: 'POST',
  path: '/verification-imports',
  title: '导入核对结果',
  body: z.object({}),
  answer: importResult,
});

const paper = <const Path extends string>(name: string, path: Path, title: string) =>
  query({ name, method: 'GET', path, title, answer: z.unknown() });

export const requestPaper = paper(
  'VerificationRequestPaper',
  '/cases/:caseId/papers/verification-request/:requestId',
  '打印核对提请单',
);
export const reportPaper = paper(
  'VerificationReportPaper',
  '/cases/:caseId/papers/verification-report/:reportId',
  '打印核对报告',
);
