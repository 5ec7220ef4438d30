import { z } from 'zod';
import { day, head, investigators, line, prose, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 邻里访问记录: what neighbours say; kept from the family it is about (DB-16c). */
export const neighbourInterview = paper({
  title: '邻里访问记录',
  audience: 'office',
  template: 'neighbour-interview.typ',
  schema: z.strictObject({
    head,
    caseNumber: line(40),
    applicant: line(40),
    village: line(40),
    scheme,
    interviewedOn: day,
    place: line(80),
    method: z.enum(['in-person', 'phone', 'video']),
    neighbour: z.strictObject({
      name: line(40).exactOptional(),
      relation: line(60),
      phone: line(30).exactOptional(),
      /** The neighbour asked not to be named to anyone. */
      confidential: z.boolean(),
    }),
    questions: z
      .array(z.strictObject({ question: line(120), answer: prose(600) }))
      .min(1)
      .max(30),
    investigators,
    neighbourSigner: signer,
  }),
});
