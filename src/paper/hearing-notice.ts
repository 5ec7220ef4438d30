import { z } from 'zod';
import { basis, count, head, line, money, office, prose, scheme } from './field.ts';
import { paper } from './paper.ts';

/** 拟减发、停发告知书: what is intended and why, and the right to be heard before it is decided (SL-48, OT-03). */
export const hearingNotice = paper({
  title: '拟调整社会救助告知书',
  audience: 'family',
  template: 'hearing-notice.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    /** A minor's letters go to the guardian. */
    guardian: z.boolean(),
    village: line(40),
    scheme,
    kind: z.enum(['decrease', 'stop', 'gradual-exit', 'suspend']),
    before: money,
    amount: money,
    reasons: z.array(prose(1000)).min(1, '应当说明理由').max(10),
    basis: z.array(basis).min(1, '应当写明依据').max(10),
    /** Working days from receipt to speak or to ask for a hearing. */
    answerWorkingDays: count,
    office,
  }),
});
