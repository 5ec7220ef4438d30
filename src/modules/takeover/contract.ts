import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { schemes } from '../../rules/scheme.ts';
import { CODE_FIELDS, type CodeField, codeFields } from './code-table.ts';
import { type ColumnKey, columnKeys, type Mapping } from './ledger-column.ts';

const date = z
  .string('请填写日期，例如 2026-11-23')
  .refine((text) => isLocalDate(text), '请填写日期，例如 2026-11-23') as unknown as z.ZodType<
  LocalDate,
  string
>;
const sentence = z
  .string()
  .trim()
  .min(4, '请写明情况（至少 4 个字）')
  .max(1000, '请控制在 1000 字以内');
const title = z.string().trim().min(1, '请选择').max(200);
const system = z.string().trim().min(2, '请填写来源系统').max(40, '名称请控制在 40 字以内');
const file = z.strictObject(
  {
    hash: z.string().regex(/^[0-9a-f]{64}$/, '请先上传文件'),
    name: z.string().min(1).max(200),
    mime: z.string().min(3).max(60),
  },
  '请先上传文件',
);
const phase = z.enum(['received', 'checking', 'checked', 'registering', 'closed']);
export const standings = {
  good: '可以登记',
  bad: '有问题，不能登记',
  differs: '与名册不一致，待确认',
  same: '名册里已有，相同',
  entered: '已经登记',
} as const;
export type LedgerStanding = keyof typeof standings;
const standing = z.enum(Object.keys(standings) as [LedgerStanding]);
const fault = z.object({ row: z.int(), column: z.string(), message: z.string() });

/** Multipart, one part named `file`: XLSX, or CSV in UTF-8 or GB 18030. */
export const receiveLedger = command({
  name: 'ReceiveLedger',
  method: 'POST',
  path: '/takeovers',
  title: '上传台账文件',
  body: z.object({}),
  answer: z.object({
    takeoverId: z.string(),
    /** The same file was brought before. */
    earlier: z.object({ takeoverId: z.string(), by: z.string(), at: z.int() }).nullable(),
  }),
});

const mapping = z
  .partialRecord(z.enum(columnKeys as [ColumnKey, ...ColumnKey[]]), title)
  .transform((each) => each as Mapping) as unknown as z.ZodType<Mapping, Mapping>;

export const settleLayout = command({
  name: 'SettleLayout',
  method: 'POST',
  path: '/takeovers/:takeoverId/settle-layout',
  title: '检查台账',
  body: z.strictObject({ mapping, system, asOf: date }),
});

/** What a word of a source system stands for, from a day on; kept for every later ledger of the county. */
export const addCode = command({
  name: 'AddCode',
  method: 'POST',
  path: '/takeover-codes',
  title: '加入代码表',
  body: z
    .strictObject({
      system,
      field: z.enum(codeFields as [CodeField, ...CodeField[]], '请选择是哪一列'),
      code: z.string().trim().min(1, '请填写代码').max(40, '代码过长'),
      /** null: stands for nothing that is taken over. */
      value: z.string().max(40).nullable(),
      from: date,
    })
    .superRefine(({ field, value }, context) => {
      if (value === null || Object.hasOwn(CODE_FIELDS[field], value)) return;
      context.addIssue({ code: 'custom', path: ['value'], message: '请选择它表示什么' });
    }),
});

export const answerDifference = command({
  name: 'AnswerDifference',
  method: 'POST',
  path: '/takeovers/:takeoverId/answer-difference',
  title: '确认以哪个为准',
  body: z.strictObject({
    place: z.int().min(0),
    counts: z.enum(['register', 'ledger'], '请选择以哪个为准'),
  }),
});

export const orderRegistration = command({
  name: 'OrderRegistration',
  method: 'POST',
  path: '/takeovers/:takeoverId/order-registration',
  title: '登记检查通过的户',
  body: z.strictObject({ scans: z.array(file).max(20, '一次最多 20 个文件') }),
});

export const closeTakeover = command({
  name: 'CloseTakeover',
  method: 'POST',
  path: '/takeovers/:takeoverId/close',
  title: '结束这次导入',
  body: z.strictObject({ reason: sentence }),
});

const MOST_COMPARED = 100;

/** Somebody else has compared these entries with the ledger: those that agree count, the others go back. */
export const compareEntries = command({
  name: 'CompareEntries',
  method: 'POST',
  path: '/takeovers/:takeoverId/compare-entries',
  title: '与原件相符，列入名册',
  body: z.strictObject({
    agree: z.array(z.uuid()).max(MOST_COMPARED),
    disagree: z.array(z.strictObject({ benefitId: z.uuid(), reason: sentence })).max(MOST_COMPARED),
  }),
  answer: z.object({
    confirmed: z.int(),
    returned: z.int(),
    /** Somebody else was faster, or may not: each with the reason. */
    left: z.array(z.object({ benefitId: z.string(), message: z.string() })),
  }),
});

