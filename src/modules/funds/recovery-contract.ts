import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, id, keysOf, money, month, sentence } from '../contract-field.ts';
import { recoveryGrounds, recoveryStatuses, waiverGrounds } from './recovery.ts';
import { paidSchemes } from './roll.ts';

const opinion = z.string().trim().min(2, '请写明意见').max(500, '请控制在 500 字以内');
const some = money.refine((fen) => fen > 0, '请填写金额');
const ground = z.enum(keysOf(recoveryGrounds), '请选择追回的原因');
const reference = z.string().trim().min(2, '请填写文号或者编号').max(80, '最多 80 个字');

/** Asks back what was paid and should not have been, in one sum or by the month. */
export const proposeRecovery = command({
  name: 'ProposeRecovery',
  method: 'POST',
  path: '/recoveries',
  title: '提出追回',
  body: z.strictObject({
    recoveryId: id,
    grantId: z.string().min(8, '请选择发放对象').max(120),
    ground,
    basis: reference,
    from: month,
    to: month,
    amount: some,
    parts: z.int('请填写分几期').min(1, '至少一期').max(60, '最多 60 期'),
    firstDueOn: date,
    file: fileField('请上传依据的文件'),
  }),
});

export const decideRecovery = command({
  name: 'DecideRecovery',
  method: 'POST',
  path: '/recoveries/:recoveryId/decide',
  title: '决定追回',
  body: z.strictObject({ recovers: z.boolean('请选择是否追回'), opinion }),
});

export const recordRepayment = command({
  name: 'RecordRepayment',
  method: 'POST',
  path: '/recoveries/:recoveryId/repayments',
  title: '登记退回款项',
  body: z.strictObject({
    amount: some,
    on: date,
    reference,
    receipt: fileField('请上传缴款收据'),
  }),
});

export const waiveRecovery = command({
  name: 'WaiveRecovery',
  method: 'POST',
  path: '/recoveries/:recoveryId/waive',
  title: '免除未退余额',
  body: z.strictObject({
    ground: z.enum(keysOf(waiverGrounds), '请选择免除的理由'),
    reason: sentence,
  }),
});

const scheme = z.enum(keysOf(paidSchemes));

/** What is asked back in the asker's area, and what was paid too much and nobody asked back yet. */
export const recoveryList = query({
  name: 'RecoveryList',
  method: 'GET',
  path: '/recoveries',
  title: '追回',
  answer: z.object({
    due: z.array(
      z.object({
        grantId: z.string(),
        number: z.string(),
        payee: z.string(),
        villageName: z.string(),
        ground,
        basis: z.string(),
        from: z.string(),
        to: z.string(),
        amount: z.int(),
      }),
    ),
    recoveries: z.array(
      z.object({
        recoveryId: z.string(),
        version: z.int(),
        number: z.string(),
        payee: z.string(),
        villageName: z.string(),
        scheme,
        ground,
        basis: z.string(),
        status: z.enum(keysOf(recoveryStatuses)),
        amount: z.int(),
        repaid: z.int(),
        waived: z.int(),
        rest: z.int(),
        dueOn: z.string(),
        isLate: z.boolean(),
        isOwn: z.boolean(),
        instalments: z.array(z.object({ dueOn: z.string(), amount: z.int() })),
        repayments: z.array(z.object({ on: z.string(), amount: z.int(), reference: z.string() })),
      }),
    ),
  }),
});
