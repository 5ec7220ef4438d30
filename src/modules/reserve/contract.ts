import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, money, personName } from '../contract-field.ts';

const name = personName();

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
        limit: z.number(),
        used: z.number(),
        left: z.number(),
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
