import { z } from 'zod';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { command, query } from '../../kernel/contract.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { date, file, files, id, keysOf, money, sentence, personName } from '../contract-field.ts';
import { adjustmentGrounds, adjustmentKinds, answerKinds, recipientRoles } from './adjustment.ts';
import { changeChannels, changeKinds, followUpOutcomes, workAnswers } from './benefit-event.ts';
import { errorKinds, errorSources } from './found-error.ts';
import { memberId, persons } from './review-field.ts';

const name = personName();

export const reportChange = command({
  name: 'ReportChange',
  method: 'POST',
  path: '/benefits/:benefitId/report-change',
  title: '登记家庭情况变化',
  body: z.strictObject({
    id,
    kind: z.enum(keysOf(changeKinds), '请选择变化种类'),
    what: sentence,
    channel: z.enum(keysOf(changeChannels), '请选择来源'),
    happenedOn: date,
  }),
});

export const takeBackReport = command({
  name: 'TakeBackReport',
  method: 'POST',
  path: '/benefits/:benefitId/take-back-report',
  title: '更正登记有误的死亡、变化',
  body: z.strictObject({
    reportId: id,
    /** Under which id the change stands that asks for a new calculation. */
    changeId: id,
    reason: sentence,
    files: files.min(1, '请上传证明登记有误的材料'),
  }),
});

export const reassess = command({
  name: 'Reassess',
  method: 'POST',
  path: '/benefits/:benefitId/reassess',
  title: '重新核算',
  body: z.strictObject({
    id,
    facts: householdFactsSchema,
    reason: sentence,
    /** Those who joined since, with their own number; each has signed an authorisation (HD-03). */
    joined: z
      .array(
        z.strictObject({
          memberId,
          name,
          idNumber: z.string().superRefine((text, context) => {
            const read = checkIdNumber(text);
            if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
          }),
        }),
      )
      .max(20),
    authorisations: files,
  }),
});

export const recordError = command({
  name: 'RecordError',
  method: 'POST',
  path: '/benefits/:benefitId/record-error',
  title: '登记原决定的错误',
  body: z.strictObject({
    id,
    kind: z.enum(keysOf(errorKinds), '请选择错误的种类'),
    source: z.enum(keysOf(errorSources), '请选择怎样发现的'),
    foundOn: date,
    foundBy: name,
    what: sentence,
    cause: sentence,
    files,
    /** The family's facts as they should have been. */
    facts: householdFactsSchema,
  }),
});

export const judgeTolerance = command({
  name: 'JudgeTolerance',
  method: 'POST',
  path: '/benefits/:benefitId/judge-tolerance',
  title: '作出容错认定',
  body: z.strictObject({
    errorId: id,
    goodFaith: z.boolean('请选择是否履职尽责'),
    objectiveCause: z.boolean('请选择是否客观原因所致'),
    inTime: z.boolean('请选择是否及时纠正'),
    exempt: z.boolean('请选择认定结论'),
    reasons: sentence,
  }),
});

export const recordWorkOffer = command({
  name: 'RecordWorkOffer',
  method: 'POST',
  path: '/benefits/:benefitId/record-work-offer',
  title: '登记介绍工作的情况',
  body: z.strictObject({
    id,
    memberId,
    on: date,
    offer: sentence,
    answer: z.enum(keysOf(workAnswers), '请选择答复'),
    note: z.string().trim().max(500),
  }),
});

export const proposeAdjustment = command({
  name: 'ProposeAdjustment',
  method: 'POST',
  path: '/benefits/:benefitId/propose-adjustment',
  title: '提出调整意见',
  body: z.strictObject({
    id,
    kind: z.enum(keysOf(adjustmentKinds), '请选择调整种类'),
    ground: z.enum(keysOf(adjustmentGrounds), '请选择调整事由'),
    reasons: sentence,
    files,
    refuser: z.strictObject({ memberId, reduceBy: money }).nullable(),
    /** Only where an error is corrected: money paid too much is not asked back. */
    waive: z.boolean().default(false),
  }),
});

export const withdrawAdjustment = command({
  name: 'WithdrawAdjustment',
  method: 'POST',
  path: '/benefits/:benefitId/withdraw-adjustment',
  title: '撤回调整意见',
  body: z.strictObject({ reason: sentence }),
});

export const giveHearingNotice = command({
  name: 'GiveHearingNotice',
  method: 'POST',
  path: '/benefits/:benefitId/give-hearing-notice',
  title: '登记事先告知',
  body: z.strictObject({
    on: date,
    recipient: name,
    role: z.enum(keysOf(recipientRoles), '请选择签收人身份'),
    proof: file,
  }),
});

export const requestHearing = command({
  name: 'RequestHearing',
  method: 'POST',
  path: '/benefits/:benefitId/request-hearing',
  title: '登记听证要求',
  body: z.strictObject({ on: date }),
});

