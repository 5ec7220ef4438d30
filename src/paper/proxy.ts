import { z } from 'zod';
import { day, head, idNumber, line, prose, schemes, signature } from './field.ts';
import { paper } from './paper.ts';

/** 委托书: the written entrustment when someone applies for the family (DB-06a, SLAW a.37(3)). */
export const proxy = paper({
  title: '委托书',
  audience: 'family',
  template: 'proxy.typ',
  schema: z.strictObject({
    head,
    principal: z.strictObject({ name: line(40), idNumber, address: line(120) }),
    /** A person, or the village or residents' committee (then without ID number). */
    agent: z.strictObject({
      name: line(60),
      idNumber: idNumber.exactOptional(),
      relation: line(40),
      phone: line(30),
    }),
    schemes,
    reason: prose(300),
    matters: z.array(line(120)).min(1).max(20),
    from: day,
    until: day.exactOptional(),
    principalSignature: signature.exactOptional(),
    agentSignature: signature.exactOptional(),
  }),
});
