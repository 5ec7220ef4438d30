import { z } from 'zod';
import { day, month } from './field.ts';
import { paper } from './paper.ts';
import { posterFields } from './poster.ts';

/** 公布, after the decision: information for the public, nothing to object to any more (DB-24, SL-45, PB-04). */
export const announcementPoster = paper({
  title: '社会救助确认结果公布',
  audience: 'public',
  template: 'announcement-poster.typ',
  schema: z.strictObject({
    ...posterFields,
    decidedOn: day,
    startMonth: month.exactOptional(),
    from: day,
    /** Left out where the county keeps the list up for as long as the assistance lasts. */
    until: day.exactOptional(),
  }),
});
