import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { id } from '../contract-field.ts';

const scheme = z.enum(schemes as [Scheme, ...Scheme[]]);

const line = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  /** Number of the decision. */
  number: z.string(),
  scheme,
  outcome: z.enum(['grant', 'refuse']),
  amount: z.number(),
  decidedOn: z.string(),
  dueOn: z.string(),
});

export type FilingLine = z.output<typeof line>;

export const sendFiling = command({
  name: 'SendFiling',
  method: 'POST',
  path: '/filings/:filingId/send',
  title: '报送备案',
  body: z.strictObject({
    caseIds: z.array(id).min(1, '请选择要报送的决定').max(200, '一次最多报送 200 件'),
    note: z.string().trim().max(300, '请控制在 300 字以内'),
  }),
});

export const receiveFiling = command({
  name: 'ReceiveFiling',
  method: 'POST',
  path: '/filings/:filingId/receive',
  title: '接收备案',
  body: z.strictObject({ remark: z.string().trim().max(300, '请控制在 300 字以内') }),
});

/** What is still to be sent, the earliest due first, and the filings themselves, the newest first. */
export const filingList = query({
  name: 'FilingList',
  method: 'GET',
  path: '/filings',
  title: '备案',
  answer: z.object({
    due: z.array(line),
    total: z.number(),
    late: z.number(),
    /** Overdue by township: what the county asks about. */
    lateBy: z.array(z.object({ townshipName: z.string(), late: z.number() })),
    filings: z.array(
      z.object({
        filingId: z.string(),
        number: z.string(),
        townshipName: z.string(),
        sentOn: z.string(),
        decisions: z.number(),
        late: z.number(),
        receivedOn: z.string(),
      }),
    ),
  }),
});

export const filingView = query({
  name: 'FilingView',
  method: 'GET',
  path: '/filings/:filingId',
  title: '备案表',
  answer: z.object({
    filingId: z.string(),
    version: z.number(),
    number: z.string(),
    townshipName: z.string(),
    note: z.string(),
    sentOn: z.string(),
    sentBy: z.string(),
    received: z.object({ on: z.string(), by: z.string(), remark: z.string() }).nullable(),
    lines: z.array(line),
  }),
});

export const filingPaper = query({
  name: 'FilingPaper',
  method: 'GET',
  path: '/filings/:filingId/papers/filing-list',
  title: '审核确认备案表',
  answer: z.unknown(),
});

export const filingSheet = query({
  name: 'FilingSheet',
  method: 'GET',
  path: '/filings/:filingId/sheet',
  title: '审核确认备案表（电子表格）',
  answer: z.unknown(),
});
