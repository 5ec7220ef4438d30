import { z } from 'zod';
import { basis, count, day, head, line, office, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 转介单: a family that needs more than money is passed on with its consent, and the answer comes back (LS-20). */
export const referral = paper({
  title: '社会救助转介单',
  audience: 'institution',
  template: 'referral.typ',
  schema: z.strictObject({
    head,
    /** The department or charity it goes to. */
    to: line(60),
    needs: z
      .array(
        z.enum([
          ...(['medical', 'education', 'housing', 'work', 'disaster'] as const),
          ...(['legal', 'charity', 'care', 'other'] as const),
        ]),
      )
      .min(1)
      .max(9),
    what: prose(400),
    /** Whoever of the family agreed to it. */
    family: signer,
    /** The return slip, once it has come back. */
    answer: z
      .strictObject({
        outcome: z.enum(['done', 'working', 'unfit']),
        text: prose(1000),
        from: line(60),
        on: day,
      })
      .exactOptional(),
    applicant: line(40),
    village: line(40),
    phone: line(30),
    membersCount: count,
    scheme,
    appliedOn: day,
    /** What was done here so far, in a sentence or two. */
    standing: prose(600),
    /** Only their sources are printed: the reader knows the law. */
    basis: z
      .array(basis.pick({ source: true }))
      .min(1)
      .max(4),
    office: office.pick({ place: true, phone: true }),
  }),
});
