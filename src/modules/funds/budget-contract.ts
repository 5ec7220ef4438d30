import { z } from 'zod';
import { type Fen, fen } from '../../kernel/fen.ts';
import { command, query } from '../../kernel/contract.ts';
import { fileField, id, keysOf, month, sentence } from '../contract-field.ts';
import { documentKinds, documentStatuses } from './fund-document.ts';
import { requestStatuses } from './fund-request.ts';
import { residences, sources } from './pot.ts';
import { paidSchemes } from './roll.ts';

const opinion = z.string().trim().min(2, '请写明意见').max(500, '请控制在 500 字以内');
const MOST = 100_000_000_000_00;
const sum = z
  .int('请填写金额')
  .min(-MOST, '金额过大，请核对')
  .max(MOST, '金额过大，请核对')
  .transform(fen) as unknown as z.ZodType<Fen, number>;
const source = z.enum(keysOf(sources), '请选择资金来源');
const scheme = z.enum(keysOf(paidSchemes), '请选择项目');
const residence = z.enum(keysOf(residences), '请选择城乡');
const year = z.int('请填写年度').min(2020, '请填写年度，例如 2026').max(2100, '请填写年度');

/** A paper that provides money, changes what was provided, or carries what is left into the next year. */
export const enterBudget = command({
  name: 'EnterBudget',
  method: 'POST',
  path: '/fund-documents',
  title: '登记预算指标文件',
  body: z.strictObject({
    documentId: id,
    year,
    kind: z.enum(keysOf(documentKinds), '请选择文件种类'),
    documentNumber: z.string().trim().min(4, '请填写文号').max(60, '文号最多 60 个字'),
    items: z
      .array(z.strictObject({ source, scheme, residence, amount: sum }))
      .min(1, '请至少填写一行金额')
      .max(60, '一份文件最多 60 行'),
    file: fileField('请上传文件扫描件'),
    confirmed: z.boolean(),
  }),
});

export const approveBudget = command({
  name: 'ApproveBudget',
  method: 'POST',
  path: '/fund-documents/:documentId/approve',
  title: '复核入账',
  body: z.strictObject({ opinion }),
});

export const declineBudget = command({
  name: 'DeclineBudget',
  method: 'POST',
  path: '/fund-documents/:documentId/decline',
  title: '退回指标文件',
  body: z.strictObject({ reason: sentence }),
});

const item = z.object({ source, scheme, residence, amount: z.int() });

/** How long the money of a scheme lasts. */
export const standingShape = z.object({
  scheme,
  residence,
  left: z.int(),
  committed: z.int(),
  short: z.int(),
  dryOn: z.string().nullable(),
  days: z.int().nullable(),
});

/** The money of a year: what was provided, by whom, for what; what is promised; whether it lasts. */
export const budgetBoard = query({
  name: 'BudgetBoard',
  method: 'GET',
  path: '/budgets',
  title: '预算与承诺',
  query: z.object({ year: z.coerce.number().int().min(2020).max(2100).optional() }),
  answer: z.object({
    year: z.int(),
    pots: z.array(z.object({ source, scheme, residence, budget: z.int(), left: z.int() })),
    standings: z.array(standingShape),
    documents: z.array(
      z.object({
        documentId: z.string(),
        version: z.int(),
        kind: z.enum(keysOf(documentKinds)),
        documentNumber: z.string(),
        status: z.enum(keysOf(documentStatuses)),
        enteredOn: z.string(),
        enteredBy: z.string(),
        words: z.string(),
        items: z.array(item),
        total: z.int(),
        isOwn: z.boolean(),
      }),
    ),
  }),
});

/** The scan of a paper: whoever checks it sees what was entered from it. */
export const budgetFile = query({
  name: 'BudgetFile',
  method: 'GET',
  path: '/fund-documents/:documentId/file',
  title: '查看指标文件',
  answer: z.unknown(),
});

/** Asks for the money of the rolls of a month that are sealed. */
export const requestFunds = command({
  name: 'RequestFunds',
  method: 'POST',
  path: '/fund-requests',
  title: '提出用款申请',
  body: z.strictObject({ requestId: id, month }),
});

export const reviewFundRequest = command({
  name: 'ReviewFundRequest',
  method: 'POST',
  path: '/fund-requests/:requestId/review',
  title: '用款复核通过',
  body: z.strictObject({ opinion }),
});

export const approveFundRequest = command({
  name: 'ApproveFundRequest',
  method: 'POST',
  path: '/fund-requests/:requestId/approve',
  title: '批准用款',
  body: z.strictObject({ opinion }),
});

export const declineFundRequest = command({
  name: 'DeclineFundRequest',
  method: 'POST',
  path: '/fund-requests/:requestId/decline',
  title: '退回用款申请',
  body: z.strictObject({ reason: sentence }),
});

export const fundRequestList = query({
  name: 'FundRequestList',
  method: 'GET',
  path: '/fund-requests',
  title: '用款申请',
  answer: z.object({
    /** Months with sealed rolls nobody has asked for yet. */
    waiting: z.array(z.object({ month: z.string(), rolls: z.int(), amount: z.int() })),
    requests: z.array(
      z.object({
        requestId: z.string(),
        version: z.int(),
        month: z.string(),
        status: z.enum(keysOf(requestStatuses)),
        askedOn: z.string(),
        total: z.int(),
        rolls: z.array(z.object({ scheme, lines: z.int(), amount: z.int() })),
        pots: z.array(z.object({ scheme, year: z.int(), source, residence, amount: z.int() })),
        people: z.array(z.object({ act: z.string(), by: z.string(), words: z.string() })),
        hadHandIn: z.boolean(),
      }),
    ),
  }),
});
