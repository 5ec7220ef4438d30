import { z } from 'zod';
import { head, line, moment, prose, scheme } from './field.ts';
import { paper } from './paper.ts';

const page = z.strictObject({
  caseNumber: line(40),
  applicant: line(40),
  village: line(40),
  scheme,
  proposal: prose(260),
  people: z.array(z.strictObject({ name: line(40), what: line(24) })).max(9),
  facts: z.array(z.strictObject({ label: line(20), value: line(30) })).max(8),
  result: prose(120),
  /** The calculation from the top, each figure with where it comes from. */
  trace: z
    .array(
      z.strictObject({
        depth: z.int().min(0).max(3),
        label: line(30),
        figure: line(40),
        article: line(40).exactOptional(),
      }),
    )
    .max(7),
  evidence: z.array(line(64)).max(9),
  objections: z.array(prose(120)).max(3),
  /** Every step of the procedure as the system checks it. */
  checks: z
    .array(z.strictObject({ title: line(20), holds: z.boolean(), because: line(44) }))
    .max(10),
  recusals: z.array(prose(60)).max(6),
});

/** 会议材料: one page a case for the members, from the same record the agenda rests on (JT-07, JT-10). */
export const meetingPack = paper({
  title: '集体研究会议材料',
  audience: 'office',
  template: 'meeting-pack.typ',
  schema: z.strictObject({
    head,
    body: line(40),
    session: line(60),
    from: moment,
    pages: z.array(page).min(1).max(100),
  }),
});
