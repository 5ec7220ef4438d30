import { z } from 'zod';
import { count, day, head, idNumber, line, schemes, signature } from './field.ts';
import { paper } from './paper.ts';

/** A person who authorises; a guardian signs for whoever lacks full capacity (HD-02, OT-03). */
const person = z.strictObject({
  name: line(40),
  relation: line(20),
  idNumber,
  guardian: z.strictObject({ name: line(40), relation: line(20), idNumber }).exactOptional(),
  signature: signature.exactOptional(),
  signedOn: day.exactOptional(),
});

/** 授权书暨诚信承诺书: consent to verification and the promise of truth, one for the household (HD-03, DB-09). */
export const authorisationAndPromise = paper({
  title: '家庭经济状况核对授权书暨诚信承诺书',
  audience: 'family',
  template: 'authorisation-and-promise.typ',
  schema: z.strictObject({
    head,
    applicant: line(40),
    address: line(120),
    schemes,
    members: z.array(person).min(1).max(40),
    /** Those outside the household with a duty of support, only with their own consent (SLAW a.41). */
    supporters: z.array(person).max(20),
    /** Departments and institutions that may be asked. */
    sources: z.array(line(60)).min(1).max(40),
    /** How long the data are kept, and whom to ask (PIPL a.17). */
    retention: line(120),
    phone: line(30),
    copies: count,
  }),
});
