import { z } from 'zod';
import { day, head, household, line, money, prose } from './field.ts';
import { paper } from './paper.ts';

const participant = z.strictObject({
  name: line(40),
  unit: line(60),
  view: z.enum(['agree', 'disagree', 'abstain']),
  opinion: prose(300).exactOptional(),
});

/** 一事一议: the township's request and, once it was held, the record of the county's coordination mechanism (LS-15). */
export const coordinationRecord = paper({
  title: '临时救助一事一议提请表、记录表',
  audience: 'office',
  template: 'coordination-record.typ',
  schema: z.strictObject({
    head,
    household,
    township: line(40),
    asked: z.strictObject({
      on: day,
      by: line(40),
      /** What the place's standard gives. */
      computed: money,
      amount: money,
      opinion: prose(1000),
    }),
    record: z
      .strictObject({
        heldOn: day,
        place: line(60),
        convener: z.strictObject({ name: line(40), post: line(60) }),
        participants: z.array(participant).min(1).max(40),
        recused: z.array(z.strictObject({ name: line(40), reason: prose(1000) })).max(20),
        minutesNumber: line(60),
        result: z.enum(['agreed', 'by-standard', 'returned']),
        amount: money.exactOptional(),
        reason: prose(1000),
      })
      .exactOptional(),
  }),
});