const run = z.object({
  takeoverId: z.string(),
  fileName: z.string(),
  by: z.string(),
  createdAt: z.int(),
  phase,
  total: z.int(),
  done: z.int(),
  fault: z.string(),
});
export type TakeoverLine = z.output<typeof run>;

export const takeoverList = query({
  name: 'TakeoverList',
  method: 'GET',
  path: '/takeovers',
  title: '存量对象导入',
  answer: z.object({ takeovers: z.array(run.extend({ waiting: z.int() })) }),
});

const counted = z.object({ households: z.int(), rows: z.int() });

export const takeoverView = query({
  name: 'TakeoverView',
  method: 'GET',
  path: '/takeovers/:takeoverId',
  title: '台账导入',
  answer: run.extend({
    version: z.int(),
    heading: z.array(z.string()),
    rows: z.int(),
    layout: z.object({ mapping: z.unknown(), system: z.string(), asOf: date }).nullable(),
    /** How the columns most likely read: as this county settled the same layout before, else by their names. */
    guess: z.object({ mapping: z.unknown(), system: z.string(), remembered: z.boolean() }),
    systems: z.array(z.string()),
    counts: z.record(standing, counted),
    /** Wrong rows, each counted once whatever is wrong with it. */
    wrongRows: z.int(),
    faults: z.array(z.object({ column: z.string(), message: z.string(), rows: z.int() })),
    notes: z.int(),
    rules: z.object({ same: z.int(), differs: z.int(), open: z.int() }),
    unknown: z.array(z.object({ field: z.string(), code: z.string(), rows: z.int() })),
    scans: z.array(file),
    /** Entered and not yet compared by somebody else. */
    awaiting: z.int(),
    earlier: z.object({ takeoverId: z.string(), by: z.string(), at: z.int() }).nullable(),
    /** Workbooks with people's data that somebody took out. */
    taken: z.array(z.object({ title: z.string(), by: z.string(), at: z.int() })),
  }),
});

const household = z.object({
  place: z.int(),
  rows: z.array(z.int()),
  head: z.string(),
  scheme: z.enum(schemes as ['dibao']).or(z.literal('')),
  villageName: z.string(),
  members: z.int(),
  amount: z.int(),
  standing,
  faults: z.array(fault),
  notes: z.array(z.string()),
  differences: z.array(z.object({ title: z.string(), register: z.string(), ledger: z.string() })),
  rulesIs: z.enum(['same', 'differs', 'open', '']),
  rulesText: z.string(),
  answer: z.enum(['', 'register', 'ledger']),
  earlierId: z.string(),
  replaceable: z.boolean(),
});
export type LedgerLine = z.output<typeof household>;

export const takeoverHouseholds = query({
  name: 'TakeoverHouseholds',
  method: 'GET',
  path: '/takeovers/:takeoverId/households',
  title: '台账逐户检查结果',
  query: z.object({
    standing: standing.optional(),
    rules: z.enum(['same', 'differs', 'open']).optional(),
    noted: z.enum(['true']).optional(),
    after: z.coerce.number().int().min(-1).default(-1),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ households: z.array(household), next: z.int().nullable(), count: z.int() }),
});

const entry = z.object({
  benefitId: z.string(),
  rows: z.array(z.int()),
  scheme: z.enum(schemes as ['dibao']),
  number: z.string(),
  document: z.string(),
  decidedOn: z.string(),
  from: z.string(),
  amount: z.int(),
  townshipName: z.string(),
  villageName: z.string(),
  /** Names, the end of each ID number, and whether covered; the head first. */
  people: z.array(z.object({ name: z.string(), idTail: z.string(), covered: z.boolean() })),
  account: z.string(),
  /** Entered by the asker, who may not compare it. */
  isOwn: z.boolean(),
});
export type EntryLine = z.output<typeof entry>;

export const entriesToCompare = query({
  name: 'EntriesToCompare',
  method: 'GET',
  path: '/takeovers/:takeoverId/entries',
  title: '待复核的登记',
  query: z.object({ limit: z.coerce.number().int().min(1).max(MOST_COMPARED).default(20) }),
  answer: z.object({ entries: z.array(entry), left: z.int(), scans: z.array(file) }),
});

export const ledgerTemplate = query({
  name: 'LedgerTemplate',
  method: 'GET',
  path: '/takeover-template',
  title: '下载台账模板',
  answer: z.unknown(),
});

/** The rows that did not come in, with the reason, in the columns of the file; it can be uploaded again. */
export const correctionSheet = query({
  name: 'CorrectionSheet',
  method: 'GET',
  path: '/takeovers/:takeoverId/correction-sheet',
  title: '下载待更正名单',
  answer: z.unknown(),
});

export const takeoverReport = query({
  name: 'TakeoverReport',
  method: 'GET',
  path: '/takeovers/:takeoverId/report',
  title: '下载检查报告',
  answer: z.unknown(),
});
