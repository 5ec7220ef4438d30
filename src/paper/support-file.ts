import { z } from 'zod';
import { day, head, line, money, month, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 救助供养档案登记卡: what the support file of a 特困 person opens with, and what came since (TK-17, TK-30…TK-32). */
export const supportFile = paper({
  title: '特困人员救助供养档案登记卡',
  audience: 'office',
  template: 'support-file.typ',
  schema: z.strictObject({
    head,
    person: line(40),
    birth: day.exactOptional(),
    village: line(40),
    number: line(60),
    openedOn: day,
    mode: z.enum(['home', 'institution']).exactOptional(),
    /** The last assessment of what the person can do alone. */
    care: z.strictObject({ fails: z.int().min(0).max(6), on: day.exactOptional() }).exactOptional(),
    entitlements: z
      .array(z.strictObject({ from: month, amount: money, standing: line(20), decision: line(60) }))
      .min(1)
      .max(200),
    reviews: z.array(z.strictObject({ on: day, result: prose(400) })).max(200),
    nextReview: day.exactOptional(),
    keeper: signer,
  }),
});
