import { z } from 'zod';
import { day, head, line, moment, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 异议登记: an objection to a notice and what was done about it; who objected stays secret (PB-10, DB-19b). */
export const objectionRecord = paper({
  title: '公示异议登记表',
  audience: 'office',
  template: 'objection-record.typ',
  schema: z.strictObject({
    head,
    noticeNumber: line(60),
    noticeFrom: day,
    noticeUntil: day,
    caseNumber: line(40),
    applicant: line(40),
    village: line(40),
    scheme,
    receivedAt: moment,
    channel: z.enum(['window', 'phone', 'letter', 'online', 'visit', 'other']),
    objector: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('named'),
        name: line(40),
        phone: line(30).exactOptional(),
      }),
      z.strictObject({ kind: z.literal('anonymous') }),
    ]),
    content: prose(2000),
    handling: z
      .strictObject({
        way: z.enum(['reinvestigation', 'appraisal']),
        from: day,
        facts: prose(2000),
        result: z.enum(['upheld', 'partly-upheld', 'not-upheld']),
        consequence: prose(600),
        closedOn: day,
        answeredOn: day.exactOptional(),
      })
      .exactOptional(),
    receiver: signer,
    handler: signer.exactOptional(),
    leader: signer.exactOptional(),
  }),
});
