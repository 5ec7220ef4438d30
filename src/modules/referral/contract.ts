import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, file, fileField, id, keysOf, personName, sentence } from '../contract-field.ts';
import { needTitles, outcomeTitles } from './referral.ts';

export const prepareReferral = command({
  name: 'PrepareReferral',
  method: 'POST',
  path: '/cases/:caseId/prepare-referral',
  title: '填写转介单',
  body: z.strictObject({
    id,
    to: z.string().trim().min(2, '请填写转往的单位').max(60, '请控制在 60 字以内'),
    needs: z
      .array(z.enum(keysOf(needTitles)))
      .min(1, '请选择转介事项')
      .max(9),
    what: sentence.max(400, '请控制在 400 字以内'),
  }),
});

export const sendReferral = command({
  name: 'SendReferral',
  method: 'POST',
  path: '/cases/:caseId/send-referral',
  title: '登记同意，送出转介单',
  body: z.strictObject({
    id,
    on: date,
    signedBy: personName('请填写签字人姓名'),
    consent: fileField('请先上传服务对象签字的转介单'),
  }),
});

export const recordReferralAnswer = command({
  name: 'RecordReferralAnswer',
  method: 'POST',
  path: '/cases/:caseId/record-referral-answer',
  title: '登记转介回执',
  body: z.strictObject({
    id,
    on: date,
    outcome: z.enum(keysOf(outcomeTitles), '请选择办理结果'),
    text: sentence,
    from: z.string().trim().min(2, '请填写答复人和单位').max(60),
    scan: file.nullable().default(null),
  }),
});

export const dropReferral = command({
  name: 'DropReferral',
  method: 'POST',
  path: '/cases/:caseId/drop-referral',
  title: '不再转介',
  body: z.strictObject({ id, reason: sentence }),
});

const line = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  to: z.string(),
  needs: z.string(),
  preparedOn: z.string(),
  sentOn: z.string(),
  answeredOn: z.string(),
  standing: z.string(),
});
export type ReferralLine = z.infer<typeof line>;

/** Families passed on to others, those without an answer first. */
export const referralList = query({
  name: 'ReferralList',
  method: 'GET',
  path: '/referrals',
  title: '转介台账',
  query: z.object({ show: z.enum(['open', 'settled']).default('open') }),
  answer: z.object({ referrals: z.array(line), total: z.number(), unanswered: z.number() }),
});
