import { z } from 'zod';
import { count, day, head, line, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 核对报告: what each source answered, and where it differs from the declaration. It reports, it does not decide (HD-01). */
export const verificationReport = paper({
  title: '家庭经济状况信息核对报告',
  audience: 'office',
  template: 'verification-report.typ',
  schema: z.strictObject({
    head,
    requestNumber: line(60),
    to: line(60),
    caseNumber: line(40),
    applicant: line(40),
    scheme,
    personsCount: count,
    requestedOn: day,
    asOf: day,
    validUntil: day,
    sources: z
      .array(
        z.strictObject({
          source: line(60),
          /** `failed` and `not-connected` are not "nothing found". */
          answer: z.enum(['found', 'nothing', 'not-connected', 'failed']),
          asOf: day.exactOptional(),
          summary: prose(300).exactOptional(),
        }),
      )
      .min(1)
      .max(40),
    findings: z
      .array(
        z.strictObject({
          member: line(40),
          source: line(60),
          item: line(60),
          declared: line(120),
          found: line(120),
          result: z.enum(['agrees', 'differs', 'undeclared']),
          explanation: prose(300).exactOptional(),
        }),
      )
      .max(200),
    compiler: signer,
    reviewer: signer,
  }),
});
