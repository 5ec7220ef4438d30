import { z } from 'zod';
import { count, day, head, line, money, office, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 年度重新确认声明: the family says once a year that everything is as before, or what is not (DB-30, DB-31). */
export const reconfirmationForm = paper({
  title: '社会救助年度重新确认声明',
  audience: 'family',
  template: 'reconfirmation-form.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    village: line(40),
    scheme,
    year: count,
    monthly: money,
    members: z
      .array(z.strictObject({ name: line(40), covered: z.boolean(), died: day.exactOptional() }))
      .min(1)
      .max(30),
    /** Changes that are known already and need not be told again. */
    known: z.array(line(200)).max(30),
    dueOn: day,
    /** Once it is signed and recorded. */
    declared: z
      .strictObject({ outcome: z.enum(['unchanged', 'changed']), on: day })
      .exactOptional(),
    office: office.pick({ place: true, phone: true }),
    family: signer,
    clerk: signer,
  }),
});
