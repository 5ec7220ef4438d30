import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { date, file, files, id, keysOf, sentence } from '../contract-field.ts';
import { askedTitles, residenceGrounds } from './cooperation.ts';

const asked = z
  .array(z.enum(keysOf(askedTitles)))
  .min(1, '请选择请对方做什么')
  .max(8);
const township = z
  .string()
  .regex(/^\d{9}$/, '请选择乡镇（街道）')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;
const assisted = z.boolean().nullable().default(null);

export const recordResidenceBasis = command({
  name: 'RecordResidenceBasis',
  method: 'POST',
  path: '/cases/:caseId/residence-basis',
  title: '登记在居住地申请的依据',
  body: z.strictObject({
    ground: z.enum(keysOf(residenceGrounds), '请选择在居住地申请的依据'),
    hukouPlace: z.string().trim().min(2, '请填写户籍所在地').max(80),
    permit: file.nullable().default(null),
  }),
});

export const requestCooperation = command({
  name: 'RequestCooperation',
  method: 'POST',
  path: '/cases/:caseId/request-cooperation',
  title: '请外地协助调查',
  body: z
    .strictObject({
      id,
      /** A township of this installation; a place outside it is written in words. */
      to: township.nullable().default(null),
      toName: z.string().trim().max(80).default(''),
      members: z.array(z.string().max(64)).min(1, '请选择要查的家庭成员').max(30),
      asked,
      note: z.string().trim().max(500, '请控制在 500 字以内').default(''),
    })
    .refine(({ to, toName }) => to !== null || toName.length >= 2, {
      path: ['toName'],
      message: '请选择乡镇，或者写明是哪里',
    }),
});

export const recordCooperationAnswer = command({
  name: 'RecordCooperationAnswer',
  method: 'POST',
  path: '/cases/:caseId/record-cooperation-answer',
  title: '登记外地的答复',
  body: z.strictObject({
    requestId: id,
    on: date,
    from: z.string().trim().min(2, '请填写答复单位').max(80),
    text: sentence,
    assisted,
    scan: file.nullable().default(null),
  }),
});

export const receiveCooperation = command({
  name: 'ReceiveCooperation',
  method: 'POST',
  path: '/cases/:caseId/receive-cooperation',
  title: '签收答复',
  body: z.strictObject({ requestId: id }),
});

export const waiveCooperation = command({
  name: 'WaiveCooperation',
  method: 'POST',
  path: '/cases/:caseId/waive-cooperation',
  title: '没有答复，继续办理',
  body: z.strictObject({ requestId: id, reason: sentence }),
});

/** A request from this installation is registered by its id; one by letter is written down. */
export const registerAssistance = command({
  name: 'RegisterAssistance',
  method: 'POST',
  path: '/assistances',
  title: '登记协助请求',
  body: z.strictObject({
    assistanceId: id,
    letter: z
      .strictObject({
        from: z.string().trim().min(2, '请填写来函单位').max(80),
        families: z.string().trim().min(2, '请填写要查的人').max(200),
        asked,
        note: z.string().trim().max(500).default(''),
        receivedOn: date,
        scan: file,
      })
      .nullable()
      .default(null),
  }),
});

export const answerAssistance = command({
  name: 'AnswerAssistance',
  method: 'POST',
  path: '/assistances/:assistanceId/answer',
  title: '答复协助调查',
  body: z.strictObject({
    text: sentence,
    assisted,
    visitedOn: date.nullable().default(null),
    visitors: z.string().trim().max(80).default(''),
    papers: files.default([]),
  }),
});

export const declineAssistance = command({
  name: 'DeclineAssistance',
  method: 'POST',
  path: '/assistances/:assistanceId/decline',
  title: '退回协助请求',
  body: z.strictObject({ reason: sentence }),
});

const line = z.object({
  assistanceId: z.string(),
  from: z.string(),
  families: z.string(),
  asked: z.array(z.string()),
  receivedOn: z.string(),
  dueOn: z.string(),
  registered: z.boolean(),
  settledOn: z.string(),
  outcome: z.string(),
  isOverdue: z.boolean(),
});
export type AssistanceLine = z.infer<typeof line>;

export const assistanceList = query({
  name: 'AssistanceList',
  method: 'GET',
  path: '/assistances',
  title: '协助外地调查',
  query: z.object({ show: z.enum(['open', 'settled']).default('open') }),
  answer: z.object({
    assistances: z.array(line),
    overdue: z.number(),
    /** Townships that may be asked by a case here. */
    townships: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

export const assistanceView = query({
  name: 'AssistanceView',
  method: 'GET',
  path: '/assistances/:assistanceId',
  title: '协助外地调查',
  answer: z.object({
    version: z.number(),
    summary: line,
    note: z.string(),
    letter: z.object({ hash: z.string(), name: z.string() }).nullable(),
    answered: z
      .object({
        on: z.string(),
        by: z.string(),
        text: z.string(),
        assisted: z.boolean().nullable(),
        visitedOn: z.string(),
        visitors: z.string(),
      })
      .nullable(),
    declined: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
  }),
});