export const recordAnswer = command({
  name: 'RecordAnswer',
  method: 'POST',
  path: '/benefits/:benefitId/record-answer',
  title: '登记听取意见的情况',
  body: z.strictObject({
    kind: z.enum(keysOf(answerKinds), '请选择结果'),
    on: date,
    content: sentence,
    proof: file.nullable(),
  }),
});

export const postTermination = command({
  name: 'PostTermination',
  method: 'POST',
  path: '/benefits/:benefitId/post-termination',
  title: '登记拟终止公示',
  body: z.strictObject({
    id,
    place: z.string().trim().min(2, '请填写张贴地点').max(80),
    photo: file,
  }),
});

export const takeDownTermination = command({
  name: 'TakeDownTermination',
  method: 'POST',
  path: '/benefits/:benefitId/take-down-termination',
  title: '登记撤下公示',
  body: z.strictObject({ postingId: id, photo: file }),
});

export const objectToTermination = command({
  name: 'ObjectToTermination',
  method: 'POST',
  path: '/benefits/:benefitId/object-to-termination',
  title: '登记对终止的异议',
  body: z.strictObject({ id, on: date, content: sentence }),
});

export const answerTerminationObjection = command({
  name: 'AnswerTerminationObjection',
  method: 'POST',
  path: '/benefits/:benefitId/answer-termination-objection',
  title: '办结异议',
  body: z.strictObject({
    objectionId: id,
    upheld: z.boolean('请选择异议是否成立'),
    content: sentence,
  }),
});

export const decideAdjustment = command({
  name: 'DecideAdjustment',
  method: 'POST',
  path: '/benefits/:benefitId/decide-adjustment',
  title: '作出调整决定',
  body: z.strictObject({ reasons: sentence }),
});

export const serveAdjustment = command({
  name: 'ServeAdjustment',
  method: 'POST',
  path: '/benefits/:benefitId/serve-adjustment',
  title: '登记送达',
  body: z.strictObject({
    on: date,
    recipient: name,
    role: z.enum(keysOf(recipientRoles), '请选择签收人身份'),
    proof: file,
    villageToldOn: date.nullable(),
  }),
});

export const recordFollowUp = command({
  name: 'RecordFollowUp',
  method: 'POST',
  path: '/benefits/:benefitId/record-follow-up',
  title: '登记后续救助情况',
  body: z.strictObject({
    outcome: z.enum(keysOf(followUpOutcomes), '请选择结果'),
    note: sentence,
  }),
});

export const reportCareChange = command({
  name: 'ReportCareChange',
  method: 'POST',
  path: '/benefits/:benefitId/report-care-change',
  title: '登记自理能力变化',
  body: z.strictObject({ id, memberId, what: sentence }),
});

export const recordCareAssessment = command({
  name: 'RecordCareAssessment',
  method: 'POST',
  path: '/benefits/:benefitId/record-care-assessment',
  title: '登记自理能力评估',
  body: z.strictObject({
    id,
    indicators: z.strictObject({
      canEat: z.boolean('请选择能或者不能'),
      canDress: z.boolean('请选择能或者不能'),
      canGetUp: z.boolean('请选择能或者不能'),
      canToilet: z.boolean('请选择能或者不能'),
      canWalk: z.boolean('请选择能或者不能'),
      canBathe: z.boolean('请选择能或者不能'),
    }),
    assessors: persons,
    file,
  }),
});

/** Printed and handed over before the receipt is recorded. */
export const hearingNoticePaper = query({
  name: 'HearingNoticePaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/hearing-notice',
  title: '拟调整告知书',
  answer: z.unknown(),
});

export const adjustmentNoticePaper = query({
  name: 'AdjustmentNoticePaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/adjustment-notice',
  title: '调整决定书',
  answer: z.unknown(),
});

export const hearingRecordPaper = query({
  name: 'HearingRecordPaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/hearing-record',
  title: '听取意见记录',
  answer: z.unknown(),
});

export const terminationPoster = query({
  name: 'TerminationPoster',
  method: 'GET',
  path: '/benefits/:benefitId/papers/termination-poster',
  title: '终止公示',
  query: z.object({ size: z.enum(['a4', 'a3']).default('a4') }),
  answer: z.unknown(),
});

export const supportFilePaper = query({
  name: 'SupportFilePaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/support-file',
  title: '救助供养档案登记卡',
  answer: z.unknown(),
});

export const careSheetPaper = query({
  name: 'CareSheetPaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/self-care-assessment',
  title: '生活自理能力评估表',
  answer: z.unknown(),
});

export const passbookCustodyPaper = query({
  name: 'PassbookCustodyPaper',
  method: 'GET',
  path: '/benefits/:benefitId/papers/passbook-custody',
  title: '存折代管协议书暨备案表',
  answer: z.unknown(),
});
