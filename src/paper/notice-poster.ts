import { z } from 'zod';
import { day } from './field.ts';
import { paper } from './paper.ts';
import { posterFields } from './poster.ts';

/** 公示, before the decision: anyone may object until the last day (DB-19a, TK-15a, PB-05). */
export const noticePoster = paper({
  title: '社会救助拟确认对象公示',
  audience: 'public',
  template: 'notice-poster.typ',
  schema: z
    .strictObject({ ...posterFields, from: day, until: day, days: z.int().min(1).max(60) })
    .refine((poster) => poster.from < poster.until, '公示截止日应当晚于张贴日'),
});
