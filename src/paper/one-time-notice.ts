import { z } from 'zod';
import { day, head, line, office, prose, schemes } from './field.ts';
import { paper } from './paper.ts';

/** 一次性告知书: everything that is missing, told once (DB-10, SLAW a.62(2)). */
export const oneTimeNotice = paper({
  title: '一次性告知书',
  audience: 'family',
  template: 'one-time-notice.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    schemes,
    appliedOn: day,
    missing: z
      .array(
        z.strictObject({
          item: line(80),
          /** Why it is needed, and how it can be had or replaced. */
          why: prose(200),
          how: prose(200).exactOptional(),
        }),
      )
      .min(1, '没有缺少的材料，不需要告知')
      .max(60),
    /** What the office looks up itself, so that nobody runs for it. */
    lookedUpByOffice: z.array(line(80)).max(30),
    supplementBy: day.exactOptional(),
    office,
  }),
});
