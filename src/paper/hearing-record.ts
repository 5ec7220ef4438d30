import { z } from 'zod';
import { day, head, line, money, month, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 听取意见记录: what was intended, what the family said or gave up, who heard it (DB-32, SL-48). */
export const hearingRecord = paper({
  title: '听取意见记录',
  audience: 'office',
  template: 'hearing-record.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    village: line(40),
    scheme,
    kind: z.enum(['decrease', 'stop', 'gradual-exit', 'suspend']),
    before: money,
    amount: money,
    stopFrom: month.exactOptional(),
    reasons: prose(1000),
    noticeOn: day,
    noticeTo: line(60),
    respondBy: day,
    /** Where a formal hearing was asked for. */
    hearingAskedOn: day.exactOptional(),
    /** Absent until the family has answered: the record is taken along and written by hand. */
    answer: z
      .strictObject({
        kind: z.enum(['statement', 'hearing', 'waived', 'none']),
        on: day,
        content: prose(2000),
      })
      .exactOptional(),
    family: signer,
    hearers: z.array(signer).min(2, '听取意见不得少于2人').max(5),
  }),
});
