import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, files, id, keysOf, personName, sentence } from '../contract-field.ts';
import { changeKinds } from './benefit-event.ts';
import { reconfirmationOutcomes } from './reconfirmation.ts';
import { schemeField } from './review-field.ts';

export const reconfirm = command({
  name: 'Reconfirm',
  method: 'POST',
  path: '/benefits/:benefitId/reconfirm',
  title: '登记年度重新确认',
  body: z.strictObject({
    on: date,
    signedBy: personName('请填写签字人姓名'),
    files: files.min(1, '请上传签字的声明'),
    /** Left null where the family declares that nothing changed. */
    change: z
      .strictObject({
        id,
        kind: z.enum(keysOf(changeKinds), '请选择变化种类'),
        what: sentence,
        happenedOn: date,
      })
      .nullable(),
  }),
});

const line = z.object({
  benefitId: z.string(),
  number: z.string(),
  scheme: schemeField,
  head: z.string(),
  members: z.number(),
  townshipName: z.string(),
  villageName: z.string(),
  outcome: z.enum(keysOf(reconfirmationOutcomes)).nullable(),
  on: z.string(),
});
export type ReconfirmationLine = z.infer<typeof line>;

/** Who is asked this year, who has declared, how far each township is. */
export const reconfirmationList = query({
  name: 'ReconfirmationList',
  method: 'GET',
  path: '/reconfirmations',
  title: '年度重新确认',
  query: z.object({
    show: z.enum(['open', 'changed', 'done']).default('open'),
    township: z.string().max(12).optional(),
    after: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    /** '' where the place asks for no yearly round. */
    dueOn: z.string(),
    year: z.number(),
    sentence: z.string(),
    households: z.array(line),
    count: z.number(),
    next: z.string().nullable(),
    townships: z.array(
      z.object({ code: z.string(), name: z.string(), asked: z.number(), done: z.number() }),
    ),
  }),
});

export const reconfirmationPaper = query({
  name: 'ReconfirmationPaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/reconfirmation-form',
  title: '年度重新确认声明',
  answer: z.unknown(),
});
