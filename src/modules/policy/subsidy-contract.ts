import { z } from 'zod';
import { type Fen, fen } from '../../kernel/fen.ts';
import { command, query, type ValueOf } from '../../kernel/contract.ts';
import { date, fileField, id, keysOf, month, sentence } from '../contract-field.ts';
import { subsidisedSchemes, subsidyStatuses } from './subsidy.ts';

const perPerson = z
  .int('请填写每人每月的金额；不发的填 0')
  .min(0, '金额不能小于 0')
  .max(1_000_00, '每人每月不会超过 1000 元，请核对')
  .transform(fen) as unknown as z.ZodType<Fen, number>;
const scheme = z.enum(keysOf(subsidisedSchemes), '请选择发放对象');

export const draftSubsidy = command({
  name: 'DraftSubsidy',
  method: 'POST',
  path: '/price-subsidies',
  title: '拟定价格补贴',
  body: z.strictObject({
    subsidyId: id,
    document: z.string().trim().min(4, '请填写文号').max(60, '文号最多 60 个字'),
    issuedOn: date,
    scan: fileField('请上传文件扫描件'),
    from: month,
    until: month,
    schemes: z.array(scheme).min(1, '请选择发放对象').max(2),
    urban: perPerson,
    rural: perPerson,
    whyRight: z.string().trim().max(300, '请控制在 300 字以内').default(''),
  }),
});

export const approveSubsidy = command({
  name: 'ApproveSubsidy',
  method: 'POST',
  path: '/price-subsidies/:subsidyId/approve',
  title: '批准价格补贴',
  body: z.strictObject({ opinion: sentence }),
});

export const giveUpSubsidy = command({
  name: 'GiveUpSubsidy',
  method: 'POST',
  path: '/price-subsidies/:subsidyId/give-up',
  title: '放弃价格补贴',
  body: z.strictObject({ reason: sentence }),
});

export const stopSubsidy = command({
  name: 'StopSubsidy',
  method: 'POST',
  path: '/price-subsidies/:subsidyId/stop',
  title: '停止价格补贴',
  body: z.strictObject({ reason: sentence }),
});

const head = {
  subsidyId: z.string(),
  status: z.enum(keysOf(subsidyStatuses)),
  document: z.string(),
  from: z.string(),
  until: z.string(),
  schemes: z.array(scheme),
  urban: z.int(),
  rural: z.int(),
  households: z.int(),
  people: z.int(),
  /** For one month. */
  amount: z.int(),
};

export const subsidyList = query({
  name: 'SubsidyList',
  method: 'GET',
  path: '/price-subsidies',
  title: '价格补贴',
  answer: z.object({ subsidies: z.array(z.object(head)) }),
});
export type SubsidyShown = ValueOf<(typeof subsidyList)['answer']>['subsidies'][number];

const mark = z.object({ by: z.string(), on: z.string(), words: z.string() });

export const subsidyView = query({
  name: 'SubsidyView',
  method: 'GET',
  path: '/price-subsidies/:subsidyId',
  title: '一项价格补贴',
  answer: z.object({
    ...head,
    version: z.int(),
    issuedOn: z.string(),
    scanName: z.string(),
    whyRight: z.string(),
    townships: z.array(
      z.object({
        name: z.string(),
        households: z.int(),
        people: z.int(),
        amount: z.int(),
      }),
    ),
    /** What the rolls have made of it until now, month by month. */
    months: z.array(
      z.object({
        month: z.string(),
        scheme,
        lines: z.int(),
        amount: z.int(),
        held: z.int(),
        paid: z.int(),
        returned: z.int(),
      }),
    ),
    drafted: mark,
    approved: mark.nullable(),
    ended: mark.nullable(),
    draftedByMe: z.boolean(),
  }),
});
