import { z } from 'zod';
import { day, head, household, line, money, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 先行救助登记表 with 补充说明 behind it: help first, its papers within the set days (LS-08…LS-11, JT-10). */
export const reliefRegister = paper({
  title: '先行救助登记表',
  audience: 'office',
  template: 'relief-register.typ',
  schema: z.strictObject({
    head,
    household,
    channel: z.enum(['help-first', 'quick-aid']),
    appliedOn: day,
    /** What had happened, as the decision says it. */
    need: prose(1000),
    decidedOn: day,
    decidedBy: line(60),
    amount: money,
    payment: prose(200).exactOptional(),
    /** The last day for the papers. */
    papersBy: day,
    completion: z
      .strictObject({
        on: day,
        situation: prose(2000),
        recipient: line(60),
        handlers: z.array(line(40)).min(1).max(10),
        papers: z.array(line(80)).max(30),
      })
      .exactOptional(),
    reported: z.strictObject({ meeting: line(60), on: day }).exactOptional(),
    handlers: z.array(signer).min(2).max(4),
    recipient: signer,
    leader: signer,
  }),
});
