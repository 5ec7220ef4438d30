import { z } from 'zod';
import { day, head, household, line, money, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 乡镇审批临时救助备案表: what a township approved by itself, told to the county (DL-06, LS-12, LS-19). */
export const temporaryReliefFiling = paper({
  title: '乡镇（街道）审批临时救助备案表',
  audience: 'office',
  template: 'temporary-relief-filing.typ',
  schema: z.strictObject({
    head,
    household,
    channel: z.enum(['ordinary', 'help-first', 'quick-aid']),
    acceptedOn: day,
    decidedOn: day,
    number: line(60),
    decidedBy: line(60),
    amount: money,
    /** The ceiling and document of the authority it was approved on. */
    authority: line(120).exactOptional(),
    reasons: prose(1000),
    meeting: line(60).exactOptional(),
    handler: signer,
    leader: signer,
    county: signer,
  }),
});
