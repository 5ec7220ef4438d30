import { z } from 'zod';
import { basis, day, head, line, prose } from './field.ts';
import { paper } from './paper.ts';

/** 培训合格证书: who passed which test, which acts it opens and until when (DL-07). */
export const trainingCertificate = paper({
  title: '社会救助经办人员培训合格证书',
  audience: 'office',
  template: 'training-certificate.typ',
  schema: z.strictObject({
    head,
    name: line(40),
    unit: line(60),
    course: line(80),
    acts: z.array(line(40)).min(1).max(7),
    passedOn: day,
    until: day,
    basis: z.array(basis).min(1).max(5),
    /** Taken back: it opens nothing, and its page says so. */
    revoked: z.strictObject({ on: day, because: prose(500) }).exactOptional(),
  }),
});
