import { z } from 'zod';
import { day, head, idNumber, line, office } from './field.ts';
import { paper } from './paper.ts';

/** 信函索证: asks an institution for facts, with a reply slip on the same sheet (DB-16d). */
export const letterOfInquiry = paper({
  title: '社会救助调查函',
  audience: 'institution',
  template: 'letter-of-inquiry.typ',
  schema: z.strictObject({
    head,
    to: line(80),
    /** Only what the institution needs to find the person. */
    person: z.strictObject({ name: line(40), idNumber }),
    /** Number of the person's authorisation, a copy of which goes with the letter. */
    authorisation: line(60),
    questions: z.array(line(160)).min(1).max(12),
    replyBy: day,
    office,
  }),
});
