import { z } from 'zod';
import { count, head, line, moment, prose, signer } from './field.ts';
import { paper } from './paper.ts';

/** 送达回证: how, when and to whom a notice was delivered (OT-04). */
export const serviceReceipt = paper({
  title: '送达回证',
  audience: 'office',
  template: 'service-receipt.typ',
  schema: z.strictObject({
    head,
    caseNumber: line(40),
    addressee: line(60),
    documents: z
      .array(z.strictObject({ title: line(60), number: line(60), copies: count }))
      .min(1)
      .max(20),
    place: line(120),
    manner: z.enum(['direct', 'left', 'entrusted', 'post', 'electronic', 'public']),
    servedAt: moment.exactOptional(),
    /** Whoever received it when that was not the addressee. */
    receiver: z.strictObject({ name: line(40), relation: line(40) }).exactOptional(),
    /** Tracking number, electronic proof, or why it was left. */
    proof: prose(400).exactOptional(),
    witness: z.strictObject({ name: line(40), unit: line(60) }).exactOptional(),
    note: prose(400).exactOptional(),
    receiverSigner: signer,
    servers: z.array(signer).min(1).max(4),
  }),
});
