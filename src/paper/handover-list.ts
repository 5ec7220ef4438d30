import { z } from 'zod';
import { day, head, household, line, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 移交清单: a case the township may no longer decide goes to the county, and what goes along with it (DL-02). */
export const handoverList = paper({
  title: '社会救助办件移交清单',
  audience: 'office',
  template: 'handover-list.typ',
  schema: z.strictObject({
    head,
    household,
    /** The county's bureau. */
    to: line(60),
    because: prose(600),
    note: prose(600),
    handedOn: day,
    /** What was done and goes along, a line each, in the order of the procedure. */
    items: z.array(line(120)).min(1).max(40),
    giver: signer,
    /** What the county answered; left out while it compares. */
    answer: z
      .strictObject({ kind: z.enum(['received', 'returned']), text: prose(600), on: day })
      .exactOptional(),
    receiver: signer,
  }),
});
