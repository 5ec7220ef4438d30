import { z } from 'zod';
import { count, head, household, line, moment, prose, signature, signer } from './field.ts';
import { paper } from './paper.ts';

/** 民主评议记录: who took part, what was said, the count, everyone's signature (DB-19c). */
export const appraisalRecord = paper({
  title: '民主评议记录',
  audience: 'office',
  template: 'appraisal-record.typ',
  schema: z.strictObject({
    head,
    household,
    /** Why it is held: appraisal is not required without dispute. */
    cause: prose(300),
    from: moment,
    until: moment.exactOptional(),
    place: line(80),
    chair: line(40),
    recorder: line(40),
    participants: z
      .array(
        z.strictObject({
          name: line(40),
          group: z.enum(['township', 'village-committee', 'party-member', 'villager']),
          signature: signature.exactOptional(),
        }),
      )
      .min(3)
      .max(80),
    policyExplained: z.boolean(),
    casePresented: prose(1500),
    opinions: z.array(z.strictObject({ speaker: line(40), text: prose(800) })).max(80),
    vote: z.strictObject({ agree: count, disagree: count, abstain: count }),
    conclusion: prose(800),
    chairSigner: signer,
    recorderSigner: signer,
  }),
});
