import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1).max(200);
const most = 100_000;

/** What is published at the freeze: it fixes the list without telling it. */
export const drawNotice = z.strictObject({
  root: hash,
  count: z.int().min(0).max(most),
  beaconId: z.string().max(200),
  leaves: z.array(hash).max(most),
  commitments: z.array(z.strictObject({ party: name, commitment: hash })).max(10),
});

/** What is published once the visits are done: everything anybody needs to draw again. */
export const drawProof = z.strictObject({
  format: z.literal('CBS-1'),
  strength: z.enum(['three-party-beacon', 'two-party']),
  period: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  county: z.string().regex(/^\d{6}$/),
  percent: z.int().min(0).max(100),
  /** Mixed into the hash of each decision, so that a leaf tells nothing before the publication. */
  blind: hash,
  notice: drawNotice,
  frame: z
    .array(z.strictObject({ ref: name, stratum: name, decision: hash, forced: z.string().max(60) }))
    .max(most),
  secrets: z
    .array(z.strictObject({ party: name, secret: hash, openedFrom: z.enum(['party', 'envelope']) }))
    .max(10),
  beacon: z.string().max(200),
  seed: hash,
  sample: z.array(name).max(most),
  forced: z.array(name).max(most),
  results: z
    .array(z.strictObject({ ref: name, outcome: z.enum(['agrees', 'differs', 'unreachable']) }))
    .max(most),
});

export type DrawProof = z.output<typeof drawProof>;
