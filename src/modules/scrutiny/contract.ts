import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { keysOf, sentence } from '../contract-field.ts';
import { lookRuleTitles } from './curious-look.ts';
import { verdictTitles } from './scrutiny.ts';

const line = z.object({
  readingId: z.string(),
  at: z.number(),
  reader: z.string(),
  what: z.string(),
  purpose: z.string(),
  number: z.string(),
  placeName: z.string(),
  hits: z.array(z.object({ rule: z.enum(keysOf(lookRuleTitles)), because: z.string() })),
  verdict: z.enum(['', ...keysOf(verdictTitles)]),
  note: z.string(),
  reviewedOn: z.string(),
  reviewer: z.string(),
});
export type CuriousLine = z.output<typeof line>;

/** Looks at sensitive texts that a rule finds odd, and what the audit administrator said of them. */
export const curiousLookList = query({
  name: 'CuriousLookList',
  method: 'GET',
  path: '/curious-looks',
  title: '异常查看审查',
  answer: z.object({
    days: z.number(),
    looks: z.array(line),
    rules: z.array(z.object({ title: z.string(), basis: z.string(), doubt: z.string() })),
  }),
});

export const reviewLook = command({
  name: 'ReviewLook',
  method: 'POST',
  path: '/curious-looks/:readingId/review',
  title: '审查查看记录',
  body: z.strictObject({
    verdict: z.enum(keysOf(verdictTitles), '请选择审查结果'),
    note: sentence,
  }),
});
