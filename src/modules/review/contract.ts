import { z } from 'zod';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { command, query } from '../../kernel/contract.ts';
import {
  date,
  file,
  files,
  id,
  keysOf,
  money,
  month,
  sentence,
  village,
  personName,
} from '../contract-field.ts';
import { checkMethods } from './benefit-event.ts';
import { memberId, persons, schemeField, standingField } from './review-field.ts';
import { standings } from './entitlement.ts';
import { taskKinds } from './task-kind.ts';

export const registerExistingBenefit = command({
  name: 'RegisterExistingBenefit',
  method: 'POST',
  path: '/benefits',
  title: '登记原有救助对象',
  body: z.strictObject({
    benefitId: id,
    scheme: schemeField,
    village,
    /** The document the assistance rests on, as it reads, and its scan. */
    document: z.string().trim().min(4, '请填写原批准文件的文号').max(80, '文号过长'),
    scan: file,
    decidedOn: date,
    from: month,
    amount: money,
    lastCheckedOn: date,
    validUntil: date.nullable(),
    people: z
      .array(
        z.strictObject({
          memberId,
          name: personName(),
          idNumber: z.string().superRefine((text, context) => {
            const read = checkIdNumber(text);
            if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
          }),
          covered: z.boolean(),
        }),
      )
      .min(1, '请至少登记一人')
      .max(30),
  }),
});

export const confirmRegisteredBenefit = command({
  name: 'ConfirmRegisteredBenefit',
  method: 'POST',
  path: '/benefits/:benefitId/confirm-registration',
  title: '与原文件相符，列入名册',
  body: z.strictObject({}),
});

export const rejectRegisteredBenefit = command({
  name: 'RejectRegisteredBenefit',
  method: 'POST',
  path: '/benefits/:benefitId/reject-registration',
  title: '与原文件不符，退回',
  body: z.strictObject({ reason: sentence }),
});

export const startReview = command({
  name: 'StartReview',
  method: 'POST',
  path: '/benefits/:benefitId/start-review',
  title: '开始定期核查',
  body: z.strictObject({ reviewId: id }),
});

export const extendReview = command({
  name: 'ExtendReview',
  method: 'POST',
  path: '/benefits/:benefitId/extend-review',
  title: '延长核查期限',
  body: z.strictObject({
    until: date,
    /** Which major emergency it is. */
    emergency: sentence,
    basis: file,
  }),
});

/** The same for a list of households: one emergency seldom concerns one. */
export const extendReviews = command({
  name: 'ExtendReviews',
  method: 'POST',
  path: '/review-extensions',
  title: '成批延长核查期限',
  body: z.strictObject({
    benefitIds: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,100}$/))
      .min(1, '请至少选择一户')
      .max(1000, '一次最多 1000 户，请分乡镇办理'),
    until: date,
    emergency: sentence,
    basis: file,
  }),
  answer: z.object({
    extended: z.number(),
    results: z.array(
      z.object({
        benefitId: z.string(),
        number: z.string(),
        head: z.string(),
        because: z.string(),
      }),
    ),
  }),
});

export const recordCheck = command({
  name: 'RecordCheck',
  method: 'POST',
  path: '/benefits/:benefitId/record-check',
  title: '登记核查情况',
  body: z.strictObject({
    method: z.enum(keysOf(checkMethods), '请选择核查方式'),
    on: date,
    checkers: persons,
    reference: z.string().trim().max(100),
    findings: sentence,
    files,
  }),
});

export const concludeReview = command({
  name: 'ConcludeReview',
  method: 'POST',
  path: '/benefits/:benefitId/conclude-review',
  title: '作出核查结论',
  body: z.strictObject({
    outcome: z.enum(['unchanged', 'changed'], '请选择有无变化'),
    note: sentence,
  }),
});

export const reportDeath = command({
  name: 'ReportDeath',
  method: 'POST',
  path: '/benefits/:benefitId/report-death',
  title: '登记成员死亡',
  body: z.strictObject({ deathId: id, memberId, diedOn: date, source: sentence }),
});

const nextLine = z
  .object({ from: z.string(), amount: z.number(), standing: standingField })
  .nullable();

const registerLine = z.object({
  benefitId: z.string(),
  scheme: schemeField,
  number: z.string(),
  head: z.string(),
  members: z.number(),
  townshipName: z.string(),
  villageName: z.string(),
  standing: standingField,
  amount: z.number(),
  since: z.string(),
  next: nextLine,
  reviewDue: z.string(),
  validUntil: z.string(),
  kin: z.boolean(),
});
export type RegisterLine = z.infer<typeof registerLine>;

export const registerSearch = z.object({
  text: z.string().max(40).optional(),
  scheme: schemeField.optional(),
  standing: z.enum([...keysOf(standings), 'running']).optional(),
  township: z.string().max(12).optional(),
  kin: z.enum(['true', 'false']).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  /** The register as it stood on a past day; today when left out. */
  on: date.optional(),
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const benefitList = query({
  name: 'BenefitList',
  method: 'GET',
  path: '/benefits',
  title: '救助对象名册',
  query: registerSearch,
  answer: z.object({
    on: date,
    benefits: z.array(registerLine),
    households: z.number(),
    people: z.number(),
    amount: z.number(),
    next: z.string().nullable(),
  }),
});

/** The same list as a workbook. */
export const benefitSheet = query({
  name: 'BenefitSheet',
  method: 'GET',
  path: '/benefits/sheet',
  title: '救助对象名册（电子表格）',
  query: registerSearch,
  answer: z.unknown(),
});

export const benefitView = query({
  name: 'BenefitView',
  method: 'GET',
  path: '/benefits/:benefitId',
  title: '救助对象',
  query: z.object({ on: date.optional() }),
  answer: z.object({
    benefitId: z.string(),
    version: z.number(),
    /** The day it is shown for. */
    on: date,
    today: date,
    /** The state, sensitive texts masked. */
    state: z.record(z.string(), z.unknown()),
    standing: standingField.nullable(),
    amount: z.number(),
    /** What changes after this month as decided so far. */
    next: nextLine,
    townshipName: z.string(),
    villageName: z.string(),
    tasks: z.array(
      z.object({
        kind: z.enum(keysOf(taskKinds)),
        what: z.string(),
        dueOn: z.string(),
        left: z.number().nullable(),
        roles: z.array(z.string()),
      }),
    ),
    history: z.array(
      z.object({
        seq: z.number(),
        title: z.string(),
        actor: z.string(),
        occurredOn: z.string(),
        recordedAt: z.number(),
      }),
    ),
    names: z.record(z.string(), z.string()),
  }),
});

const taskLine = z.object({
  benefitId: z.string(),
  kind: z.enum(keysOf(taskKinds)),
  scheme: schemeField,
  number: z.string(),
  head: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  what: z.string(),
  dueOn: z.string(),
  /** Days until it is due; negative once it is overdue; null where the law sets no day. */
  left: z.number().nullable(),
});
export type TaskLine = z.infer<typeof taskLine>;

export const reviewTasks = query({
  name: 'ReviewTasks',
  method: 'GET',
  path: '/review-tasks',
  title: '动态管理待办',
  query: z.object({
    kind: z.enum(keysOf(taskKinds)).optional(),
    mine: z.enum(['true', 'false']).optional(),
    township: z.string().max(12).optional(),
    /** How many days ahead. */
    days: z.coerce.number().int().min(0).max(366).default(30),
  }),
  answer: z.object({
    sentence: z.string(),
    tasks: z.array(taskLine),
    townships: z.array(
      z.object({ code: z.string(), name: z.string(), due: z.number(), overdue: z.number() }),
    ),
  }),
});
