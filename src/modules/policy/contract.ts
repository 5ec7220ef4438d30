import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { date, id, keysOf, sentence } from '../contract-field.ts';
import { type PolicyContent, policyStatuses } from './policy.ts';

const MOST_CHARACTERS = 1_000_000;
const words = (what: string, most: number) =>
  z.string().trim().min(2, `请填写${what}`).max(most, `${what}请控制在 ${most} 字以内`);

const figure = z.strictObject({
  parameter: z.string('请选择要调整的项目').min(1, '请选择要调整的项目').max(60),
  residence: z.enum(['urban', 'rural']).nullable(),
  value: z.int('请填写新数值').min(0, '不能小于零').max(1_000_000_000, '数值过大，请核对'),
});

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figures'),
    figures: z.array(figure).min(1, '请至少填写一项新标准').max(20, '一次最多调整 20 项'),
    effective: date.refine(
      (text) => text >= '2021-07-01' && text <= '2100-12-31',
      '执行日期请填写 2021 年 7 月 1 日以后的日期，并核对年份',
    ) as unknown as z.ZodType<LocalDate, string>,
  }),
  z.strictObject({
    kind: z.literal('file'),
    text: z.string().min(1, '请填写文件的内容').max(MOST_CHARACTERS, '文件超过 100 万字'),
  }),
]);

const content = z.strictObject({
  title: words('调整的名称', 60),
  issuer: words('制定机关', 60),
  change,
  answers: z
    .array(z.strictObject({ question: z.string().max(200), reason: sentence }))
    .max(100)
    .default([]),
}) as unknown as z.ZodType<PolicyContent>;

const fault = z.object({
  line: z.int(),
  column: z.int(),
  is: z.enum(['fault', 'warning']),
  message: z.string(),
});
const changed = z.object({
  title: z.string(),
  residence: z.enum(['urban', 'rural']).nullable(),
  effective: z.string(),
  old: z.string().nullable(),
  now: z.string().nullable(),
});
const judgedShape = z.object({
  /** The whole file as drafted, for the preview. */
  text: z.string(),
  file: z.string(),
  faults: z.array(fault),
  changes: z.array(changed),
  questions: z.array(z.object({ key: z.string(), message: z.string() })),
  /** The first day it changes something; null when it changes nothing. */
  from: z.string().nullable(),
});
export type PolicyJudged = z.output<typeof judgedShape>;

/** The county's own file as it is in force, to go on from. */
export const policyFile = query({
  name: 'PolicyFile',
  method: 'GET',
  path: '/policy-files/:file',
  title: '现行的地方文件',
  answer: z.object({ text: z.string() }),
});

/** What is wrong with a draft and what it changes, as it is typed. Nothing of it is kept. */
export const judgePolicy = command({
  name: 'JudgePolicy',
  method: 'POST',
  path: '/policies/judge',
  title: '检查草案',
  body: z.strictObject({ content }),
  answer: judgedShape,
});

export const draftPolicy = command({
  name: 'DraftPolicy',
  method: 'POST',
  path: '/policies/:policyId/draft',
  title: '保存草案',
  body: z.strictObject({ content }),
});

export const attachPreview = command({
  name: 'AttachPreview',
  method: 'POST',
  path: '/policies/:policyId/preview',
  title: '附上测算结果',
  body: z.strictObject({ previewId: id }),
});

export const commentPolicy = command({
  name: 'CommentPolicy',
  method: 'POST',
  path: '/policies/:policyId/comment',
  title: '提出意见',
  body: z.strictObject({ text: sentence }),
});

export const submitPolicy = command({
  name: 'SubmitPolicy',
  method: 'POST',
  path: '/policies/:policyId/submit',
  title: '送请批准',
  body: z.strictObject({ note: z.string().trim().max(1000, '请控制在 1000 字以内').default('') }),
});

export const sendBackPolicy = command({
  name: 'SendBackPolicy',
  method: 'POST',
  path: '/policies/:policyId/send-back',
  title: '退回修改',
  body: z.strictObject({ reason: sentence }),
});

export const approvePolicy = command({
  name: 'ApprovePolicy',
  method: 'POST',
  path: '/policies/:policyId/approve',
  title: '批准',
  body: z.strictObject({ opinion: sentence, previewId: id }),
});

export const publishPolicy = command({
  name: 'PublishPolicy',
  method: 'POST',
  path: '/policies/:policyId/publish',
  title: '公布',
  body: z.strictObject({
    document: z.string().trim().max(60, '文号请控制在 60 字以内'),
    issuedOn: date,
  }),
});

export const giveUpPolicy = command({
  name: 'GiveUpPolicy',
  method: 'POST',
  path: '/policies/:policyId/give-up',
  title: '放弃草案',
  body: z.strictObject({ reason: sentence }),
});

const status = z.enum(keysOf(policyStatuses));

export const policyList = query({
  name: 'PolicyList',
  method: 'GET',
  path: '/policies',
  title: '标准和规则的起草与公布',
  answer: z.object({
    policies: z.array(
      z.object({
        policyId: z.string(),
        title: z.string(),
        status,
        drafter: z.string(),
        draftedOn: z.string(),
        document: z.string(),
        effective: z.string(),
      }),
    ),
  }),
});

const mark = z.object({ by: z.string(), on: z.string(), words: z.string() });

export const policyView = query({
  name: 'PolicyView',
  method: 'GET',
  path: '/policies/:policyId',
  title: '标准和规则草案',
  answer: z.object({
    policyId: z.string(),
    version: z.int(),
    status,
    content: z.custom<PolicyContent>(),
    writers: z.array(z.string()),
    /** The asker wrote in it, so that somebody else has to approve and publish. */
    writtenByMe: z.boolean(),
    judged: judgedShape,
    preview: z
      .object({
        previewId: z.string(),
        day: z.string(),
        months: z.array(z.string()),
        households: z.int(),
        sums: z.unknown(),
        townships: z.array(z.object({ code: z.string(), name: z.string() })),
        by: z.string(),
        on: z.string(),
      })
      .nullable(),
    comments: z.array(mark),
    sentBack: mark.nullable(),
    submitted: mark.nullable(),
    approved: mark.nullable(),
    published: z
      .object({
        by: z.string(),
        on: z.string(),
        document: z.string(),
        issuedOn: z.string(),
        effective: z.string(),
        inUseFrom: z.string(),
      })
      .nullable(),
    history: z.array(z.object({ title: z.string(), by: z.string(), at: z.int() })),
  }),
});
