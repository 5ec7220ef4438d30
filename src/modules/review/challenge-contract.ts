import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, file, files, id, keysOf, money, sentence, village } from '../contract-field.ts';
import { challengeKinds, challengeResults } from './challenge.ts';

const benefitId = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9_-]+$/, '没有找到救助对象');

export const registerChallenge = command({
  name: 'RegisterChallenge',
  method: 'POST',
  path: '/challenges',
  title: '登记复议、诉讼',
  body: z
    .strictObject({
      challengeId: id,
      kind: z.enum(keysOf(challengeKinds), '请选择复议还是诉讼'),
      caseId: id.nullable(),
      benefitId: benefitId.nullable(),
      /** Where the case or household lies. */
      village,
      /** Number of the decision that is challenged. */
      number: z.string().trim().min(4, '请填写原决定的文号').max(80),
      body: z.string().trim().min(4, '请填写复议机关（法院）全称').max(60),
      fileNumber: z.string().trim().min(2, '请填写案号').max(60),
      filedOn: date,
      receivedOn: date,
      /** The day the notice names for the reply. */
      replyBy: date,
      claim: sentence,
      file,
    })
    .refine(({ caseId, benefitId: of }) => caseId !== null || of !== null, {
      path: ['caseId'],
      message: '请从办件或者救助对象的页面登记',
    }),
});

export const replyToChallenge = command({
  name: 'ReplyToChallenge',
  method: 'POST',
  path: '/challenges/:challengeId/reply',
  title: '登记答复、答辩',
  body: z.strictObject({ on: date, reply: sentence, file }),
});

export const recordChallengeOutcome = command({
  name: 'RecordChallengeOutcome',
  method: 'POST',
  path: '/challenges/:challengeId/record-outcome',
  title: '登记复议决定、裁判',
  body: z.strictObject({
    result: z.enum(keysOf(challengeResults), '请选择结果'),
    on: date,
    document: z.string().trim().min(4, '请填写文书文号').max(80),
    summary: sentence,
    file,
    amount: money.nullable(),
    finishBy: date.nullable(),
  }),
});

export const concludeChallenge = command({
  name: 'ConcludeChallenge',
  method: 'POST',
  path: '/challenges/:challengeId/conclude',
  title: '登记执行完毕',
  body: z.strictObject({
    /** The case in which it was decided anew; null where it was not by another case. */
    newCaseId: id.nullable(),
    how: sentence,
    files,
  }),
});

export const carryOutRemedy = command({
  name: 'CarryOutRemedy',
  method: 'POST',
  path: '/benefits/:benefitId/carry-out-remedy',
  title: '执行复议决定、裁判',
  body: z.strictObject({ challengeId: id }),
});

const line = z.object({
  challengeId: z.string(),
  kind: z.enum(keysOf(challengeKinds)),
  caseId: z.string(),
  benefitId: z.string(),
  number: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  body: z.string(),
  status: z.string(),
  result: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
});
export type ChallengeLine = z.infer<typeof line>;

export const challengeList = query({
  name: 'ChallengeList',
  method: 'GET',
  path: '/challenges',
  title: '复议、诉讼',
  query: z.object({ caseId: z.string().max(60).optional(), benefitId: benefitId.optional() }),
  answer: z.object({ challenges: z.array(line), late: z.number() }),
});

export const challengeView = query({
  name: 'ChallengeView',
  method: 'GET',
  path: '/challenges/:challengeId',
  title: '复议、诉讼案件',
  answer: z.object({
    challengeId: z.string(),
    version: z.number(),
    today: date,
    status: z.string(),
    dueOn: z.string(),
    state: z.record(z.string(), z.unknown()),
  }),
});
