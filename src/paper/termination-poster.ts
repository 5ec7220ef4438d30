import { z } from 'zod';
import { day } from './field.ts';
import { paper } from './paper.ts';
import { posterFields, posterRow } from './poster.ts';

const { size: _, rows: __, ...shared } = posterFields;

/** 终止公示: whose 特困 support is to end, seven days before it is decided; never why (TK-26, PB-04). */
export const terminationPoster = paper({
  title: '特困人员拟终止救助供养公示',
  audience: 'public',
  template: 'termination-poster.typ',
  schema: z
    .strictObject({
      ...shared,
      size: z.enum(['a4', 'a3']),
      rows: z
        .array(posterRow.pick({ applicant: true, village: true }))
        .min(1)
        .max(200),
      from: day,
      until: day,
      days: z.int().min(1).max(60),
    })
    .refine((poster) => poster.from < poster.until, '公示截止日应当晚于张贴日'),
});
