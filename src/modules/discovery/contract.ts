import { z } from 'zod';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { command, query } from '../../kernel/contract.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { date, files, id, keysOf, sentence, village, personName } from '../contract-field.ts';
import { closingTitles, sourceTitles } from './report.ts';

const optional = (schema: z.ZodType<string, string>) => schema.nullable().default(null);

export const reportHardship = command({
  name: 'ReportHardship',
  method: 'POST',
  path: '/discoveries',
  title: '提交报告',
  body: z.strictObject({
    discoveryId: id,
    village,
    name: personName('请填写户主或者本人姓名'),
    idNumber: optional(
      z
        .string()
        .trim()
        .max(40)
        .superRefine((text, context) => {
          const read = checkIdNumber(text);
          if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
        }) as unknown as z.ZodType<string, string>,
    ),
    phone: optional(
      z
        .string()
        .trim()
        .regex(/^\+?[\d -]{7,20}$/, '电话应为 7 至 11 位数字，请核对'),
    ),
    address: optional(z.string().trim().min(2, '请填写住在哪里').max(120)),
    people: z.int().min(1).max(30, '家庭人口请填 1 至 30').nullable().default(null),
    seen: sentence,
    seenOn: date,
    source: z.enum(keysOf(sourceTitles), '请选择怎么知道的'),
    informant: optional(z.string().trim().min(2, '请填写反映人').max(60)),
    urgent: z.boolean().default(false),
    needsHelp: z.boolean().default(false),
    photos: files.default([]),
  }),
});

export const tellFamily = command({
  name: 'TellFamily',
  method: 'POST',
  path: '/discoveries/:discoveryId/tell-family',
  title: '登记告知政策',
  body: z.strictObject({ on: date, how: sentence }),
});

export const closeReport = command({
  name: 'CloseReport',
  method: 'POST',
  path: '/discoveries/:discoveryId/close',
  title: '写明理由办结',
  body: z.strictObject({
    ground: z.enum(keysOf(closingTitles), '请选择为什么不转为申请'),
    reason: sentence,
  }),
});

/** Begins an application with what the report knows. */
export const openFromReport = command({
  name: 'OpenFromReport',
  method: 'POST',
  path: '/cases/:caseId/open-from-report',
  title: '转为申请',
  body: z
    .strictObject({
      discoveryId: id,
      village,
      scheme: z.enum(schemes as [Scheme, ...Scheme[]], '请选择申请的救助'),
      channel: z.enum(['ordinary', 'help-first', 'quick-aid']).default('ordinary'),
    })
    .refine(({ scheme, channel }) => channel === 'ordinary' || scheme === 'temporary', {
      path: ['channel'],
      message: '只有临时救助可以按急难型先行救助或者小额快救办理',
    }),
});

const line = z.object({
  discoveryId: z.string(),
  name: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  seen: z.string(),
  seenOn: z.string(),
  reportedOn: z.string(),
  dueOn: z.string(),
  urgent: z.boolean(),
  needsHelp: z.boolean(),
  told: z.boolean(),
  /** '' while it is open. */
  endedOn: z.string(),
  caseId: z.string(),
  outcome: z.string(),
  /** Open beyond its day. */
  isOverdue: z.boolean(),
});
export type DiscoveryLine = z.infer<typeof line>;

export const discoveryList = query({
  name: 'DiscoveryList',
  method: 'GET',
  path: '/discoveries',
  title: '主动发现',
  query: z.object({ show: z.enum(['open', 'overdue', 'ended']).default('open') }),
  answer: z.object({
    reports: z.array(line),
    open: z.number(),
    overdue: z.number(),
    /** Villages of the own area, to report from. */
    villages: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

export const discoveryView = query({
  name: 'DiscoveryView',
  method: 'GET',
  path: '/discoveries/:discoveryId',
  title: '主动发现报告',
  answer: z.object({
    version: z.number(),
    summary: line,
    village: z.string(),
    idNumber: z.string(),
    phone: z.string(),
    /** '' for whoever does not go there. */
    address: z.string(),
    people: z.number().nullable(),
    source: z.string(),
    /** '' for whoever may not know. */
    informant: z.string(),
    reportedBy: z.string(),
    told: z.object({ on: z.string(), how: z.string(), by: z.string() }).nullable(),
    ended: z.object({ on: z.string(), by: z.string(), words: z.string() }).nullable(),
    photos: z.array(z.object({ hash: z.string(), name: z.string() })),
  }),
});
