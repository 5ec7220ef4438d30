import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, files, keysOf, personName, sentence } from '../contract-field.ts';
import { assessedItems, findingTitles, indicatorTitles } from './indicator.ts';

const found = z.enum(keysOf(findingTitles), '请选择符合、部分符合或者不符合');
const item = z.enum(assessedItems);
const indicator = z.enum(keysOf(indicatorTitles));

export const assessReadiness = command({
  name: 'AssessReadiness',
  method: 'POST',
  path: '/townships/:township/assess-readiness',
  title: '登记承接能力评估',
  body: z.strictObject({
    on: date,
    assessors: z.array(personName('请填写评估人员姓名')).min(1, '请填写评估人员').max(10),
    items: z
      .array(
        z.strictObject({
          item,
          found,
          note: z.string().trim().max(300, '请控制在 300 字以内').default(''),
          files,
        }),
      )
      .max(20),
    opinion: sentence,
  }),
});

const line = z.object({
  indicator,
  title: z.string(),
  weight: z.number(),
  /** Hundredths of a point; null when it was left out. */
  points: z.number().nullable(),
  because: z.string(),
  article: z.string(),
});
export type ReadinessLine = z.infer<typeof line>;

const score = z.object({
  score: z.number(),
  threshold: z.number(),
  judgedWeight: z.number(),
  passes: z.boolean(),
  because: z.string(),
});

export const readinessList = query({
  name: 'ReadinessList',
  method: 'GET',
  path: '/readiness',
  title: '承接能力评估',
  answer: z.object({
    /** The document the figures follow; '' where nothing is laid down. */
    document: z.string(),
    townships: z.array(
      z.object({
        township: z.string(),
        name: z.string(),
        /** Null where nothing is laid down. */
        score: score.nullable(),
        assessedOn: z.string(),
      }),
    ),
  }),
});
export type ReadyTownship = ReturnType<
  (typeof readinessList)['answer']['parse']
>['townships'][number];

export const readinessView = query({
  name: 'ReadinessView',
  method: 'GET',
  path: '/townships/:township/readiness',
  title: '承接能力评估',
  answer: z.object({
    township: z.string(),
    name: z.string(),
    version: z.number(),
    today: z.string(),
    document: z.string(),
    leastWeight: z.number(),
    score: score.extend({ lines: z.array(line) }).nullable(),
    /** The newest yearly evaluation, for whoever weighs it: it decides nothing here. */
    evaluation: z.object({ year: z.string(), total: z.number(), band: z.string() }).nullable(),
    /** What the checklist asks, in its order, with what is looked for. */
    checklist: z.array(z.object({ item, title: z.string(), lookedFor: z.string() })),
    history: z.array(
      z.object({
        on: z.string(),
        assessors: z.array(z.string()),
        by: z.string(),
        opinion: z.string(),
        score,
        items: z.array(
          z.object({
            item,
            title: z.string(),
            found,
            note: z.string(),
            files: z.array(z.object({ hash: z.string(), name: z.string() })),
          }),
        ),
        lines: z.array(line),
      }),
    ),
  }),
});
