import { z } from 'zod';
import { day, head, idNumber, line, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 核对提请单: the township asks the county to verify, each person with an authorisation (DB-17a, HD-01). */
export const verificationRequest = paper({
  title: '家庭经济状况信息核对提请单',
  audience: 'office',
  template: 'verification-request.typ',
  schema: z.strictObject({
    head,
    to: line(60),
    caseNumber: line(40),
    applicant: line(40),
    village: line(40),
    scheme,
    purpose: z.enum(['application', 'review', 'change', 'recheck']),
    persons: z
      .array(
        z.strictObject({
          name: line(40),
          idNumber,
          relation: line(20),
          authorisation: line(60),
          authorisedOn: day,
        }),
      )
      .min(1)
      .max(60),
    sources: z.array(line(60)).min(1).max(40),
    /** The day the county must have started by: 3 working days. */
    startBy: day,
    replyBy: day,
    handler: signer,
    reviewer: signer,
  }),
});
