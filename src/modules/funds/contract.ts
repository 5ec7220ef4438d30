import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { fileField, id, keysOf, month, sentence } from '../contract-field.ts';
import { lineKinds } from './due.ts';
import { holds } from './hold.ts';
import { accounts } from './posting.ts';
import { changeKinds } from './roll-change.ts';
import { paidSchemes, rollStatuses } from './roll.ts';

const scheme = z.enum(keysOf(paidSchemes), '请选择项目');
const opinion = z.string().trim().min(2, '请写明意见').max(500, '请控制在 500 字以内');
const nothing = z.strictObject({});

/** Begins the roll of a scheme and month; it is built beside the requests. */
export const beginRoll = command({
  name: 'BeginRoll',
  method: 'POST',
  path: '/rolls',
  title: '编制花名册',
  body: z.strictObject({ rollId: id, scheme, month }),
});

export const freezeRoll = command({
  name: 'FreezeRoll',
  method: 'POST',
  path: '/rolls/:rollId/freeze',
  title: '冻结花名册',
  body: nothing,
});

export const reviewRoll = command({
  name: 'ReviewRoll',
  method: 'POST',
  path: '/rolls/:rollId/review',
  title: '复核通过',
  body: z.strictObject({ opinion }),
});

export const sendBackRoll = command({
  name: 'SendBackRoll',
  method: 'POST',
  path: '/rolls/:rollId/send-back',
  title: '退回重编',
  body: z.strictObject({ reason: sentence }),
});

export const cancelRoll = command({
  name: 'CancelRoll',
  method: 'POST',
  path: '/rolls/:rollId/cancel',
  title: '作废花名册',
  body: z.strictObject({ reason: sentence }),
});

export const sealBatch = command({
  name: 'SealBatch',
  method: 'POST',
  path: '/rolls/:rollId/seal',
  title: '生成并封存代发文件',
  body: nothing,
});

export const releaseBatch = command({
  name: 'ReleaseBatch',
  method: 'POST',
  path: '/rolls/:rollId/release',
  title: '放行代发',
  body: nothing,
});

/** The sealed bytes for the bank; who took them is in the record. */
export const bankFile = query({
  name: 'BankFile',
  method: 'GET',
  path: '/rolls/:rollId/files/:fileNo',
  title: '下载银行代发文件',
  answer: z.unknown(),
});

/** Multipart, one part named `file`; `?partial=yes` where the bank answers in parts. */
export const importReply = command({
  name: 'ImportReply',
  method: 'POST',
  path: '/rolls/:rollId/files/:fileNo/replies',
  title: '录入银行回盘',
  body: z.object({}),
  answer: z.object({ paid: z.int(), returned: z.int(), open: z.int() }),
});

export const closeRoll = command({
  name: 'CloseRoll',
  method: 'POST',
  path: '/rolls/:rollId/close',
  title: '对账结账',
  body: nothing,
});

const phase = z.enum(['building', 'built', ...keysOf(rollStatuses)]);
const listed = z.object({
  rollId: z.string(),
  scheme,
  month: z.string(),
  no: z.int(),
  phase,
  begunOn: z.string(),
  lines: z.int(),
  amount: z.int(),
  held: z.int(),
});

export const fundBoard = query({
  name: 'FundBoard',
  method: 'GET',
  path: '/rolls',
  title: '资金发放',
  answer: z.object({
    rolls: z.array(listed),
    balances: z.record(z.enum(keysOf(accounts)), z.int()),
  }),
});

const counted = z.object({ lines: z.int(), amount: z.int() });
const mark = z.object({ by: z.string(), on: z.string() }).nullable();

