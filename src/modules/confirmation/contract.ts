import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, fileField } from '../contract-field.ts';

const file = fileField('请先上传送达凭证');

/** How a notice may be served (OT-04), in the words of the receipt. */
export const serviceMethods = {
  'in-person': '直接送达',
  'left-at-home': '留置送达',
  proxy: '委托送达',
  mail: '邮寄送达',
  announcement: '公告送达',
} as const;

export const countyReview = command({
  name: 'CountyReview',
  method: 'POST',
  path: '/cases/:caseId/county-review',
  title: '县级审核',
  body: z.strictObject({
    agrees: z.boolean('请选择同意或者不同意'),
    opinion: z.string().trim().min(4, '请写明审核意见（至少 4 个字）').max(500),
  }),
});

export const confirmDecision = command({
  name: 'ConfirmDecision',
  method: 'POST',
  path: '/cases/:caseId/confirm',
  title: '签发确认决定',
  body: z.strictObject({}),
});

export const completeRelief = command({
  name: 'CompleteRelief',
  method: 'POST',
  path: '/cases/:caseId/complete-relief',
  title: '补齐先行救助手续',
  body: z.strictObject({
    situation: z
      .string()
      .trim()
      .min(10, '请说明遇到的困难、救助的经过和缓解的情况（至少 10 个字）')
      .max(1000, '请控制在 1000 字以内'),
    recipient: z.string().trim().min(2, '请填写领取人').max(40),
    handlers: z
      .array(z.string().trim().min(2, '请填写经办人姓名').max(40))
      .min(2, '经办人不得少于 2 人')
      .max(6),
    papers: z.array(file).min(1, '请上传有签字盖章的登记表').max(20),
  }),
});

export const reportRelief = command({
  name: 'ReportRelief',
  method: 'POST',
  path: '/cases/:caseId/report-relief',
  title: '向会议报告先行救助',
  body: z.strictObject({ meetingId: z.uuid('请选择会议') }),
});

/** 先行救助 that has papers or a report outstanding, the oldest first (I-17). */
export const reliefList = query({
  name: 'ReliefList',
  method: 'GET',
  path: '/relief',
  title: '先行救助台账',
  answer: z.object({
    relief: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        applicant: z.string(),
        townshipName: z.string(),
        villageName: z.string(),
        amount: z.number(),
        decidedOn: z.string(),
        papersDue: z.string(),
        completedOn: z.string(),
        reportedTo: z.string(),
      }),
    ),
    total: z.number(),
    late: z.number(),
  }),
});

export const serveNotice = command({
  name: 'ServeNotice',
  method: 'POST',
  path: '/cases/:caseId/serve-notice',
  title: '登记送达',
  body: z.strictObject({
    method: z.enum(Object.keys(serviceMethods) as [keyof typeof serviceMethods], '请选择送达方式'),
    recipient: z.string().trim().min(2, '请填写签收人').max(40),
    proof: file,
    on: date,
  }),
});

export const confirmationReadiness = query({
  name: 'ConfirmationReadiness',
  method: 'GET',
  path: '/cases/:caseId/confirmation-readiness',
  title: '作出决定的条件',
  answer: z.object({
    checks: z.array(
      z.object({
        title: z.string(),
        invariant: z.string(),
        holds: z.boolean(),
        because: z.string(),
        source: z.string(),
      }),
    ),
    today: date,
    route: z.enum(['township', 'county']),
    authority: z.object({ ok: z.boolean(), text: z.string() }),
    organ: z.string(),
    outcome: z.enum(['grant', 'refuse']).nullable(),
    monthlyAmount: z.number(),
  }),
});

export const decisionNotice = query({
  name: 'DecisionNotice',
  method: 'GET',
  path: '/cases/:caseId/papers/decision-notice',
  title: '确认通知书、不予确认告知书',
  answer: z.unknown(),
});

export const serviceReceipt = query({
  name: 'ServiceReceipt',
  method: 'GET',
  path: '/cases/:caseId/papers/service-receipt',
  title: '送达回证',
  answer: z.unknown(),
});

export const reliefRegister = query({
  name: 'ReliefRegisterPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/relief-register',
  title: '先行救助登记表',
  answer: z.unknown(),
});

export const temporaryReliefFiling = query({
  name: 'TemporaryReliefFilingPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/temporary-relief-filing',
  title: '乡镇审批临时救助备案表',
  answer: z.unknown(),
});

export const referralPaper = query({
  name: 'ReferralPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/referral',
  title: '转介单',
  /** Which of several; the newest when left out. */
  query: z.object({ id: z.uuid().optional() }),
  answer: z.unknown(),
});
