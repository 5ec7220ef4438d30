import { z } from 'zod';
import { day, head, household, line, money, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** A figure with its unit; what is unknown prints as unknown, never as zero. */
const figure = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.enum(['yuan', 'yuan-per-month', 'yuan-per-year']), amount: money }),
  z.strictObject({ unit: z.enum(['persons', 'months', 'percent', 'times']), value: z.number() }),
  z.strictObject({ unit: z.literal('answer'), answer: z.enum(['yes', 'no', 'unknown']) }),
  z.strictObject({ unit: z.literal('text'), text: line(60) }),
]);

const step = z.strictObject({
  /** 0 is the result, deeper lines are what it was made of. */
  depth: z.int().min(0).max(8),
  label: line(80),
  figure,
  /** With figures and units: `（740.00 − 418.33）× 3 人 = 965.00 元/月`. */
  arithmetic: prose(300).exactOptional(),
  /** How it was computed or where the fact came from: "申报", "核对:社保", "(3)+(4)". */
  from: prose(200).exactOptional(),
  article: line(100).exactOptional(),
});

/** One scheme of the application in a line: 符合、不符合、尚不能判断 or 不能计算, with amount or reason. */
const schemeLine = z.strictObject({
  title: line(30),
  word: line(10),
  figure: line(40).exactOptional(),
  why: prose(300).exactOptional(),
});

/** 特困人员 and 单人户 are decided person by person. */
const personLine = schemeLine.extend({ name: line(40) });

/** 收入财产核算表: every figure down to its source and article, so that anyone can do the sum again. */
export const calculationSheet = paper({
  title: '家庭收入财产核算表',
  audience: 'office',
  template: 'calculation-sheet.typ',
  schema: z.strictObject({
    head,
    household,
    asOf: day,
    /** The frame and the local rules it was computed with: "低保 2026-07 版". */
    rulesVersion: line(80),
    /** One application, every scheme (OT-08). */
    schemes: z.array(schemeLine).max(5),
    persons: z.array(personLine).max(60),
    /** What the family is told. */
    plainWords: prose(400),
    steps: z.array(step).min(1).max(400),
    parameters: z
      .array(
        z.strictObject({
          name: line(60),
          value: line(60),
          document: line(120),
          from: day,
        }),
      )
      .max(100),
    /** The outcome in sentences: eligible or not, the amount, what is missing. */
    result: z.array(prose(300)).min(1).max(10),
    /** Facts a clerk corrected, each with its reason. */
    corrections: z
      .array(
        z.strictObject({ fact: line(80), before: line(60), after: line(60), reason: prose(200) }),
      )
      .max(50),
    handler: signer,
    reviewer: signer,
  }),
});
