import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, file } from '../contract-field.ts';

const words = (what: string, most: number) =>
  z.string().trim().min(2, `请填写${what}`).max(most, `${what}请控制在 ${most} 字以内`);

/** `:ruleId` is the place and the rule: `511702-verification`, `511702102-intake`. */
export const publishWorkingRule = command({
  name: 'PublishWorkingRule',
  method: 'POST',
  path: '/working-rules/:ruleId/publish',
  title: '发布制度文本',
  body: z.strictObject({
    title: words('制度名称', 80),
    documentNumber: words('文号', 60),
    issuer: words('印发机关', 60),
    issuedOn: date,
    effectiveFrom: date,
    text: z.string().max(60_000, '正文请控制在 6 万字以内').default(''),
    file: file.nullable().default(null),
  }),
});

export const repealWorkingRule = command({
  name: 'RepealWorkingRule',
  method: 'POST',
  path: '/working-rules/:ruleId/repeal',
  title: '废止制度',
  body: z.strictObject({ on: date, reason: words('理由', 300) }),
});

/** Whoever presses this says: I have read this version. */
export const readWorkingRule = command({
  name: 'ReadWorkingRule',
  method: 'POST',
  path: '/working-rules/:ruleId/read',
  title: '我已阅读',
  body: z.strictObject({ version: z.int().min(1).max(10_000) }),
});

const textHead = z.object({
  version: z.number(),
  title: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  issuedOn: z.string(),
  effectiveFrom: z.string(),
  /** '' while it is not repealed. */
  repealedOn: z.string(),
});

const listed = z.object({
  name: z.string(),
  title: z.string(),
  level: z.enum(['county', 'township']),
  place: z.string(),
  placeName: z.string(),
  /** Under which id it is opened and published; where the county's text holds for a township, that text's. */
  ruleId: z.string(),
  current: textHead.nullable(),
  /** The county's text holds because the township has none of its own. */
  fromCounty: z.boolean(),
  mustRead: z.boolean(),
  isRead: z.boolean(),
  /** Of those in post who must read it; null for whoever may not see who has. */
  unread: z.number().nullable(),
  /** How many in post must read it at all. */
  readers: z.number().nullable(),
});
export type ListedRule = z.infer<typeof listed>;

export const workingRuleList = query({
  name: 'WorkingRuleList',
  method: 'GET',
  path: '/working-rules',
  title: '工作制度',
  answer: z.object({
    rules: z.array(listed),
    /** How many rules are missing at the places shown. */
    missing: z.number(),
    toRead: z.number(),
  }),
});

export const workingRuleView = query({
  name: 'WorkingRuleView',
  method: 'GET',
  path: '/working-rules/:ruleId',
  title: '工作制度',
  answer: z.object({
    ruleId: z.string(),
    title: z.string(),
    placeName: z.string(),
    /** Of the stream: what the next command of the county goes on from. */
    streamVersion: z.number(),
    current: z.number().nullable(),
    mustRead: z.boolean(),
    isRead: z.boolean(),
    stages: z.array(z.string()),
    versions: z.array(
      textHead.extend({
        text: z.string(),
        file: z.object({ name: z.string(), mime: z.string() }).nullable(),
        repealedBecause: z.string(),
        readOn: z.string(),
      }),
    ),
  }),
});

/** The scan of a version, as an attachment. */
export const workingRuleFile = query({
  name: 'WorkingRuleFile',
  method: 'GET',
  path: '/working-rules/:ruleId/versions/:version/file',
  title: '下载制度原件',
  answer: z.unknown(),
});

export const workingRuleReaders = query({
  name: 'WorkingRuleReaders',
  method: 'GET',
  path: '/working-rules/:ruleId/readers',
  title: '谁读过、谁没有读',
  answer: z.object({
    version: z.number().nullable(),
    readers: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        roleTitle: z.string(),
        placeName: z.string(),
        /** '' while it is unread. */
        readOn: z.string(),
      }),
    ),
  }),
});

export const stageRules = query({
  name: 'StageRules',
  method: 'GET',
  path: '/stage-rules/:stage',
  title: '本环节适用的制度',
  query: z.object({ place: z.string().regex(/^\d{6}(\d{3}){0,2}$/) }),
  answer: z.object({
    rules: z.array(
      z.object({
        ruleId: z.string(),
        title: z.string(),
        documentNumber: z.string(),
        /** No text holds there today. */
        missing: z.boolean(),
        /** The asker must read the version that holds and has not. */
        unread: z.boolean(),
      }),
    ),
  }),
});
