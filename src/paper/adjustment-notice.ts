import { z } from 'zod';
import { basis, day, head, line, money, month, office, prose, remedies, scheme } from './field.ts';
import { paper } from './paper.ts';

/** 调整、停发决定书: what changes from which month, why, on what, and what can be done about it (DB-32, SL-48, OT-05). */
export const adjustmentNotice = paper({
  title: '社会救助调整决定书',
  audience: 'family',
  template: 'adjustment-notice.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    village: line(40),
    scheme,
    kind: z.enum(['increase', 'decrease', 'stop', 'gradual-exit', 'suspend', 'resume', 'merge']),
    decidedOn: day,
    before: money,
    amount: money,
    from: month,
    /** First month without anything, where the exit is gradual. */
    stopFrom: month.exactOptional(),
    reasons: z.array(prose(1000)).min(1, '应当说明理由').max(10),
    /** How the family was heard; absent where nothing was taken away. */
    heard: prose(600).exactOptional(),
    basis: z.array(basis).min(1, '应当写明依据').max(10),
    /** Help elsewhere for whoever loses this (TK-27, OT-08). */
    otherHelp: z.array(prose(300)).max(10),
    remedies,
    office,
  }),
});
