import { z } from 'zod';
import { day, head, line, prose, schemes, signer } from './field.ts';
import { paper } from './paper.ts';

/** 近亲属声明: whether a handler or a village committee member is a near relative (DB-11). */
export const nearRelativeDeclaration = paper({
  title: '近亲属关系声明',
  audience: 'family',
  template: 'near-relative-declaration.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    village: line(40),
    schemes,
    /** The local circle of relations and of posts; both are set by the county. */
    relations: z.array(line(20)).min(1).max(30),
    posts: z.array(line(60)).min(1).max(20),
    /** Empty: the family declares that there is none. */
    relatives: z
      .array(
        z.strictObject({
          member: line(40),
          officer: line(40),
          relation: line(20),
          unit: line(60),
          post: line(40),
        }),
      )
      .max(20),
    note: prose(300).exactOptional(),
    declaredOn: day.exactOptional(),
    signers: z.array(signer).min(1).max(40),
  }),
});
