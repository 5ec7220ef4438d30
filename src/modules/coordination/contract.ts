import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField, money, sentence, personName } from '../contract-field.ts';

const name = personName();
const opinion = z.string().trim().max(300, '请控制在 300 字以内');

export const askCoordination = command({
  name: 'AskCoordination',
  method: 'POST',
  path: '/cases/:caseId/ask-coordination',
  title: '提请一事一议',
  body: z.strictObject({
    amount: money.refine((fen) => fen > 0, '请填写建议的救助金额'),
    opinion: z
      .string()
      .trim()
      .min(10, '请写明遇到的重大困难和建议的理由（至少 10 个字）')
      .max(1000, '请控制在 1000 字以内'),
  }),
});

const participant = z
  .strictObject({
    name,
    unit: z.string().trim().min(2, '请填写单位').max(60),
    view: z.enum(['agree', 'disagree', 'abstain'], '请选择同意、不同意或者弃权'),
    opinion,
  })
  .refine(({ view, opinion: said }) => view !== 'disagree' || said.length >= 2, {
    path: ['opinion'],
    message: '不同意的，请写明意见',
  });

export const recordCoordination = command({
  name: 'RecordCoordination',
  method: 'POST',
  path: '/cases/:caseId/record-coordination',
  title: '登记一事一议结论',
  body: z.strictObject({
    heldOn: date,
    place: z.string().trim().min(2, '请填写会议地点').max(60),
    convener: z.strictObject({ name, post: z.string().trim().min(2, '请填写职务').max(60) }),
    participants: z.array(participant).min(1, '请填写参加人员').max(40),
    recused: z.array(z.strictObject({ name, reason: sentence })).max(20),
    minutesNumber: z.string().trim().min(2, '请填写纪要编号').max(60),
    minutes: fileField('请先上传签字的会议纪要'),
    result: z.enum(['agreed', 'by-standard', 'returned'], '请选择结论'),
    amount: money.nullable(),
    reason: sentence,
  }),
});

export const coordinationPaper = query({
  name: 'CoordinationPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/coordination-record',
  title: '一事一议提请表、记录表',
  answer: z.unknown(),
});
