import { z } from 'zod';
import { query } from '../../kernel/contract.ts';
import { date } from '../contract-field.ts';

/** Places with published standards and rules, and the one the asker works in. */
export const localities = query({
  name: 'Localities',
  method: 'GET',
  path: '/localities',
  title: '有标准和规则的地方',
  answer: z.object({
    own: z.string().nullable(),
    places: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

/** A value as people read it: in one line, and where it has rows, as a table. */
const figure = z.object({
  text: z.string(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
});

/** One value a place has laid down, with everything known about where it comes from. */
const published = z.object({
  residence: z.enum(['urban', 'rural']).nullable(),
  figure,
  placeName: z.string(),
  effective: z.string(),
  until: z.string().nullable(),
  known: z.string(),
  document: z.string().nullable(),
  documentTitle: z.string(),
  issuer: z.string(),
  source: z.string(),
  rule: z.string(),
  doubt: z.string().nullable(),
  /** The place's own rule was not found; this one stands in for it. */
  standIn: z.boolean(),
});

const parameter = z.object({
  name: z.string(),
  title: z.string(),
  /** Every value there is, oldest first. */
  timeline: z.array(published),
  /** Which of them are in force on the day asked about: one, or one for town and one for country. */
  inForce: z.array(z.int()),
});

const answer = z.object({
  place: z.string(),
  name: z.string(),
  on: z.string(),
  knownOn: z.string(),
  groups: z.array(z.object({ title: z.string(), parameters: z.array(parameter) })),
  /** What nobody has laid down for that day, and what cannot be computed or done without it. */
  missing: z.array(z.object({ name: z.string(), title: z.string(), blocks: z.array(z.string()) })),
});

export const localityValues = query({
  name: 'LocalityValues',
  method: 'GET',
  path: '/localities/:place/values',
  title: '一个地方的标准和规则',
  query: z.object({ on: date, knownOn: date.optional() }),
  answer,
});

export type Figure = z.output<typeof figure>;
export type PublishedValue = z.output<typeof published>;
export type LocalityParameter = z.output<typeof parameter>;
export type LocalityValues = z.output<typeof answer>;
