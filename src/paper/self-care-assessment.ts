import { z } from 'zod';
import { day, head, line, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 生活自理能力评估表: six things a 特困 person can or cannot do, and the tier that follows by count (TK-20…TK-23). */
export const selfCareAssessment = paper({
  title: '特困人员生活自理能力评估表',
  audience: 'office',
  template: 'self-care-assessment.typ',
  schema: z.strictObject({
    head,
    person: line(40),
    village: line(40),
    caseNumber: line(40),
    cause: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('first') }),
      z.strictObject({
        kind: z.literal('change'),
        what: prose(300),
        reportedOn: day,
        dueBy: day,
      }),
    ]),
    /** Absent on a sheet taken along to be filled by hand. */
    found: z
      .strictObject({
        on: day,
        can: z.strictObject({
          eat: z.boolean(),
          dress: z.boolean(),
          getUp: z.boolean(),
          toilet: z.boolean(),
          walk: z.boolean(),
          bathe: z.boolean(),
        }),
      })
      .exactOptional(),
    /** 第三方 that helped (TK-20). */
    helper: line(60).exactOptional(),
    assessors: z.array(signer).min(2, '评估人员不得少于2人').max(6),
    family: signer,
    leader: signer,
  }),
});
