import { z } from 'zod';
import { day, head, line, money, prose, scheme } from './field.ts';
import { paper } from './paper.ts';

/** 审核确认备案表: what a township decided, told to the county within the set days (DL-17). */
export const filingList = paper({
  title: '社会救助审核确认备案表',
  audience: 'office',
  template: 'filing-list.typ',
  schema: z.strictObject({
    head,
    /** The county's bureau it goes to. */
    to: line(60),
    sender: line(40).exactOptional(),
    lines: z
      .array(
        z.strictObject({
          number: line(60),
          applicant: line(40),
          village: line(40),
          scheme,
          outcome: z.enum(['grant', 'refuse']),
          amount: money.exactOptional(),
          monthly: z.boolean(),
          decidedOn: day,
          dueOn: day,
          late: z.boolean(),
        }),
      )
      .max(200),
    note: prose(300).exactOptional(),
  }),
});
