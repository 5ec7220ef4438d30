import { z } from 'zod';
import { count, day, head, line, office, schemes } from './field.ts';
import { paper } from './paper.ts';

/** 受理通知书: what was handed in, when it was accepted, and by when the family will know (DB-10, DB-22). */
export const acceptanceReceipt = paper({
  title: '受理通知书',
  audience: 'family',
  template: 'acceptance-receipt.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    /** Who applied on the family's behalf (DB-06a). */
    proxy: line(60).exactOptional(),
    schemes,
    village: line(40),
    membersCount: count,
    appliedOn: day,
    acceptedOn: day,
    materials: z
      .array(
        z.strictObject({
          name: line(80),
          kind: z.enum(['original', 'copy', 'electronic']),
          copies: count,
        }),
      )
      .max(60),
    /** Help comes first, its papers later: nobody visits and asks before (LS-08, LS-11). */
    urgent: z.boolean(),
    /** The limit counted from acceptance; `provisional` when next year's holidays are not yet published. */
    limit: z.strictObject({
      days: count,
      unit: z.enum(['working-days', 'days']),
      decideBy: day,
      /** Where a rule lets it be longer (DB-22). */
      longestWorkingDays: count.exactOptional(),
      provisional: z.boolean(),
    }),
    /** The code with which the family follows its application. */
    progressCode: line(40),
    office,
  }),
});
