import { z } from 'zod';
import { basis, day, head, line, office, prose, remedies, scheme } from './field.ts';
import { paper } from './paper.ts';

/** 不予确认告知书: facts, reasons in plain words, the law, what would change it, remedies (DB-21b, SL-45, OT-05). */
export const refusalNotice = paper({
  title: '不予确认告知书',
  audience: 'family',
  template: 'refusal-notice.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    scheme,
    appliedOn: day,
    acceptedOn: day,
    decidedOn: day,
    facts: z.array(prose(400)).min(1, '应当写明查明的事实').max(20),
    reasons: z.array(prose(400)).min(1, '应当说明理由').max(20),
    basis: z.array(basis).min(1, '应当写明依据').max(20),
    whatWouldChange: z.array(prose(300)).min(1).max(20),
    /** Other schemes tested on the way, or help elsewhere (OT-08). */
    otherHelp: z.array(prose(300)).max(20),
    remedies,
    office,
  }),
});
