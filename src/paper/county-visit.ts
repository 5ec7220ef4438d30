import { z } from 'zod';
import { day, head, household, investigators, line, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 县级核查记录: the county looks for itself: three kinds of cases always, others by draw (DL-12, DL-13, DB-20b). */
export const countyVisit = paper({
  title: '县级实地核查记录',
  audience: 'office',
  template: 'county-visit.typ',
  schema: z.strictObject({
    head,
    household,
    township: line(60),
    reasons: z
      .array(z.enum(['near-relative', 'complaint', 'major-doubt', 'sample']))
      .min(1)
      .max(4),
    /** The draw's number and the place in it. */
    draw: line(80).exactOptional(),
    checkedOn: day,
    place: line(120),
    items: z
      .array(
        z.strictObject({
          item: line(60),
          onFile: prose(200),
          onSite: prose(200),
          agrees: z.boolean(),
        }),
      )
      .min(1)
      .max(40),
    result: z.enum(['agrees', 'correct', 'serious']),
    finding: prose(1500),
    orders: z.array(z.strictObject({ order: prose(300), until: day })).max(20),
    evidence: z.array(line(120)).max(40),
    checkers: investigators,
    memberSigners: z.array(signer).max(10),
    leader: signer.exactOptional(),
  }),
});
