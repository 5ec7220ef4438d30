import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, id, keysOf, money, personName, sentence } from '../contract-field.ts';
import { askKinds, askStatuses, settlements } from './till.ts';

const name = personName();
const opinion = z.string().trim().min(2, '请写明意见').max(500, '请控制在 500 字以内');
const positive = money.refine((fen) => fen > 0, '请填写金额');

export const useReserve = command({
  name: 'UseReserve',
  method: 'POST',
  path: '/cases/:caseId/use-reserve',
  title: '登记备用金支付',
  body: z.strictObject({
    amount: money.refine((fen) => fen > 0, '请填写支付的金额'),
    on: date,
    handedOutBy: name,
    receivedBy: name,
    witness: name,
    voucher: fileField('请先上传签字的领款凭证照片'),
  }),
});

/** What townships used of their reserve, the newest first, with sums: what they ask to be given back. */
export const reserveList = query({
  name: 'ReserveList',
  method: 'GET',
  path: '/reserve',
  title: '备用金使用台账',
  answer: z.object({
    townships: z.array(
      z.object({
        townshipName: z.string(),
        used: z.number(),
        times: z.number(),
      }),
    ),
    advances: z.array(
      z.object({
        caseId: z.string(),
        seq: z.number(),
        number: z.string(),
        applicant: z.string(),
        townshipName: z.string(),
        villageName: z.string(),
        amount: z.number(),
        on: z.string(),
        handedOutBy: z.string(),
        receivedBy: z.string(),
        witness: z.string(),
      }),
    ),
    total: z.number(),
  }),
});

export const reserveSheet = query({
  name: 'ReserveSheet',
  method: 'GET',
  path: '/reserve/sheet',
  title: '备用金补足申请明细（电子表格）',
  answer: z.unknown(),
});

/** A township asks for money: an advance, or back what its vouchers show was handed out. */
export const askReserve = command({
  name: 'AskReserve',
  method: 'POST',
  path: '/reserve-tills/:township/ask',
  title: '申请备用金',
  body: z
    .strictObject({
      askId: id,
      kind: z.enum(keysOf(askKinds), '请选择拨付还是补足'),
      /** Nothing where it is a top-up: the vouchers say how much. */
      amount: positive.nullable(),
      reason: sentence,
    })
    .refine(({ kind, amount }) => kind === 'top-up' || amount !== null, {
      ...{ path: ['amount'], message: '请填写金额' },
    }),
});

export const approveReserve = command({
  name: 'ApproveReserve',
  method: 'POST',
  path: '/reserve-tills/:township/approve',
  title: '备用金申请复核通过',
  body: z.strictObject({ opinion }),
});

export const declineReserve = command({
  name: 'DeclineReserve',
  method: 'POST',
  path: '/reserve-tills/:township/decline',
  title: '退回备用金申请',
  body: z.strictObject({ reason: sentence }),
});

export const payReserve = command({
  name: 'PayReserve',
  method: 'POST',
  path: '/reserve-tills/:township/pay',
  title: '拨付备用金',
  body: z.strictObject({
    reference: z.string().trim().min(2, '请填写拨款凭证号').max(80, '最多 80 个字'),
    receipt: fileField('请上传拨款凭证'),
  }),
});

/** 盘点: what is in the till, counted with a witness; what differs from the books is explained at once. */
export const countReserve = command({
  name: 'CountReserve',
  method: 'POST',
  path: '/reserve-tills/:township/count',
  title: '盘点备用金',
  body: z.strictObject({
    countId: id,
    counted: money,
    witness: name,
    explanation: z.string().trim().max(1000, '请控制在 1000 字以内'),
    sheet: fileField('请上传签字的盘点表'),
  }),
});

export const settleDifference = command({
  name: 'SettleDifference',
  method: 'POST',
  path: '/reserve-tills/:township/settle',
  title: '处理盘点差异',
  body: z.strictObject({
    outcome: z.enum(keysOf(settlements), '请选择处理结果'),
    reason: sentence,
  }),
});

const till = z.object({
  township: z.string(),
  name: z.string(),
  limit: z.int(),
  balance: z.int(),
  /** Handed out by voucher and not given back yet. */
  spent: z.int(),
  askStatus: z.enum(keysOf(askStatuses)).nullable(),
  askAmount: z.int(),
  countedOn: z.string(),
  difference: z.int(),
});

/** Every township's till: what is in it, what waits for whom. */
export const tillList = query({
  name: 'TillList',
  method: 'GET',
  path: '/reserve-tills',
  title: '备用金',
  answer: z.object({ tills: z.array(till), balance: z.int(), spent: z.int() }),
});

/** One till with its movements, the newest first: what came, what was handed out by voucher, what was counted. */
export const tillView = query({
  name: 'TillView',
  method: 'GET',
  path: '/reserve-tills/:township',
  title: '备用金账',
  answer: z.object({
    version: z.int(),
    till,
    vouchers: z.int(),
    ask: z
      .object({
        kind: z.enum(keysOf(askKinds)),
        amount: z.int(),
        reason: z.string(),
        status: z.enum(keysOf(askStatuses)),
        on: z.string(),
        by: z.string(),
        vouchers: z.int(),
        hadHandIn: z.boolean(),
      })
      .nullable(),
    count: z
      .object({
        on: z.string(),
        by: z.string(),
        witness: z.string(),
        counted: z.int(),
        booked: z.int(),
        explanation: z.string(),
        isOpen: z.boolean(),
        isOwn: z.boolean(),
      })
      .nullable(),
    movements: z.array(
      z.object({
        seq: z.int(),
        on: z.string(),
        title: z.string(),
        by: z.string(),
        words: z.string(),
        amount: z.int(),
        balance: z.int(),
      }),
    ),
  }),
});