export const rollView = query({
  name: 'RollView',
  method: 'GET',
  path: '/rolls/:rollId',
  title: '发放花名册',
  answer: listed.extend({
    version: z.int(),
    batch: z.string(),
    total: z.int(),
    done: z.int(),
    fault: z.string(),
    kinds: z.array(z.object({ kind: z.enum(keysOf(lineKinds)), lines: z.int(), amount: z.int() })),
    holds: z.array(z.object({ held: z.enum(keysOf(holds)), lines: z.int(), amount: z.int() })),
    begun: mark,
    frozen: mark,
    reviewed: mark,
    sealed: mark,
    released: mark,
    closed: mark,
    ended: mark,
    /** The reviewer's opinion, or why it was sent back or cancelled. */
    words: z.string(),
    hash: z.string(),
    files: z.array(
      z.object({
        no: z.int(),
        bank: z.string(),
        name: z.string(),
        hash: z.string(),
        lines: z.int(),
        amount: z.int(),
        answered: z.int(),
        takenBy: z.array(z.string()),
      }),
    ),
    replies: z.array(
      z.object({
        replyId: z.string(),
        fileName: z.string(),
        on: z.string(),
        by: z.string(),
        paid: z.int(),
        paidAmount: z.int(),
        returned: z.int(),
        returnedAmount: z.int(),
      }),
    ),
    reconciliation: z
      .object({
        sent: counted,
        paid: counted,
        returned: counted,
        open: counted,
        differences: z.array(z.string()),
      })
      .nullable(),
    /** The asker had a hand in it and may neither review nor release it. */
    hadHandIn: z.boolean(),
  }),
});

const line = z.object({
  lineId: z.string(),
  number: z.string(),
  payee: z.string(),
  villageName: z.string(),
  forMonth: z.string(),
  kind: z.enum(keysOf(lineKinds)),
  basis: z.string(),
  amount: z.int(),
  held: z.enum(keysOf(holds)).or(z.literal('')),
  bank: z.string(),
  accountTail: z.string(),
  outcome: z.enum(['paid', 'returned', '']),
  reason: z.string(),
});
export type ShownLine = z.output<typeof line>;

export const rollLines = query({
  name: 'RollLines',
  method: 'GET',
  path: '/rolls/:rollId/lines',
  title: '花名册明细',
  query: z.object({
    show: z.enum(['paid', 'held', 'returned', 'open']).default('paid'),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  answer: z.object({ lines: z.array(line), next: z.int().nullable(), count: z.int() }),
});

/** Against the roll of the month before: who is new, gone, changed, and what was paid besides. */
export const rollChanges = query({
  name: 'RollChanges',
  method: 'GET',
  path: '/rolls/:rollId/changes',
  title: '与上月比较',
  query: z.object({
    kind: z.enum(keysOf(changeKinds)).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  answer: z.object({
    before: z.string(),
    sums: z.array(
      z.object({ kind: z.enum(keysOf(changeKinds)), lines: z.int(), difference: z.int() }),
    ),
    changes: z.array(
      z.object({
        grantId: z.string(),
        number: z.string(),
        payee: z.string(),
        villageName: z.string(),
        kind: z.enum(keysOf(changeKinds)),
        before: z.int(),
        now: z.int(),
        why: z.string(),
      }),
    ),
    next: z.int().nullable(),
  }),
});

const accountText = z
  .string()
  .trim()
  .regex(/^\d{12,24}$/, '请填写账号，只写数字');

/** A new account of a recipient, brought in person; somebody at the county checks it. */
export const askAccountChange = command({
  name: 'AskAccountChange',
  method: 'POST',
  path: '/account-changes',
  title: '登记账户更正',
  body: z.strictObject({
    changeId: id,
    /** Entry of the register, or the case of assistance given once. */
    grantId: z.string().min(8, '请选择发放对象').max(120),
    bank: z.string().trim().min(4, '请填写开户行').max(60),
    holder: z.string().trim().min(2, '请填写户名').max(40),
    account: accountText,
    reason: sentence,
    /** 本人（监护人）到场的签字和银行卡影像。 */
    proof: fileField('请上传本人到场签字的申请和银行卡影像'),
  }),
});

export const checkAccountChange = command({
  name: 'CheckAccountChange',
  method: 'POST',
  path: '/account-changes/:changeId/check',
  title: '核对账户更正',
  body: z.strictObject({
    agrees: z.boolean('请选择是否相符'),
    /** Typed again from the paper: it must be the same. */
    account: accountText,
    opinion,
  }),
});

export const accountChangeList = query({
  name: 'AccountChangeList',
  method: 'GET',
  path: '/account-changes',
  title: '账户更正',
  answer: z.object({
    changes: z.array(
      z.object({
        changeId: z.string(),
        version: z.int(),
        number: z.string(),
        payee: z.string(),
        villageName: z.string(),
        bank: z.string(),
        holder: z.string(),
        accountTail: z.string(),
        status: z.enum(['asked', 'approved', 'declined']),
        askedOn: z.string(),
        effectiveOn: z.string(),
        /** The signed request and the picture of the card. */
        proofHash: z.string(),
        isOwn: z.boolean(),
      }),
    ),
  }),
});
