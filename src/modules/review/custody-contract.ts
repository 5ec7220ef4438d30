import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, id, keysOf, personName, sentence } from '../contract-field.ts';
import { custodyReasons, custodySigners } from './custody.ts';

const short = (ask: string, most = 60) => z.string().trim().min(2, ask).max(most);

export const arrangeCustody = command({
  name: 'ArrangeCustody',
  method: 'POST',
  path: '/benefits/:benefitId/arrange-custody',
  title: '填写存折代管协议',
  body: z.strictObject({
    id,
    keeper: z.strictObject({
      name: personName('请填写代管人姓名'),
      unit: short('请填写代管人的单位、职务'),
      phone: z
        .string()
        .trim()
        .regex(/^[\d-]{7,20}$/, '请填写代管人的电话号码'),
      relation: short('请填写代管人与委托人的关系', 20),
    }),
    reason: z.enum(keysOf(custodyReasons), '请选择代管原因'),
    note: z.string().trim().max(200, '请控制在 200 字以内').default(''),
    signer: z.enum(keysOf(custodySigners), '请选择由谁签字'),
    signedBy: personName('请填写签字人姓名'),
    witness: personName('请填写见证人姓名'),
  }),
});

export const beginCustody = command({
  name: 'BeginCustody',
  method: 'POST',
  path: '/benefits/:benefitId/begin-custody',
  title: '登记签字，开始代管',
  body: z.strictObject({ on: date, agreement: fileField('请先上传三方签字的协议') }),
});

export const fileCustody = command({
  name: 'FileCustody',
  method: 'POST',
  path: '/benefits/:benefitId/file-custody',
  title: '存折代管备案',
  body: z.strictObject({}),
});

export const endCustody = command({
  name: 'EndCustody',
  method: 'POST',
  path: '/benefits/:benefitId/end-custody',
  title: '交还存折，终止代管',
  body: z.strictObject({
    on: date,
    reason: sentence,
    receivedBy: personName('请填写收回存折的人'),
    receipt: fileField('请先上传交还的收条'),
  }),
});

const line = z.object({
  benefitId: z.string(),
  number: z.string(),
  scheme: z.string(),
  head: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  keeper: z.string(),
  unit: z.string(),
  reason: z.string(),
  begunOn: z.string(),
  filedOn: z.string(),
  endedOn: z.string(),
  /** Where it stands, in words. */
  standing: z.string(),
});
export type CustodyLine = z.infer<typeof line>;

/** Passbooks and cards kept for recipients, those not filed with the county first. */
export const custodyList = query({
  name: 'CustodyList',
  method: 'GET',
  path: '/custodies',
  title: '存折代管台账',
  query: z.object({ show: z.enum(['running', 'ended']).default('running') }),
  answer: z.object({ custodies: z.array(line), total: z.number(), unfiled: z.number() }),
});
