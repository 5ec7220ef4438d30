import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, file, fileField, files, sentence } from '../contract-field.ts';

const nth = z.int('请选择第几次').min(2, '第一次随决定发放').max(12);

export const lookAtInstalment = command({
  name: 'LookAtInstalment',
  method: 'POST',
  path: '/cases/:caseId/look-at-instalment',
  title: '登记发放前回访',
  body: z.strictObject({
    no: nth,
    on: date,
    fit: z.boolean('请选择是否继续发放'),
    finding: sentence,
    files,
  }),
});

export const releaseInstalment = command({
  name: 'ReleaseInstalment',
  method: 'POST',
  path: '/cases/:caseId/release-instalment',
  title: '发放这一次救助金',
  body: z.strictObject({ no: nth }),
});

export const proposeInstalmentStop = command({
  name: 'ProposeInstalmentStop',
  method: 'POST',
  path: '/cases/:caseId/propose-instalment-stop',
  title: '告知拟停止发放',
  body: z.strictObject({
    reason: sentence,
    on: date,
    recipient: z.string().trim().min(2, '请填写签收人').max(40),
    proof: fileField('请先上传签收的告知书'),
  }),
});

export const answerInstalmentStop = command({
  name: 'AnswerInstalmentStop',
  method: 'POST',
  path: '/cases/:caseId/answer-instalment-stop',
  title: '登记家庭的意见',
  body: z.strictObject({
    kind: z.enum(['statement', 'hearing', 'waived', 'none'], '请选择家庭怎样答复'),
    on: date,
    content: sentence,
    proof: file.nullable(),
  }),
});

export const decideInstalmentStop = command({
  name: 'DecideInstalmentStop',
  method: 'POST',
  path: '/cases/:caseId/decide-instalment-stop',
  title: '决定是否停止发放',
  body: z.strictObject({
    stops: z.boolean('请选择停止或者继续'),
    reasons: sentence,
  }),
});

/** Stages still to be paid, the earliest first. */
export const instalmentList = query({
  name: 'InstalmentList',
  method: 'GET',
  path: '/instalments',
  title: '分次发放台账',
  answer: z.object({
    instalments: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        townshipName: z.string(),
        villageName: z.string(),
        no: z.number(),
        of: z.number(),
        amount: z.number(),
        dueOn: z.string(),
        condition: z.string(),
        /** What is awaited, in words. */
        standing: z.string(),
      }),
    ),
    total: z.number(),
    late: z.number(),
  }),
});
