import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { files, keysOf, sentence } from '../contract-field.ts';
import { stageTitles } from './evaluation.ts';
import { measuredCodes } from './measured-code.ts';

const points = z.int('请填写得分').min(0, '得分不能小于 0').max(100, '得分不能超过分值');
const item = z.strictObject({
  code: z.string().max(40),
  points,
  note: z.string().trim().max(300, '请控制在 300 字以内').default(''),
});
const items = z.array(item).max(30);

export const selfScore = command({
  name: 'SelfScore',
  method: 'POST',
  path: '/townships/:township/evaluations/:year/self-score',
  title: '提交绩效自评',
  body: z.strictObject({ items: z.array(item.extend({ files })).max(30) }),
});

export const scoreTownship = command({
  name: 'ScoreTownship',
  method: 'POST',
  path: '/townships/:township/evaluations/:year/score',
  title: '登记县级评分',
  body: z.strictObject({ items }),
});

export const appealScore = command({
  name: 'AppealScore',
  method: 'POST',
  path: '/townships/:township/evaluations/:year/appeal',
  title: '提出评分异议',
  body: z.strictObject({ text: sentence, files }),
});

export const answerAppeal = command({
  name: 'AnswerAppeal',
  method: 'POST',
  path: '/townships/:township/evaluations/:year/answer',
  title: '答复评分异议',
  /** Points that change; none where the score stays. */
  body: z.strictObject({ answer: sentence, items }),
});

const stage = z.enum(['open', ...keysOf(stageTitles)]);

export const evaluationList = query({
  name: 'EvaluationList',
  method: 'GET',
  path: '/evaluations',
  title: '绩效评价',
  query: z.object({
    year: z
      .string()
      .regex(/^(20\d\d)?$/, '请填写年份，例如 2025')
      .default(''),
  }),
  answer: z.object({
    year: z.string(),
    document: z.string(),
    townships: z.array(
      z.object({
        township: z.string(),
        name: z.string(),
        stage,
        /** Hundredths of a point. */
        total: z.number().nullable(),
        band: z.string(),
      }),
    ),
  }),
});
export type EvaluatedTownship = ReturnType<
  (typeof evaluationList)['answer']['parse']
>['townships'][number];

const line = z.object({
  code: z.string(),
  title: z.string(),
  weight: z.number(),
  points: z.number().nullable(),
  because: z.string(),
});
const result = z.object({
  lines: z.array(line),
  total: z.number(),
  band: z.string(),
  document: z.string(),
  appealUntil: z.string(),
});
const step = z.object({ on: z.string(), byName: z.string() });
const named = z.array(z.object({ hash: z.string(), name: z.string() }));

export const evaluationView = query({
  name: 'EvaluationView',
  method: 'GET',
  path: '/townships/:township/evaluations/:year',
  title: '绩效评价',
  answer: z.object({
    version: z.number(),
    name: z.string(),
    stage,
    document: z.string(),
    /** What the record tells of the year, as it would be scored now. */
    measured: z.array(line),
    asked: z.array(
      z.object({ code: z.string(), title: z.string(), weight: z.number(), basis: z.string() }),
    ),
    selfScored: step.extend({ items: z.array(item.extend({ files: named })) }).nullable(),
    scored: step.extend({ result }).nullable(),
    appeal: step.extend({ text: z.string(), files: named }).nullable(),
    answered: step.extend({ answer: z.string(), result: result.nullable() }).nullable(),
  }),
});
export type EvaluationShown = ReturnType<(typeof evaluationView)['answer']['parse']>;

export const evaluationIndicator = query({
  name: 'EvaluationIndicator',
  method: 'GET',
  path: '/townships/:township/evaluations/:year/indicator',
  title: '指标的明细',
  query: z.object({ code: z.enum(measuredCodes, '请选择指标') }),
  answer: z.object({
    ...{ name: z.string(), title: z.string(), definition: z.string(), article: z.string() },
    /** As the record stands now; what was scored is in the result. */
    ...{ of: z.number(), good: z.number() },
    rows: z.array(
      z.object({
        ...{ what: z.string(), villageName: z.string(), day: z.string(), path: z.string() },
        ...{ of: z.number(), good: z.number() },
      }),
    ),
  }),
});
export type IndicatorLine = ReturnType<
  (typeof evaluationIndicator)['answer']['parse']
>['rows'][number];
