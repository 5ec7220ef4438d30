import { z } from 'zod';
import { basis, day, head, line, office, prose, remedies, schemes } from './field.ts';
import { paper } from './paper.ts';

/** 终止 (DB-29), 撤回, 不予受理: a procedure that ends without a decision on the merits, told in writing. */
export const closingNotice = paper({
  title: '社会救助程序终结告知书',
  audience: 'family',
  template: 'closing-notice.typ',
  schema: z
    .strictObject({
      head,
      kind: z.enum(['terminated', 'withdrawn', 'not-accepted']),
      applicant: line(40),
      schemes,
      appliedOn: day,
      closedOn: day,
      facts: z.array(prose(400)).min(1).max(20),
      reasons: z.array(prose(4000)).min(1).max(20),
      basis: z.array(basis).max(20),
      /** How to apply again, where else to go. */
      whatNext: z.array(prose(300)).min(1).max(20),
      remedies: remedies.exactOptional(),
      office,
    })
    .refine(
      (notice) => notice.kind === 'withdrawn' || (notice.remedies && notice.basis.length > 0),
      '终止和不予受理应当写明依据和救济途径',
    ),
});
