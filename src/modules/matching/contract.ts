import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, files, keysOf, month, sentence } from '../contract-field.ts';
import { outcomeTitles } from './matching.ts';
import { ruleTitles } from './rule.ts';

const personId = z.string().regex(/^[0-9a-z-]{1,40}$/, '请选择核查人员');

const loadPhase = z.enum(['loading', 'loaded', 'failed', 'destroyed']);

const load = z.object({
  loadId: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  supplier: z.string(),
  purpose: z.string(),
  asOf: z.string(),
  keepUntil: z.string(),
  fileName: z.string(),
  by: z.string(),
  createdAt: z.int(),
  phase: loadPhase,
  done: z.int(),
  good: z.int(),
  bad: z.int(),
  fault: z.string(),
  version: z.int(),
  /** Somebody put its destruction forward, and why; '' while nobody did. */
  askedBy: z.string(),
  askedReason: z.string(),
  isOverdue: z.boolean(),
});
export type LoadLine = z.output<typeof load>;

export const sourceList = query({
  name: 'SourceList',
  method: 'GET',
  path: '/matching/sources',
  title: '核对数据来源',
  answer: z.object({
    sources: z.array(
      z.object({
        source: z.string(),
        title: z.string(),
        supplier: z.string(),
        elementTitle: z.string(),
        columns: z.array(
          z.object({ title: z.string(), headings: z.string(), needed: z.boolean() }),
        ),
        keepDays: z.int(),
        basis: z.string(),
        /** The newest whole load that may still be used. */
        asOf: z.string().nullable(),
        rows: z.int(),
      }),
    ),
  }),
});

export const snapshotList = query({
  name: 'SnapshotList',
  method: 'GET',
  path: '/matching/snapshots',
  title: '来源数据',
  answer: z.object({ loads: z.array(load) }),
});

/** Multipart, one part named `file`: CSV in UTF-8 or GB 18030, or XLSX, as the source's configuration lays down. */
export const receiveSnapshot = command({
  name: 'ReceiveSnapshot',
  method: 'POST',
  path: '/matching/sources/:source/snapshots/:asOf',
  title: '导入来源数据',
  body: z.object({}),
  answer: z.object({ loadId: z.string() }),
});

export const askSnapshotDestruction = command({
  name: 'AskSnapshotDestruction',
  method: 'POST',
  path: '/matching/snapshots/:loadId/ask-destruction',
  title: '提请销毁来源数据',
  body: z.strictObject({ reason: sentence }),
});

export const approveSnapshotDestruction = command({
  name: 'ApproveSnapshotDestruction',
  method: 'POST',
  path: '/matching/snapshots/:loadId/approve-destruction',
  title: '批准销毁来源数据',
  body: z.strictObject({}),
});

export const badRowSheet = query({
  name: 'BadRowSheet',
  method: 'GET',
  path: '/matching/snapshots/:loadId/bad-rows',
  title: '下载出错行',
  answer: z.unknown(),
});

export const orderMatching = command({
  name: 'OrderMatching',
  method: 'POST',
  path: '/matching/runs',
  title: '发起定期信息比对',
  body: z.strictObject({ month }),
  answer: z.object({ runId: z.string(), number: z.string() }),
});

const run = z.object({
  runId: z.string(),
  number: z.string(),
  month: z.string(),
  by: z.string(),
  createdAt: z.int(),
  phase: z.enum(['gathering', 'judging', 'done', 'failed']),
  total: z.int(),
  done: z.int(),
  counts: z.record(z.string(), z.int()),
  sources: z.array(z.string()),
  fault: z.string(),
});
export type RunLine = z.output<typeof run>;

export const matchingList = query({
  name: 'MatchingList',
  method: 'GET',
  path: '/matching/runs',
  title: '定期信息比对',
  answer: z.object({ runs: z.array(run) }),
});

const finding = z.object({
  findingId: z.string(),
  benefitId: z.string(),
  rule: z.enum(keysOf(ruleTitles)),
  scheme: z.string(),
  number: z.string(),
  head: z.string(),
  member: z.string(),
  place: z.string(),
  sentence: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  holderName: z.string(),
  dueOn: z.string(),
  holds: z.boolean(),
  foundOn: z.string(),
  /** 'open' or how it was disposed of. */
  outcome: z.string(),
  reason: z.string(),
  settledOn: z.string(),
  settledBy: z.string(),
});
export type FindingLine = z.output<typeof finding>;

export const findingSearch = z.object({
  rule: z.enum(keysOf(ruleTitles)).optional(),
  state: z.enum(['open', 'overdue', 'settled', 'held']).optional(),
  role: z.enum(['case-officer', 'aid-officer', 'inspector']).optional(),
  run: z.string().max(40).optional(),
  after: z.string().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const findingList = query({
  name: 'FindingList',
  method: 'GET',
  path: '/matching/findings',
  title: '比对疑点',
  query: findingSearch,
  answer: z.object({
    findings: z.array(finding),
    next: z.string().nullable(),
    all: z.int(),
    open: z.int(),
    overdue: z.int(),
    held: z.int(),
  }),
});

/** What the source says of the person: a look-up with the number of the comparison, recorded (SL-70, HD-11). */
export const openFinding = command({
  name: 'OpenFinding',
  method: 'POST',
  path: '/matching/findings/:findingId/open',
  title: '查看来源数据',
  body: z.strictObject({}),
  answer: z.object({
    rows: z.array(
      z.object({
        source: z.string(),
        asOf: z.string(),
        date: z.string(),
        amount: z.int().nullable(),
        code: z.string(),
        text: z.string(),
      }),
    ),
  }),
});

export const handFinding = command({
  name: 'HandFinding',
  method: 'POST',
  path: '/matching/findings/:findingId/hand',
  title: '交由专人核查',
  /** Whoever gives the command where nobody is named. */
  body: z.strictObject({ to: personId.optional() }),
});

/** Who may look into a finding: the holders of the post it is the work of, none of the family's relatives. */
export const findingHolders = query({
  name: 'FindingHolders',
  method: 'GET',
  path: '/matching/findings/:findingId/holders',
  title: '可以核查的人员',
  answer: z.object({ holders: z.array(z.object({ person: z.string(), name: z.string() })) }),
});

export const settleFinding = command({
  name: 'SettleFinding',
  method: 'POST',
  path: '/matching/findings/:findingId/settle',
  title: '处理疑点',
  body: z.strictObject({
    outcome: z.enum(keysOf(outcomeTitles), '请选择核查结果'),
    reason: sentence,
    files,
  }),
});

export const findingSheet = query({
  name: 'FindingSheet',
  method: 'GET',
  path: '/matching/finding-sheet',
  title: '下载比对疑点清单',
  query: findingSearch,
  answer: z.unknown(),
});

const look = z.object({
  at: z.int(),
  by: z.string(),
  office: z.string(),
  what: z.string(),
  number: z.string(),
  source: z.string(),
});

/** Who looked somebody of the register up, when, under which number: for the person who asks (TH-24). */
export const lookupTrace = query({
  name: 'LookupTrace',
  method: 'GET',
  path: '/benefits/:benefitId/lookups',
  title: '查询留痕',
  query: z.object({ from: date.optional() }),
  answer: z.object({ number: z.string(), head: z.string(), looks: z.array(look) }),
});
