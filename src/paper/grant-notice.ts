import { z } from 'zod';
import {
  basis,
  count,
  day,
  head,
  line,
  money,
  month,
  office,
  prose,
  remedies,
  scheme,
} from './field.ts';
import { paper } from './paper.ts';

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('monthly'),
    amount: money,
    personsCovered: z.int().min(1).max(99),
    startMonth: month,
    /** Where the county pays by tier. */
    tier: line(20).exactOptional(),
    supplements: z.array(z.strictObject({ label: line(60), amount: money })).max(20),
  }),
  z.strictObject({
    kind: z.literal('once'),
    amount: money,
    payBy: day.exactOptional(),
    /** Decided once, paid in stages, the first with the decision (LS-16). */
    stages: z
      .array(z.strictObject({ on: day, amount: money, condition: prose(200).exactOptional() }))
      .min(2)
      .max(12)
      .exactOptional(),
  }),
  z.strictObject({ kind: z.literal('recognised'), as: line(40), from: day, until: day }),
]);

/** 确认通知书: what is granted, from when, what must be reported, how to challenge it (DB-21a, DB-30, DB-31). */
export const grantNotice = paper({
  title: '社会救助确认通知书',
  audience: 'family',
  template: 'grant-notice.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    village: line(40),
    scheme,
    /** Help that came first was neither looked into nor posted before (LS-08, LS-11). */
    urgent: z.boolean(),
    membersCount: count,
    appliedOn: day,
    decidedOn: day,
    benefit,
    /** "按月发放到您家一卡通账户(尾号 1234)": no full account number. */
    payment: prose(200)
      .refine((text) => !/\d{5,}/.test(text), '不得打印完整账号')
      .exactOptional(),
    /** What the family must report, in plain words; the law's general duty is printed anyway. */
    reportWhen: z.array(line(80)).min(1).max(20),
    reviewBy: day.exactOptional(),
    basis: z.array(basis).min(1).max(20),
    remedies,
    office,
  }),
});
