import { z } from 'zod';
import { basis, count, day, head, household, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 延期审批单: a longer limit needs a reason the rules name, an approver and a date (DB-22). */
export const extensionApproval = paper({
  title: '办理期限延长审批单',
  audience: 'office',
  template: 'extension-approval.typ',
  schema: z.strictObject({
    head,
    household,
    acceptedOn: day,
    ordinary: z.strictObject({ workingDays: count, until: day }),
    extended: z.strictObject({ workingDays: count, until: day }),
    reason: z.enum([
      'objection',
      'lives-elsewhere',
      'applied-elsewhere',
      'hard-to-investigate',
      'other',
    ]),
    explanation: prose(800),
    basis: z.array(basis).min(1).max(10),
    requester: signer,
    opinion: prose(400).exactOptional(),
    approver: signer,
    toldFamilyOn: day.exactOptional(),
  }),
});
