import { z } from 'zod';
import {
  count,
  day,
  head,
  household,
  investigators,
  line,
  moment,
  prose,
  signer,
} from './field.ts';
import { paper } from './paper.ts';

/** 入户调查表: seen at home by two or more, signed by them and by the member present (DB-16a, DB-16b). */
export const homeVisitForm = paper({
  title: '入户调查表',
  audience: 'office',
  template: 'home-visit-form.typ',
  schema: z.strictObject({
    head,
    household: household.extend({
      address: line(120).exactOptional(),
      phone: line(30).exactOptional(),
    }),
    visitedOn: day,
    visitedAt: moment.exactOptional(),
    /** By phone or video only in a major emergency, with the reason (DB-16f). */
    method: z.enum(['home', 'phone', 'video']),
    methodReason: prose(200).exactOptional(),
    members: z
      .array(
        z.strictObject({
          name: line(40),
          relation: line(20),
          age: count.exactOptional(),
          health: line(60).exactOptional(),
          work: line(60).exactOptional(),
          present: z.boolean(),
        }),
      )
      .min(1)
      .max(60),
    housing: z
      .array(
        z.strictObject({
          kind: line(40),
          owner: line(40),
          areaSquareMetres: z.number().min(0).max(100_000).exactOptional(),
          condition: line(120).exactOptional(),
        }),
      )
      .max(10),
    /** Income and property: what was declared, what was seen. */
    economy: z
      .array(
        z.strictObject({
          kind: z.enum(['income', 'property', 'spending']),
          item: line(60),
          member: line(40).exactOptional(),
          declared: line(100).exactOptional(),
          seen: line(100).exactOptional(),
        }),
      )
      .max(100),
    /** Food, clothing, goods: how the family lives. */
    living: prose(1500),
    familySays: prose(1000).exactOptional(),
    photos: z
      .array(
        z.strictObject({
          number: line(20),
          subject: line(60),
          /** By the camera's clock, where the picture says. */
          takenAt: moment.exactOptional(),
          /** First 16 hex digits of the photo's hash. */
          hash: z.string().regex(/^[0-9a-f]{16}$/),
        }),
      )
      .max(60),
    conclusion: prose(1000),
    investigators,
    /** The co-living members present. */
    memberSigners: z.array(signer).min(1).max(10),
  }),
});
