import { z } from 'zod';
import { day, head, household, line, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 近亲属备案表: a case registered separately and what the county did with it (DB-11, DB-20b, DL-12). */
export const nearRelativeFiling = paper({
  title: '近亲属单独登记备案表',
  audience: 'office',
  template: 'near-relative-filing.typ',
  schema: z.strictObject({
    head,
    household,
    relatives: z
      .array(
        z.strictObject({
          member: line(40),
          officer: line(40),
          relation: line(40),
          position: line(80),
          /** Declared by the family, or found in the register. */
          through: z.enum(['declared', 'register']),
        }),
      )
      .max(40),
    declaredOn: day.exactOptional(),
    matchedOn: day.exactOptional(),
    visit: z.strictObject({ on: day, result: prose(400) }).exactOptional(),
    cleared: z.strictObject({ on: day, reason: prose(400) }).exactOptional(),
    handler: signer,
    leader: signer,
    county: signer,
  }),
});
