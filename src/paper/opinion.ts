import { z } from 'zod';
import { basis, day, head, household, line, money, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 初审意见: what the four methods found and what is proposed, before it is posted (DB-19a, TK-13). */
export const opinion = paper({
  title: '初审意见',
  audience: 'office',
  template: 'opinion.typ',
  schema: z.strictObject({
    head,
    household,
    acceptedOn: day,
    methods: z
      .array(z.strictObject({ method: line(40), on: day, finding: prose(600) }))
      .min(1)
      .max(30),
    calculation: line(60),
    proposal: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('grant-monthly'), amount: money, persons: z.int().min(1) }),
      z.strictObject({ kind: z.literal('grant-once'), amount: money }),
      z.strictObject({ kind: z.literal('recognise'), as: line(40) }),
      z.strictObject({ kind: z.literal('refuse') }),
    ]),
    reasons: z.array(prose(400)).min(1).max(20),
    basis: z.array(basis).min(1).max(20),
    /** 单独登记备案: the county visits before confirmation (DB-11, DB-20b). */
    nearRelativeCase: z.boolean(),
    handlers: z.array(signer).min(1).max(4),
    leader: signer,
  }),
});
